package org.throughline.citations;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.throughline.platform.Json;
import org.throughline.world.ThroughlineTest;

/// Citations for programs: the agreed form, and an answer in words to whatever comes.
@ThroughlineTest
class CitationsApiTests {

    @Autowired
    private MockMvc web;

    @Test
    void whatIsCitedComesWithItsStandingTodayAndAtTheDateOfTheText() throws Exception {
        ask(Json.write(Map.of(
                        "text",
                        "See Resolution 30 (Rev. Buenos Aires, 2017), the Tunis Agenda (paras 108-110) and CWG-WSIS & SDG-40/12.",
                        "date",
                        "2022-03")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(3)))
                .andExpect(jsonPath("$[0].start").value(4))
                .andExpect(jsonPath("$[0].end").value(43))
                .andExpect(jsonPath("$[0].instrument").value("wtdc-30"))
                .andExpect(jsonPath("$[0].revision").value("Rev. Buenos Aires, 2017"))
                .andExpect(jsonPath("$[0].status").value("superseded"))
                .andExpect(jsonPath("$[0].supersededBy").value("Rev. Kigali, 2022"))
                .andExpect(jsonPath("$[0].atDate.status").value("current"))
                .andExpect(jsonPath("$[1].instrument").value("tunis-agenda"))
                .andExpect(jsonPath("$[1].paragraphs[0]").value("108-110"))
                .andExpect(jsonPath("$[1].status").value("current"))
                .andExpect(jsonPath("$[2].document").value("CWG-WSIS&SDG-40/12"))
                .andExpect(jsonPath("$[2].status").value("unknown"));
    }

    @Test
    void everyWrongRequestIsAnsweredInWords() throws Exception {
        ask("").andExpect(status().isBadRequest()).andExpect(jsonPath("$.type").value("/problems/malformed-json"));
        ask("null").andExpect(status().isBadRequest());
        ask("[]").andExpect(status().isBadRequest());
        ask("{\"text\": {\"a\": 1}}").andExpect(status().isBadRequest());
        ask("{}").andExpect(status().is(422));
        ask("{\"text\": \" \"}")
                .andExpect(status().is(422))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.title", containsString("no text")));
        ask("{\"text\": \"a\", \"date\": \"last year\"}").andExpect(status().is(422));
        ask("{\"text\": \"a\", \"date\": \"2022-02-30\"}").andExpect(status().is(422));
        ask("{\"text\": \"" + "a".repeat(2_000_001) + "\"}").andExpect(status().is(422));
        ask("{\"text\": \"" + "a".repeat(4 << 20) + "\"}").andExpect(status().is(413));
    }

    private ResultActions ask(String body) throws Exception {
        return web.perform(post("/api/v1/citations")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
