package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.platform.Json;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// What programs get of published inputs: the same codes whatever language the answers are in, and the way to
/// files.
@ThroughlineTest
class InputExportsTests extends Drafting {

    @Autowired
    MockMvc web;

    @Autowired
    Publication publication;

    private PublishedInput input;

    @BeforeEach
    void anArabicInputWithTwoFiles() throws Exception {
        Draft draft = fill(drafts.start(call, "ar", actor), "نص");
        drafts.saveAnswers(
                draft.id(),
                questionnaire.section("I").orElseThrow(),
                draft.content().savedAt(DraftContent.section("I")),
                Map.of("q1", text("نص"), "q2", Json.tree("[\"C2\", \"C4\"]")),
                actor);
        Map<String, JsonNode> second = new LinkedHashMap<>();
        second.put("q3", Json.tree("[\"ai\", \"iot\"]"));
        second.put("q4", Json.tree("[{\"key\": \"C1\", \"milestone\": \"معلم\"}]"));
        second.put("q5", text("١٢"));
        drafts.saveAnswers(draft.id(), questionnaire.section("II").orElseThrow(), 0, second, actor);
        for (String name : new String[] {"One.pdf", "Two.pdf"})
            drafts.addFile(draft.id(), "q6", new ByteArrayInputStream(OnePage.pdf()), name, actor);
        publication.publish(drafts.send(draft.id(), "ar", actor), secretariat);
        input = published.find(call, 1).orElseThrow();
        assertThat(input.files()).hasSize(2);
    }

    private String see(String address) throws Exception {
        return web.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void theTableHasCodesAndTheAddressesOfFiles() throws Exception {
        String csv = see("/calls/" + slug + "/inputs.csv").replaceFirst("^\uFEFF", "");
        CSVRecord row = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords()
                .getFirst();
        assertThat(row.get("q1")).isEqualTo("نص");
        assertThat(row.get("q2")).isEqualTo("C2;C4");
        assertThat(row.get("q3")).isEqualTo("ai;iot");
        assertThat(Json.tree(row.get("q4"))).isEqualTo(Json.tree("[{\"key\": \"C1\", \"milestone\": \"معلم\"}]"));
        assertThat(row.get("q5")).isEqualTo("12");
        String[] addresses = row.get("q6").split(";");
        assertThat(addresses).hasSize(2);
        for (String address : addresses)
            assertThat(web.perform(get(address.replaceFirst("^https?://[^/]+", "")))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
    }

    @Test
    void theLinesHaveThemToo() throws Exception {
        JsonNode line = Json.tree(
                see("/calls/" + slug + "/inputs.jsonl").lines().findFirst().orElseThrow());
        assertThat(line.at("/answers/q3")).isEqualTo(Json.tree("[\"ai\", \"iot\"]"));
        assertThat(line.path("files")).hasSize(2);
        JsonNode file = line.path("files").get(0);
        assertThat(file.path("question").asString()).isEqualTo("q6");
        assertThat(file.path("title").asString()).isNotBlank();
        assertThat(file.path("url").asString())
                .endsWith("/calls/" + slug + "/inputs/1/files/"
                        + input.files().getFirst().id());
    }
}
