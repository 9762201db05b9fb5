package org.throughline.letters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.letters.LetterSendings.Occasion;
import org.throughline.letters.LetterSendings.Sending;
import org.throughline.letters.LetterSendings.Waiting;
import org.throughline.mail.MailAddress;
import org.throughline.mail.NewMail;
import org.throughline.mail.Outbox;
import org.throughline.platform.web.PageStore;

/// Brings the mails of letters forward, a short transaction at a time. What a transaction did not commit did not
/// happen, and what it did is marked with it: a node may die at any moment, and another one goes on with those
/// who have none.
@Component
class LetterRun {

    private static final int AT_ONCE = 50;
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final LetterSendings sendings;
    private final CircularLetters letters;
    private final LetterMail texts;
    private final ReplyLinks links;
    private final Outbox outbox;
    private final PageStore pages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LetterRun(
            LetterSendings sendings,
            CircularLetters letters,
            LetterMail texts,
            ReplyLinks links,
            Outbox outbox,
            PageStore pages,
            TransactionTemplate transaction,
            Clock clock) {
        this.sendings = sendings;
        this.letters = letters;
        this.texts = texts;
        this.links = links;
        this.outbox = outbox;
        this.pages = pages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Orders the reminders whose day has come.
    void remind() {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            sendings.dueReminders(now)
                    .forEach(due -> sendings.order(due.letter(), Occasion.REMINDER, due.daysBefore(), now));
        });
    }

    /// Does the next piece of work of the round that is due longest; false when none is due.
    boolean step() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var due = sendings.takeDue(clock.instant());
            due.ifPresent(this::goOn);
            return due.isPresent();
        }));
    }

    private void goOn(Sending sending) {
        int room = outbox.room(AT_ONCE);
        List<Waiting> waiting = room <= 0 ? List.of() : sendings.waiting(sending, room);
        if (!waiting.isEmpty()) handOver(sending, waiting);
        else {
            Outbox.Tally tally = outbox.tally(sending.batch());
            if (room > 0 && tally.waiting() == 0)
                sendings.finish(sending.id(), tally.failed(), tally.inDoubt(), clock.instant());
            else sendings.lookAgain(sending.id(), clock.instant().plus(WAIT));
        }
    }

    private void handOver(Sending sending, List<Waiting> waiting) {
        CircularLetter letter = letters.find(sending.letter());
        Instant now = clock.instant();
        Set<MailAddress> dead = outbox.deadAmong(waiting.stream()
                .map(Waiting::focalPoint)
                .filter(one -> one != null)
                .map(one -> new MailAddress(one.email()))
                .toList());
        List<NewMail> mails = new ArrayList<>();
        for (Waiting one : waiting) {
            FocalPoint reader = one.focalPoint();
            if (reader == null) sendings.leftOut(sending.id(), one.addressee(), "no-focal-point");
            else if (reader.declinedAt() != null) sendings.leftOut(sending.id(), one.addressee(), "declined");
            else if (dead.contains(new MailAddress(reader.email())))
                sendings.leftOut(sending.id(), one.addressee(), "no-such-address");
            else if (sending.occasion() == Occasion.REMINDER && one.answered())
                sendings.leftOut(sending.id(), one.addressee(), "answered");
            else {
                String word = links.fresh(sending.letter(), one.addressee(), reader.id());
                mails.add(texts.write(letter, sending.occasion(), reader, word)
                        .amongMany(new NewMail.Many(texts.stopAddress(reader, word), sending.batch()))
                        .once(sending.batch() + "/" + one.addressee()));
                sendings.handed(sending.id(), one.addressee(), reader.id(), now);
            }
        }
        outbox.sendAll(mails);
        if (!mails.isEmpty()) pages.changed(CircularLetter.TAG);
        sendings.lookAgain(sending.id(), now);
    }
}
