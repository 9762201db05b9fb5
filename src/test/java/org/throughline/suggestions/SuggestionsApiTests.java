package org.throughline.suggestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.throughline.platform.Json;
import org.throughline.world.ThroughlineTest;

/// Suggestions for programs: the agreed form, and an answer in words to whatever comes.
@ThroughlineTest
class SuggestionsApiTests {

    @Autowired
    MockMvc mvc;

    @Test
    void codesComeRankedWithTheWordsThatCausedThem() throws Exception {
        ask("{\"text\": \"Irrigation for farmers, by radio\", \"language\": \"en\", \"vocabulary\": \"action-lines\", \"limit\": 2}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[0].code").value("C7-EAGR"))
                .andExpect(jsonPath("$[0].score").isNumber())
                .andExpect(jsonPath("$[0].words[0].start").value(0))
                .andExpect(jsonPath("$[0].words[0].end").value(10))
                .andExpect(jsonPath("$[1].code").value("C9"))
                .andExpect(jsonPath("$[1].words[0].start").value(27));
    }

    @Test
    void threeAreGivenWhereNobodySaysHowMany() throws Exception {
        ask("{\"text\": \"Schools, hospitals and farms go online\", \"vocabulary\": \"sdgs\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(3)));
    }

    @Test
    void everyWrongRequestIsAnsweredInWords() throws Exception {
        ask("").andExpect(status().isBadRequest()).andExpect(jsonPath("$.type").value("/problems/malformed-json"));
        ask("null").andExpect(status().isBadRequest());
        ask("[]").andExpect(status().isBadRequest());
        ask("{\"text\": {\"a\": 1}}").andExpect(status().isBadRequest());
        ask("{\"text\": \"a\", \"limit\": \"many\", \"vocabulary\": \"sdgs\"}").andExpect(status().isBadRequest());
        ask("{\"text\": \"\", \"vocabulary\": \"sdgs\"}")
                .andExpect(status().is(422))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.title", containsString("no text")));
        ask("{\"text\": \"a\", \"vocabulary\": \"regions\"}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.title", containsString("action-lines, sdgs, gdc")));
        ask("{\"text\": \"a\"}").andExpect(status().is(422));
        ask("{\"vocabulary\": \"sdgs\"}").andExpect(status().is(422));
        ask("{\"text\": \"a\", \"vocabulary\": \"sdgs\", \"limit\": 21}").andExpect(status().is(422));
        ask("{\"text\": \"" + "a".repeat(2 << 20) + "\"}").andExpect(status().is(413));
    }

    @Test
    void theLongestTextIsReadInTime() throws Exception {
        String text = "telemedicine for farmers ".repeat(4000);
        long start = System.nanoTime();
        ask(Json.write(java.util.Map.of("text", text, "vocabulary", "action-lines")))
                .andExpect(status().isOk());
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void naughtyStringsAreTextsLikeOthers() throws Exception {
        String folder = System.getenv("THROUGHLINE_REFERENCE_DATA");
        Assumptions.assumeTrue(folder != null, "No reference data here");
        for (var one : Json.tree(Files.readString(Path.of(folder, "dev/naughty-strings/blns.json")))) {
            int answer = ask(Json.write(java.util.Map.of("text", one.asString(), "vocabulary", "gdc")))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(answer).as(one.asString()).isEqualTo(one.asString().isBlank() ? 422 : 200);
        }
    }

    private ResultActions ask(String body) throws Exception {
        return mvc.perform(post("/api/v1/suggestions")
                .contentType("application/json")
                .content(body.getBytes(StandardCharsets.UTF_8)));
    }
}
