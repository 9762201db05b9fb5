package org.throughline.stocktaking;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.ProjectIntake.Arrival;
import org.throughline.stocktaking.ProjectIntake.Revision;
import org.throughline.vocabulary.Vocabulary;

/// Takes projects in and keeps them: every state that was sent is a revision and on record in the ledger; what the
/// public sees is one of them. Consent is a bound no decision crosses.
@Service
public class Register {

    private final JdbcClient jdbc;
    private final ProjectRows rows;
    private final ProjectRevisions revisions;
    private final ProjectCollections collections;
    private final ProjectCheck check;
    private final ProjectIntake intake;
    private final Vocabulary vocabulary;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final RegisterActs acts;

    Register(
            JdbcClient jdbc,
            ProjectRows rows,
            ProjectRevisions revisions,
            ProjectCollections collections,
            ProjectCheck check,
            ProjectIntake intake,
            Vocabulary vocabulary,
            Ledger ledger,
            AuditTrail audit,
            RegisterActs acts) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.revisions = revisions;
        this.collections = collections;
        this.check = check;
        this.intake = intake;
        this.vocabulary = vocabulary;
        this.ledger = ledger;
        this.audit = audit;
        this.acts = acts;
    }

    /// A project that was taken in.
    public record Taken(ProjectId id, long number, EntryId entry) {}

    /// Everything that is wrong with a project; empty when it may be sent.
    public List<Violation> check(ProjectCollection collection, NewProject project) {
        return check.check(collections.form(collection), project);
    }

    /// The same for what the secretariat mends in an entry: what the entry does not say, it need not know.
    public List<Violation> checkMending(ProjectRecord entry, NewProject project) {
        ProjectCollection collection = collections.find(entry.collection()).orElseThrow();
        List<Violation> before = check(collection, revisions.content(entry, entry.revision()));
        return check(collection, project).stream()
                .filter(one -> !one.missing() || !before.contains(one))
                .toList();
    }

    /// Takes in one project. Refuses what [#check] finds wrong; the same idempotency key or source key twice is
    /// refused as well.
    @Transactional
    public Taken receive(ProjectCollection collection, NewProject project, Reception reception, Actor actor) {
        refuse(check(collection, project));
        Taken taken = receiveAll(collection, List.of(new Sent(project, reception)), actor)
                .getFirst();
        audit.record(actor, "project-received", ProjectIntake.subject(taken.number()), Map.of());
        return taken;
    }

    /// A project with how it came in.
    public record Sent(NewProject project, Reception reception) {}

    /// Takes in many that were checked before, in a few statements for all of them; one audit line is the caller's.
    @Transactional
    public List<Taken> receiveAll(ProjectCollection collection, List<Sent> sent, Actor actor) {
        return receiveAll(collection, sent, acts.now(), null);
    }

    /// The same for those that the caller publishes in the same transaction.
    ///
    /// @param publicAt when it publishes them, so that their states are written once; absent where it does not
    @Transactional
    public List<Taken> receiveAll(
            ProjectCollection collection, List<Sent> sent, Instant now, @Nullable Instant publicAt) {
        if (sent.isEmpty()) return List.of();
        ProjectForm form = collections.form(collection);
        List<Long> numbers = intake.numbers(sent.size());
        List<Arrival> arrivals = new ArrayList<>();
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Sent one = sent.get(i);
            Instant at = one.reception().receivedAt() == null
                    ? now
                    : one.reception().receivedAt().truncatedTo(ChronoUnit.MILLIS);
            Facts facts = Facts.of(form, one.project(), vocabulary);
            ProjectId id = new ProjectId(Ids.next());
            arrivals.add(new Arrival(id, numbers.get(i), one.project(), facts, one.reception(), at));
            revisions.add(new Revision(
                    id,
                    numbers.get(i),
                    1,
                    one.project(),
                    facts,
                    collection.formVersion(),
                    one.reception().person(),
                    at));
        }
        try {
            intake.projects(collection.id(), arrivals);
        } catch (DuplicateKeyException e) {
            throw new Refusal("project-exists", 409, "stocktaking.problem.exists");
        }
        List<EntryId> entries = intake.revisions(collection.slug(), revisions, publicAt);
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++)
            taken.add(new Taken(arrivals.get(i).id(), arrivals.get(i).number(), entries.get(i)));
        return taken;
    }

    /// Sends a new state of a project; the public goes on seeing the one before until it is published. Refused when
    /// the project has changed since `seen`, the version that was read.
    @Transactional
    public Taken change(ProjectId id, int seen, NewProject project, Actor actor) {
        ProjectRecord before = acts.standing(id, seen);
        refuse(check(collections.find(before.collection()).orElseThrow(), project));
        return send(before, project, acts.now(), "project-changed", actor);
    }

    /// The same by the secretariat: a new state that says nothing about whether its owner still holds it for true,
    /// and that may lack what the entry lacked.
    @Transactional
    public Taken amend(ProjectId id, int seen, NewProject project, Actor actor) {
        ProjectRecord before = acts.standing(id, seen);
        refuse(checkMending(before, project));
        return send(before, project, before.confirmedAt(), "project-amended", actor);
    }

    private static void refuse(List<Violation> wrong) {
        if (!wrong.isEmpty()) throw new ProjectRefused(wrong);
    }

    private Taken send(ProjectRecord before, NewProject project, Instant confirmed, String action, Actor actor) {
        ProjectId id = before.id();
        ProjectCollection collection = collections.find(before.collection()).orElseThrow();
        Instant now = acts.now();
        int next = before.revision() + 1;
        Facts facts = Facts.of(collections.form(collection), project, vocabulary);
        Consent consent = project.consent();
        jdbc.sql("""
                UPDATE stocktaking.project SET revision = ?, consent_name = ?, consent_text = ?, consent_files = ?,
                    consent_quotation = ?, consent_translation = ?, confirmed_at = ?, sent_at = ?, asked_back_at = NULL, declined_at = NULL,
                    note = '', version = version + 1 WHERE id = ?""")
                .params(
                        next,
                        consent.name(),
                        consent.text(),
                        consent.files(),
                        consent.quotation(),
                        consent.translation(),
                        Timestamp.from(confirmed),
                        Timestamp.from(now),
                        id.value())
                .update();
        intake.consentChanged(id, before.consent(), consent, now, actor.person());
        EntryId entry = intake.revisions(
                        collection.slug(),
                        List.of(new Revision(
                                id,
                                before.number(),
                                next,
                                project,
                                facts,
                                collection.formVersion(),
                                actor.person(),
                                now)))
                .getFirst();
        acts.changed(before, action, Map.of("revision", next), actor);
        return new Taken(id, before.number(), entry);
    }

    /// Shows the newest state to the public. Refused while its keeper does not allow that.
    @Transactional
    public void publish(ProjectId id, Actor actor) {
        publishAll(List.of(id), acts.now(), actor);
    }

    /// The same for many, with the moment given; one audit line names them all.
    @Transactional
    public void publishAll(List<ProjectId> ids, Instant moment, Actor actor) {
        Timestamp at = Timestamp.from(moment.truncatedTo(ChronoUnit.MILLIS));
        List<ProjectRecord> records = rows.locked(ids);
        if (records.size() < new HashSet<>(ids).size()) throw Refusal.notFound();
        List<ProjectRecord> due = records.stream()
                .peek(RegisterActs::requireStanding)
                .filter(one -> one.publishedAt() == null
                        || !Integer.valueOf(one.revision()).equals(one.publicRevision()))
                .toList();
        if (due.stream().anyMatch(one -> !one.consent().text()))
            throw new Refusal("no-consent-to-text", 409, "stocktaking.problem.no-consent");
        UUID[] uuids = due.stream().map(one -> one.id().value()).toArray(UUID[]::new);
        jdbc.sql("""
                UPDATE stocktaking.revision r SET first_public_at = coalesce(r.first_public_at, ?), taken_back_at = NULL
                FROM stocktaking.project p WHERE p.id = ANY (?) AND r.project_id = p.id AND r.number = p.revision
                  AND (r.first_public_at IS NULL OR r.taken_back_at IS NOT NULL)""").params(at, uuids).update();
        jdbc.sql("""
                UPDATE stocktaking.project SET public_revision = revision, published_at = coalesce(published_at, ?),
                    first_published_at = coalesce(first_published_at, ?), declined_at = NULL, asked_back_at = NULL, note = '',
                    unpublished_at = NULL, version = version + 1 WHERE id = ANY (?)""").params(at, at, uuids).update();
        Map<ProjectId, Hash> hashes = rows.hashes(due);
        ledger.appendAll(
                EntryKind.PUBLICATION,
                due.stream()
                        .map(one -> new Ledger.Act(
                                ProjectIntake.subject(one.number()), hashes.get(one.id()), at.toInstant()))
                        .toList());
        acts.changed(due, "project-published", Map.of(), actor);
    }

    /// Says that an entry is still true, as its owner sees it.
    @Transactional
    public void confirm(ProjectId id, Actor actor) {
        ProjectRecord before = acts.standing(id);
        jdbc.sql(
                        "UPDATE stocktaking.project SET confirmed_at = ?, closed_at = NULL, version = version + 1 WHERE id = ?")
                .params(Timestamp.from(acts.now()), id.value())
                .update();
        acts.changed(before, "project-confirmed", Map.of(), actor);
    }

    /// Says that the project is over; the entry stays.
    @Transactional
    public void close(ProjectId id, Actor actor) {
        ProjectRecord before = acts.standing(id);
        Timestamp now = Timestamp.from(acts.now());
        jdbc.sql("UPDATE stocktaking.project SET confirmed_at = ?, closed_at = ?, version = version + 1 WHERE id = ?")
                .params(now, now, id.value())
                .update();
        acts.changed(before, "project-closed", Map.of(), actor);
    }

    /// Takes an entry out of the register for good, as its keeper wants; what was public leaves a tombstone. One that
    /// became part of another is no longer named there; its address goes on leading to the other.
    @Transactional
    public void withdraw(ProjectId id, Actor actor) {
        withdrawAll(List.of(id), actor);
    }

    @Transactional
    public void withdrawAll(List<ProjectId> ids, Actor actor) {
        List<ProjectRecord> records = rows.locked(ids).stream()
                .filter(one -> one.withdrawnAt() == null)
                .toList();
        acts.endPublications(records);
        jdbc.sql("""
                UPDATE stocktaking.project SET withdrawn_at = ?, published_at = NULL, version = version + 1
                WHERE id = ANY (?)""")
                .params(Timestamp.from(acts.now()), RegisterActs.ids(records))
                .update();
        acts.changed(records, "project-withdrawn", Map.of(), actor);
    }

    /// Takes an entry out of the public's sight, with the reason in the record; it can be published again.
    @Transactional
    public void unpublish(ProjectId id, String reason, Actor actor) {
        ProjectRecord before = acts.standing(id);
        if (reason.isBlank()) throw new Refusal("reason-missing", 422, "stocktaking.problem.reason-missing");
        acts.endPublications(List.of(before));
        jdbc.sql("""
                UPDATE stocktaking.project SET published_at = NULL, unpublished_at = ?, note = ?, version = version + 1
                WHERE id = ?""")
                .params(Timestamp.from(acts.now()), reason.strip(), id.value())
                .update();
        acts.changed(before, "project-unpublished", Map.of("reason", reason.strip()), actor);
    }

    /// Changes what the keeper allows; taking back the text takes the entry out of the public's sight. Of an entry
    /// that became part of another it decides whether it is named there.
    @Transactional
    public void consent(ProjectId id, Consent consent, Actor actor) {
        ProjectRecord before = acts.kept(id);
        if (!consent.text()) acts.endPublications(List.of(before));
        jdbc.sql("""
                UPDATE stocktaking.project SET consent_name = ?, consent_text = ?, consent_files = ?, consent_quotation = ?,
                    consent_translation = ?, published_at = CASE WHEN ? THEN published_at END,
                    unpublished_at = CASE WHEN ? THEN unpublished_at ELSE ?::timestamptz END, version = version + 1 WHERE id = ?""")
                .params(
                        consent.name(),
                        consent.text(),
                        consent.files(),
                        consent.quotation(),
                        consent.translation(),
                        consent.text(),
                        consent.text(),
                        Timestamp.from(acts.now()),
                        id.value())
                .update();
        intake.consentChanged(id, before.consent(), consent, acts.now(), actor.person());
        acts.changed(before, "project-consent-changed", Map.of(), actor);
    }

    /// Makes one entry part of another: its address leads there from now on. Refused for entries of different
    /// collections, and for one that is gone itself.
    @Transactional
    public void merge(ProjectId id, ProjectId into, Actor actor) {
        if (id.equals(into)) throw new Refusal("merge-with-itself", 409, "stocktaking.problem.merge");
        List<ProjectRecord> both = rows.locked(List.of(id, into));
        if (both.size() < 2) throw Refusal.notFound();
        both.forEach(RegisterActs::requireStanding);
        ProjectRecord gone =
                both.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        ProjectRecord stays =
                both.stream().filter(one -> one.id().equals(into)).findFirst().orElseThrow();
        if (!gone.collection().equals(stays.collection()))
            throw new Refusal("merge-with-itself", 409, "stocktaking.problem.merge");
        acts.endPublications(List.of(gone));
        jdbc.sql("""
                UPDATE stocktaking.project SET merged_into = ?, merged_at = ?, published_at = NULL, version = version + 1
                WHERE id = ? OR merged_into = ?""")
                .params(into.value(), Timestamp.from(acts.now()), id.value(), id.value())
                .update();
        jdbc.sql("""
                INSERT INTO stocktaking.keeper (project_id, person, role, since)
                SELECT ?, person, 'keeper', since
                FROM stocktaking.keeper WHERE project_id = ? ON CONFLICT DO NOTHING""").params(into.value(), id.value()).update();
        acts.changed(both, "project-merged", Map.of("from", gone.number(), "into", stays.number()), actor);
    }

    @Transactional(readOnly = true)
    public Optional<ProjectRecord> find(ProjectId id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<ProjectRecord> find(long number) {
        return rows.find(number);
    }

    /// The entry that a row of a source became.
    @Transactional(readOnly = true)
    public Optional<ProjectId> find(ProjectCollection collection, String sourceKey) {
        return rows.bySource(collection.id(), sourceKey);
    }
}
