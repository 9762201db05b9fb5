package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;

/// No sentence of the example world is taken to say that nobody says something: a demonstration whose summary the
/// gate refuses shows none.
class ExampleSummariesTests {

    @ParameterizedTest
    @ValueSource(strings = {"/demo/summary-wsis20.json", "/demo/summary-work.json"})
    void noSentenceIsTakenForAnAbsence(String file) throws IOException {
        JsonNode summary = read(file);
        String language = summary.path("language").asString();
        int sentences = 0;
        for (JsonNode section : summary.path("sections"))
            for (JsonNode sentence : section.path("sentences")) {
                String text = sentence.path("text").asString();
                assertThat(Claims.in(text, language)).as(text).noneMatch(claim -> claim instanceof Claim.Absence);
                sentences++;
            }
        assertThat(sentences).isPositive();
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ExampleSummariesTests.class.getResourceAsStream(file))) {
            return Json.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
