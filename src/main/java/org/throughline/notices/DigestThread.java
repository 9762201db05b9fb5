package org.throughline.notices;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.throughline.platform.Threads;

/// Looks every few minutes whether digests are due, for as long as the server runs.
@Component
class DigestThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DigestThread.class);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Digests digests;
    private final Semaphore over = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    DigestThread(Digests digests) {
        this.digests = digests;
    }

    @Override
    public void start() {
        if (Boolean.getBoolean("throughline.join")) return;
        running = true;
        thread = Thread.ofPlatform().daemon().name("digests").start(this::work);
    }

    private void work() {
        try {
            while (!over.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS)) send();
        } catch (InterruptedException e) {
            log.debug("Digests stop");
        }
    }

    private void send() {
        try {
            digests.tidy();
            digests.run();
        } catch (RuntimeException e) {
            if (running) log.warn("Digests were not sent, they are tried again", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        over.release();
        Thread work = thread;
        if (work != null && !Threads.await(work, Duration.ofSeconds(5))) work.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
