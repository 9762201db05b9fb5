package org.throughline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.world.ThroughlineTest;

/// Vocabularies for people.
@ThroughlineTest
class VocabularyPagesTests {

    @Autowired
    MockMvc mvc;

    @Test
    void theListLeadsToEachVocabulary() throws Exception {
        var page = page("/vocabularies");
        assertThat(page.title()).startsWith("Vocabularies");
        assertThat(page.select("main h2 a").eachAttr("href"))
                .contains("/vocabularies/action-lines", "/vocabularies/countries", "/vocabularies/languages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action-lines",
                "sdgs",
                "gdc",
                "stakeholder-types",
                "regions",
                "un-regions",
                "countries",
                "languages"
            })
    void everyVocabularyIsATableInEveryLanguage(String name) throws Exception {
        for (var prefix : new String[] {"", "/ar", "/zh", "/fr", "/ru", "/es"}) {
            var page = page(prefix + "/vocabularies/" + name);
            assertThat(page.select("tbody tr")).hasSizeGreaterThan(4);
            assertThat(page.select("tbody td strong").eachText()).doesNotContain("");
        }
    }

    @Test
    void namesAreInTheReadersLanguageAndOtherLanguagesAreMarkedAsSuch() throws Exception {
        var row = page("/fr/vocabularies/countries").getElementById("KR");
        assertThat(row).isNotNull();
        assertThat(row.select("strong").text()).isEqualTo("République de Corée");
        assertThat(row.select("details [lang=ar][dir]").attr("dir")).isEqualTo("rtl");
        assertThat(row.select("details [lang=en][dir]").text()).isEqualTo("Republic of Korea");
        assertThat(row.select("details [lang=fr]")).isEmpty();
        assertThat(row.select("td").text()).contains("Région de l’UIT : Asie-Pacifique");
    }

    @Test
    void namesOfCountriesComeWithADisclaimerAndOthersDoNot() throws Exception {
        assertThat(page("/vocabularies/countries").text()).contains("imply no opinion whatsoever");
        assertThat(page("/ru/vocabularies/countries").text()).contains("не означают выражения");
        assertThat(page("/vocabularies/sdgs").text()).doesNotContain("imply no opinion");
    }

    @Test
    void theTableCanBeTakenAway() throws Exception {
        assertThat(page("/es/vocabularies/regions").select("dd a").eachAttr("href"))
                .contains("/vocabularies/regions.csv", "/vocabularies/regions.json");
    }

    @Test
    void anUnknownVocabularyIsNotFound() throws Exception {
        mvc.perform(get("/vocabularies/planets").accept("text/html")).andExpect(status().isNotFound());
    }

    private Document page(String address) throws Exception {
        var response = mvc.perform(get(address).accept("text/html"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
