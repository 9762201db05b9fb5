package org.throughline.stocktaking;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.audit.AuditTrail;
import org.throughline.stocktaking.BatchRows.Item;
import org.throughline.stocktaking.BatchSteps.Step;
import org.throughline.stocktaking.ProjectBatch.Kind;

/// Puts one of the secretariat's own marks on many entries, or takes it off.
@Component
class BatchTags {

    private final JdbcClient jdbc;
    private final BatchRows batches;
    private final AuditTrail audit;

    BatchTags(JdbcClient jdbc, BatchRows batches, AuditTrail audit) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.audit = audit;
    }

    void act(Step step) {
        boolean on = step.batch().kind() == Kind.TAG;
        for (Item item : step.items()) {
            if (set(item, step.batch().words(), on))
                batches.done(step.batch().id(), item, Map.of(), step.of(item).version());
            else batches.mark(step.batch().id(), item, "skipped", "as-it-was");
        }
        note(step, on);
    }

    void undo(Step step) {
        boolean on = step.batch().kind() != Kind.TAG;
        for (Item item : step.items()) {
            boolean put = set(item, step.batch().words(), on);
            batches.mark(step.batch().id(), item, put ? "undone" : "kept", put ? "" : "as-it-was");
        }
        note(step, on);
    }

    private boolean set(Item item, String tag, boolean on) {
        String sql = on
                ? "INSERT INTO stocktaking.tag (project_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING"
                : "DELETE FROM stocktaking.tag WHERE project_id = ? AND tag = ?";
        return jdbc.sql(sql).params(item.project().value(), tag).update() > 0;
    }

    private void note(Step step, boolean on) {
        audit.record(
                step.actor(),
                on ? "projects-tagged" : "projects-untagged",
                "stocktaking",
                Map.of(
                        "tag",
                        step.batch().words(),
                        "projects",
                        step.items().stream()
                                .map(item -> step.of(item).number())
                                .toList()));
    }
}
