package org.throughline.stocktaking.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.stocktaking.ImportIntake;
import org.throughline.stocktaking.ImportIntake.Effect;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectId;
import org.throughline.tables.Progress;
import org.throughline.tables.Reason;
import org.throughline.tables.RefusedRows;
import org.throughline.tables.Row;

/// The way back from an import. What people have touched since is theirs: it stays and is named with the reason.
@Component
class ImportUndo {

    private static final int BATCH = 500;

    private final ImportIntake intake;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ImportUndo(ImportIntake intake, AuditTrail audit, PlatformTransactionManager transactions) {
        this.intake = intake;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What became of it.
    ///
    /// @param kept projects that stay because people touched them
    record Undone(long rows, long withdrawn, long restored, long kept) {}

    Undone run(UUID job, ProjectCollection collection, RefusedRows kept, Actor actor, Progress progress) {
        long total = intake.effects(job);
        long withdrawn = 0;
        long restored = 0;
        long done = 0;
        ProjectId last = null;
        try (kept) {
            kept.columns(List.of("project", "title"));
            progress.at(0, total, 0);
            List<Effect> some = intake.effects(job, null, BATCH);
            while (!some.isEmpty()) {
                Set<ProjectId> undone = intake.undo(job, collection, some, actor).stream()
                        .map(Effect::id)
                        .collect(Collectors.toSet());
                for (Effect one : some) {
                    if (!undone.contains(one.id()))
                        kept.add(row(one), List.of(Reason.of("stocktaking.imports.row.stays")));
                    else if (one.came()) withdrawn++;
                    else restored++;
                }
                done += some.size();
                progress.at(done, total, kept.rows());
                last = some.getLast().id();
                some = intake.effects(job, last, BATCH);
            }
        }
        var undone = new Undone(total, withdrawn, restored, kept.rows());
        transaction.executeWithoutResult(status -> audit.record(
                actor,
                "projects-import-undone",
                "collections/" + collection.slug(),
                Map.of(
                        "import", job,
                        "withdrawn", undone.withdrawn(),
                        "restored", undone.restored(),
                        "kept", undone.kept())));
        return undone;
    }

    private static Row row(Effect one) {
        return Row.of(one.row(), Map.of("project", "/stocktaking/" + one.number(), "title", one.title()));
    }
}
