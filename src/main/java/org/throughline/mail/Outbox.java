package org.throughline.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.throughline.platform.Settings;

/// Where modules leave the messages they want sent. A message is written in the caller's transaction: it goes out
/// if, and only if, what it tells of was committed.
@Service
public class Outbox {

    // As many as the relay sends in some seconds: what waits here carries its whole text.
    private static final int WINDOW = 2_000;

    private final MailRows rows;
    private final ManyRows many;
    private final Relay relay;
    private final ManyRelay manyRelay;
    private final boolean demo;
    private final Clock clock;

    Outbox(MailRows rows, ManyRows many, Relay relay, ManyRelay manyRelay, Settings settings, Clock clock) {
        this.rows = rows;
        this.many = many;
        this.relay = relay;
        this.manyRelay = manyRelay;
        this.demo = settings.demo();
        this.clock = clock;
    }

    /// Takes a message. When one with the same key was taken before, that one's id is returned and nothing is
    /// added.
    @Transactional
    public MailId send(NewMail mail) {
        MailId id = rows.insert(mail, clock.instant());
        afterCommit(mail.many() == null ? relay::wake : manyRelay::wake);
        return id;
    }

    /// Takes some of many messages at once; those whose key was taken before are left out. How many were added.
    @Transactional
    public int sendAll(List<NewMail> mails) {
        if (mails.isEmpty()) return 0;
        int added = many.insert(mails, clock.instant());
        afterCommit(manyRelay::wake);
        return added;
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /// How many messages to many may be left here now, so that the table does not fill with what waits: whoever has
    /// more comes again. Where nothing is sent for want of a mail server this is soon none; a demonstration, whose
    /// mail is only shown, takes everything.
    ///
    /// @param wanted no more than this is asked for
    public int room(int wanted) {
        return demo ? wanted : Math.min(wanted, WINDOW - many.waiting(WINDOW));
    }

    /// What became of a batch, as far as it is not sent. In a demonstration nothing waits.
    ///
    /// @param failed given up, because the recipient does not exist or the server would not take it for days
    /// @param inDoubt handed over when the program or the connection ended: perhaps sent, and never sent again
    public record Tally(long waiting, long failed, long inDoubt) {}

    @Transactional(readOnly = true)
    public Tally tally(String batch) {
        Tally tally = many.tally(batch);
        return demo ? new Tally(0, tally.failed(), tally.inDoubt()) : tally;
    }

    /// One message of which nobody knows whether the server took it.
    ///
    /// @param to the address it was for
    /// @param begunAt when it began to be handed over; the mail server's own log says what became of it
    public record InDoubt(String to, Instant begunAt) {}

    @Transactional(readOnly = true)
    public List<InDoubt> inDoubt(String batch) {
        return many.inDoubt(batch);
    }

    /// Forgets those messages of a batch that are in doubt, so that they may be left here again, and says their
    /// keys.
    @Transactional
    public List<String> forgetInDoubt(String batch) {
        return many.forgetInDoubt(batch);
    }

    /// Those among some addresses of which a mail server said that they do not exist.
    @Transactional(readOnly = true)
    public Set<MailAddress> deadAmong(Collection<MailAddress> addresses) {
        if (addresses.isEmpty()) return Set.of();
        Set<String> dead = Set.copyOf(rows.deadAmong(addresses));
        return addresses.stream()
                .filter(address -> dead.contains(address.key()))
                .collect(Collectors.toSet());
    }
}
