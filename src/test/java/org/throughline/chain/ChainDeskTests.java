package org.throughline.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.chain.Output.Source;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class ChainDeskTests {

    private static final Actor ACTOR = new Actor(UUID.randomUUID(), "The secretariat", Set.of(Permission.MANAGE_CALLS));
    private static final List<Source> SOURCES = List.of(new Source("A letter", ""));

    @Autowired
    private Chain chain;

    @Autowired
    private ChainDesk desk;

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople demo;

    private String mark;

    @BeforeEach
    void names() {
        mark = "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String output(String name, String date) {
        String slug = mark + "-" + name;
        desk.add(slug, facts(name, date), ACTOR);
        return slug;
    }

    private static Output.Facts facts(String name, String date) {
        return new Output.Facts(
                OutputType.REPORT,
                Strand.CSTD,
                "",
                LocalizedText.of("en", "Output " + name),
                LocalizedText.of("en", "A body"),
                date,
                OutputStatus.ISSUED,
                "",
                "",
                List.of(),
                Certainty.CONFIRMED,
                SOURCES,
                "");
    }

    private static Feed.Facts link(String from, String to, String withdrawn) {
        return new Feed.Facts(
                from,
                to,
                FeedKind.BASIS_OF,
                "",
                "",
                LocalizedText.of("en", "It says so."),
                Certainty.CONFIRMED,
                SOURCES,
                withdrawn);
    }

    @Test
    void whatLeadsBackToItsBeginningOrBackInTimeOrToItselfIsRefused() {
        String a = output("a", "2025");
        String b = output("b", "2025-06");
        String c = output("c", "2026");
        desk.link(link(a, b, ""), ACTOR);
        long second = desk.link(link(b, c, ""), ACTOR);
        String d = output("d", "");
        desk.link(link(c, d, ""), ACTOR);

        assertThatThrownBy(() -> desk.link(link(a, a, ""), ACTOR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("link-to-itself"));
        assertThatThrownBy(() -> desk.link(link(d, a, ""), ACTOR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("link-in-a-circle"));
        assertThatThrownBy(() -> desk.link(link(c, b, ""), ACTOR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("link-back-in-time"));
        assertThatThrownBy(() -> desk.link(link(a, b, ""), ACTOR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("link-twice"));
        assertThatThrownBy(() -> desk.change(b, facts("b", "2027"), 1, ACTOR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("link-back-in-time"));
        assertThat(ChainRules.faults(chain.graph(), link(d, a, ""), null))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.way()).extracting(Output::slug).containsExactly(a, b, c, d));

        desk.relink(second, link(b, c, "A mistake"), 1, ACTOR);
        desk.link(link(d, a, ""), ACTOR);
        assertThat(chain.graph().way(a, d)).isEmpty();
        assertThat(chain.graph().way(c, b)).extracting(Output::slug).containsExactly(c, d, a, b);
    }

    @Test
    void whatLinksLeadToIsNotWithdrawnAndWhatIsWithdrawnSaysSo() throws Exception {
        String a = output("a", "2025");
        String b = output("b", "2026");
        long number = desk.link(link(a, b, ""), ACTOR);
        Output.Facts gone = gone(facts("a", "2025"));

        assertThatThrownBy(() -> desk.change(a, gone, 1, ACTOR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("output-tied"));
        desk.relink(number, link(a, b, "Not so"), 1, ACTOR);
        assertThatThrownBy(() -> desk.relink(number, link(a, b, ""), 1, ACTOR)).isInstanceOf(Refusal.class);
        desk.change(a, gone, 1, ACTOR);

        assertThat(chain.graph().output(a)).isEmpty();
        Visitor reader = Visitor.as(web, demo, "contributor");
        var page = reader.see("/chain/" + a);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.words()).contains("A second report of the same");
        assertThat(reader.see("/chain/" + b).words()).contains("Link withdrawn", "Not so");
    }

    private static Output.Facts gone(Output.Facts facts) {
        return new Output.Facts(
                facts.type(),
                facts.strand(),
                facts.symbol(),
                facts.title(),
                facts.body(),
                facts.date(),
                facts.status(),
                facts.supersedes(),
                facts.address(),
                facts.figures(),
                facts.certainty(),
                facts.sources(),
                "A second report of the same");
    }

    @Test
    void theSecretariatAddsCorrectsAndIsToldWhatDiffers() throws Exception {
        Visitor secretariat = Visitor.as(web, demo, "secretariat");
        String slug = mark + "-form";
        String[] fields = {
            "slug",
            slug,
            "type",
            "report",
            "strand",
            "forum",
            "title-en",
            "A report",
            "body-en",
            "A body",
            "date",
            "2026-05",
            "status",
            "issued",
            "figures",
            "12 sessions | A letter https://example.org/l",
            "sources",
            "A letter",
            "certainty",
            "confirmed"
        };
        assertThat(secretariat.send("/chain/new", fields).location()).endsWith("/chain/" + slug);
        assertThat(secretariat.send("/chain/new", fields).status()).isEqualTo(422);
        assertThat(secretariat.see("/chain/" + slug).words()).contains("May 2026", "12", "sessions");

        desk.change(slug, facts("form", "2026-06"), 1, ACTOR);
        var stale = secretariat.send(
                "/chain/" + slug + "/edit",
                "version",
                "1",
                "type",
                "report",
                "strand",
                "forum",
                "title-en",
                "A report",
                "body-en",
                "A body",
                "date",
                "2026-07",
                "status",
                "issued",
                "sources",
                "A letter",
                "certainty",
                "confirmed");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.words()).contains("As it is now", "2026-06", "2026-07", "Output form");
        assertThat(secretariat.see("/chain/" + slug).words()).contains("Date: May 2026 became June 2026");

        var wrong = secretariat.send(
                "/chain/feeds/new",
                "from",
                slug,
                "to",
                slug,
                "kind",
                "quoted-in",
                "evidence-en",
                "So it says.",
                "sources",
                "A letter",
                "certainty",
                "inferred");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("An output cannot go into itself");
        assertThat(secretariat
                        .send(
                                "/chain/feeds/new",
                                "from",
                                slug,
                                "to",
                                "next-review",
                                "kind",
                                "quoted-in",
                                "evidence-en",
                                "So it says.",
                                "sources",
                                "A letter",
                                "certainty",
                                "inferred")
                        .location())
                .endsWith("/chain/" + slug);
        assertThat(secretariat.see("/chain/" + slug).words()).contains("cited in Next overall review", "inferred");
        assertThat(Visitor.as(web, demo, "contributor")
                        .see("/chain/" + slug + "/edit")
                        .status())
                .isEqualTo(403);
    }
}
