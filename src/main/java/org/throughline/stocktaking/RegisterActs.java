package org.throughline.stocktaking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// What every act on entries has in common, whoever does it: the lock before, and after it the audit line, the
/// ledger, the event and the pages that are shown anew. In the transaction of the act.
@Component
class RegisterActs {

    private final ProjectRows rows;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final PageStore pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisterActs(
            ProjectRows rows,
            Ledger ledger,
            AuditTrail audit,
            PageStore pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.audit = audit;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Locks an entry that is neither withdrawn nor merged; refuses any other.
    ProjectRecord standing(ProjectId id) {
        ProjectRecord record = rows.locked(List.of(id)).stream().findFirst().orElseThrow(Refusal::notFound);
        requireStanding(record);
        return record;
    }

    /// The same for one that was read before: refused when it has changed since.
    ProjectRecord standing(ProjectId id, int seen) {
        ProjectRecord record = standing(id);
        if (record.version() != seen) throw Refusal.stale();
        return record;
    }

    /// Locks an entry whose keeper may still take back what is said of it: one that became part of another as well.
    ProjectRecord kept(ProjectId id) {
        ProjectRecord record = rows.locked(List.of(id)).stream().findFirst().orElseThrow(Refusal::notFound);
        if (record.withdrawnAt() != null) throw new Refusal("project-gone", 409, "stocktaking.problem.gone");
        return record;
    }

    static void requireStanding(ProjectRecord record) {
        if (record.withdrawnAt() != null || record.mergedInto() != null)
            throw new Refusal("project-gone", 409, "stocktaking.problem.gone");
    }

    // What was announced in the ledger as public is taken back there as well.
    void endPublications(List<ProjectRecord> records) {
        List<ProjectRecord> open =
                records.stream().filter(one -> one.publishedAt() != null).toList();
        if (open.isEmpty()) return;
        Map<ProjectId, Hash> hashes = rows.publicHashes(open);
        Instant now = now();
        ledger.appendAll(
                EntryKind.WITHDRAWAL,
                open.stream()
                        .map(one -> new Ledger.Act(ProjectIntake.subject(one.number()), hashes.get(one.id()), now))
                        .toList());
    }

    /// Announces in the ledger that what the public sees of these, where it sees them, is public.
    void beginPublications(List<ProjectRecord> records) {
        List<ProjectRecord> open =
                records.stream().filter(one -> one.publishedAt() != null).toList();
        if (open.isEmpty()) return;
        Map<ProjectId, Hash> hashes = rows.publicHashes(open);
        Instant now = now();
        ledger.appendAll(
                EntryKind.PUBLICATION,
                open.stream()
                        .map(one -> new Ledger.Act(ProjectIntake.subject(one.number()), hashes.get(one.id()), now))
                        .toList());
    }

    void changed(ProjectRecord record, String action, Map<String, ?> details, Actor actor) {
        changed(List.of(record), action, details, actor);
    }

    void changed(List<ProjectRecord> records, String action, Map<String, ?> details, Actor actor) {
        if (records.isEmpty()) return;
        if (records.size() == 1)
            audit.record(actor, action, ProjectIntake.subject(records.getFirst().number()), details);
        else
            audit.record(
                    actor,
                    action,
                    "stocktaking",
                    Map.of(
                            "projects",
                            records.stream().map(ProjectRecord::number).toList()));
        shown(records);
    }

    /// Says that what the public sees of these may have changed, and of those that they are part of.
    void shown(List<ProjectRecord> records) {
        events.publishEvent(new ProjectPublicityChanged(records.stream()
                .map(one -> new ProjectPublicityChanged.Project(one.id(), one.number()))
                .toList()));
        Set<String> tags = new HashSet<>();
        records.forEach(one -> tags.addAll(List.of(RegisterTags.of(one.number()))));
        List<ProjectId> wholes = records.stream()
                .map(ProjectRecord::mergedInto)
                .filter(Objects::nonNull)
                .toList();
        if (!wholes.isEmpty()) rows.all(wholes).forEach(one -> tags.addAll(List.of(RegisterTags.of(one.number()))));
        pages.changed(tags.toArray(String[]::new));
    }

    static UUID[] ids(List<ProjectRecord> records) {
        return records.stream().map(one -> one.id().value()).toArray(UUID[]::new);
    }
}
