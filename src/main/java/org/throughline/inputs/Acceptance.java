package org.throughline.inputs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.Calls;
import org.throughline.inputs.InputRows.Stored;
import org.throughline.inputs.Intake.Arrival;
import org.throughline.platform.Gathering;
import org.throughline.platform.web.PageStore;

/// Takes checked inputs in, in one transaction: their numbers, rows and entries in the ledger, who did it, and the word
/// to everybody whom it concerns. What is sent at the same moment by several people shares one commit. Rules are in
/// [Inputs].
@Component
class Acceptance {

    private static final int MOST_AT_ONCE = 50;

    private final Intake intake;
    private final Sealing sealing;
    private final AuditTrail audit;
    private final PageStore pages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Gathering<Coming, Taken> gathering =
            new Gathering<>(MOST_AT_ONCE, coming -> takeAll(coming, id -> {}));

    Acceptance(
            Intake intake,
            Sealing sealing,
            AuditTrail audit,
            PageStore pages,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.intake = intake;
        this.sealing = sealing;
        this.audit = audit;
        this.pages = pages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// An input that passed every check, on its way in. Its id is made before, so that it cannot come in twice.
    record Coming(
            InputId id, Calls.Window window, Inputs.Checked checked, Reception reception, Actor actor, Instant at) {}

    /// An input that is in, with its number.
    record Taken(Stored stored, int number) {}

    /// Takes in one that was sent; others that are sent at the same moment may come in with it.
    Taken take(Coming coming) {
        return gathering.join(coming);
    }

    /// Takes all of them in or none, and does what stands alongside in the same transaction.
    List<Taken> takeAll(List<Coming> all, Consumer<InputId> alongside) {
        Map<Calls.Window, List<Coming>> byCall = new LinkedHashMap<>();
        for (Coming one : all)
            byCall.computeIfAbsent(one.window(), window -> new ArrayList<>()).add(one);
        // Numbers have a commit of their own, before; those of inputs that then fail stay unused.
        Map<Calls.Window, Integer> first = new LinkedHashMap<>();
        byCall.forEach((window, some) -> first.put(window, intake.nextNumbers(window.call(), some.size())));
        Map<InputId, Taken> taken = new LinkedHashMap<>();
        transaction.executeWithoutResult(status -> {
            byCall.forEach((window, some) -> store(window, some, first.get(window))
                    .forEach(one -> taken.put(one.stored().id(), one)));
            all.forEach(one -> alongside.accept(one.id()));
        });
        return all.stream()
                .map(one -> Objects.requireNonNull(taken.get(one.id())))
                .toList();
    }

    private List<Taken> store(Calls.Window window, List<Coming> coming, int first) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Coming one : coming)
            arrivals.add(new Arrival(one.id(), first + arrivals.size(), one.checked(), one.reception(), one.at()));
        intake.inputs(window.call(), arrivals);
        List<Stored> stored = sealing.commit(
                window.slug(),
                window.questionnaire(),
                arrivals.stream()
                        .map(one -> new Sealing.Version(one.id(), one.number(), 1, one.checked(), one.at()))
                        .toList());
        List<AuditTrail.Done> done = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < coming.size(); i++) {
            int number = first + i;
            done.add(new AuditTrail.Done(
                    coming.get(i).actor(),
                    Received.subject(window.slug(), number),
                    Map.of("origin", coming.get(i).reception().origin().word())));
            taken.add(new Taken(stored.get(i), number));
        }
        audit.recordAll("input-received", done);
        for (Arrival one : arrivals)
            events.publishEvent(new InputReceived(
                    one.id(),
                    window.call(),
                    window.slug(),
                    one.number(),
                    1,
                    one.reception().origin(),
                    one.reception().language(),
                    !one.checked().input().endorsers().isEmpty()));
        pages.changed(InputTags.statistics(window.slug()));
        return taken;
    }
}
