package org.throughline.stocktaking;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.throughline.platform.Threads;

/// Reads what came to the desk for the checks, a little after it was acknowledged: nobody who sends waits for it, and
/// a file of thousands takes its time. What is still unread is read when somebody looks at it.
@Component
class DeskReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeskReader.class);
    private static final int AT_ONCE = 20;

    /// It rests nine times as long as it works, so a tenth of one processor is the most it takes.
    private static final int REST = 9;

    private final ProjectFindings findings;
    private final Semaphore calls = new Semaphore(1);
    private volatile @Nullable Thread thread;

    DeskReader(ProjectFindings findings) {
        this.findings = findings;
    }

    @TransactionalEventListener
    void on(EntriesSent sent) {
        calls.release();
    }

    @TransactionalEventListener
    void on(ProjectPublicityChanged changed) {
        calls.release();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("desk-reader").start(this::work);
    }

    private void work() {
        try {
            while (thread != null) {
                calls.acquire();
                calls.drainPermits();
                readAll();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll() throws InterruptedException {
        try {
            while (thread != null) {
                long began = System.nanoTime();
                boolean more = findings.read(AT_ONCE);
                Thread.sleep(Duration.ofNanos((System.nanoTime() - began) * REST));
                if (!more) return;
            }
        } catch (DataAccessException e) {
            if (thread != null)
                log.warn("What came to the desk could not be read for the checks just now: {}", e.getMessage());
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

    /// After the register is there.
    @Override
    public int getPhase() {
        return 502;
    }
}
