package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.platform.web.PageStore.StoredPage;
import org.throughline.world.ThroughlineTest;

/// Two nodes on one database: what one of them changes, neither shows any more once the change is acknowledged.
@ThroughlineTest
class PageClusterTests {

    @Autowired
    HikariDataSource ownerDataSource;

    @Autowired
    JdbcClient jdbc;

    private final List<PageCluster> started = new ArrayList<>();
    private final String tag = "thing:" + UUID.randomUUID();
    private Node first;
    private Node second;

    private record Node(PageStore store, PageCluster cluster) {

        /// A reader: the stored page, or one made from what the source says now.
        int read(String key, String tag, AtomicInteger source) {
            StoredPage page = store.find(key);
            if (page != null) return Integer.parseInt(new String(page.gzip(), StandardCharsets.UTF_8));
            PageStore.Recording recording = store.begin(true);
            recording.tags.add(tag);
            int value = source.get();
            Thread.yield();
            byte[] body = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            store.keep(
                    key,
                    new StoredPage(
                            Set.of(tag), false, "text/plain", "\"e\"", Map.of(), body, body.length, recording.until),
                    recording);
            return value;
        }

        boolean keeps(String key, String tag) {
            read(key, tag, new AtomicInteger(1));
            return store.find(key) != null;
        }
    }

    @BeforeEach
    void twoNodes() throws InterruptedException {
        first = node();
        second = node();
        awaitKeeping(first);
        awaitKeeping(second);
    }

    @AfterEach
    void stop() {
        started.forEach(PageCluster::stop);
    }

    @Test
    void afterAChangeNotOneReaderOfEitherNodeGetsTheOldPage() throws Exception {
        var source = new AtomicInteger();
        var acknowledged = new AtomicInteger();
        var stale = new AtomicLong();
        var hits = new AtomicLong();
        var done = new AtomicBoolean();
        // Platform threads: virtual ones that never rest keep the carriers to themselves, and whoever is next in line
        // for a lock they share may never get a turn.
        List<Thread> readers = new ArrayList<>();
        for (Node node : List.of(first, second, first, second))
            readers.add(Thread.ofPlatform().daemon().start(() -> {
                while (!done.get()) {
                    int least = acknowledged.get();
                    if (node.store().find("/page") != null) hits.incrementAndGet();
                    if (node.read("/page", tag, source) < least) stale.incrementAndGet();
                    Thread.yield();
                }
            }));
        for (int i = 1; i <= 60; i++) {
            source.set(i);
            (i % 2 == 0 ? first : second).store().changed(tag);
            acknowledged.set(i);
            Thread.sleep(2);
        }
        done.set(true);
        for (Thread reader : readers) reader.join();
        assertThat(stale).hasValue(0);
        assertThat(hits.get()).isPositive();
    }

    @Test
    void aNewcomerWithCompanyKeepsNoPagesForOneLease() {
        Node third = node();
        assertThat(third.keeps("/early", tag)).isFalse();
        assertThat(first.keeps("/early", tag)).isTrue();
    }

    @Test
    void aNodeThatFallsSilentIsWaitedForUntilItsLeaseEndsAndMakesTheOthersDropTheirPages() throws Exception {
        UUID silent = UUID.randomUUID();
        jdbc.sql("INSERT INTO platform.node (id, heartbeat, seen) VALUES (?, clock_timestamp(), 0)")
                .param(silent)
                .update();
        Thread.sleep(1_000);
        assertThat(first.keeps("/kept", tag)).isTrue();
        long began = System.nanoTime();
        first.store().changed("other:" + UUID.randomUUID());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(500));
        for (int i = 0; i < 100 && first.store().find("/kept") != null; i++) Thread.sleep(50);
        assertThat(first.store().find("/kept")).isNull();
        jdbc.sql("DELETE FROM platform.node WHERE id = ?").param(silent).update();
    }

    @Test
    void aChangeByACommandThatKeepsNoPagesReachesTheServers() {
        assertThat(first.keeps("/kept", tag)).isTrue();
        var command = new PageStore();
        var joined = new PageCluster(command, access(), false);
        joined.start();
        started.add(joined);
        command.changed(tag);
        assertThat(first.store().find("/kept")).isNull();
        assertThat(second.store().find("/kept")).isNull();
    }

    private Node node() {
        var store = new PageStore();
        var cluster = new PageCluster(store, access(), true);
        cluster.start();
        started.add(cluster);
        return new Node(store, cluster);
    }

    private PageCluster.Access access() {
        return new PageCluster.Access(
                ownerDataSource.getJdbcUrl(), ownerDataSource.getUsername(), ownerDataSource.getPassword());
    }

    private void awaitKeeping(Node node) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (node.keeps("/" + UUID.randomUUID(), tag)) return;
            Thread.sleep(50);
        }
        throw new AssertionError("The node never kept a page");
    }
}
