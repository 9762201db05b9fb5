package org.throughline.letters;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.throughline.platform.Threads;

/// Keeps the mails of letters going for as long as the server runs. A command that only uses the database leaves
/// them alone.
@Component
class LetterThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LetterThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final LetterRun run;
    private volatile boolean running;
    private @Nullable Thread thread;

    LetterThread(LetterRun run) {
        this.run = run;
    }

    @Override
    public void start() {
        if (Boolean.getBoolean("throughline.join")) return;
        running = true;
        thread = Thread.ofPlatform().daemon().name("circular letters").start(this::work);
    }

    private void work() {
        try {
            while (running) if (!step()) Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            log.debug("Letters stop");
        }
    }

    private boolean step() {
        try {
            run.remind();
            return run.step();
        } catch (RuntimeException e) {
            if (running) log.warn("The mails of a letter did not go on, they are tried again", e);
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread letters = thread;
        if (letters == null) return;
        letters.interrupt();
        Threads.await(letters, Duration.ofSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
