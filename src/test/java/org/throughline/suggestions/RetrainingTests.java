package org.throughline.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.vocabulary.Vocabulary;
import org.throughline.world.ThroughlineTest;

/// What people accept on public texts is learnt, and unlearnt when the texts go.
@ThroughlineTest
class RetrainingTests {

    @Autowired
    Retraining retraining;

    @Autowired
    Decisions decisions;

    @Autowired
    Suggestions suggestions;

    private final List<String> subjects = new ArrayList<>();

    @AfterEach
    void forget() {
        subjects.forEach(decisions::forget);
        retraining.look();
    }

    @Test
    void aWordNobodyListedIsLearntFromAcceptedTextsAndUnlearntWithThem() {
        assertThat(first("Quuxification of everything")).isNotEqualTo("4");
        for (int i = 0; i < Retraining.LEAST; i++) {
            String subject = "projects/" + UUID.randomUUID();
            subjects.add(subject);
            boolean quux = i % 2 == 0;
            String text = quux ? "Quuxification number " + i : "Data governance number " + i;
            String code = quux ? "4" : "5";
            decisions.record(subject, text, List.of(new Decision(Vocabulary.GDC, code, null, true)), UUID.randomUUID());
            decisions.teach(subject, text, "en", Map.of(Vocabulary.GDC, List.of(code)));
        }
        retraining.look();
        assertThat(first("Quuxification of everything")).isEqualTo("4");
        forget();
        subjects.clear();
        assertThat(first("Quuxification of everything")).isNotEqualTo("4");
    }

    private String first(String text) {
        return suggestions.suggest(Vocabulary.GDC, text, "en", 1).stream()
                .map(Suggestion::code)
                .findFirst()
                .orElse("");
    }
}
