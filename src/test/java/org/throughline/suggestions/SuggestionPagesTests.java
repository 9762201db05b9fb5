package org.throughline.suggestions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.world.ThroughlineTest;

/// The page on which a text is tried out, and the one with the figures.
@ThroughlineTest
class SuggestionPagesTests {

    @Autowired
    MockMvc mvc;

    @Test
    void theWordsThatCausedACodeAreMarkedInTheText() throws Exception {
        mvc.perform(post("/suggestions").with(csrf()).param("text", "Advice on <irrigation> for farmers"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("C7-EAGR")))
                .andExpect(content().string(containsString("&lt;<mark>irrigation</mark>&gt;")))
                .andExpect(content().string(containsString("<mark>farmers</mark>")));
    }

    @Test
    void onlyTheVocabularyThatIsAskedForIsAnswered() throws Exception {
        mvc.perform(post("/fr/suggestions")
                        .with(csrf())
                        .param("text", "L’eau potable pour les villages")
                        .param("vocabulary", "sdgs"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Eau propre et assainissement")))
                .andExpect(content().string(not(containsString("C7-EAGR"))));
    }

    @Test
    void anEmptyTextIsAnsweredInWords() throws Exception {
        mvc.perform(post("/suggestions").with(csrf()).param("text", " "))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("There is no text to read")));
        mvc.perform(post("/suggestions").with(csrf()).param("text", "a ".repeat(50_001)))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("longer than 100,000 characters")));
    }

    @Test
    void theFiguresSayOnWhatTheyWereMeasured() throws Exception {
        mvc.perform(get("/suggestions/figures"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Sentences labelled with one goal")))
                .andExpect(content().string(containsString("each judged by a model that learnt from the other parts")));
    }
}
