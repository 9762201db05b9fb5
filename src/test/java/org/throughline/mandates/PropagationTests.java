package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.citations.CitationReviews;
import org.throughline.citations.CitationUses;
import org.throughline.citations.Citations;
import org.throughline.citations.Cited;
import org.throughline.citations.Citing;
import org.throughline.citations.CitingReader;
import org.throughline.citations.CitingText;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.PageStore;
import org.throughline.world.Statements;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// What happens to everything that cites an instrument when the instrument is revised.
@ThroughlineTest
class PropagationTests {

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
    private CitationUses uses;

    @Autowired
    private CitationReviews reviews;

    @Autowired
    private Cited cited;

    @Autowired
    private CitingReader reader;

    @Autowired
    private CitableInstruments citable;

    @Autowired
    private Mandates mandates;

    @Autowired
    private PlatformTransactionManager transactions;

    private SmallInstrument small;

    @BeforeEach
    void begin() {
        small = new SmallInstrument(jdbc, citations, pages);
    }

    private void inside(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private static Citing page(String key, String date) {
        return new Citing(
                Citing.Kind.PAGE, key, "/about", "en", LocalizedText.of("en", "What page " + key + " says"), date);
    }

    private void read(Citing thing, String text) {
        inside(() -> uses.read(CitingText.of(thing, List.of(LocalizedText.of("en", text)), List.of())));
    }

    private void revise(String slug, String label, Set<String> older) {
        inside(() -> reviews.revised(citable.citable(mandates.find(slug).orElseThrow()), label, older, true));
    }

    private List<Cited.Mark> marks(String key) {
        return cited.marks(Citing.Kind.PAGE, key);
    }

    private CitationReviews.Review listed(String slug, String key) {
        return reviews.of(slug, 1).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCitesAnOlderRevisionOrNoneIsListedWhenThereIsANewOne() {
        String number = small.resolution("Busan 2014", "Dubai 2018");
        String slug = "pp-" + number;
        read(page(slug + "-old", "2019"), "Recalling Resolution " + number + " (Rev. Dubai, 2018), paragraph 3.");
        read(page(slug + "-bare", "2019"), "Recalling Resolution " + number + ".");
        read(page(slug + "-none", "2019"), "Recalling nothing at all.");

        revise(slug, "Rev. Bucharest, 2022", Set.of("Rev. Busan, 2014", "Rev. Dubai, 2018"));

        assertThat(reviews.of(slug, 1))
                .extracting(CitationReviews.Review::key)
                .containsExactlyInAnyOrder(slug + "-old", slug + "-bare");
        assertThat(marks(slug + "-old")).singleElement().satisfies(mark -> {
            assertThat(mark.quote()).isEqualTo("Resolution " + number + " (Rev. Dubai, 2018), paragraph 3");
            assertThat(mark.because().revision()).isEqualTo("Rev. Bucharest, 2022");
            assertThat(mark.lookedAt()).isNull();
        });
        assertThat(marks(slug + "-none")).isEmpty();
    }

    @Test
    void aRevisionReplacedWhenItWasCitedIsListedAtOnceAndOneThatWasInForceThenIsNot() {
        String number = small.resolution("Busan 2014", "Dubai 2018");
        String slug = "pp-" + number;
        read(page(slug + "-today", ""), "See Resolution " + number + " (Rev. Busan, 2014).");
        read(page(slug + "-then", "2016"), "See Resolution " + number + " (Rev. Busan, 2014).");

        assertThat(marks(slug + "-today")).hasSize(1);
        assertThat(marks(slug + "-then")).isEmpty();
    }

    @Test
    void wordsThatAreChangedNeedNobodyToLookAndCitingItAgainDoes() {
        String number = small.resolution("Busan 2014", "Dubai 2018");
        String slug = "pp-" + number;
        Citing page = page(slug, "");
        String old = "See Resolution " + number + " (Rev. Busan, 2014).";
        read(page, old);
        read(page, "See Resolution " + number + " (Rev. Dubai, 2018).");

        assertThat(marks(slug)).isEmpty();
        assertThat(listed(slug, slug).outcome()).isEqualTo(CitationReviews.Outcome.CHANGED);

        read(page, old);
        assertThat(marks(slug)).hasSize(1);
        assertThat(listed(slug, slug).lookedAt()).isNull();
    }

    @Test
    void whatIsWithdrawnIsForgottenWithAllThatItCites() {
        String number = small.resolution("Busan 2014", "Dubai 2018");
        String slug = "pp-" + number;
        read(page(slug, ""), "See Resolution " + number + " (Rev. Busan, 2014).");
        assertThat(cited.of(slug, 1)).hasSize(1);

        inside(() -> uses.remove(Citing.Kind.PAGE, slug));

        assertThat(cited.of(slug, 1)).isEmpty();
        assertThat(reviews.of(slug, 1)).isEmpty();
        assertThat(cited.counts(slug)).isEmpty();
    }

    @Test
    void aRevisionThatWordsNamedBeforeItWasOnRecordIsKnownOnceItIs() {
        String number = small.resolution("Busan 2014");
        String slug = "pp-" + number;
        read(page(slug, ""), "See Resolution " + number + " (Rev. Dubai, 2018).");
        assertThat(cited.of(slug, 1)).singleElement().satisfies(one -> {
            assertThat(one.revision()).isNull();
            assertThat(one.named()).isEqualTo("Rev. Dubai, 2018");
        });
        var later = new org.throughline.citations.Citable(
                slug,
                "pp",
                number,
                List.of(),
                List.of(
                        new org.throughline.citations.Citable.Revision(1, "Rev. Busan, 2014", "", "Busan", "2014"),
                        new org.throughline.citations.Citable.Revision(2, "Rev. Dubai, 2018", "", "Dubai", "2018")));

        inside(() -> reviews.revised(later, "Rev. Dubai, 2018", Set.of("Rev. Busan, 2014"), true));

        assertThat(cited.of(slug, 1))
                .singleElement()
                .satisfies(one -> assertThat(one.revision()).isEqualTo("Rev. Dubai, 2018"));
        assertThat(marks(slug)).isEmpty();
    }

    @Test
    void theSecretariatSaysWhatCameOfItAndNobodyOverwritesAnother() throws Exception {
        String number = small.resolution("Busan 2014", "Dubai 2018");
        String slug = "pp-" + number;
        read(page(slug, ""), "See Resolution " + number + " (Rev. Busan, 2014).");
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String address = "/mandates/reviews/" + slug;
        CitationReviews.Review one = listed(slug, slug);
        String chosen = one.id() + ":" + one.version();

        assertThat(secretariat.see("/work").html()).contains("/mandates/reviews");
        assertThat(secretariat.see(address).html())
                .contains("What page " + slug)
                .contains("Waits since");
        assertThat(secretariat.send(address, "outcome", "still-right").status()).isEqualTo(422);
        assertThat(secretariat
                        .send(address, "chosen", chosen, "outcome", "still-right")
                        .html())
                .contains("Give a reason");
        assertThat(secretariat
                        .send(address, "chosen", chosen, "outcome", "still-right", "reason", "A report on 2014")
                        .status())
                .isEqualTo(303);
        assertThat(secretariat
                        .send(address, "chosen", chosen, "outcome", "changed")
                        .status())
                .isEqualTo(409);

        var looked = secretariat.see(address).page();
        assertThat(looked.text()).contains("Still right", "A report on 2014");
        assertThat(looked.select("main h2 + ul").text()).contains("What page " + slug);
        assertThat(marks(slug))
                .singleElement()
                .satisfies(mark -> assertThat(mark.outcome()).isEqualTo(CitationReviews.Outcome.STILL_RIGHT));
        assertThat(Visitor.as(web, people, "contributor").see(address).status()).isEqualTo(403);
    }

    private String citedBy(int things) {
        String number = small.resolution("Busan 2014", "Dubai 2018");
        for (int i = 1; i <= things; i++)
            read(page("pp-" + number + "-" + i, ""), "See Resolution " + number + " (Rev. Busan, 2014).");
        return "pp-" + number;
    }

    @Test
    void listsAskTheDatabaseAsOftenForThreeAsForOne() throws Exception {
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        for (String pattern :
                List.of("/mandates/reviews/%s", "/mandates/%s/uses", "/mandates/%s", "/mandates/%s/compare")) {
            secretariat.see(pattern.formatted(citedBy(1)));
            String one = pattern.formatted(citedBy(1));
            String three = pattern.formatted(citedBy(3));

            int few = Statements.during(() -> secretariat.see(one)).size();

            assertThat(few).isPositive();
            assertThat(Statements.during(() -> secretariat.see(three)))
                    .as(pattern)
                    .hasSize(few);
        }
    }

    @Test
    void everyTaskIsKnownToCiteTheRevisionThatGaveIt() throws Exception {
        reader.readAll();

        assertThat(cited.of("unga-80-173", 1))
                .anySatisfy(one -> assertThat(one.url()).isEqualTo("/mandates/unga-80-173/tasks/8"));
        assertThat(Visitor.as(web, people, "contributor")
                        .see("/mandates/unga-80-173/uses")
                        .html())
                .contains("/mandates/unga-80-173/tasks/8");
    }

    @Test
    void ownersWriteInTheirOwnTransactionOnly() {
        assertThatThrownBy(() -> uses.remove(Citing.Kind.PAGE, "none")).hasMessageContaining("transaction");
    }
}
