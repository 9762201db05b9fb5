package org.throughline.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.vocabulary.Vocabulary;
import org.throughline.world.ThroughlineTest;

/// What is kept of a decision and of a lesson, and what never is.
@ThroughlineTest
class DecisionsTests {

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient jdbc;

    final String subject = "projects/" + UUID.randomUUID();

    @Test
    void everyDecisionIsRecordedWithWhoAndRankAndWithoutTheText() {
        UUID person = UUID.randomUUID();
        String secret = "zebrafishsecret telemedicine";
        decisions.record(
                subject,
                secret,
                List.of(
                        new Decision(Vocabulary.ACTION_LINES, "C7-EHEA", 1, true),
                        new Decision(Vocabulary.ACTION_LINES, "C7-ESCI", 2, false),
                        new Decision(Vocabulary.ACTION_LINES, "C11", null, true)),
                person);
        assertThat(rows()).containsExactly("C11 null true", "C7-EHEA 1 true", "C7-ESCI 2 false");
        String kept = jdbc.sql("SELECT string_agg(a::text, ' ') FROM suggestions.acceptance a WHERE subject = ?")
                .param(subject)
                .query(String.class)
                .single();
        assertThat(kept).contains(person.toString(), Decisions.hash(secret)).doesNotContain("zebrafish");
    }

    @Test
    void aPublicTextTeachesItsStemsUntilItIsForgotten() {
        decisions.teach(subject, Vocabulary.SDGS, "Clean water for the villages", "en", List.of("6"));
        assertThat(features()).contains("w:en:water").doesNotContain("Clean water for the villages");
        decisions.teach(subject, Vocabulary.SDGS, "Solar lamps", "en", List.of("7"));
        assertThat(features()).contains("w:en:solar").doesNotContain("water");
        decisions.forget(subject);
        assertThat(features()).isEmpty();
    }

    @Test
    void aTextThatLostItsCodesTeachesNothing() {
        decisions.teach(subject, Vocabulary.SDGS, "Clean water", "en", List.of("6"));
        decisions.teach(subject, Vocabulary.SDGS, "Clean water", "en", List.of());
        assertThat(features()).isEmpty();
    }

    private List<String> rows() {
        return jdbc.sql("""
                        SELECT code || ' ' || coalesce(rank::text, 'null') || ' ' || accepted
                        FROM suggestions.acceptance WHERE subject = ? ORDER BY code COLLATE "C" """).param(subject).query(String.class).list();
    }

    private String features() {
        return jdbc.sql("SELECT features::text FROM suggestions.lesson WHERE subject = ?")
                .param(subject)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
