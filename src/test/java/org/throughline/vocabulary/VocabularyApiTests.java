package org.throughline.vocabulary;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.world.ThroughlineTest;

/// Vocabularies for programs.
@ThroughlineTest
class VocabularyApiTests {

    @Autowired
    MockMvc mvc;

    @Test
    void theListNamesEachVocabularyWithItsVersion() throws Exception {
        mvc.perform(get("/api/v1/vocabularies"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].name", hasItem("action-lines")))
                .andExpect(jsonPath("$.items[?(@.name == 'countries')].total", hasItem(249)))
                .andExpect(jsonPath("$.items[0].version").isNotEmpty())
                .andExpect(jsonPath("$.items[0].items").doesNotExist());
    }

    @Test
    void aVocabularyHasItsTermsInSixLanguages() throws Exception {
        mvc.perform(get("/api/v1/vocabularies/sdgs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(17)))
                .andExpect(jsonPath("$.items[0].code").value("1"))
                .andExpect(jsonPath("$.items[0].names.en").value("No poverty"))
                .andExpect(jsonPath("$.items[0].names.zh").value("无贫穷"))
                .andExpect(jsonPath("$.title.fr").value("Objectifs de développement durable"));
    }

    @Test
    void aTermKnowsItsParentItsChildrenAndItsAttributes() throws Exception {
        mvc.perform(get("/api/v1/vocabularies/action-lines/C7-EGOV"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.parent").value("C7"))
                .andExpect(jsonPath("$.attributes.prize-category").value("7"))
                .andExpect(jsonPath("$.version").isNotEmpty());
        mvc.perform(get("/api/v1/vocabularies/action-lines/C7")).andExpect(jsonPath("$.children", hasSize(8)));
        mvc.perform(get("/api/v1/vocabularies/countries/NA"))
                .andExpect(jsonPath("$.code").value("NA"))
                .andExpect(jsonPath("$.names.en").value("Namibia"));
    }

    @Test
    void whatWasReadBeforeIsNotSentAgain() throws Exception {
        var tag = mvc.perform(get("/api/v1/vocabularies/gdc"))
                .andExpect(header().exists(HttpHeaders.ETAG))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG);
        mvc.perform(get("/api/v1/vocabularies/gdc").header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
    }

    @Test
    void anUnknownVocabularyCodeOrVersionIsAProblem() throws Exception {
        for (var address : new String[] {
            "/api/v1/vocabularies/planets",
            "/api/v1/vocabularies/sdgs/18",
            "/api/v1/vocabularies/sdgs?version=1999-01-01"
        }) {
            mvc.perform(get(address))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.type").value("/problems/not-found"));
        }
    }

    @Test
    void theSameAddressWithAnEndingIsAFile() throws Exception {
        mvc.perform(get("/vocabularies/regions.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(7)));
        mvc.perform(get("/vocabularies/countries.csv"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=utf-8"))
                .andExpect(
                        content().string(containsString("code,parent,name_ar,name_zh,name_en,name_fr,name_ru,name_es")))
                .andExpect(content().string(containsString("NA,,ناميبيا")));
    }

    @Test
    void theSkosFormNamesEachConceptInSixLanguagesBelowItsParent() throws Exception {
        mvc.perform(get("/vocabularies/action-lines.ttl"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/turtle;charset=utf-8"))
                .andExpect(content().string(containsString("<action-lines> a skos:ConceptScheme")))
                .andExpect(content().string(containsString("<action-lines#C7-EHEA> a skos:Concept")))
                .andExpect(content().string(containsString("skos:broader <action-lines#C7>")))
                .andExpect(content().string(containsString("skos:prefLabel \"Cibersalud\"@es")));
    }
}
