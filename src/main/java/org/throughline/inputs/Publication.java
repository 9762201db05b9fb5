package org.throughline.inputs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.CallId;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// The secretariat's decisions about inputs: publish, keep unpublished with a reason, set aside as a duplicate.
/// Consent is a bound no decision crosses.
@Service
public class Publication {

    private final JdbcClient jdbc;
    private final InputRows rows;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final PageStore pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publication(
            JdbcClient jdbc,
            InputRows rows,
            Ledger ledger,
            AuditTrail audit,
            PageStore pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.ledger = ledger;
        this.audit = audit;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<InputRecord> find(CallId call, int number) {
        return rows.find(call, number);
    }

    @Transactional(readOnly = true)
    public Optional<InputRecord> find(InputId id) {
        return rows.find(id);
    }

    /// Makes an input public. Refused while its owner does not allow the text to be shown.
    @Transactional
    public void publish(InputId id, Actor actor) {
        publish(id, clock.instant(), actor);
    }

    /// The same, of exactly what was read: refused when the input has changed since.
    ///
    /// @param seen the version that was read
    @Transactional
    public void publish(InputId id, int seen, Actor actor) {
        if (locked(id).version() != seen) throw Refusal.stale();
        publish(id, clock.instant(), actor);
    }

    /// The same with the moment given, for inputs whose past is brought in.
    @Transactional
    public void publish(InputId id, Instant at, Actor actor) {
        InputRecord input = standing(id);
        if (!input.consent().text()) throw InputRefusals.noConsentToText();
        if (input.publishedAt() != null) return;
        jdbc.sql("""
                UPDATE inputs.input SET published_at = ?, first_published_at = coalesce(first_published_at, ?), checked_at = ?,
                    withheld_reason = NULL, duplicate_of = NULL, version = version + 1 WHERE id = ?""")
                .params(Timestamp.from(at), Timestamp.from(at), Timestamp.from(at), id.value())
                .update();
        ledger.append(EntryKind.PUBLICATION, input.subject(), Hash.of(rows.hash(id)), at);
        changed(input, "input-published", Map.of(), actor);
    }

    /// Keeps an input unpublished, or takes it out of the public again, for a reason that stays in the record.
    @Transactional
    public void withhold(InputId id, String reason, Actor actor) {
        if (reason.isBlank()) throw InputRefusals.reasonMissing();
        InputRecord input = standing(id);
        jdbc.sql("""
                UPDATE inputs.input SET published_at = NULL, checked_at = ?, withheld_reason = ?, duplicate_of = NULL,
                    version = version + 1 WHERE id = ?""")
                .params(Timestamp.from(clock.instant()), reason.strip(), id.value())
                .update();
        endPublication(input);
        changed(input, "input-withheld", Map.of("reason", reason.strip()), actor);
    }

    /// Sets an input aside because the same sender sent the same before; it stays in the count, as a duplicate.
    @Transactional
    public void markDuplicate(InputId id, InputId original, Actor actor) {
        if (id.equals(original)) throw InputRefusals.duplicateOfItself();
        InputRecord input = standing(id);
        InputRecord first = rows.find(original).orElseThrow(Refusal::notFound);
        if (!first.call().equals(input.call()) || first.duplicateOf() != null) throw InputRefusals.duplicateOfItself();
        jdbc.sql("""
                UPDATE inputs.input SET published_at = NULL, checked_at = ?, duplicate_of = ?, version = version + 1
                WHERE id = ?""")
                .params(Timestamp.from(clock.instant()), original.value(), id.value())
                .update();
        endPublication(input);
        changed(input, "input-marked-duplicate", Map.of("of", first.number()), actor);
    }

    /// Puts an input back among those still to be decided.
    @Transactional
    public void reopen(InputId id, Actor actor) {
        InputRecord input = standing(id);
        jdbc.sql("""
                UPDATE inputs.input SET published_at = NULL, checked_at = NULL, withheld_reason = NULL, duplicate_of = NULL,
                    version = version + 1 WHERE id = ?""").param(id.value()).update();
        endPublication(input);
        changed(input, "input-reopened", Map.of(), actor);
    }

    private InputRecord locked(InputId id) {
        return rows.locked(id).orElseThrow(Refusal::notFound);
    }

    private InputRecord standing(InputId id) {
        InputRecord input = locked(id);
        if (input.withdrawnAt() != null) throw InputRefusals.withdrawn();
        return input;
    }

    // What was announced in the ledger as public is taken back there as well.
    private void endPublication(InputRecord before) {
        if (before.publishedAt() != null)
            ledger.append(EntryKind.WITHDRAWAL, before.subject(), Hash.of(rows.hash(before.id())));
    }

    private void changed(InputRecord input, String action, Map<String, ?> details, Actor actor) {
        audit.record(actor, action, input.subject(), details);
        events.publishEvent(new InputPublicityChanged(input.id(), input.call(), input.slug(), input.number()));
        pages.changed(InputTags.of(input.slug(), input.number()));
    }
}
