package org.throughline.inputs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.calls.CallId;
import org.throughline.inputs.Consent;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.PublishedInput;
import org.throughline.inputs.Reception;
import org.throughline.platform.Json;
import org.throughline.world.AllInputs;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// Answers stand in the table that this program gives away as it takes them in without a mapping.
@ThroughlineTest
class OwnExportTests extends Importing {

    @Autowired
    MockMvc web;

    @Autowired
    Inputs inputs;

    @Test
    void whatWasGivenAwayComesBackTheSame() throws Exception {
        String from = SmallCall.freshSlug();
        CallId first = SmallCall.open(calls, from);
        NewInput plain = SmallCall.input("Words of one input.");
        Map<String, JsonNode> answers = new LinkedHashMap<>(plain.answers());
        answers.put("q3", Json.tree("[\"ai\", \"iot\"]"));
        answers.put("q4", Json.tree("[{\"key\": \"C1\", \"milestone\": \"A milestone\"}]"));
        answers.put("q5", Json.tree("7"));
        var input = NewInput.of("fr", plain.respondent(), answers, Consent.ALL, null, null);
        publication.publish(
                inputs.submit(first, input, Reception.form(java.util.UUID.randomUUID(), "fr"), actor)
                        .id(),
                actor);
        byte[] csv = web.perform(get("/calls/" + from + "/inputs.csv"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        // The public name is the organisation's here; an address in the column of files is nothing a table could bring.
        String table = new String(csv, StandardCharsets.UTF_8)
                .replaceFirst("\"name\"", "\"organisation\"")
                .replaceFirst(",\"\"\r\n$", ",\"https://example.org/a.pdf\"\r\n");
        assertThat(table).contains("\"organisation\"", "a.pdf");
        Path file = folder.resolve("inputs.csv");
        Files.writeString(file, table);
        String to = SmallCall.freshSlug();
        CallId second = SmallCall.open(calls, to);
        ImportResult result = run(to, file, null);
        assertThat(result.refusedInputs()).isZero();
        List<JsonNode> taken = AllInputs.of(second, jdbc, publication).stream()
                .flatMap(one -> jdbc
                        .sql("SELECT value::text FROM inputs.answer WHERE input_id = ? ORDER BY position")
                        .param(one.id().value())
                        .query(String.class)
                        .list()
                        .stream())
                .map(Json::tree)
                .toList();
        assertThat(taken)
                .isEqualTo(published.find(first, 1).orElseThrow().answers().stream()
                        .map(PublishedInput.PublishedAnswer::value)
                        .toList());
    }
}
