package org.throughline.suggestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.throughline.platform.Json;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// Suggestions for programs: the agreed form, and an answer in words to whatever comes.
@ThroughlineTest
class SuggestionsApiTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Suggestions suggestions;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Nurses in remote clinics consult doctors by video | C7-EHEA | 3 | doctors",
                "fr | Dans les dispensaires isolés, les infirmières consultent des médecins par vidéo | C7-EHEA | 3 | médecins",
                "es | Las enfermeras de clínicas remotas consultan a médicos por vídeo | C7-EHEA | 3 | médicos",
                "ru | Медсёстры отдалённых клиник советуются с врачами по видео | C7-EHEA | 3 | врачами",
                "ar | تستشير الممرضات في العيادات النائية الأطباء بالفيديو | C7-EHEA | 3 | الأطباء",
                "zh | 偏远诊所的护士通过视频向医生咨询 | C7-EHEA | 3 | 医生",
                "en | Public services and taxes for citizens at one portal | C7-EGOV | 16 | citizens",
                "fr | Services publics et impôts pour les citoyens sur un portail | C7-EGOV | 16 | citoyens",
                "es | Servicios públicos e impuestos para los ciudadanos en un portal | C7-EGOV | 16 | ciudadanos",
                "ru | Государственные услуги и налоги для граждан на одном портале | C7-EGOV | 16 | граждан",
                "ar | الخدمات الحكومية والضرائب للمواطنين في بوابة واحدة | C7-EGOV | 16 | الخدمات الحكومية",
                "zh | 公民在一个门户办理公共服务和税务 | C7-EGOV | 16 | 公民"
            })
    void everyLanguageIsReadWhetherItIsNamedOrNot(
            String language, String text, String line, String goal, String because) throws Exception {
        for (String said : Arrays.asList(language, null)) {
            Map<String, Object> request = new HashMap<>(Map.of("text", text, "vocabulary", "action-lines"));
            if (said != null) request.put("language", said);
            JsonNode lines = answer(request);
            assertThat(lines.get(0).get("code").asString()).as(text).isEqualTo(line);
            assertThat(marked(text, lines.get(0))).as(text).anyMatch(words -> words.contains(because));
            request.put("vocabulary", "sdgs");
            assertThat(answer(request))
                    .as(text)
                    .anyMatch(one -> one.get("code").asString().equals(goal));
        }
    }

    @Test
    void chineseIsReadByItsCharactersAndArabicThroughItsArticlesAndParticles() throws Exception {
        String mixed = "我们用ICT帮助農民，𠮷野家除外";
        JsonNode first = answer(Map.of("text", mixed, "language", "zh", "vocabulary", "sdgs", "limit", 1))
                .get(0);
        assertThat(marked(mixed, first)).contains("農民");
        String joined = "وللمزارعين في القرى";
        JsonNode arabic = answer(Map.of("text", joined, "vocabulary", "action-lines", "limit", 1))
                .get(0);
        assertThat(arabic.get("code").asString()).isEqualTo("C7-EAGR");
        assertThat(marked(joined, arabic).getFirst()).startsWith("وللمزارعين");
        String vowelled = "ٱلصِّحَّةُ ٱلْعَامَّةُ";
        assertThat(answer(Map.of("text", vowelled, "vocabulary", "sdgs"))
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("3");
    }

    @Test
    void marksLieInTheTextInOrderAndApartWhateverTheText() throws Exception {
        List<String> odd = List.of(
                "health \u202Eedoc\u202C \uD83D\uDE00 farmers\u0000 and \uFFFF schools",
                "h\u0301e\u0301a\u0301l\u0301t\u0301h ".repeat(500),
                "\uFEFFhealth\u200B\u200Dcare",
                "农".repeat(20_000),
                "a\u0301".repeat(30_000),
                "\uD83D\uDC69\u200D\u2695\uFE0F".repeat(2_000) + " hospital",
                "health".repeat(10_000),
                "x ".repeat(40_000) + "hospital");
        for (String text : odd)
            for (String vocabulary : Suggestions.VOCABULARIES) {
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                int last = 0;
                for (JsonNode one : answer(Map.of("text", text, "vocabulary", vocabulary, "limit", 20))) {
                    last = 0;
                    for (JsonNode word : one.get("words")) {
                        assertThat(word.get("start").asInt()).isGreaterThanOrEqualTo(last);
                        assertThat(word.get("end").asInt())
                                .isGreaterThan(word.get("start").asInt());
                        last = word.get("end").asInt();
                    }
                    assertThat(last).isLessThanOrEqualTo(text.length());
                }
                assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                        .isLessThan(10_000_000_000L);
            }
    }

    @Test
    void aBrokenBodyIsNoFaultOfTheServer() throws Exception {
        List<byte[]> bodies = List.of(
                "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                ("{\"text\":" + "{\"a\":".repeat(5_000)).getBytes(StandardCharsets.UTF_8),
                "{\"text\":\"\\ud800\",\"vocabulary\":\"sdgs\"}".getBytes(StandardCharsets.UTF_8),
                new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xff, (byte) 0xc0, '"', '}'},
                new byte[] {(byte) 0xfe, (byte) 0xff, 0, '{', 0, '}'},
                ("{\"limit\":" + "9".repeat(2_000) + ",\"vocabulary\":\"sdgs\",\"text\":\"a\"}")
                        .getBytes(StandardCharsets.UTF_8),
                "{\"limit\":1e400,\"vocabulary\":\"sdgs\",\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8),
                "{\"text\":\"health\",\"vocabulary\":\"sdgs\",\"language\":\"../../etc\"}"
                        .getBytes(StandardCharsets.UTF_8),
                "{\"text\":\"health\",\"vocabulary\":\"sdgs\"} trailing".getBytes(StandardCharsets.UTF_8));
        for (byte[] body : bodies) {
            int status = mvc.perform(post("/api/v1/suggestions")
                            .contentType("application/json")
                            .content(body))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status)
                    .as(new String(body, 0, Math.min(60, body.length), StandardCharsets.UTF_8))
                    .isBetween(200, 422);
        }
        assertThat(mvc.perform(get("/api/v1/suggestions"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(405);
    }

    private JsonNode answer(Map<String, Object> request) throws Exception {
        return Json.tree(ask(Json.write(request))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static List<String> marked(String text, JsonNode one) {
        var words = new ArrayList<String>();
        for (JsonNode word : one.get("words"))
            words.add(text.substring(word.get("start").asInt(), word.get("end").asInt()));
        return words;
    }

    @Test
    void aSuggestionTakesLessThanTwentyMilliseconds() {
        var threads = ManagementFactory.getThreadMXBean();
        String text = "A platform on which village schools, clinics and cooperatives share solar power and a line. "
                .repeat(15);
        for (int i = 0; i < 200; i++) suggestions.suggest("action-lines", text, null, 3);
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 100; i++) suggestions.suggest("sdgs", text, null, 3);
        assertThat((threads.getCurrentThreadCpuTime() - start) / 100).isLessThan(20_000_000L);
    }

    @Test
    void theLongestTextIsReadInTime() throws Exception {
        String text = "telemedicine for farmers ".repeat(4000);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ask(Json.write(Map.of("text", text, "vocabulary", "action-lines"))).andExpect(status().isOk());
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                .isLessThan(5_000_000_000L);
    }

    @Test
    void naughtyStringsAreTextsLikeOthers() throws Exception {
        String folder = System.getenv("THROUGHLINE_REFERENCE_DATA");
        Assumptions.assumeTrue(folder != null, "No reference data here");
        for (var one : Json.tree(Files.readString(Path.of(folder, "dev/naughty-strings/blns.json")))) {
            int answer = ask(Json.write(Map.of("text", one.asString(), "vocabulary", "gdc")))
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
