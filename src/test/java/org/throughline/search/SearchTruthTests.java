package org.throughline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.DataFolder;
import org.throughline.world.ThroughlineTest;

/// The table is the truth: what is not committed is not indexed, and what is gone from it does not show.
@ThroughlineTest
class SearchTruthTests {

    @Autowired
    SearchIndex index;

    @Autowired
    Search search;

    @Autowired
    SearchMaintenance maintenance;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DataSource dataSource;

    @Autowired
    DataFolder data;

    @Autowired
    SearchSettings settings;

    final String kind = "k" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void theIndexIsThere() {
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private SearchResults find(String text) {
        return search.find(SearchQuery.of(text, "en").ofKinds(List.of(kind)));
    }

    private SearchEntry entry(String key, String title) {
        return SearchEntry.of(kind, key, "/things/" + key, "en", title, "A text about " + title + ".");
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM search.hsearch_outbox_event")
                .query(Long.class)
                .single();
    }

    /// A command beside a running server joins the index without processing events, and has nothing to warn of.
    @Test
    void whoOnlyLeavesWordIsWarnedOfNothing() {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var seen = new ListAppender<ILoggingEvent>();
        seen.start();
        root.addAppender(seen);
        try (Engine joined = Engine.start(dataSource, data, settings, false)) {
            assertThat(joined.sessions().isOpen()).isTrue();
        } finally {
            root.detachAppender(seen);
        }
        assertThat(seen.list)
                .filteredOn(event -> event.getLoggerName().startsWith("org.hibernate"))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    @Test
    void nothingCanBePutOutsideOfATransaction() {
        assertThatThrownBy(() -> index.put(entry("1", "kestrel"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theRowAndTheWordLeftForTheIndexRollBackTogether() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            index.put(entry("1", "kestrel"));
            assertThat(jdbc.sql("SELECT count(*) FROM search.entry WHERE kind = ?")
                            .param(kind)
                            .query(Long.class)
                            .single())
                    .isOne();
            assertThat(events()).isOne();
            status.setRollbackOnly();
        });
        assertThat(events()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM search.entry WHERE kind = ?")
                        .param(kind)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(find("kestrel").total()).isZero();
    }

    @Test
    void anEntryIsFoundWithinASecondOrTwoOfItsCommit() {
        inTransaction(() -> index.put(entry("1", "kestrel")));
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(10))).isTrue();
        assertThat(find("kestrel").hits()).hasSize(1);
    }

    @Test
    void aRemovedRowDoesNotShowAlthoughTheIndexStillHasIt() {
        inTransaction(() -> index.putAll(List.of(entry("1", "kestrel"), entry("2", "kestrel"))));
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        assertThat(find("kestrel").hits()).hasSize(2);
        // Without word to the index, which is as if the taking in of changes stood still.
        jdbc.sql("DELETE FROM search.entry WHERE kind = ? AND key = '1'")
                .param(kind)
                .update();
        SearchResults results = find("kestrel");
        assertThat(results.facets())
                .describedAs("what the index counts is no longer so")
                .isEmpty();
        assertThat(results.hits()).extracting(SearchResults.Hit::key).containsExactly("2");
        assertThat(results.total()).isOne();
    }

    @Test
    void titlesAndSnippetsAreThoseOfTheRowAndNotThoseOfTheIndex() {
        inTransaction(() -> index.put(entry("1", "kestrel")));
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        jdbc.sql("""
                UPDATE search.entry SET words = '{"en": {"title": "Withheld", "body": "Nothing to see."}}' WHERE kind = ?""").param(kind).update();
        SearchResults.Hit hit = find("kestrel").hits().getFirst();
        assertThat(hit.title().plain()).isEqualTo("Withheld");
        assertThat(hit.snippet().plain()).isEqualTo("Nothing to see.");
    }
}
