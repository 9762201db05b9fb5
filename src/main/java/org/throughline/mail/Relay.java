package org.throughline.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.throughline.platform.Threads;

/// Sends letters that wait in the table, one message after the other, outside of transactions. A message is marked
/// after
/// the server took it: it is sent at least once, and twice only when a node dies between the two. Several nodes may
/// run one relay each; a message is with one of them at a time.
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);
    // Longer than the slowest conversation with a server can be.
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    // Long enough to answer "did you write to me?", short enough not to become a register of people.
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration TIDIED_EVERY = Duration.ofHours(12);

    private final MailRows rows;
    private final @Nullable Post post;
    private final Duration patience;
    private final Clock clock;
    private final Semaphore somethingToDo = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;
    private Instant nextTidying = Instant.MIN;

    /// @param post absent where no mail server is set: messages then stay in the table
    Relay(MailRows rows, @Nullable Post post, Duration patience, Clock clock) {
        this.rows = rows;
        this.post = post;
        this.patience = patience;
        this.clock = clock;
    }

    /// Says that a message was committed, so that it goes at once.
    void wake() {
        somethingToDo.release();
    }

    @Override
    public void start() {
        if (post == null) return;
        running = true;
        thread = Thread.ofPlatform().daemon().name("mail-relay").start(() -> work(post));
    }

    private void work(Post post) {
        try {
            while (running) {
                boolean found = sendNext(post);
                if (!found && somethingToDo.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    somethingToDo.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            log.debug("The mail relay stops");
        }
    }

    /// Whether a message was due.
    private boolean sendNext(Post post) {
        try {
            tidy();
            Optional<MailRows.Claimed> next = rows.claim(clock.instant(), LEASE);
            next.ifPresent(mail -> send(mail, post));
            return next.isPresent();
        } catch (RuntimeException e) {
            if (running) log.warn("The mail relay did not work, it goes on later", e);
            return false;
        }
    }

    private void tidy() {
        Instant now = clock.instant();
        if (now.isBefore(nextTidying)) return;
        nextTidying = now.plus(TIDIED_EVERY);
        int forgotten = rows.forgetBefore(now.minus(KEPT));
        if (forgotten > 0) log.info("{} old messages forgotten", forgotten);
    }

    private void send(MailRows.Claimed mail, Post post) {
        try {
            post.deliver(mail);
        } catch (MailException | MessagingException e) {
            failed(mail, e);
            return;
        }
        rows.sent(mail.id(), clock.instant());
        rows.alive(mail.to());
        log.info("Mail {} sent", mail.id());
    }

    // The exception itself may name the recipient: it goes into the row, not into the log.
    private void failed(MailRows.Claimed mail, Exception e) {
        Instant now = clock.instant();
        String error = shortened(e);
        if (Post.isFinal(e) || now.isAfter(mail.createdAt().plus(patience))) {
            rows.giveUp(mail.id(), now, error);
            if (Post.isFinal(e)) rows.dead(mail.to(), now, error);
            log.warn(
                    "Mail {} is given up after attempt {}: {}",
                    mail.id(),
                    mail.attempt(),
                    e.getClass().getSimpleName());
            return;
        }
        rows.tryAgain(mail.id(), now.plus(pauseAfter(mail.attempt())), error);
        log.warn(
                "Mail {} was not sent, attempt {}: {}",
                mail.id(),
                mail.attempt(),
                e.getClass().getSimpleName());
    }

    static String shortened(Exception e) {
        String text = String.valueOf(e).replace('\0', ' ');
        return text.substring(0, Math.min(500, text.length()));
    }

    static Duration pauseAfter(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempt - 1L, 0, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /// Lets the message that is on its way arrive.
    @Override
    public void stop() {
        Thread relay = thread;
        running = false;
        somethingToDo.release();
        if (relay != null && !Threads.await(relay, Duration.ofSeconds(5))) relay.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
