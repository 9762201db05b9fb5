package org.throughline.stocktaking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.BatchRows.Item;
import org.throughline.stocktaking.BatchSteps.Step;
import org.throughline.stocktaking.MergeContent.Take;
import org.throughline.stocktaking.ProjectRecord.State;

/// Makes two entries for the same project one, and takes that back. The one that goes keeps its number for ever and
/// leads to the other; its keepers keep the other from now on, and it is named among the contributors.
@Service
public class ProjectMerges {

    private final JdbcClient jdbc;
    private final BatchRows batches;
    private final ProjectRows rows;
    private final ProjectRevisions revisions;
    private final ProjectCollections collections;
    private final Register register;
    private final RegisterActs acts;
    private final ModerationMails mails;

    ProjectMerges(
            JdbcClient jdbc,
            BatchRows batches,
            ProjectRows rows,
            ProjectRevisions revisions,
            ProjectCollections collections,
            Register register,
            RegisterActs acts,
            ModerationMails mails) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
        this.revisions = revisions;
        this.collections = collections;
        this.register = register;
        this.acts = acts;
        this.mails = mails;
    }

    /// One of the two, as it was seen.
    public record Side(ProjectId project, int seen) {}

    /// What the entry that went has to know to come back.
    record Gone(@Nullable Instant publishedAt, List<UUID> chain, List<UUID> keepers) {}

    /// What the entry that stayed has to know.
    ///
    /// @param revision the state it had; absent where the merging changed nothing in it
    record Stays(@Nullable Integer revision, boolean published, Consent consent) {}

    /// What the two say and where they differ.
    @Transactional(readOnly = true)
    public MergeContent content(ProjectRecord stays, ProjectRecord gone) {
        return MergeContent.of(
                collections.form(collections.find(stays.collection()).orElseThrow()),
                revisions.content(stays, stays.revision()),
                revisions.content(gone, gone.revision()));
    }

    /// Merges two entries of one register. Refused when one of them has changed since it was read, and when the
    /// public would lose sight of both.
    ///
    /// @return the batch by which it can be undone
    @Transactional
    public UUID merge(Side stays, Side gone, Map<String, Take> takes, Actor actor) {
        List<ProjectRecord> both = rows.locked(List.of(stays.project(), gone.project()));
        if (both.size() < 2) throw new Refusal("merge-with-itself", 409, "stocktaking.problem.merge");
        ProjectRecord one = of(both, stays);
        ProjectRecord other = of(both, gone);
        if (other.publishedAt() != null && one.publishedAt() == null)
            throw new Refusal("merge-out-of-sight", 409, "stocktaking.problem.merge-out-of-sight");
        NewProject together = content(one, other).with(takes);
        if (together != null) register.amend(one.id(), one.version(), together, actor);
        Gone before = new Gone(other.publishedAt(), chain(other.id()), keepersOnlyOf(other.id(), one.id()));
        register.merge(other.id(), one.id(), actor);
        if (together != null && one.state() == State.PUBLISHED) register.publish(one.id(), actor);
        mails.merged(other, one);
        return remember(
                other,
                before,
                one,
                new Stays(together == null ? null : one.revision(), one.publishedAt() != null, one.consent()),
                actor);
    }

    private static ProjectRecord of(List<ProjectRecord> both, Side side) {
        ProjectRecord record = both.stream()
                .filter(project -> project.id().equals(side.project()))
                .findFirst()
                .orElseThrow();
        RegisterActs.requireStanding(record);
        if (record.version() != side.seen()) throw Refusal.stale();
        return record;
    }

    private UUID remember(ProjectRecord gone, Gone goneBefore, ProjectRecord stays, Stays staysBefore, Actor actor) {
        UUID batch = Ids.next();
        batches.insert(batch, ProjectBatch.Kind.MERGE, "", actor, acts.now());
        batches.add(
                batch,
                List.of(
                        new ProjectBatches.Pick(gone.number(), gone.version()),
                        new ProjectBatches.Pick(stays.number(), stays.version())));
        for (Item item : batches.items(batch, "waiting", 2, false)) {
            boolean left = item.project().equals(gone.id());
            batches.done(
                    batch,
                    item,
                    left ? goneBefore : staysBefore,
                    rows.find(item.project()).orElseThrow().version());
        }
        batches.ended(batch, acts.now());
        return batch;
    }

    private List<UUID> chain(ProjectId gone) {
        return jdbc.sql("SELECT id FROM stocktaking.project WHERE merged_into = ?")
                .param(gone.value())
                .query(UUID.class)
                .list();
    }

    private List<UUID> keepersOnlyOf(ProjectId gone, ProjectId stays) {
        return jdbc.sql("""
                SELECT person FROM stocktaking.keeper WHERE project_id = ?
                EXCEPT SELECT person FROM stocktaking.keeper WHERE project_id = ?""")
                .params(gone.value(), stays.value())
                .query(UUID.class)
                .list();
    }

    /// The entry that went comes back where nobody has touched it; the one that stayed says again what it said
    /// before, where nobody has changed it since.
    void undo(Step step) {
        Set<ProjectRecord> touched = new HashSet<>();
        List<Item> items = step.items().stream()
                .sorted(Comparator.comparingInt(Item::position))
                .toList();
        for (Item item : items) {
            ProjectRecord project = step.of(item);
            if (!Objects.equals(item.after(), project.version())) {
                batches.mark(step.batch().id(), item, "kept", "changed");
                continue;
            }
            if (item.position() == 1) comeBack(project, Json.read(json(item), Gone.class));
            else sayAgain(project, Json.read(json(item), Stays.class), step.actor());
            batches.mark(step.batch().id(), item, "undone", "");
            touched.add(project);
        }
        if (!touched.isEmpty()) acts.changed(List.copyOf(touched), "project-unmerged", Map.of(), step.actor());
    }

    private static String json(Item item) {
        return Objects.requireNonNull(item.before()).toString();
    }

    private void comeBack(ProjectRecord gone, Gone before) {
        UUID into = Objects.requireNonNull(gone.mergedInto()).value();
        jdbc.sql("""
                UPDATE stocktaking.project SET merged_into = NULL, merged_at = NULL,
                    published_at = CASE WHEN consent_text THEN ?::timestamptz END, version = version + 1 WHERE id = ?""")
                .params(
                        before.publishedAt() == null ? null : Timestamp.from(before.publishedAt()),
                        gone.id().value())
                .update();
        jdbc.sql("UPDATE stocktaking.project SET merged_into = ? WHERE id = ANY (?) AND merged_into = ?")
                .params(gone.id().value(), before.chain().toArray(UUID[]::new), into)
                .update();
        // Whoever took the other one over since owns it now.
        jdbc.sql("DELETE FROM stocktaking.keeper WHERE project_id = ? AND person = ANY (?) AND role = 'keeper'")
                .params(into, before.keepers().toArray(UUID[]::new))
                .update();
        acts.beginPublications(rows.locked(List.of(gone.id())));
    }

    private void sayAgain(ProjectRecord stays, Stays before, Actor actor) {
        if (before.revision() == null || stays.withdrawnAt() != null || stays.mergedInto() != null) return;
        NewProject then = revisions.content(stays, before.revision());
        register.amend(
                stays.id(),
                stays.version(),
                new NewProject(then.language(), then.answers(), before.consent(), then.attachments()),
                actor);
        if (before.published() && stays.state() == State.PUBLISHED) register.publish(stays.id(), actor);
    }
}
