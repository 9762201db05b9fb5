package org.throughline.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

    @Autowired
    LessonRows rows;

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
        accept("6");
        accept("7");
        teach("Clean water for the villages", "6");
        assertThat(features()).contains("w:en:water").doesNotContain("Clean water for the villages");
        teach("Solar lamps", "7");
        assertThat(features()).contains("w:en:solar").doesNotContain("water");
        assertThat(decisions.about(List.of(subject, "stocktaking/none"))).containsExactly(subject);
        decisions.forget(subject);
        assertThat(features()).isEmpty();
    }

    @Test
    void aTextThatLostItsCodesTeachesNothing() {
        accept("6");
        teach("Clean water", "6");
        teach("Clean water");
        assertThat(features()).isEmpty();
    }

    @Test
    void onlyWhatAPersonDecidedForIsTaught() {
        teach("Clean water", "6");
        assertThat(features()).isEmpty();
        decisions.record(subject, "Clean water", List.of(new Decision(Vocabulary.SDGS, "6", 1, true)), null);
        teach("Clean water", "6");
        assertThat(features()).isEmpty();
        accept("6");
        teach("Clean water", "6", "3");
        assertThat(codes()).isEqualTo("{6}");
        refuse("6");
        teach("Clean water", "6", "3");
        assertThat(features()).isEmpty();
    }

    @Test
    void theSameLessonAgainIsNoNewOne() {
        accept("6");
        teach("Clean water", "6");
        long before = rows.change(Vocabulary.SDGS);
        teach("Clean water", "6");
        assertThat(rows.change(Vocabulary.SDGS)).isEqualTo(before);
        teach("Clean water, and soap", "6");
        assertThat(rows.change(Vocabulary.SDGS)).isNotEqualTo(before);
        decisions.forget(subject);
    }

    private void accept(String goal) {
        decide(new Decision(Vocabulary.SDGS, goal, null, true));
    }

    private void refuse(String goal) {
        decide(new Decision(Vocabulary.SDGS, goal, 1, false));
    }

    private void decide(Decision decision) {
        decisions.record(subject, "a text", List.of(decision), UUID.randomUUID());
    }

    private void teach(String text, String... goals) {
        decisions.teach(subject, text, "en", Map.of(Vocabulary.SDGS, List.of(goals)));
    }

    private String codes() {
        return jdbc.sql("SELECT codes::text FROM suggestions.lesson WHERE subject = ?")
                .param(subject)
                .query(String.class)
                .single();
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
