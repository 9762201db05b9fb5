package org.throughline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.world.ThroughlineTest;

/// The search page and the search for programs.
@ThroughlineTest
class SearchPageTests {

    @Autowired
    MockMvc web;

    @Autowired
    SearchIndex index;

    @Autowired
    SearchMaintenance maintenance;

    @Autowired
    PlatformTransactionManager transactions;

    /// A word that only this test's entries have.
    final String word = "w" + UUID.randomUUID().toString().replaceAll("[-0-9]", "x");

    @BeforeEach
    void theIndexIsThere() {
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
    }

    private void put(SearchEntry... entries) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> index.putAll(List.of(entries)));
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
    }

    private Document page(String address, Object... values) throws Exception {
        return Jsoup.parse(web.perform(get(address, values))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void aPageWithoutAQuestionGivesTips() throws Exception {
        Document page = page("/search");
        assertThat(page.select("form[role=search] input[name=q]")).hasSize(1);
        assertThat(page.select("main ul li").size()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void resultsAreMarkedEscapedAndSayTheirLanguage() throws Exception {
        put(
                SearchEntry.of(
                        "input",
                        word + "/1",
                        "/calls/x/inputs/1",
                        "en",
                        "<b>Islands</b> " + word,
                        "Text with " + word + "."),
                SearchEntry.of("input", word + "/2", "/calls/x/inputs/2", "ar", "جزر " + word, "نص عن " + word));
        Document page = page("/fr/search?q={q}", word);
        assertThat(page.select("ol h3 a").eachAttr("href"))
                .containsExactlyInAnyOrder("/fr/calls/x/inputs/1", "/fr/calls/x/inputs/2");
        assertThat(page.select("ol h3 mark").eachText()).containsExactly(word, word);
        assertThat(page.select("ol b")).isEmpty();
        assertThat(page.select("ol h3:contains(Islands)").text()).isEqualTo("<b>Islands</b> " + word);
        Element arabic = page.select("ol h3[lang=ar]").first();
        assertThat(arabic).isNotNull();
        assertThat(arabic.attr("dir")).isEqualTo("rtl");
        assertThat(page.select("h2").first().text()).isEqualTo("2 résultats pour « " + word + " »");
    }

    @Test
    void filtersAndPagesAreAddresses() throws Exception {
        put(IntStream.rangeClosed(1, 12)
                .mapToObj(i -> SearchEntry.of(
                        i > 11 ? "call" : "input", word + "/" + i, "/x/" + i, i > 6 ? "fr" : "en", word, word))
                .toArray(SearchEntry[]::new));
        Document first = page("/search?q={q}", word + " {x}");
        assertThat(first.select("h2").first().text()).startsWith("Nothing was found");
        first = page("/search?q={q}", word);
        assertThat(first.select("ol > li")).hasSize(10);
        Document second = page(first.select("a[rel=next]").attr("href"));
        assertThat(second.select("ol > li")).hasSize(2);
        assertThat(second.select("a[rel=next]")).isEmpty();
        Document calls = page(first.select(".facet a:contains(Call for inputs)").attr("href"));
        assertThat(calls.select("ol > li")).hasSize(1);
        assertThat(calls.select(".facet a:contains(Input)").next("span").text()).isEqualTo("11");
        Document again = page(calls.select(".chips a").attr("href"));
        assertThat(again.select("h2").first().text()).startsWith("12 results");
        Document french = page(first.select(".facet a[lang=fr]").attr("href"));
        assertThat(french.select("h2").first().text()).startsWith("6 results");
    }

    @Test
    void resultsMayStandNewestFirst() throws Exception {
        put(
                SearchEntry.of("input", word + "/1", "/x/old", "en", word + " " + word, word)
                        .at(Instant.parse("2020-01-01T00:00:00Z")),
                SearchEntry.of("call", word + "/2", "/x/new", "en", "Another", "Text with " + word)
                        .at(Instant.parse("2025-01-01T00:00:00Z")));
        Document page = page("/search?q={q}", word);
        assertThat(page.select("ol h3 a").eachAttr("href")).containsExactly("/x/old", "/x/new");
        assertThat(page.select("main [aria-current]").eachText()).containsExactly("Best match");
        Document newest = page(page.select("main a:contains(Newest first)").attr("href"));
        assertThat(newest.select("ol h3 a").eachAttr("href")).containsExactly("/x/new", "/x/old");
        assertThat(newest.select(".facet a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(link -> link.contains("sort=newest"));
        web.perform(get("/api/v1/search?q={q}&sort=newest&size=1", word))
                .andExpect(jsonPath("$.items[0].url").value("/x/new"))
                .andExpect(jsonPath("$.next").value("/api/v1/search?q=" + word + "&sort=newest&page=2&size=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh", "fr", "ru", "es"})
    void thePageSpeaksEachLanguage(String language) throws Exception {
        for (String address : List.of("/search", "/search?q=" + word, "/search?q=*")) {
            Document page = page((language.equals("en") ? "" : "/" + language) + address);
            assertThat(page.select("html").attr("lang")).isEqualTo(language);
            assertThat(page.select("main").text())
                    .doesNotContain("search.")
                    .doesNotContain("{0}")
                    .doesNotContain("{1}");
        }
    }

    @Test
    void programsGetTheSameWithPlacesOfTheTermsAndALinkToTheNextPage() throws Exception {
        put(IntStream.rangeClosed(1, 3)
                .mapToObj(i -> SearchEntry.of("input", word + "/" + i, "/x/" + i, "en", "About " + word, "Text"))
                .toArray(SearchEntry[]::new));
        web.perform(get("/api/v1/search").param("q", word).param("size", "2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].title").value("About " + word))
                .andExpect(jsonPath("$.items[0].titleMarks[0].start").value(6))
                .andExpect(jsonPath("$.next").value("/api/v1/search?q=" + word + "&page=2&size=2"));
        web.perform(get("/api/v1/search?q={q}&page=2&size=2&kind=input", word))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{x}", "%", "a&b=c", "\"", "<script>alert(1)</script>", "a+b", "../..", "\uD83D\uDE00"})
    void oddQuestionsComeBackInTheFieldUnchanged(String text) throws Exception {
        Document page = page("/search?q={q}&kind={k}&language={l}", text, text, text);
        assertThat(page.select("input[name=q]").val()).isEqualTo(text);
        assertThat(page.select("main script")).isEmpty();
        web.perform(get("/api/v1/search").param("q", text).param("kind", text).param("language", text))
                .andExpect(status().isOk());
    }
}
