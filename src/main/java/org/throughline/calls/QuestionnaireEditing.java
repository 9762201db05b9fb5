package org.throughline.calls;

import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;

/// Changes a questionnaire one step at a time, so that two editors at work on different questions do not undo each
/// other's steps: each step is applied to what is stored, not to what the editor saw.
@Service
public class QuestionnaireEditing {

    private final Calls calls;
    private final JdbcClient jdbc;

    QuestionnaireEditing(Calls calls, JdbcClient jdbc) {
        this.calls = calls;
        this.jdbc = jdbc;
    }

    /// Applies a step to the newest questionnaire and keeps the result as the draft version. What the step refuses,
    /// and a result that no form could show, change nothing.
    @Transactional
    public void change(CallId call, UnaryOperator<Questionnaire> step, Actor actor) {
        jdbc.sql("SELECT 1 FROM calls.call WHERE id = ? FOR UPDATE")
                .param(call.value())
                .query(Integer.class)
                .single();
        Questionnaire before = calls.newestQuestionnaire(call);
        Questionnaire after = step.apply(before);
        if (!after.equals(before)) calls.saveQuestionnaire(call, after, actor);
    }

    /// Which versions there are.
    @Transactional(readOnly = true)
    public Versions versions(CallId call) {
        return jdbc.sql("""
                SELECT coalesce(max(version), 0) AS newest,
                       coalesce(max(version) FILTER (WHERE published_at IS NOT NULL), 0) AS published
                FROM calls.questionnaire WHERE call_id = ?""")
                .param(call.value())
                .query((row, n) -> new Versions(row.getInt("newest"), row.getInt("published")))
                .single();
    }

    /// @param newest 0 while there is none
    /// @param published the version that new drafts answer; 0 while there is none
    public record Versions(int newest, int published) {

        public boolean hasDraft() {
            return newest > published;
        }
    }
}
