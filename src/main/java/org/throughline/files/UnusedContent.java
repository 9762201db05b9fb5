package org.throughline.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Removes content that no file has any more.
@Component
class UnusedContent {

    private static final Logger log = LoggerFactory.getLogger(UnusedContent.class);

    private final FileRows rows;
    private final ContentStore contents;
    private final Clock clock;
    private final TransactionTemplate transaction;

    UnusedContent(FileRows rows, ContentStore contents, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.contents = contents;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// The hash is locked, so that nobody stores the same content between the question and the removal.
    void removeIfUnused(String sha256) {
        try {
            transaction.executeWithoutResult(status -> {
                rows.lock(sha256);
                if (!rows.anyWith(sha256)) remove(sha256);
            });
        } catch (RuntimeException e) {
            // Harmless: the next sweep finds it again.
            log.warn("Unused content {} could not be removed", sha256, e);
        }
    }

    private void remove(String sha256) {
        try {
            contents.remove(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes what a killed server left behind: content without a file, and files half received.
    void sweep() throws IOException {
        var yesterday = clock.instant().minus(Duration.ofDays(1));
        contents.removeDraftsBefore(yesterday);
        contents.placedBefore(yesterday).forEach(this::removeIfUnused);
    }
}
