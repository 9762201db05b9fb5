package org.throughline.citations;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads everything anew that cites: after a start, what was never read or was read by other rules; and all of it when
/// there are more instruments on record. Each thing is read in a transaction of its own, so that nobody who changes one
/// waits long.
@Component
public class CitingReader {

    private static final Logger LOG = LoggerFactory.getLogger(CitingReader.class);

    // Goes up whenever citations are found otherwise, so that what older releases read is read again.
    private static final int RULES = 1;

    private final List<CitingTexts> owners;
    private final CitationUses uses;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicInteger asked = new AtomicInteger();

    CitingReader(
            List<CitingTexts> owners,
            CitationUses uses,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.owners = owners;
        this.uses = uses;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    // In the background: nobody who reads a page needs it, and a large record takes minutes.
    @EventListener
    void begin(ApplicationReadyEvent ready) {
        Thread.ofVirtual().name("citing-reader").start(() -> {
            try {
                owners.stream().filter(this::isDue).forEach(this::read);
            } catch (RuntimeException e) {
                LOG.warn("What cites what was not read; the next start tries again", e);
            }
        });
    }

    private boolean isDue(CitingTexts owner) {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM citations.reading WHERE kind = ? AND rules = ?)")
                .params(owner.kind().word(), RULES)
                .query(Boolean.class)
                .single();
    }

    /// Reads all things of all owners anew.
    public void readAll() {
        owners.forEach(this::read);
    }

    /// The same in the background; asked for again while it is read, it is read once more.
    public void readAllSoon() {
        if (asked.getAndIncrement() > 0) return;
        Thread.ofVirtual().name("citing-reader").start(() -> {
            int seen;
            do {
                seen = asked.get();
                try {
                    readAll();
                } catch (RuntimeException e) {
                    LOG.warn("What cites what was not read anew; the next change of an instrument tries again", e);
                }
            } while (!asked.compareAndSet(seen, 0));
        });
    }

    /// Reads all things of one owner anew, and forgets those that are not there any more.
    void read(CitingTexts owner) {
        Timestamp begun = Timestamp.from(clock.instant());
        Set<String> there = new HashSet<>();
        owner.each(text -> {
            there.add(text.thing().key());
            transaction.executeWithoutResult(status -> uses.read(text));
        });
        String kind = owner.kind().word();
        transaction.executeWithoutResult(status -> {
            // What came meanwhile was read by its owner.
            jdbc
                    .sql("SELECT key FROM citations.thing WHERE kind = ? AND read_at < ?")
                    .params(kind, begun)
                    .query(String.class)
                    .stream()
                    .filter(key -> !there.contains(key))
                    .toList()
                    .forEach(key -> uses.remove(owner.kind(), key));
            jdbc.sql("""
                    INSERT INTO citations.reading (kind, rules) VALUES (?, ?)
                    ON CONFLICT (kind) DO UPDATE SET rules = excluded.rules""").params(kind, RULES).update();
        });
    }
}
