package org.throughline.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.mail.MailAddress;
import org.throughline.mail.Mails;
import org.throughline.mail.NewMail;
import org.throughline.mail.Outbox;
import org.throughline.notices.MailingRows.Listed;
import org.throughline.notices.MailingRows.Waiting;

/// Brings mailings forward, a short transaction at a time: first the list of recipients, then their letters into
/// the outgoing mail, no faster than was asked for. What a transaction did not commit did not happen, so a node
/// may die at any moment; another one, or the same one started again, goes on where it was. Memory holds one
/// batch.
@Component
class MailingRun {

    private static final int LISTED_AT_ONCE = 5_000;
    private static final int MOST_AT_ONCE = 2_000;
    private static final Duration BEHIND_AT_MOST = Duration.ofSeconds(2);
    private static final Duration WAIT_FOR_ROOM = Duration.ofMillis(500);

    private final MailingRows rows;
    private final Map<Mailing.Kind, LetterKind> kinds = new EnumMap<>(Mailing.Kind.class);
    private final People people;
    private final Unsubscribed unsubscribed;
    private final Outbox outbox;
    private final Mails mails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailingRun(
            MailingRows rows,
            List<LetterKind> kinds,
            People people,
            Unsubscribed unsubscribed,
            Outbox outbox,
            Mails mails,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
        this.people = people;
        this.unsubscribed = unsubscribed;
        this.outbox = outbox;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    LetterKind kind(Mailing mailing) {
        LetterKind kind = kinds.get(mailing.kind());
        if (kind == null) throw new IllegalStateException("Nobody writes letters of the kind " + mailing.kind());
        return kind;
    }

    /// Does the next piece of work of the mailing that is due longest; false when none is due.
    boolean step() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Mailing> due = rows.takeDue(clock.instant());
            due.ifPresent(mailing -> {
                if (mailing.listedAt() == null) list(mailing);
                else hand(mailing);
            });
            return due.isPresent();
        }));
    }

    private void list(Mailing mailing) {
        List<Person> next = kind(mailing).after(mailing, LISTED_AT_ONCE);
        if (next.isEmpty()) {
            rows.listed(mailing.id(), clock.instant());
            return;
        }
        int added = rows.list(
                mailing.id(),
                next.stream()
                        .map(person -> new Listed(person.id().value(), Addresses.hash(person.email())))
                        .toList());
        rows.listedUntil(mailing.id(), next.getLast().id().value(), added, clock.instant());
    }

    private void hand(Mailing mailing) {
        Instant now = clock.instant();
        int wanted = Math.clamp(mailing.perMinute() / 60, 1, MOST_AT_ONCE);
        int room = outbox.room(wanted);
        List<Waiting> waiting = room <= 0 ? List.of() : rows.waiting(mailing.id(), room);
        if (!waiting.isEmpty()) handOver(mailing, waiting, next(mailing, waiting.size(), now));
        else if (room > 0 && outbox.tally(mailing.batch()).waiting() == 0) finish(mailing);
        else rows.wentOn(mailing.id(), 0, 0, now.plus(WAIT_FOR_ROOM));
    }

    // A little lateness is made up for, so that the rate holds on average; a long pause is not.
    private static Instant next(Mailing mailing, int batch, Instant now) {
        Instant earliest = now.minus(BEHIND_AT_MOST);
        Instant from = mailing.nextAt().isBefore(earliest) ? earliest : mailing.nextAt();
        return from.plus(Duration.ofMinutes(batch).dividedBy(mailing.perMinute()));
    }

    private void handOver(Mailing mailing, List<Waiting> waiting, Instant next) {
        LetterKind kind = kind(mailing);
        Map<UUID, Person> persons =
                people
                        .reachable(waiting.stream()
                                .map(w -> new PersonId(w.person()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(person -> person.id().value(), Function.identity()));
        Set<UUID> unwilling = unsubscribed.among(kind.topic(), persons.keySet());
        Set<MailAddress> dead = outbox.deadAmong(
                persons.values().stream().map(person -> person.email().toMail()).toList());
        var letters = new ArrayList<NewMail>();
        var handed = new ArrayList<Integer>();
        var gone = new ArrayList<Integer>();
        var stopped = new ArrayList<Integer>();
        var unreachable = new ArrayList<Integer>();
        for (Waiting one : waiting) {
            Person person = persons.get(one.person());
            if (person == null) gone.add(one.place());
            else if (unwilling.contains(one.person())) stopped.add(one.place());
            else if (dead.contains(person.email().toMail())) unreachable.add(one.place());
            else {
                Optional<NewMail> letter = letter(mailing, kind, person, one);
                letter.ifPresent(letters::add);
                (letter.isPresent() ? handed : gone).add(one.place());
            }
        }
        outbox.sendAll(letters);
        rows.handed(mailing.id(), handed, clock.instant());
        rows.leftOut(mailing.id(), gone, "gone");
        rows.leftOut(mailing.id(), stopped, "unsubscribed");
        rows.leftOut(mailing.id(), unreachable, "no-such-address");
        rows.wentOn(mailing.id(), handed.size(), gone.size() + stopped.size() + unreachable.size(), next);
    }

    private Optional<NewMail> letter(Mailing mailing, LetterKind kind, Person person, Waiting one) {
        String stop = unsubscribed.path(kind.topic(), person.id());
        return kind.write(mailing, person, stop)
                .map(letter -> letter.amongMany(
                                new NewMail.Many(mails.in(letter.language()).address(stop), mailing.batch()))
                        .once(key(mailing, one.addressHash())));
    }

    /// The key under which the outgoing mail knows the letter of one recipient: whatever happens, it takes it
    /// once.
    static String key(Mailing mailing, byte[] addressHash) {
        return mailing.batch() + "/" + Addresses.hex(addressHash);
    }

    private void finish(Mailing mailing) {
        Outbox.Tally tally = outbox.tally(mailing.batch());
        rows.finish(mailing.id(), tally.failed(), tally.inDoubt(), clock.instant());
    }
}
