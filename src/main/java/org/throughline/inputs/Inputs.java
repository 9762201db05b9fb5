package org.throughline.inputs;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.Acceptance.Coming;
import org.throughline.inputs.Acceptance.Taken;
import org.throughline.inputs.InputRows.Stored;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.ledger.Receipt;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.web.PageStore;

/// Takes inputs in, lets their owners replace and withdraw them and change what they consent to. Whatever it
/// acknowledges is durably stored and stands in the ledger; what it refuses left nothing behind.
@Service
public class Inputs {

    private final InputRows rows;
    private final Acceptance acceptance;
    private final Calls calls;
    private final InputCheck checks;
    private final Sealing sealing;
    private final ConsentRecord consents;
    private final Limits limits;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final PageStore pages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inputs(
            InputRows rows,
            Acceptance acceptance,
            Calls calls,
            InputCheck checks,
            Sealing sealing,
            ConsentRecord consents,
            Limits limits,
            Ledger ledger,
            AuditTrail audit,
            PageStore pages,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.acceptance = acceptance;
        this.calls = calls;
        this.checks = checks;
        this.sealing = sealing;
        this.consents = consents;
        this.limits = limits;
        this.ledger = ledger;
        this.audit = audit;
        this.pages = pages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Takes an input in. Returns only when it is on the disk and has its place in the ledger. Not to be called
    /// inside a transaction.
    ///
    /// Refuses an input that does not answer the questionnaire ([InputRefused] names everything that is wrong), and
    /// one that comes outside of the call's window, unless the secretariat brings it in.
    public Received submit(CallId call, NewInput input, Reception reception, Actor actor) {
        return submit(calls.window(call), input, reception, FromDraft.NO_DRAFT, actor);
    }

    /// The same for a caller who has the call's window at hand.
    public Received submit(Calls.Window window, NewInput input, Reception reception, Actor actor) {
        return submit(window, input, reception, FromDraft.NO_DRAFT, actor);
    }

    Received submit(CallId call, NewInput input, Reception reception, FromDraft draft, Actor actor) {
        return submit(draft.bind(calls.window(call)), input, reception, draft, actor);
    }

    private Received submit(Calls.Window window, NewInput input, Reception reception, FromDraft draft, Actor actor) {
        Optional<Received> before = rows.answered(window.call(), reception);
        if (before.isPresent()) return again(window, before.get(), input, reception);
        requireTaking(window, reception);
        Checked checked = checks.hold(window, input, reception.origin().byTheSecretariat(), true);
        if (!reception.origin().byTheSecretariat() && reception.owner() != null)
            limits.countInput(reception.owner(), window.call());
        var coming = new Coming(new InputId(Ids.next()), window, checked, reception, actor, receivedAt(reception));
        try {
            Taken taken = draft == FromDraft.NO_DRAFT
                    ? acceptance.take(coming)
                    : acceptance.takeAll(List.of(coming), draft.alongside()).getFirst();
            return acknowledged(taken.stored(), window.slug(), taken.number(), 1, coming.at(), false);
        } catch (DuplicateKeyException sentTwice) {
            Received first = rows.answered(window.call(), reception).orElseThrow(() -> sentTwice);
            return again(window, first, input, reception);
        }
    }

    /// Holds an input that the secretariat brings in to the questionnaire; refused like one that is sent.
    ///
    /// @param wordLimits false where the words were counted, or not limited, by whoever took the inputs in first
    public Checked checkBroughtIn(Calls.Window window, NewInput input, boolean wordLimits) {
        return checks.withReading(window, input, wordLimits);
    }

    /// Takes in what the secretariat brings, many at once: one commit, one wait for the ledger. When it throws,
    /// none was taken in. Not to be called inside a transaction.
    public List<Received> submitAll(Calls.Window window, List<BroughtIn> many, Actor actor) {
        if (many.isEmpty()) return List.of();
        many.forEach(one -> requireTaking(window, one.reception()));
        List<Coming> coming = many.stream()
                .map(one -> new Coming(
                        new InputId(Ids.next()),
                        window,
                        one.checked(),
                        one.reception(),
                        actor,
                        receivedAt(one.reception())))
                .toList();
        List<Taken> taken = acceptance.takeAll(coming, id -> {});
        List<Received> received = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++)
            received.add(acknowledged(
                    taken.get(i).stored(),
                    window.slug(),
                    taken.get(i).number(),
                    1,
                    coming.get(i).at(),
                    false));
        return received;
    }

    /// Which of these import keys a call has inputs of already.
    public Set<String> alreadyImported(CallId call, Collection<String> keys) {
        return rows.imported(call, keys);
    }

    private Instant receivedAt(Reception reception) {
        return Objects.requireNonNullElseGet(reception.receivedAt(), clock::instant)
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private void requireTaking(Calls.Window window, Reception reception) {
        boolean late = !reception.origin().byTheSecretariat() && !window.isOpenAt(clock.instant());
        if (late || window.questionnaire() == 0) throw InputRefusals.callNotOpen();
    }

    // A repeated request gets the first answer again; the same key for other words is a mistake of the sender.
    private Received again(Calls.Window window, Received before, NewInput input, Reception reception) {
        if (reception.importKey() != null) throw InputRefusals.alreadyImported(reception.importKey());
        if (!before.call().equals(window.slug())) throw InputRefusals.keyReused();
        Checked checked = checks.hold(window, input, false, true);
        byte[] content = sealing.canonical(window.slug(), before.number(), 1, checked);
        if (!Arrays.equals(content, rows.sealed(before.id(), 1).canonicalContent())) throw InputRefusals.keyReused();
        return new Received(
                before.id(),
                before.call(),
                before.number(),
                before.revision(),
                before.at(),
                before.hash(),
                before.entry(),
                ledger.await(before.entry()).leafIndex(),
                true);
    }

    /// Puts a new state in the place of an input that its owner sent before. It is checked again before it is
    /// public.
    Received replace(InputId id, NewInput input, FromDraft draft, Actor actor) {
        InputRecord before = ownedBy(actor, id);
        Calls.Window window = draft.bind(calls.window(before.call()));
        requireOpen(window, actor);
        if (before.withdrawnAt() != null) throw InputRefusals.withdrawn();
        Checked checked = checks.hold(window, input, actor.may(Permission.MANAGE_CALLS), true);
        if (owns(actor, before)) limits.countInput(Objects.requireNonNull(actor.person()), before.call());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int revision = before.revision() + 1;
        Stored stored = Objects.requireNonNull(transaction.execute(status -> {
            InputRecord now = locked(id);
            endPublication(now);
            if (!rows.nextRevision(id, before.revision(), checked)) throw Refusal.stale();
            draft.alongside().accept(id);
            Stored made = sealing.commit(
                            window.slug(),
                            window.questionnaire(),
                            List.of(new Sealing.Version(id, before.number(), revision, checked, at)))
                    .getFirst();
            consents.history(id, now.consent(), checked.input().consent(), at, actor.person());
            audit.record(actor, "input-replaced", before.subject(), Map.of("revision", revision));
            events.publishEvent(new InputReceived(
                    id,
                    before.call(),
                    window.slug(),
                    before.number(),
                    revision,
                    before.origin(),
                    "",
                    !checked.input().endorsers().isEmpty()));
            publicityChanged(before, actor);
            return made;
        }));
        return acknowledged(stored, window.slug(), before.number(), revision, at, false);
    }

    /// Takes an input back. Everything public of it is gone when this returns; its place in the count stays, as
    /// withdrawn. The owner may do so until the deadline, the secretariat at any time on the owner's word.
    public void withdraw(InputId id, Actor actor) {
        InputRecord seen = ownedBy(actor, id);
        if (seen.withdrawnAt() != null) return;
        if (!actor.may(Permission.PUBLISH_INPUTS)) requireOpen(calls.window(seen.call()), actor);
        Optional<EntryId> entry = Objects.requireNonNull(transaction.execute(status -> {
            InputRecord before = locked(id);
            if (before.withdrawnAt() != null) return Optional.empty();
            rows.withdraw(id, clock.instant());
            EntryId made = ledger.append(EntryKind.WITHDRAWAL, before.subject(), Hash.of(rows.hash(id)));
            audit.record(actor, "input-withdrawn", before.subject(), Map.of());
            publicityChanged(before, actor);
            return Optional.of(made);
        }));
        entry.ifPresent(ledger::await);
    }

    /// Changes what may be done with an input, at any time and with effect at once. Taking back the consent to the
    /// text ends its publication; giving it again does not by itself publish it. Only the owner may allow more than
    /// before; on the owner's word the secretariat may take back.
    public void setConsent(InputId id, Consent consent, Actor actor) {
        ownedBy(actor, id);
        transaction.executeWithoutResult(status -> {
            InputRecord before = locked(id);
            if (before.withdrawnAt() != null) throw InputRefusals.withdrawn();
            if (!owns(actor, before) && !consent.isWithin(before.consent())) throw Refusal.forbidden();
            if (!consent.text()) endPublication(before);
            rows.setConsent(id, consent);
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            consents.history(id, before.consent(), consent, at, actor.person());
            consents.changed(before, consent, at);
            audit.record(actor, "consent-changed", before.subject(), Map.of("consent", consent));
            publicityChanged(before, actor);
        });
    }

    private InputRecord locked(InputId id) {
        return rows.locked(id).orElseThrow(Refusal::notFound);
    }

    // What was announced in the ledger as public is taken back there as well.
    private void endPublication(InputRecord before) {
        if (before.publishedAt() != null)
            ledger.append(EntryKind.WITHDRAWAL, before.subject(), Hash.of(rows.hash(before.id())));
    }

    private static boolean owns(Actor actor, InputRecord input) {
        return actor.person() != null && actor.person().equals(input.owner());
    }

    /// An input as its owner and the secretariat may see it; refused to everybody else as if it did not exist.
    public InputRecord ownedBy(Actor actor, InputId id) {
        InputRecord input = rows.find(id).orElseThrow(Refusal::notFound);
        if (!owns(actor, input) && !actor.may(Permission.PUBLISH_INPUTS) && !actor.may(Permission.MANAGE_CALLS))
            throw Refusal.notFound();
        return input;
    }

    /// An input of a call by its number, as its owner and the secretariat may see it.
    public InputRecord ownedBy(Actor actor, String slug, int number) {
        CallId call = calls.find(slug).orElseThrow(Refusal::notFound).id();
        return ownedBy(
                actor, rows.find(call, number).orElseThrow(Refusal::notFound).id());
    }

    /// The receipt of the current revision with everything that opens its hash, for the owner's eyes. After a
    /// withdrawal it has what was said no more, and proves only that something was received and when.
    public Receipt receipt(InputId id, Actor actor) {
        InputRecord input = ownedBy(actor, id);
        InputRows.Sealed sealed = rows.sealed(id, input.revision());
        var opened = new Receipt.Opened(sealed.salt(), sealed.canonicalContent());
        return ledger.receipt(sealed.entry(), input.withdrawnAt() == null ? opened : null)
                .cameBy(input.origin().word());
    }

    /// The receipt of what was just received, without what opens its hash; its owner gets that with [#receipt].
    public Receipt proof(Received received) {
        return ledger.receipt(received.entry(), null);
    }

    private void requireOpen(Calls.Window window, Actor actor) {
        if (!window.isOpenAt(clock.instant()) && !actor.may(Permission.MANAGE_CALLS)) throw InputRefusals.callNotOpen();
    }

    private Received acknowledged(Stored stored, String slug, int number, int revision, Instant at, boolean again) {
        long leaf = ledger.await(stored.entry()).leafIndex();
        return new Received(stored.id(), slug, number, revision, at, stored.hash(), stored.entry(), leaf, again);
    }

    private void publicityChanged(InputRecord input, Actor actor) {
        events.publishEvent(new InputPublicityChanged(input.id(), input.call(), input.slug(), input.number()));
        pages.changed(InputTags.of(input.slug(), input.number()));
    }

    Instant now() {
        return clock.instant();
    }

    /// What sending a draft adds: the version of the questionnaire it was begun with, and what is to be written in
    /// the same transaction.
    ///
    /// @param questionnaire 0 for the newest published one
    record FromDraft(int questionnaire, Consumer<InputId> alongside) {

        static final FromDraft NO_DRAFT = new FromDraft(0, id -> {});

        Calls.Window bind(Calls.Window window) {
            if (questionnaire == 0) return window;
            return new Calls.Window(
                    window.call(),
                    window.slug(),
                    window.isPublic(),
                    window.opensAt(),
                    window.closesAt(),
                    window.closedAt(),
                    questionnaire);
        }
    }

    /// An input that passed every check and how it came in, to be taken in with others.
    public record BroughtIn(Checked checked, Reception reception) {}

    /// An input that passed every check.
    ///
    /// @param reading what the secretariat's checks read out of its text, null where [LateReading] does that
    /// afterwards
    public record Checked(
            NewInput input, List<Answer> answers, @Nullable Reading reading) {}
}
