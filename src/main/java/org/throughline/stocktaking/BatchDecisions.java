package org.throughline.stocktaking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.stocktaking.BatchRows.Item;
import org.throughline.stocktaking.BatchSteps.Step;
import org.throughline.stocktaking.ProjectBatch.Kind;

/// Publishes or declines many entries, and takes that back.
@Component
class BatchDecisions {

    private final JdbcClient jdbc;
    private final BatchRows batches;
    private final ProjectRows rows;
    private final Register register;
    private final RegisterActs acts;
    private final ModerationMails mails;

    BatchDecisions(
            JdbcClient jdbc,
            BatchRows batches,
            ProjectRows rows,
            Register register,
            RegisterActs acts,
            ModerationMails mails) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
        this.register = register;
        this.acts = acts;
        this.mails = mails;
    }

    /// Where an entry stood.
    ///
    /// @param firstPublicAt since when its newest state had been public; absent where it never was
    record Before(
            @Nullable Integer publicRevision,
            @Nullable Instant publishedAt,
            @Nullable Instant declinedAt,
            @Nullable Instant askedBackAt,
            @Nullable Instant unpublishedAt,
            String note,
            @Nullable Instant firstPublicAt) {

        static Before of(ProjectRecord project, @Nullable Instant firstPublicAt) {
            return new Before(
                    project.publicRevision(),
                    project.publishedAt(),
                    project.declinedAt(),
                    project.askedBackAt(),
                    project.unpublishedAt(),
                    project.note(),
                    firstPublicAt);
        }
    }

    void act(Step step) {
        Kind kind = step.batch().kind();
        List<Item> due = new ArrayList<>();
        for (Item item : step.items()) {
            String hindrance = BatchSteps.hindrance(kind, item, step.of(item));
            if (hindrance.isEmpty()) due.add(item);
            else batches.mark(step.batch().id(), item, "skipped", hindrance);
        }
        if (due.isEmpty()) return;
        List<ProjectRecord> projects = due.stream().map(step::of).toList();
        Map<ProjectId, Instant> firstPublic = rows.firstPublic(projects);
        if (kind == Kind.PUBLISH)
            register.publishAll(projects.stream().map(ProjectRecord::id).toList(), acts.now(), step.actor());
        else decline(step, projects);
        for (Item item : due) {
            ProjectRecord project = step.of(item);
            batches.done(
                    step.batch().id(), item, Before.of(project, firstPublic.get(project.id())), project.version() + 1);
            if (kind == Kind.PUBLISH) mails.published(project);
            else mails.declined(project, step.batch().words());
        }
    }

    private void decline(Step step, List<ProjectRecord> projects) {
        jdbc.sql("""
                UPDATE stocktaking.project SET declined_at = ?, asked_back_at = NULL, note = ?, version = version + 1
                WHERE id = ANY (?)""")
                .params(Timestamp.from(acts.now()), step.batch().words(), RegisterActs.ids(projects))
                .update();
        acts.changed(projects, "project-declined", Map.of("reason", step.batch().words()), step.actor());
    }

    /// Puts each back where it stood. What was public by this is taken back in the ledger as well, and what had been
    /// public before is announced again; its address answers all the same that it was public once.
    void undo(Step step) {
        List<Item> due = new ArrayList<>();
        for (Item item : step.items()) {
            ProjectRecord project = step.of(item);
            if (Objects.equals(item.after(), project.version())) due.add(item);
            else batches.mark(step.batch().id(), item, "kept", "changed");
        }
        if (due.isEmpty()) return;
        List<ProjectRecord> projects = due.stream().map(step::of).toList();
        boolean published = step.batch().kind() == Kind.PUBLISH;
        if (published) acts.endPublications(projects);
        for (Item item : due) {
            Before before = Json.read(Objects.requireNonNull(item.before()).toString(), Before.class);
            restore(step.of(item), before, published);
            batches.mark(step.batch().id(), item, "undone", "");
            mails.takenBack(step.of(item));
        }
        if (published)
            acts.beginPublications(
                    rows.locked(projects.stream().map(ProjectRecord::id).toList()));
        acts.changed(projects, "project-decision-undone", Map.of(), step.actor());
    }

    private void restore(ProjectRecord project, Before before, boolean published) {
        if (published && before.firstPublicAt() == null)
            jdbc.sql("""
                    UPDATE stocktaking.revision SET first_public_at = NULL, taken_back_at = ?
                    WHERE project_id = ? AND number = ?""")
                    .params(Timestamp.from(acts.now()), project.id().value(), project.revision())
                    .update();
        jdbc.sql("""
                UPDATE stocktaking.project SET public_revision = ?, published_at = CASE WHEN consent_text THEN ?::timestamptz END,
                    declined_at = ?, asked_back_at = ?, unpublished_at = ?, note = ?, version = version + 1
                WHERE id = ?""")
                .params(
                        before.publicRevision(),
                        timestamp(before.publishedAt()),
                        timestamp(before.declinedAt()),
                        timestamp(before.askedBackAt()),
                        timestamp(published && before.publishedAt() == null ? acts.now() : before.unpublishedAt()),
                        before.note(),
                        project.id().value())
                .update();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
