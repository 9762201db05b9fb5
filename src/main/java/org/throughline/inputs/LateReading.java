package org.throughline.inputs;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.throughline.calls.CallId;
import org.throughline.platform.Threads;

/// Reads for the secretariat's checks what was sent, a little after it was acknowledged: nobody who sends waits for
/// it, and a rush before a deadline is not slowed by it. What is still unread when somebody opens the desk is read
/// then.
@Component
class LateReading implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LateReading.class);

    // A few at a time, so that nobody who sends meanwhile waits for a long stretch of reading.
    private static final int AT_ONCE = 25;
    private static final Duration POLL = Duration.ofSeconds(2);
    /// It rests 29 times as long as it works, so a thirtieth of one processor is the most it takes.
    private static final int REST = 29;

    private final Fingerprints fingerprints;
    private final Set<CallId> unread = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread thread;

    LateReading(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    @TransactionalEventListener
    void on(InputReceived received) {
        unread.add(received.call());
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("late-reading").start(this::work);
    }

    private void work() {
        try {
            while (thread != null) {
                Thread.sleep(POLL);
                for (CallId call : unread) read(call);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(CallId call) throws InterruptedException {
        // Taken out first: what comes in meanwhile puts it back.
        unread.remove(call);
        try {
            while (thread != null) {
                long began = System.nanoTime();
                if (!fingerprints.fill(call, AT_ONCE)) return;
                Thread.sleep(Duration.ofNanos((System.nanoTime() - began) * REST));
            }
        } catch (DataAccessException e) {
            if (thread != null)
                log.warn(
                        "What was sent could not be read for the checks just now; the desk does it: {}",
                        e.getMessage());
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        Threads.stop(running, Duration.ofSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
