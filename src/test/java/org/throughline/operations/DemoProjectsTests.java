package org.throughline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class DemoProjectsTests {

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    Vocabulary vocabulary;

    @Test
    void everyExampleProjectFillsInTheFormAsAPersonWouldHaveTo() throws IOException {
        Set<String> languages = new HashSet<>();
        Set<String> lines = new HashSet<>();
        for (JsonNode one : examples()) {
            Map<String, JsonNode> answers = new LinkedHashMap<>();
            one.get("answers").properties().forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
            String language = one.get("language").stringValue();
            assertThat(register.check(SmallRegister.wsis(collections), NewProject.of(language, answers, Consent.ALL)))
                    .as(answers.get("title").stringValue())
                    .isEmpty();
            languages.add(language);
            answers.get("actionLines").forEach(line -> lines.add(line.stringValue()));
        }
        assertThat(languages).containsExactlyInAnyOrderElementsOf(Languages.ALL);
        assertThat(lines)
                .containsExactlyInAnyOrderElementsOf(vocabulary.leaves(Vocabulary.ACTION_LINES).stream()
                        .map(Term::code)
                        .toList());
    }

    private static JsonNode examples() throws IOException {
        try (InputStream in = DemoProjectsTests.class.getResourceAsStream("/demo/projects.json")) {
            return Json.mapper().readTree(in);
        }
    }
}
