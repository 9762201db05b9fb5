package org.throughline.stocktaking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.stocktaking.ProjectIntake.Revision;
import org.throughline.stocktaking.Register.Sent;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.vocabulary.Vocabulary;

/// Takes in the rows of a file batch by batch, each batch whole or not at all, and keeps what the file did to which
/// project. A row that came before is known by its source key; what people have changed since is theirs and stays.
@Service
public class ImportIntake {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Register register;
    private final ProjectRows rows;
    private final ProjectCollections collections;
    private final ProjectIntake intake;
    private final ProjectRevisions revisions;
    private final RegisterActs acts;
    private final Vocabulary vocabulary;
    private final FormerAddresses former;

    ImportIntake(
            JdbcClient jdbc,
            JdbcTemplate template,
            Register register,
            ProjectRows rows,
            ProjectCollections collections,
            ProjectIntake intake,
            ProjectRevisions revisions,
            RegisterActs acts,
            Vocabulary vocabulary,
            FormerAddresses former) {
        this.jdbc = jdbc;
        this.template = template;
        this.register = register;
        this.rows = rows;
        this.collections = collections;
        this.intake = intake;
        this.revisions = revisions;
        this.acts = acts;
        this.vocabulary = vocabulary;
        this.former = former;
    }

    /// Where a project stands that came from a source before.
    ///
    /// @param fingerprint of what the source said last; absent when no import that still holds is on record
    /// @param gone whether it was withdrawn or merged
    /// @param touched whether people have changed it, decided otherwise about it, or look after it now
    public record Known(
            ProjectId id, long number, int version, byte @Nullable [] fingerprint, boolean gone, boolean touched) {}

    /// One row of a file that was checked.
    ///
    /// @param formerId what named it in its old address; absent where it had none
    /// @param aside what else the source says, as JSON; absent for nothing
    public record Line(
            long row,
            NewProject project,
            Reception reception,
            @Nullable String formerId,
            byte[] fingerprint,
            @Nullable String aside) {}

    /// A row of a file for a project that is there.
    public record Renewal(Known known, Line line) {}

    /// Those of a source's keys that are in the register.
    @Transactional(readOnly = true)
    public Map<String, Known> known(ProjectCollection collection, Collection<String> keys) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("""
                SELECT p.id, p.number, p.source_key, p.version,
                       p.withdrawn_at IS NOT NULL OR p.merged_into IS NOT NULL AS gone,
                       coalesce(r.revision <> p.revision, true)
                           OR p.unpublished_at IS NOT NULL OR p.declined_at IS NOT NULL OR p.asked_back_at IS NOT NULL
                           OR EXISTS (SELECT 1 FROM stocktaking.keeper k WHERE k.project_id = p.id)
                           OR EXISTS (SELECT 1 FROM stocktaking.consent_event e WHERE e.project_id = p.id AND NOT e.allowed)
                           AS touched,
                       r.fingerprint
                FROM stocktaking.project p
                LEFT JOIN LATERAL (
                    SELECT revision, fingerprint FROM stocktaking.import_row i
                    WHERE i.project_id = p.id AND NOT i.undone ORDER BY i.job_id DESC LIMIT 1) r ON true
                WHERE p.collection_id = ? AND p.source_key = ANY (?)""").params(collection.id(), keys.toArray(String[]::new)).query(row -> {
            known.put(
                    row.getString("source_key"),
                    new Known(
                            new ProjectId(row.getObject("id", UUID.class)),
                            row.getLong("number"),
                            row.getInt("version"),
                            row.getBytes("fingerprint"),
                            row.getBoolean("gone"),
                            row.getBoolean("touched")));
        });
        return known;
    }

    /// Takes in one batch. Rows whose project somebody changed in this very moment are left out and returned.
    @Transactional
    public List<Renewal> store(
            UUID job,
            ProjectCollection collection,
            List<Line> fresh,
            List<Renewal> renewed,
            boolean publish,
            Actor actor) {
        Instant now = acts.now();
        List<Taken> taken = register.receiveAll(
                collection,
                fresh.stream()
                        .map(line -> new Sent(line.project(), line.reception()))
                        .toList(),
                now,
                publish ? now : null);
        List<Renewal> late = new ArrayList<>();
        List<Change> changes = changes(renewed, late);
        changeAll(collection, changes, actor);
        List<Object[]> kept = new ArrayList<>();
        Map<String, ProjectId> addresses = new HashMap<>();
        for (int i = 0; i < taken.size(); i++)
            if (fresh.get(i).formerId() != null)
                addresses.put(fresh.get(i).formerId(), taken.get(i).id());
        former.keep(addresses);
        for (int i = 0; i < taken.size(); i++) kept.add(kept(job, taken.get(i).id(), "taken", 1, fresh.get(i)));
        for (Change one : changes)
            kept.add(kept(
                    job, one.before().id(), "changed", one.next(), one.renewal().line()));
        template.batchUpdate("""
                INSERT INTO stocktaking.import_row (job_id, project_id, act, revision, source_row, fingerprint, aside)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)""", kept);
        if (publish) {
            List<ProjectId> ids = new ArrayList<>();
            taken.forEach(one -> ids.add(one.id()));
            changes.forEach(one -> ids.add(one.before().id()));
            if (!ids.isEmpty()) register.publishAll(ids, now, actor);
        }
        return late;
    }

    private static Object[] kept(UUID job, ProjectId project, String act, int revision, Line line) {
        return new Object[] {job, project.value(), act, revision, line.row(), line.fingerprint(), line.aside()};
    }

    private record Change(ProjectRecord before, Renewal renewal) {
        int next() {
            return before.revision() + 1;
        }
    }

    private List<Change> changes(List<Renewal> renewed, List<Renewal> late) {
        if (renewed.isEmpty()) return List.of();
        Map<ProjectId, ProjectRecord> now = rows
                .locked(renewed.stream().map(one -> one.known().id()).toList())
                .stream()
                .collect(Collectors.toMap(ProjectRecord::id, one -> one));
        List<Change> changes = new ArrayList<>();
        for (Renewal one : renewed) {
            ProjectRecord record = now.get(one.known().id());
            if (record == null || record.version() != one.known().version()) late.add(one);
            else changes.add(new Change(record, one));
        }
        return changes;
    }

    private void changeAll(ProjectCollection collection, List<Change> changes, Actor actor) {
        if (changes.isEmpty()) return;
        ProjectForm form = collections.form(collection);
        Instant now = acts.now();
        template.batchUpdate("""
                UPDATE stocktaking.project SET revision = ?, consent_name = ?, consent_text = ?, consent_files = ?,
                    consent_quotation = ?, consent_translation = ?, confirmed_at = ?, sent_at = ?, asked_back_at = NULL, declined_at = NULL,
                    note = '', version = version + 1 WHERE id = ?""", changes.stream().map(one -> state(one, now)).toList());
        List<Revision> states = new ArrayList<>();
        for (Change one : changes) {
            NewProject project = one.renewal().line().project();
            if (!project.consent().equals(one.before().consent()))
                intake.consentChanged(
                        one.before().id(), one.before().consent(), project.consent(), now, actor.person());
            states.add(new Revision(
                    one.before().id(),
                    one.before().number(),
                    one.next(),
                    project,
                    Facts.of(form, project, vocabulary),
                    collection.formVersion(),
                    actor.person(),
                    now));
        }
        intake.revisions(collection.slug(), states);
        acts.changed(changes.stream().map(Change::before).toList(), "project-changed", Map.of(), actor);
    }

    private static Object[] state(Change one, Instant now) {
        Consent consent = one.renewal().line().project().consent();
        Instant confirmed = one.renewal().line().reception().confirmedAt();
        return new Object[] {
            one.next(),
            consent.name(),
            consent.text(),
            consent.files(),
            consent.quotation(),
            consent.translation(),
            Timestamp.from(confirmed == null ? now : confirmed),
            Timestamp.from(now),
            one.before().id().value()
        };
    }

    /// What an import did to one project, and whether that can be taken back.
    ///
    /// @param came whether the project came with it; else it was there and was changed
    /// @param stands whether nobody has changed it since, nor looks after it
    public record Effect(ProjectId id, long number, String title, long row, boolean came, boolean stands) {}

    /// How many effects of an import there are that were not taken back.
    @Transactional(readOnly = true)
    public long effects(UUID job) {
        return jdbc.sql("SELECT count(*) FROM stocktaking.import_row WHERE job_id = ? AND NOT undone")
                .param(job)
                .query(Long.class)
                .single();
    }

    private static final String EFFECTS = """
            SELECT p.id, p.number, v.title, i.source_row, i.act = 'taken' AS came,
                   p.revision = i.revision AND p.withdrawn_at IS NULL AND p.merged_into IS NULL
                       AND NOT EXISTS (SELECT 1 FROM stocktaking.keeper k WHERE k.project_id = p.id)
                       AND NOT EXISTS (SELECT 1 FROM stocktaking.project m WHERE m.merged_into = p.id) AS stands
            FROM stocktaking.import_row i
            JOIN stocktaking.project p ON p.id = i.project_id
            JOIN stocktaking.revision v ON v.project_id = p.id AND v.number = p.revision
            WHERE i.job_id = ? AND NOT i.undone""";

    /// Some of them, in the order of their projects, from after one of them on.
    @Transactional(readOnly = true)
    public List<Effect> effects(UUID job, @Nullable ProjectId after, int limit) {
        return effects(
                " AND i.project_id > ? ORDER BY i.project_id LIMIT ?",
                job,
                after == null ? new UUID(0, 0) : after.value(),
                limit);
    }

    private List<Effect> effects(String which, Object... values) {
        return jdbc.sql(EFFECTS + which)
                .params(values)
                .query((row, n) -> new Effect(
                        new ProjectId(row.getObject("id", UUID.class)),
                        row.getLong("number"),
                        row.getString("title"),
                        row.getLong("source_row"),
                        row.getBoolean("came"),
                        row.getBoolean("stands")))
                .list();
    }

    /// Takes effects back: projects that came with the import are withdrawn, and their keys are free again; those that
    /// it changed say again what they said before. What somebody touched since the effects were read stays.
    ///
    /// @return those that were taken back
    @Transactional
    public List<Effect> undo(UUID job, ProjectCollection collection, List<Effect> read, Actor actor) {
        UUID[] ids = read.stream().map(one -> one.id().value()).toArray(UUID[]::new);
        rows.locked(read.stream().map(Effect::id).toList());
        List<Effect> effects = effects(" AND i.project_id = ANY (?)", job, ids).stream()
                .filter(Effect::stands)
                .toList();
        Set<ProjectId> came =
                effects.stream().filter(Effect::came).map(Effect::id).collect(Collectors.toSet());
        if (!came.isEmpty()) {
            register.withdrawAll(List.copyOf(came), actor);
            jdbc.sql("UPDATE stocktaking.project SET source_key = NULL WHERE id = ANY (?)")
                    .param(came.stream().map(ProjectId::value).toArray(UUID[]::new))
                    .update();
            jdbc.sql("DELETE FROM stocktaking.former_address WHERE project_id = ANY (?)")
                    .param(came.stream().map(ProjectId::value).toArray(UUID[]::new))
                    .update();
        }
        restore(
                collection,
                effects.stream()
                        .filter(effect -> !effect.came())
                        .map(Effect::id)
                        .toList(),
                job,
                actor);
        jdbc.sql("UPDATE stocktaking.import_row SET undone = true WHERE job_id = ? AND project_id = ANY (?)")
                .params(job, effects.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .update();
        return effects;
    }

    private void restore(ProjectCollection collection, List<ProjectId> ids, UUID job, Actor actor) {
        if (ids.isEmpty()) return;
        List<Change> changes = new ArrayList<>();
        for (ProjectRecord now : rows.locked(ids)) {
            NewProject before = revisions.content(now, now.revision() - 1);
            Reception reception =
                    new Reception(Reception.Origin.IMPORT, actor.person(), null, null, null, null, now.confirmedAt());
            var known = new Known(now.id(), now.number(), now.version(), null, false, false);
            changes.add(new Change(now, new Renewal(known, new Line(0, before, reception, null, new byte[32], null))));
        }
        changeAll(collection, changes, actor);
        for (Change one : changes)
            jdbc.sql("""
                    UPDATE stocktaking.import_row SET revision = ? WHERE project_id = ? AND job_id = (
                        SELECT job_id FROM stocktaking.import_row
                        WHERE project_id = ? AND job_id < ? AND NOT undone ORDER BY job_id DESC LIMIT 1)""")
                    .params(
                            one.next(),
                            one.before().id().value(),
                            one.before().id().value(),
                            job)
                    .update();
        List<ProjectId> open = changes.stream()
                .map(Change::before)
                .filter(one -> one.publishedAt() != null)
                .map(ProjectRecord::id)
                .toList();
        if (!open.isEmpty()) register.publishAll(open, acts.now(), actor);
    }
}
