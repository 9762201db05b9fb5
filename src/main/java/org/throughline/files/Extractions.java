package org.throughline.files;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the text of files in the background, one after the other, outside of transactions. Several nodes share the
/// work; what a node had taken when it was killed, another takes up.
@Component
class Extractions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Extractions.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int TRIES = 2;

    private final FileRows rows;
    private final ContentStore contents;
    private final Extractor extractor;
    private final UnusedContent unused;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore somethingToDo = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    Extractions(
            FileRows rows,
            ContentStore contents,
            Extractor extractor,
            UnusedContent unused,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.extractor = extractor;
        this.unused = unused;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Says that a file came in, so that its text is read at once.
    void wake() {
        somethingToDo.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("text-extraction").start(this::work);
    }

    private void work() {
        try {
            sweep();
            while (running) {
                boolean found = readNext();
                if (!found && somethingToDo.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS))
                    somethingToDo.drainPermits();
            }
        } catch (InterruptedException e) {
            log.debug("Text extraction stops");
        }
    }

    private void sweep() {
        try {
            unused.sweep();
        } catch (Exception e) {
            log.warn("Unused content could not be looked for", e);
        }
    }

    /// Whether there was a file to read.
    private boolean readNext() throws InterruptedException {
        try {
            rows.giveUpOnAbandoned(clock.instant(), TRIES).forEach(id -> finished(id, Extractor.Outcome.FAILED));
            Optional<StoredFile> next = rows.claim(clock.instant(), LEASE);
            if (next.isEmpty()) return false;
            read(next.get());
            return true;
        } catch (RuntimeException e) {
            if (running) log.warn("Text extraction did not work, it goes on later", e);
            return false;
        }
    }

    private void read(StoredFile file) throws InterruptedException {
        var outcome = extractor.extract(file.type(), contents.placeOf(file.sha256()));
        if (!running) return;
        finished(file.id(), outcome);
    }

    private void finished(FileId id, Extractor.Outcome outcome) {
        var status = outcome.read() ? ExtractionStatus.EXTRACTED : ExtractionStatus.FAILED;
        transaction.executeWithoutResult(inTransaction ->
                rows.finish(id, outcome).forEach(file -> events.publishEvent(new TextExtracted(file, status))));
        if (outcome.read())
            log.info("Text of file {} read: {} characters", id, outcome.text().length());
        else log.warn("The text of file {} could not be read", id);
    }

    /// A file that is being read goes back to the queue by its lease.
    @Override
    public void stop() {
        running = false;
        extractor.close();
        if (thread != null) thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
