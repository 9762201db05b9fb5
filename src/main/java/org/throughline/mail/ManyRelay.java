package org.throughline.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.throughline.platform.Threads;

/// Sends messages to many over connections of its own, which stay open while there is something to send, so that
/// letters to one person never wait behind them. A message of a batch is handed over once at most: that it is begun
/// is committed before the server hears of it, and one that was begun when a node died is left in doubt for a
/// person to decide. Several nodes may run one relay each.
final class ManyRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ManyRelay.class);

    private static final int GROUP = 20;
    // Servers hang up on those who never end.
    private static final int OVER_ONE_CONNECTION = 200;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final ManyRows many;
    private final MailRows rows;
    private final @Nullable Post post;
    private final Duration patience;
    private final int connections;
    private final Clock clock;
    private final Semaphore somethingToDo = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /// @param post absent where no mail server is set: messages then stay in the table
    ManyRelay(ManyRows many, MailRows rows, @Nullable Post post, Duration patience, int connections, Clock clock) {
        this.many = many;
        this.rows = rows;
        this.post = post;
        this.patience = patience;
        this.connections = Math.clamp(connections, 1, 32);
        this.clock = clock;
    }

    /// Says that messages were committed, so that they go at once.
    void wake() {
        somethingToDo.release(connections);
    }

    @Override
    public void start() {
        if (post == null) return;
        running = true;
        for (int i = 0; i < connections; i++)
            threads.add(Thread.ofPlatform().daemon().name("mail-to-many-" + i).start(() -> work(post)));
    }

    private void work(Post post) {
        try {
            while (running) {
                boolean found = sendGroups(post);
                if (found || !somethingToDo.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) continue;
                // What is left over at the end wakes the other threads.
                if (running) somethingToDo.drainPermits();
            }
        } catch (InterruptedException e) {
            log.debug("The relay of mail to many stops");
        }
    }

    /// Sends group after group over one connection. Whether any message was due.
    private boolean sendGroups(Post post) {
        try {
            int inDoubt = many.endThoseInDoubt(clock.instant());
            if (inDoubt > 0) log.warn("{} messages to many were left in doubt when the program ended", inDoubt);
            List<MailRows.Claimed> group = many.begin(clock.instant(), LEASE, GROUP);
            if (group.isEmpty()) return false;
            sendOver(post, group);
            return true;
        } catch (RuntimeException e) {
            if (running) log.warn("The relay of mail to many did not work, it goes on later", e);
            return false;
        }
    }

    private void sendOver(Post post, List<MailRows.Claimed> first) {
        try (Post.Line line = post.open()) {
            int sent = 0;
            for (var group = first; !group.isEmpty(); group = claimMore(sent)) {
                send(group, line);
                sent += group.size();
            }
        } catch (MessagingException e) {
            log.warn("The mail server was not reached: {}", e.getClass().getSimpleName());
            notNow(first, e);
        } catch (Lost e) {
            log.info("The mail server ended the connection");
        }
    }

    private List<MailRows.Claimed> claimMore(int sent) {
        return running && sent < OVER_ONE_CONNECTION ? many.begin(clock.instant(), LEASE, GROUP) : List.of();
    }

    /// The connection cannot be used any more.
    private static final class Lost extends RuntimeException {}

    private void send(List<MailRows.Claimed> group, Post.Line line) {
        Instant enough = clock.instant().plus(LEASE.dividedBy(2));
        for (int i = 0; i < group.size(); i++) {
            MailRows.Claimed mail = group.get(i);
            if (!running || clock.instant().isAfter(enough)) {
                leave(group.subList(i, group.size()));
                return;
            }
            try {
                line.deliver(mail);
                many.sent(mail.id(), clock.instant());
            } catch (MessagingException e) {
                failed(mail, e);
            } catch (IllegalStateException e) {
                // The connection was gone before a word was said.
                leave(group.subList(i, group.size()));
                throw new Lost();
            }
        }
    }

    private void leave(List<MailRows.Claimed> rest) {
        many.putBack(rest.stream().map(MailRows.Claimed::id).toList(), clock.instant(), null);
    }

    private void notNow(List<MailRows.Claimed> group, MessagingException e) {
        Instant now = clock.instant();
        group.forEach(mail -> {
            if (now.isAfter(mail.createdAt().plus(patience))) rows.giveUp(mail.id(), now, Relay.shortened(e));
            else many.putBack(List.of(mail.id()), now.plus(Relay.pauseAfter(mail.attempt())), Relay.shortened(e));
        });
    }

    // The exception itself may name the recipient: it goes into the row, not into the log.
    private void failed(MailRows.Claimed mail, MessagingException e) {
        log.warn(
                "Message {} to one of many was not sent: {}",
                mail.id(),
                e.getClass().getSimpleName());
        if (Post.isFinal(e)) {
            rows.giveUp(mail.id(), clock.instant(), Relay.shortened(e));
            rows.dead(mail.to(), clock.instant(), Relay.shortened(e));
        } else if (Post.isDoubtful(e)) {
            many.leaveInDoubt(mail.id(), clock.instant(), Relay.shortened(e));
        } else {
            notNow(List.of(mail), e);
        }
    }

    /// Lets the messages that are on their way arrive.
    @Override
    public void stop() {
        running = false;
        somethingToDo.release(connections);
        threads.forEach(thread -> {
            if (!Threads.await(thread, Duration.ofSeconds(5))) thread.interrupt();
        });
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
