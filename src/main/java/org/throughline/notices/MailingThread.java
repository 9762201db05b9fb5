package org.throughline.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.throughline.platform.Threads;

/// Keeps mailings going for as long as the server runs. A command that only uses the database leaves them alone.
@Component
class MailingThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailingThread.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);
    // Long enough to answer "why did I get this?".
    private static final Duration LISTS_KEPT = Duration.ofDays(90);
    private static final Duration TIDIED_EVERY = Duration.ofHours(12);

    private final MailingRun run;
    private final MailingRows rows;
    private final Clock clock;
    private final Semaphore somethingToDo = new Semaphore(0);
    private volatile boolean running;
    private boolean failed;
    private @Nullable Thread thread;
    private Instant nextTidying = Instant.MIN;

    MailingThread(MailingRun run, MailingRows rows, Clock clock) {
        this.run = run;
        this.rows = rows;
        this.clock = clock;
    }

    void wake() {
        somethingToDo.release();
    }

    @Override
    public void start() {
        if (Boolean.getBoolean("throughline.join")) return;
        running = true;
        thread = Thread.ofPlatform().daemon().name("mailings").start(this::work);
    }

    private void work() {
        try {
            while (running) {
                Duration pause = step() ? Duration.ZERO : pause();
                if (!pause.isZero() && somethingToDo.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS))
                    somethingToDo.drainPermits();
            }
        } catch (InterruptedException e) {
            log.debug("Mailings stop");
        }
    }

    private boolean step() {
        try {
            tidy();
            failed = false;
            return run.step();
        } catch (RuntimeException e) {
            if (running) log.warn("A mailing did not go on, it is tried again", e);
            failed = true;
            return false;
        }
    }

    // After a failure, such as a database that is away, nothing is gained by trying again at once.
    private Duration pause() {
        if (failed) return LOOK_AGAIN;
        try {
            Instant next = rows.nextDue();
            if (next == null) return LOOK_AGAIN;
            Duration until = Duration.between(clock.instant(), next);
            if (until.compareTo(LOOK_AGAIN) > 0) return LOOK_AGAIN;
            return until.toMillis() < 20 ? Duration.ofMillis(20) : until;
        } catch (RuntimeException e) {
            return LOOK_AGAIN;
        }
    }

    private void tidy() {
        Instant now = clock.instant();
        if (now.isBefore(nextTidying)) return;
        nextTidying = now.plus(TIDIED_EVERY);
        rows.forgetListsBefore(now.minus(LISTS_KEPT));
    }

    @Override
    public void stop() {
        running = false;
        somethingToDo.release();
        Thread mailings = thread;
        if (mailings != null && !Threads.await(mailings, Duration.ofSeconds(5))) mailings.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
