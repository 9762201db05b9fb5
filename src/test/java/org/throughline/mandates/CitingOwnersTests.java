package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.NewCall;
import org.throughline.calls.Questionnaire;
import org.throughline.citations.Citations;
import org.throughline.citations.Cited;
import org.throughline.citations.CitingReader;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.PageStore;
import org.throughline.reviews.Review;
import org.throughline.reviews.Reviews;
import org.throughline.roadmaps.MilestoneDesk;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// Every sort of thing that cites is known to do so, from when it is public and as long as it does.
@ThroughlineTest
class CitingOwnersTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Citations citations;

    @Autowired
    private PageStore pages;

    @Autowired
    private Cited cited;

    @Autowired
    private CitingReader reader;

    @Autowired
    private Calls calls;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Roadmaps roadmaps;

    @Autowired
    private MilestoneDesk milestones;

    private String number;
    private String slug;

    @BeforeEach
    void begin() {
        number = new SmallInstrument(jdbc, citations, pages).resolution("Busan 2014", "Dubai 2018");
        slug = "pp-" + number;
    }

    private List<String> citing() {
        return cited.of(slug, 1).stream().map(Cited.Use::url).toList();
    }

    private NewCall call(String address, String purpose) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new NewCall(
                address,
                null,
                LocalizedText.of("en", "A call that rests on a resolution"),
                LocalizedText.of("en", purpose),
                LocalizedText.EMPTY,
                new Call.Mandate("Resolution " + number + " (Rev. Busan, 2014)", "5", ""),
                now.minus(10, ChronoUnit.DAYS),
                now.plus(100, ChronoUnit.DAYS));
    }

    @Test
    void aCallCitesOnceItIsPublicAndAsItsWordsAre() throws Exception {
        String address = SmallCall.freshSlug();
        NewCall words = call(address, "To test");
        CallId id = calls.create(words, SECRETARIAT);
        calls.saveQuestionnaire(id, Json.read(SmallCall.QUESTIONNAIRE, Questionnaire.class), SECRETARIAT);
        assertThat(citing()).isEmpty();

        calls.publish(id, SECRETARIAT);

        assertThat(cited.of(slug, 1)).singleElement().satisfies(one -> {
            assertThat(one.url()).isEqualTo("/calls/" + address);
            assertThat(one.revision()).isEqualTo("Rev. Busan, 2014");
            assertThat(one.paragraphs()).containsExactly("5");
        });
        Visitor reader = Visitor.as(web, people, "contributor");
        assertThat(reader.see("/calls/" + address).html())
                .contains("Rev. Dubai, 2018")
                .contains("Nobody has looked at this since.");

        calls.edit(
                id,
                new NewCall(
                        address,
                        null,
                        words.title(),
                        words.purpose(),
                        words.body(),
                        Call.Mandate.NONE,
                        words.opensAt(),
                        words.closesAt()),
                calls.get(id).version(),
                SECRETARIAT);
        assertThat(citing()).isEmpty();
        assertThat(reader.see("/calls/" + address).html()).doesNotContain("Rev. Dubai, 2018");
    }

    @Test
    void aMilestoneAndAReviewCiteAsTheirWordsAre() {
        var facts = roadmaps.milestones().getFirst().facts();
        long milestone = milestones.add(
                new org.throughline.roadmaps.Milestone.Facts(
                        facts.track(),
                        LocalizedText.of("en", "Report under Resolution " + number),
                        facts.starts(),
                        facts.ends(),
                        facts.otherwise(),
                        facts.kind(),
                        facts.status(),
                        facts.place(),
                        facts.organizer(),
                        List.of(),
                        List.of(),
                        facts.certainty(),
                        facts.sources()),
                SECRETARIAT);
        String review = SmallCall.freshSlug();
        reviews.save(
                review,
                LocalizedText.of("en", "A review"),
                LocalizedText.of("en", "As Resolution " + number + " (Rev. Dubai, 2018) asks."),
                List.of(new Review.Milestone(
                        LocalDate.of(2025, 7, 1), "event", LocalizedText.of("en", "An event"), "")),
                SECRETARIAT);

        assertThat(citing()).containsExactlyInAnyOrder("/roadmaps/milestones/" + milestone, "/reviews/" + review);

        jdbc.sql("DELETE FROM citations.thing WHERE url = ?")
                .param("/reviews/" + review)
                .update();
        reader.readAll();
        assertThat(citing()).containsExactlyInAnyOrder("/roadmaps/milestones/" + milestone, "/reviews/" + review);
    }

    @Test
    void whatIsNotThereAnyMoreIsForgottenWhenAllIsReadAnew() {
        jdbc.sql("""
                INSERT INTO citations.thing (id, kind, key, url, language, title, dated, read_at)
                VALUES (gen_random_uuid(), 'call', ?, '/calls/gone', 'en', '{"en": "Gone"}', '', '2001-01-01')""").param(slug).update();

        reader.readAll();

        assertThat(jdbc.sql("SELECT count(*) FROM citations.thing WHERE kind = 'call' AND key = ?")
                        .param(slug)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
