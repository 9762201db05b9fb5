package org.throughline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What search does on every back end. Each test works in a kind of its own.
abstract class SearchContract {

    @Autowired
    SearchIndex index;

    @Autowired
    Search search;

    @Autowired
    SearchMaintenance maintenance;

    @Autowired
    PlatformTransactionManager transactions;

    final String kind = "k" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void theIndexIsThere() {
        caughtUp();
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    void put(String key, String language, String title, String body) {
        inTransaction(() -> index.put(SearchEntry.of(kind, key, "/things/" + key, language, title, body)));
    }

    void caughtUp() {
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
    }

    SearchQuery query(String text) {
        return SearchQuery.of(text, "en").ofKinds(List.of(kind));
    }

    List<String> found(String text) {
        return search.find(query(text)).hits().stream()
                .map(SearchResults.Hit::key)
                .sorted()
                .toList();
    }

    @Test
    void whatWasPutIsFoundByAnyOfItsWords() {
        put("1", "en", "Connecting rural schools", "Community networks brought the villages online in two years.");
        caughtUp();
        assertThat(found("schools")).containsExactly("1");
        assertThat(found("village network")).containsExactly("1");
        assertThat(found("schools submarine")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "organisation, organization",
        "Organisations, organization",
        "organised, organizing",
        "labour, labor",
        "centres, center",
        "programme, program",
        "behavioural, behavioral",
        "digitalisation, digitization",
        "decentralised, decentralize",
        "cataloguing, cataloging",
        "licences, license",
        "enrolment, enrollment"
    })
    void britishAndAmericanSpellingsFindEachOtherAndAreMarkedAsTheyStand(String british, String american) {
        put("1", "en", "British", "How the " + british + " of schools went on.");
        put("2", "en", "American", "How the " + american + " of schools went on.");
        caughtUp();
        for (String wanted : List.of(british, american, '"' + british + '"', american + " of schools")) {
            List<SearchResults.Hit> hits = search.find(query(wanted)).hits();
            assertThat(hits)
                    .describedAs(wanted)
                    .extracting(hit -> marks(hit.snippet()).getFirst())
                    .containsExactlyInAnyOrder(british, american);
        }
    }

    @Test
    void aWordThatOnlyBeginsLikeAnotherSpellingIsAnotherWord() {
        put("1", "en", "Laboratories", "The advertised laboratory promised to exercise.");
        caughtUp();
        assertThat(found("\"labour\"")).isEmpty();
        assertThat(found("\"labor\"")).isEmpty();
        assertThat(found("laboratory")).containsExactly("1");
    }

    @Test
    void anArabicWordIsFoundWithAndWithoutArticleAndVowelSigns() {
        put("1", "ar", "إدارة المياه", "تساعد التكنولوجيا الرقمية على توفير المياه في القرى.");
        caughtUp();
        assertThat(found("مياه")).containsExactly("1");
        assertThat(found("المياه")).containsExactly("1");
        assertThat(found("والمياه")).containsExactly("1");
        assertThat(found("الرَّقْمِيَّة")).containsExactly("1");
    }

    @Test
    void accentsAreForgivenBothWays() {
        put("1", "fr", "L’énergie des écoles", "Les réseaux communautaires relient les écoles à l’énergie solaire.");
        put("2", "es", "Educación rural", "La conexion llega a las escuelas.");
        caughtUp();
        assertThat(found("energie")).containsExactly("1");
        assertThat(found("énergies")).containsExactly("1");
        assertThat(found("école solaire")).containsExactly("1");
        assertThat(found("educacion")).containsExactly("2");
        assertThat(found("conexión")).containsExactly("2");
    }

    @Test
    void russianWordsAreFoundInEveryCase() {
        put("1", "ru", "Изменение климата", "Ещё одна школа подключена к сети.");
        caughtUp();
        assertThat(found("климат")).containsExactly("1");
        assertThat(found("школу")).containsExactly("1");
        assertThat(found("школами")).containsExactly("1");
        assertThat(found("еще")).containsExactly("1");
    }

    @Test
    void chineseIsFoundByAnyPartOfAtLeastOneSign() {
        put("1", "zh", "信息社会世界峰会", "农村学校通过社区网络实现可持续发展。");
        put("2", "zh", "水", "社区的信息与水。");
        caughtUp();
        assertThat(found("可持续")).containsExactly("1");
        assertThat(found("信息社会")).containsExactly("1");
        assertThat(found("水")).containsExactly("2");
        assertThat(found("社区")).containsExactly("1", "2");
        assertThat(found("社信")).isEmpty();
    }

    @Test
    void aTextInALanguageOutsideTheSixIsFoundToo() {
        put("1", "pt", "Governança da Internet", "As escolas públicas têm conexão.");
        caughtUp();
        assertThat(found("governanca")).containsExactly("1");
        assertThat(search.find(query("governança")).hits().getFirst().language())
                .isEqualTo("pt");
    }

    @Test
    void spellingIsForgivenWhenNothingMatchesAsTyped() {
        put("1", "en", "Connecting rural schools", "Infrastructure for everybody.");
        caughtUp();
        SearchResults exact = search.find(query("infrastructure"));
        SearchResults slip = search.find(query("infrastucture skools"));
        assertThat(exact.similar()).isFalse();
        assertThat(slip.similar()).isTrue();
        assertThat(slip.hits()).extracting(SearchResults.Hit::key).containsExactly("1");
        assertThat(marks(slip.hits().getFirst().title())).containsExactly("schools");
        assertThat(marks(slip.hits().getFirst().snippet())).containsExactly("Infrastructure");
    }

    @Test
    void quotesAskForThePhraseAndAMinusLeavesAWordOut() {
        put("1", "en", "The right to information", "It is a right.");
        put("2", "en", "Information on the right", "Turn right for information.");
        caughtUp();
        assertThat(found("right information")).containsExactly("1", "2");
        assertThat(found("\"right to information\"")).containsExactly("1");
        assertThat(found("“right to information”")).containsExactly("1");
        assertThat(found("information -turn")).containsExactly("1");
        assertThat(found("information -\"right to information\"")).containsExactly("2");
    }

    @Test
    void theWordStillBeingTypedIsFoundByItsBeginning() {
        put("1", "en", "Stocktaking", "A register.");
        caughtUp();
        assertThat(found("stockt")).containsExactly("1");
        assertThat(marks(search.find(query("stockt")).hits().getFirst().title()))
                .containsExactly("Stocktaking");
    }

    @Test
    void fillersAreNotRequired() {
        put("1", "fr", "Réseaux", "Rapport annuel réseaux écoles.");
        caughtUp();
        assertThat(found("le rapport sur les écoles")).containsExactly("1");
    }

    @Test
    void whatStandsInTheTitleComesFirst() {
        put("1", "en", "Annual report", "It mentions broadband once among many other words of the text.");
        put("2", "en", "Broadband for islands", "A text.");
        caughtUp();
        assertThat(search.find(query("broadband")).hits())
                .extracting(SearchResults.Hit::key)
                .containsExactly("2", "1");
    }

    @Test
    void anEntryInSeveralLanguagesIsOneHitShownInTheReadersLanguage() {
        var words = Map.of(
                "en", new SearchEntry.Words("Open call", "About cybersecurity."),
                "fr", new SearchEntry.Words("Appel ouvert", "Sur la cybersécurité."));
        inTransaction(() -> index.put(new SearchEntry(kind, "1", "/things/1", "en", words, Map.of(), null)));
        caughtUp();
        SearchQuery french = SearchQuery.of("cybersecurite", "fr").ofKinds(List.of(kind));
        assertThat(search.find(french).hits()).singleElement().satisfies(hit -> {
            assertThat(hit.language()).isEqualTo("fr");
            assertThat(hit.title().plain()).isEqualTo("Appel ouvert");
            assertThat(marks(hit.snippet())).containsExactly("cybersécurité");
        });
        assertThat(search.find(query("cybersecurity")).hits().getFirst().title().plain())
                .isEqualTo("Open call");
    }

    @Test
    void filtersNarrowAndTheirOwnFacetKeepsTheOtherChoices() {
        inTransaction(() -> index.putAll(List.of(
                SearchEntry.of(kind, "1", "/1", "en", "One lighthouse", "x").withFacet("region", "AFR"),
                SearchEntry.of(kind, "2", "/2", "fr", "Two lighthouse", "x").withFacet("region", "EUR"),
                SearchEntry.of(kind, "3", "/3", "en", "Three lighthouse", "x")
                        .withFacet("region", List.of("AFR", "EUR")))));
        caughtUp();
        SearchResults all = search.find(query("lighthouse").counting("region"));
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.facets().get("region"))
                .containsExactlyInAnyOrder(
                        new SearchResults.FacetCount("AFR", 2), new SearchResults.FacetCount("EUR", 2));
        assertThat(all.facets().get("language")).contains(new SearchResults.FacetCount("en", 2));
        SearchResults african =
                search.find(query("lighthouse").counting("region").where("region", List.of("AFR")));
        assertThat(african.total()).isEqualTo(2);
        assertThat(african.facets().get("region"))
                .containsExactlyInAnyOrder(
                        new SearchResults.FacetCount("AFR", 2), new SearchResults.FacetCount("EUR", 2));
        SearchResults french = search.find(query("lighthouse").inLanguages(List.of("fr")));
        assertThat(french.hits()).extracting(SearchResults.Hit::key).containsExactly("2");
    }

    @Test
    void theNewestOfEqualsComesFirstAndPagesDoNotOverlap() {
        inTransaction(() -> index.putAll(IntStream.range(0, 25)
                .mapToObj(i -> SearchEntry.of(kind, "k" + i, "/" + i, "en", "Equal", "pelican")
                        .at(Instant.parse("2025-01-01T00:00:00Z").plusSeconds(i)))
                .toList()));
        caughtUp();
        List<String> keys = IntStream.rangeClosed(1, 3)
                .mapToObj(page -> search.find(query("pelican").page(page, 10)).hits())
                .flatMap(List::stream)
                .map(SearchResults.Hit::key)
                .toList();
        assertThat(keys)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "k" + (24 - i)).toList());
    }

    @Test
    void everythingThatMatchesIsKnownByItsNumberTheBestFirst() {
        put("7", "en", "Annual report", "It mentions albatross once among many other words of the text.");
        put("12", "en", "Albatross for islands", "A text.");
        put("13", "fr", "Rapport", "Un albatros.");
        put("word", "en", "Albatross", "Without a number.");
        caughtUp();
        Matches matches = search.matches(query("albatross"));
        assertThat(matches.best(number -> true, 0, 10)).containsExactly(12L, 7L);
        assertThat(matches.best(number -> true, 1, 10)).containsExactly(7L);
        assertThat(matches.best(number -> number != 12, 0, 10)).containsExactly(7L);
        assertThat(matches.similar()).isFalse();
        assertThat(search.matches(query("albatross").ordered(SearchQuery.Order.NEWEST))
                        .numbers())
                .containsExactlyInAnyOrder(7, 12);
        Matches slip = search.matches(query("albatroz"));
        assertThat(slip.similar()).isTrue();
        assertThat(slip.numbers()).contains(7, 12);
        assertThat(search.marked(query("albatross"), false, kind, List.of("12", "999", "7")))
                .extracting(hit -> marks(hit.title()))
                .containsExactly(List.of("Albatross"), List.of());
        assertThat(search.matches(query("")).numbers()).isEmpty();
    }

    @Test
    void anEntryIsReplacedAndRemovedByItsKey() {
        put("a/1", "en", "Marigold", "x");
        put("a/2", "en", "Marigold", "x");
        put("b/1", "en", "Marigold", "x");
        put("a/1", "en", "Foxglove", "x");
        caughtUp();
        assertThat(found("marigold")).containsExactly("a/2", "b/1");
        assertThat(found("foxglove")).containsExactly("a/1");
        inTransaction(() -> index.remove(kind, "b/1"));
        caughtUp();
        assertThat(found("marigold")).containsExactly("a/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "*",
                "?",
                "a*",
                "\"",
                "\"\"",
                "\"unclosed",
                "-",
                "--",
                "-only",
                "+",
                "&&",
                "AND OR NOT",
                "title_en:x",
                "[a TO b]",
                "{x",
                "(((((",
                "\\",
                "\\\"",
                "/.*/",
                "a~99999999",
                "a^1e999",
                "_exists_:x",
                "<script>alert(1)</script>",
                "'; DROP TABLE x;--",
                "\u0000",
                "\uD800",
                "a\uDC00b",
                "😀",
                "👩‍👩‍👧‍👦 family",
                "\u202Eabc\u202C",
                "ﷺ",
                "Ω≈ç√∫˜µ≤",
                "${jndi:ldap://x}",
                "{0,plural}",
                "%s%n",
                "T̶̡̢̛̗̱̤e̵s̷t̶"
            })
    void nothingThatCanBeTypedFails(String text) {
        assertThat(search.find(query(text)).state()).isEqualTo(SearchResults.State.READY);
    }

    @Test
    void tenThousandCharactersAreCutAndDoNotFail() {
        for (String unit : List.of("a", "a ", "\"a\" ", "水", "😀", "-a ", "ab* ", "\"", "ا ", "(")) {
            SearchResults results = search.find(query(unit.repeat(10_000)));
            assertThat(results.state()).isEqualTo(SearchResults.State.READY);
        }
    }

    @Test
    void anythingCanBeIndexedAndComesBackUnchanged() {
        String odd = "Ünïcödé 😀 <b>bold</b> & \"quoted\" \\u0000 {0} \u202Ertl";
        put("1", "en", odd + " peregrine", "half \uD83D surrogate, zero \u0000 byte. peregrine");
        caughtUp();
        SearchResults.Hit hit = search.find(query("peregrine")).hits().getFirst();
        assertThat(hit.title().plain()).isEqualTo(odd + " peregrine");
        assertThat(hit.snippet().plain()).isEqualTo("half \uFFFD surrogate, zero byte. peregrine");
    }

    static List<String> marks(SearchResults.Marked text) {
        return text.spans().stream()
                .filter(SearchResults.Span::found)
                .map(SearchResults.Span::text)
                .toList();
    }
}
