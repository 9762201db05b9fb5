package org.throughline.mandates;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.citations.CitationReviews;
import org.throughline.citations.CitationReviews.Because;
import org.throughline.citations.CitingReader;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Where the secretariat keeps the register of instruments. Every change is on record field by field; what was
/// wrong is retired and leaves a tombstone. A revision that is added has everything listed that cites what it
/// replaces.
@Service
public class EntryDesk {

    public static final int LONGEST_REASON = 1_000;

    private final Entries entries;
    private final NewRevisions revisions;
    private final KeptTasks tasks;
    private final AuditTrail audit;
    private final CitationReviews reviews;
    private final CitingReader reader;
    private final InstrumentSearch search;
    private final PageStore pages;
    private final Clock clock;

    EntryDesk(
            Entries entries,
            NewRevisions revisions,
            KeptTasks tasks,
            AuditTrail audit,
            CitationReviews reviews,
            CitingReader reader,
            InstrumentSearch search,
            PageStore pages,
            Clock clock) {
        this.entries = entries;
        this.revisions = revisions;
        this.tasks = tasks;
        this.audit = audit;
        this.reviews = reviews;
        this.reader = reader;
        this.search = search;
        this.pages = pages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Entry> find(Part part, String id) {
        return entries.find(part, id);
    }

    /// Those of an instrument that stand, in their order.
    @Transactional(readOnly = true)
    public List<Entry> of(Part part, String instrument) {
        return entries.of(part, instrument);
    }

    @Transactional(readOnly = true)
    public List<Entry> bodies() {
        return entries.all(Part.BODIES);
    }

    /// Those of whom something can be asked.
    @Transactional(readOnly = true)
    public List<Entry> actors() {
        return entries.all(Part.ACTORS);
    }

    /// Whether there is an instrument that can be referred to.
    @Transactional(readOnly = true)
    public boolean isThere(String instrument) {
        return entries.isThere(instrument);
    }

    /// Adds a fact, whose fields are checked by the page they were typed into, and answers with its name on the
    /// desk. Refused where the same is on record.
    ///
    /// @param instrument that it belongs to; empty for a body, an actor or an instrument
    @Transactional
    public String add(Part part, String instrument, Map<String, String> values, Actor actor) {
        if (part.ofInstrument() && !entries.isThere(instrument)) throw Refusal.notFound();
        String id;
        try {
            id = entries.insert(part, instrument, values);
        } catch (DuplicateKeyException e) {
            throw MandateRefusals.there();
        }
        String of = part == Part.INSTRUMENTS ? id : instrument;
        Entry added = entries.find(part, id).orElseThrow(Refusal::stale);
        audit.record(actor, "mandate-fact-added", added.subject(), Map.of("part", part.word(), "after", values));
        if (part == Part.REVISIONS) revisions.added(of, values.getOrDefault("label", ""));
        if (part == Part.REFERENCES) superseded(of, values);
        if (part == Part.TASKS) tasks.written(added);
        changed(of, part == Part.REVISIONS);
        return id;
    }

    /// Does nothing where nothing is different.
    ///
    /// @param version the version the editor saw; refused as stale when somebody changed the fact since
    @Transactional
    public void change(Part part, String id, Map<String, String> values, int version, Actor actor) {
        Entry before = entries.locked(part, id).orElseThrow(Refusal::notFound);
        if (before.version() != version || !before.retired().isEmpty()) throw Refusal.stale();
        Map<String, Object> changes = before.changes(values);
        if (changes.isEmpty()) return;
        try {
            entries.update(before, values);
        } catch (DuplicateKeyException e) {
            throw MandateRefusals.there();
        }
        audit.record(actor, "mandate-fact-changed", before.subject(), Map.of("part", part.word(), "changes", changes));
        if (part == Part.REVISIONS) {
            entries.order(before.instrument());
            String label = values.getOrDefault("label", "");
            if (!label.equals(before.value("label")))
                reviews.renamed(before.instrument(), before.value("label"), label);
        }
        if (part == Part.REFERENCES) superseded(before.instrument(), values);
        if (part == Part.TASKS) tasks.written(before);
        changed(before.instrument(), part == Part.REVISIONS || part == Part.INSTRUMENTS);
    }

    /// Takes a wrong fact back, for a reason that all may read. Refused for what tasks stand on, and for the only
    /// revision of an instrument.
    @Transactional
    public void retire(Part part, String id, String reason, int version, Actor actor) {
        if (!part.retires()) throw Refusal.badRequest();
        if (reason.isBlank()) throw MandateRefusals.reasonMissing();
        Entry before = entries.locked(part, id).orElseThrow(Refusal::notFound);
        if (before.version() != version || !before.retired().isEmpty()) throw Refusal.stale();
        boolean carries = part == Part.INSTRUMENTS || part == Part.REVISIONS;
        if (carries && entries.hasTasks(before)) throw MandateRefusals.hasTasks();
        if (part == Part.REVISIONS && entries.of(part, before.instrument()).size() < 2)
            throw MandateRefusals.onlyRevision();
        entries.retire(before, reason.strip(), Timestamp.from(clock.instant()));
        audit.record(
                actor,
                "mandate-fact-retired",
                before.subject(),
                Map.of("part", part.word(), "reason", reason.strip(), "before", before.values()));
        if (part == Part.REVISIONS) reviews.renamed(before.instrument(), before.value("label"), null);
        if (part == Part.TASKS) tasks.retired(before);
        changed(before.instrument(), carries);
    }

    private void superseded(String instrument, Map<String, String> values) {
        if (Reference.Kind.SUPERSEDES.word().equals(values.get("kind")))
            reviews.superseded(
                    values.getOrDefault("to", ""), new Because(instrument, values.getOrDefault("revision", "")));
    }

    private void changed(String instrument, boolean citable) {
        if (!instrument.isEmpty()) search.put(instrument);
        pages.changed("mandates", TaskTags.TASKS);
        if (!citable) return;
        // Texts may have named it before it was on record.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                reader.readAllSoon();
            }
        });
    }
}
