package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.citations.CitationUses;
import org.throughline.citations.Cited;
import org.throughline.citations.Citing;
import org.throughline.citations.Found;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.LocalizedText;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// The secretariat keeps the register: whatever it adds, corrects or takes back is public at once and stays on record.
@ThroughlineTest
class EntryDeskTests {

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private EntryDesk desk;

    @Autowired
    private CitationUses uses;

    @Autowired
    private Cited cited;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String slug = "test-" + ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);

    private Visitor secretariat() throws Exception {
        return Visitor.as(web, people, "secretariat");
    }

    private static String[] revision(String label, String adopted) {
        return new String[] {
            "label",
            label,
            "adopted",
            adopted,
            "place",
            "Geneva",
            "symbol",
            "",
            "certainty",
            "unverified",
            "source",
            "A letter"
        };
    }

    private void instrument(Visitor secretariat) throws Exception {
        var sent = secretariat.send(
                "/mandates/desk/instruments/new",
                "slug",
                slug,
                "body",
                "wtsa",
                "kind",
                "resolution",
                "number",
                "9" + slug.substring(5, 9),
                "topic-en",
                "Of a test of the desk");
        assertThat(sent.location()).isEqualTo("/mandates/desk/instruments/" + slug);
    }

    private void revisions(Visitor secretariat, String... labels) throws Exception {
        for (String label : labels)
            assertThat(secretariat
                            .send(
                                    "/mandates/desk/revisions/new?of=" + slug,
                                    revision(label, label.substring(label.length() - 4)))
                            .status())
                    .isEqualTo(303);
    }

    private Entry entry(Part part, int at) {
        return desk.of(part, slug).get(at);
    }

    @Test
    void anInstrumentIsPublicWithItsFirstRevisionAndANewOneHasWhatCitesItListed() throws Exception {
        Visitor secretariat = secretariat();
        instrument(secretariat);
        assertThat(mandates.find(slug)).isEmpty();
        revisions(secretariat, "Rev. Here, 2016");
        assertThat(secretariat.see("/mandates/" + slug).html()).contains("Of a test of the desk");
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> uses.put(
                        new Citing(Citing.Kind.PAGE, slug, "/about", "en", LocalizedText.of("en", "A page"), ""),
                        List.of(new Found(slug, "Rev. Here, 2016", "", "the resolution of 2016", "en", List.of()))));

        revisions(secretariat, "Rev. There, 2024");

        assertThat(cited.marks(Citing.Kind.PAGE, slug))
                .singleElement()
                .satisfies(mark -> assertThat(mark.because().revision()).isEqualTo("Rev. There, 2024"));
        assertThat(secretariat.see("/mandates/reviews/" + slug).html()).contains("the resolution of 2016");
    }

    @Test
    void aRevisionFoundLaterTakesItsPlaceInTheLineOfTime() throws Exception {
        Visitor secretariat = secretariat();
        instrument(secretariat);

        revisions(secretariat, "Rev. Here, 2016", "Rev. There, 2024", "Rev. Between, 2020");

        assertThat(mandates.get(slug).revisions())
                .extracting(Instrument.Revision::label)
                .containsExactly("Rev. Here, 2016", "Rev. Between, 2020", "Rev. There, 2024");
    }

    @Test
    void aCorrectionIsOnRecordFieldByFieldAndNobodyOverwritesAnother() throws Exception {
        Visitor secretariat = secretariat();
        instrument(secretariat);
        revisions(secretariat, "Rev. Here, 2016", "Rev. There, 2024");
        Entry first = entry(Part.REVISIONS, 0);
        String[] changed = revision("Rev. Here, 2016", "2016-11");
        String[] sent = java.util.Arrays.copyOf(changed, changed.length + 2);
        sent[changed.length] = "version";
        sent[changed.length + 1] = "1";
        String address = "/mandates/desk/revisions/" + first.id();

        assertThat(secretariat.send(address, sent).status()).isEqualTo(303);
        assertThat(secretariat.send(address, sent).status()).isEqualTo(409);

        assertThat(mandates.get(slug).revisions().getFirst().adopted()).isEqualTo("2016-11");
        assertThat(secretariat.see("/mandates/desk/instruments/" + slug).html()).contains("Adopted: 2016 → 2016-11");
    }

    @Test
    void whatWasWrongIsTakenBackForAReasonAndTheAddressSaysSo() throws Exception {
        Visitor secretariat = secretariat();
        instrument(secretariat);
        revisions(secretariat, "Rev. Here, 2016", "Rev. Wrong, 2024");
        Entry wrong = entry(Part.REVISIONS, 1);
        String retire = "/mandates/desk/revisions/" + wrong.id() + "/retirement";

        assertThat(secretariat.send(retire, "version", "1").status()).isEqualTo(422);
        assertThat(secretariat
                        .send(retire, "version", "1", "reason", "There was none")
                        .status())
                .isEqualTo(303);
        assertThat(mandates.get(slug).current().label()).isEqualTo("Rev. Here, 2016");
        assertThat(secretariat
                        .send(
                                "/mandates/desk/revisions/"
                                        + entry(Part.REVISIONS, 0).id() + "/retirement",
                                "version",
                                "1",
                                "reason",
                                "None either")
                        .status())
                .isEqualTo(409);

        assertThat(secretariat
                        .send(
                                "/mandates/desk/instruments/" + slug + "/retirement",
                                "version",
                                "1",
                                "reason",
                                "It is another’s")
                        .status())
                .isEqualTo(303);
        var gone = Visitor.as(web, people, "contributor").see("/mandates/" + slug);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.html()).contains("It is another’s");
        assertThat(jdbc.sql("SELECT count(*) FROM search.entry WHERE kind = 'instrument' AND key = ?")
                        .param(slug)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void paragraphsOfTwoRevisionsAreComparedByNumberThenByLikeness() throws Exception {
        Visitor secretariat = secretariat();
        instrument(secretariat);
        revisions(secretariat, "Rev. Here, 2016", "Rev. There, 2024");
        String add = "/mandates/desk/paragraphs/new?of=" + slug;
        String[][] all = {
            {"Rev. Here, 2016", "1", "Asks for a report every year"},
            {"Rev. Here, 2016", "2", "Asks members to share their experience of road maps"},
            {"Rev. There, 2024", "1", "Asks for a report every second year"},
            {"Rev. There, 2024", "3", "Asks all members to share their experience of road maps"},
            {"Rev. There, 2024", "4", "Something quite new"}
        };
        for (String[] one : all)
            assertThat(secretariat
                            .send(
                                    add,
                                    "revision",
                                    one[0],
                                    "label",
                                    one[1],
                                    "words-en",
                                    one[2],
                                    "certainty",
                                    "confirmed",
                                    "source",
                                    "The document")
                            .status())
                    .isEqualTo(303);

        String page = secretariat.see("/mandates/" + slug + "/compare").words();

        assertThat(page)
                .contains("Paragraph 1 Changed")
                .contains("Paragraph 2, now 3 Changed")
                .contains("Paragraph 4 New");
    }

    @Test
    void aReferenceIsWrittenAsTextsCite() throws Exception {
        Visitor secretariat = secretariat();
        instrument(secretariat);
        revisions(secretariat, "Rev. Here, 2016");

        assertThat(secretariat
                        .send(
                                "/mandates/desk/references/new?of=" + slug,
                                "revision",
                                "Rev. Here, 2016",
                                "kind",
                                "recalls",
                                "to",
                                "Resolution 140 (Rev. Dubai, 2018)",
                                "certainty",
                                "confirmed",
                                "source",
                                "A letter")
                        .status())
                .isEqualTo(303);

        assertThat(secretariat.see("/mandates/desk/instruments/" + slug).words())
                .contains("Recalls Resolution 140");
        assertThat(secretariat.see("/mandates/" + slug).html())
                .contains("/mandates/pp-140\"")
                .contains("/mandates/desk/paragraphs/new?of=" + slug);
    }

    @Test
    void formsSayWhatIsWrongAndKeepWhatWasTyped() throws Exception {
        Visitor secretariat = secretariat();
        instrument(secretariat);
        revisions(secretariat, "Rev. Here, 2016");

        var sent = secretariat.send(
                "/mandates/desk/references/new?of=" + slug,
                "revision",
                "Rev. Here, 2016",
                "kind",
                "recalls",
                "to",
                "no-such-thing",
                "certainty",
                "confirmed",
                "source",
                "");
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.html())
                .contains("There is no such instrument on the register.")
                .contains("Fill this in.")
                .contains("no-such-thing");
        assertThat(secretariat
                        .send("/mandates/desk/instruments/new", "slug", "desk", "body", "wtsa", "kind", "resolution")
                        .status())
                .isEqualTo(422);
        assertThat(Visitor.as(web, people, "contributor").see("/mandates/desk").status())
                .isEqualTo(403);
    }
}
