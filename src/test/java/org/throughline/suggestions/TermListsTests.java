package org.throughline.suggestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.SecondNode;
import org.throughline.vocabulary.Vocabulary;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// What the secretariat says of terms lies over the program's own lists, holds at once and everywhere, and can be
/// taken back.
@ThroughlineTest
class TermListsTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    TermLists lists;

    @Autowired
    Suggestions suggestions;

    @Autowired
    OwnTermRows rows;

    @Autowired
    Vocabulary vocabulary;

    @Autowired
    PageStore pages;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource ownerDataSource;

    @Autowired
    DemoPeople people;

    @Autowired
    MockMvc web;

    @AfterEach
    void asShipped() {
        jdbc.sql("DELETE FROM suggestions.own_term").update();
        jdbc.sql("DELETE FROM suggestions.silent_word").update();
        pages.changed(EngineInUse.TERMS);
    }

    private String first(String scheme, String text, String language) {
        return suggestions.suggest(scheme, text, language, 1).stream()
                .map(Suggestion::code)
                .findFirst()
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "en, quuxification, The quuxification of everything",
        "fr, quuxification nationale, Les quuxifications nationales",
        "es, cuxificación, La cuxificación de todo",
        "ru, квуксификац*, О квуксификации всего",
        "ar, الكوكسفة, كوكسفة كل شيء",
        "zh, 酷克斯化, 全国酷克斯化工程"
    })
    void aTermThatIsAddedCausesItsCodeInItsLanguage(String language, String term, String text) {
        for (var scheme : List.of(Vocabulary.ACTION_LINES, Vocabulary.GDC)) {
            String code = scheme.equals(Vocabulary.GDC) ? "4" : "C8";
            lists.weigh(SECRETARIAT, scheme, code, language, List.of(term), 4);
            assertThat(first(scheme, text, language)).as(term).isEqualTo(code);
            assertThat(lists.lines(scheme, code, language, ""))
                    .anySatisfy(line -> assertThat(line).isEqualTo(new TermLists.Line(term, 0, 4.0, 4)));
            lists.restore(SECRETARIAT, scheme, code, language, List.of(term));
            assertThat(first(scheme, text, language)).as(term).isNotEqualTo(code);
        }
    }

    @Test
    void aShippedTermThatIsTakenOutSaysNothingForThatCodeAndComesBack() {
        String text = "Telemedicine";
        assertThat(first(Vocabulary.ACTION_LINES, text, "en")).isEqualTo("C7-EHEA");
        assertThat(lists.lines(Vocabulary.ACTION_LINES, "C7-EHEA", "en", "telemed"))
                .singleElement()
                .matches(line -> line.own() == null && line.shipped() > 0);
        lists.weigh(SECRETARIAT, Vocabulary.ACTION_LINES, "C7-EHEA", "en", List.of("telemedicine"), 0);
        assertThat(first(Vocabulary.ACTION_LINES, text, "en")).isNotEqualTo("C7-EHEA");
        assertThat(first(Vocabulary.ACTION_LINES, "A hospital", "en")).isEqualTo("C7-EHEA");
        assertThat(first(Vocabulary.SDGS, text, "en"))
                .as("of other vocabularies nobody spoke")
                .isEqualTo("3");
        assertThat(lists.lines(Vocabulary.ACTION_LINES, "C7-EHEA", "en", "telemed"))
                .singleElement()
                .matches(TermLists.Line::isOut);
        lists.restore(SECRETARIAT, Vocabulary.ACTION_LINES, "C7-EHEA", "en", List.of("telemedicine"));
        assertThat(first(Vocabulary.ACTION_LINES, text, "en")).isEqualTo("C7-EHEA");
    }

    @Test
    void whoChangedWhatIsOnRecordAndNoChangeIsNone() {
        String term = "zorbling " + letters();
        lists.weigh(SECRETARIAT, Vocabulary.SDGS, "9", "en", List.of(term), 2);
        lists.weigh(SECRETARIAT, Vocabulary.SDGS, "9", "en", List.of(term), 2);
        lists.weigh(SECRETARIAT, Vocabulary.SDGS, "9", "en", List.of(term), 0);
        assertThat(audit.of(TermLists.subject(Vocabulary.SDGS), 50).stream()
                        .filter(act -> act.details().contains(term))
                        .map(AuditTrail.Act::action))
                .hasSize(2)
                .containsOnly("suggestion-term-weighed");
        assertThat(rows.of(Vocabulary.SDGS, "9", "en"))
                .as("0 is what the lists give it")
                .isEmpty();
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    @Test
    void aWordThatIsSilencedSaysNothingAnywhere() {
        assertThat(first(Vocabulary.ACTION_LINES, "Farmers", "en")).isEqualTo("C7-EAGR");
        lists.silence(SECRETARIAT, "en", "Farmer");
        assertThat(first(Vocabulary.ACTION_LINES, "Farmers", "en")).isNotEqualTo("C7-EAGR");
        assertThat(lists.silentWords("en")).containsExactly("farmer");
        lists.hear(SECRETARIAT, "en", "farmer");
        assertThat(first(Vocabulary.ACTION_LINES, "Farmers", "en")).isEqualTo("C7-EAGR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | the and of | term-unreadable",
                "en | a*b | term-unreadable",
                "en | ab* | term-unreadable",
                "en | one; two | term-unreadable",
                "en | العربية | term-in-other-letters",
                "zh | AI治理 | term-in-other-letters",
                "ru | ICT | term-in-other-letters",
                "en | aa bb cc dd ee ff gg hh kk | term-too-long",
                "de | wort | language-unknown"
            })
    void whatNoTextCouldBeFoundByIsRefused(String language, String term, String slug) {
        assertThatThrownBy(
                        () -> lists.weigh(SECRETARIAT, Vocabulary.GDC, "1", language, List.of("connectivity", term), 2))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo(slug));
        assertThat(rows.all()).isEmpty();
    }

    @Test
    void theOtherNodeSuggestsByTheNewTermsWhenTheChangeIsAcknowledged() {
        try (var node = new SecondNode(ownerDataSource)) {
            var other = new Suggestions(new EngineInUse(vocabulary, rows, node.pages()));
            assertThat(other.suggest(Vocabulary.GDC, "quuxification", "en", 1)).isEmpty();
            lists.weigh(SECRETARIAT, Vocabulary.GDC, "5", "en", List.of("quuxification"), 3);
            assertThat(other.suggest(Vocabulary.GDC, "quuxification", "en", 1))
                    .singleElement()
                    .matches(one -> one.code().equals("5"));
        }
    }

    @Test
    void theReasonsOfACodeAreItsTermsAndWhatWasLearnt() {
        lists.weigh(SECRETARIAT, Vocabulary.SDGS, "6", "en", List.of("village pump"), 4);
        var reasons = suggestions.reasons(Vocabulary.SDGS, "A village pump and clean water", "en", "6");
        assertThat(reasons)
                .anyMatch(one ->
                        one.kind() == Reason.Kind.OWN_TERM && one.words().equals("village pump") && one.part() > 0)
                .anyMatch(one -> one.kind() == Reason.Kind.TERM && one.words().contains("water"));
    }

    @Test
    void theSecretariatAddsWeighsTakesOutRestoresAndTriesWithoutScript() throws Exception {
        Visitor visitor = Visitor.as(web, people, "secretariat");
        String list = "/suggestions/terms?vocabulary=gdc&code=3&language=en";
        assertThat(visitor.fill(
                                list,
                                "/suggestions/terms/additions",
                                "terms",
                                "quuxing, online\nzorbling",
                                "weight",
                                "3.5")
                        .location())
                .isEqualTo(list);
        var listed = visitor.see(list + "&part=quux");
        assertThat(listed.page().select("#ticked tbody th").eachText()).containsExactly("quuxing, online");
        assertThat(listed.page().select("#ticked tbody td:nth-child(4)").text()).isEqualTo("3.5");
        var tried = visitor.send(
                "/suggestions/terms/trial", "vocabulary", "gdc", "code", "3", "language", "en", "text", "Of zorbling");
        assertThat(tried.page().select("section[aria-labelledby=trial] ol mark").eachText())
                .containsExactly("zorbling");
        visitor.fill(list + "&part=quux", "/suggestions/terms/changes", "term", "quuxing, online", "act", "out");
        visitor.fill(
                list + "&part=zorb", "/suggestions/terms/changes", "term", "zorbling", "act", "weigh", "weight", "1.0");
        assertThat(rows.of("gdc", "3", "en").stream().map(OwnTerm::weight)).containsExactly(1.0);
        var wrong = visitor.fill(list, "/suggestions/terms/additions", "terms", "the");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary a").attr("href")).isEqualTo("#terms");
        assertThat(wrong.page().select("textarea#terms").text()).isEqualTo("the");
        assertThat(visitor.fill(list, "/suggestions/terms/changes", "act", "out")
                        .status())
                .isEqualTo(422);
        visitor.fill(list, "/suggestions/terms/silent/silence", "word", "platform");
        assertThat(visitor.see("/ar" + list).words()).contains("platform").contains("zorbling");
        assertThat(visitor.see("/suggestions/terms?vocabulary=x&code=y&language=zz&page=99&part=%F0%9F%98%80")
                        .status())
                .isEqualTo(200);
        assertThat(Visitor.as(web, people, "contributor").see(list).status()).isEqualTo(403);
    }
}
