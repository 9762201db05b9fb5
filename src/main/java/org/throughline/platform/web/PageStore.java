package org.throughline.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Whole anonymous pages, ready compressed. A page says what it depends on (`call:wsis20`); whoever changes that
/// thing drops the page, after the commit and before the change is acknowledged to its author.
///
/// A page that was being made while something it depends on changed is shown once and not kept.
@Component
public class PageStore {

    static final String RECORDING = PageStore.class.getName();
    private static final java.time.Duration LONGEST = java.time.Duration.ofHours(6);
    private static final long BYTES = 64L << 20;
    private static final long PLAIN_BYTES = 16L << 20;
    private static final int REMEMBERED_CHANGES = 50_000;

    private final Cache<String, StoredPage> pages = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher(PageStore::weight)
            .removalListener((String key, StoredPage page, com.github.benmanes.caffeine.cache.RemovalCause cause) -> {
                if (page != null) forget(key, page);
            })
            .build();
    // For readers that take no gzip; by identity, so that a dropped page takes its plain form with it.
    private final Cache<StoredPage, byte[]> plain = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(PLAIN_BYTES)
            .weigher((StoredPage page, byte[] body) -> body.length)
            .build();
    private final Cache<String, Fact> facts =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private final Map<String, Set<String>> keysByTag = new HashMap<>();
    private final Map<String, Long> changedAt = new HashMap<>();
    private final Object lines = new Object();
    private long changes;
    private long forgottenUntil;
    private volatile BooleanSupplier trusted = () -> true;
    private volatile Broadcast broadcast = tags -> {};
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    /// How other nodes that share the database hear of a change; returns when every one of them has dropped its
    /// pages.
    interface Broadcast {
        void changed(Set<String> tags);
    }

    /// Somebody who keeps something of their own that pages are made from.
    public interface Watcher {
        /// What has these tags changed, here or on another node; the change is committed and not yet acknowledged.
        void changed(Set<String> tags);

        /// Something may have changed, and nobody knows what.
        void changedSomewhere();
    }

    /// From now on tells this watcher of every change, before it is acknowledged to its author.
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    void joinCluster(Broadcast broadcast, BooleanSupplier trusted) {
        this.broadcast = broadcast;
        this.trusted = trusted;
    }

    /// Called by a handler whose page may be kept for anonymous readers: what the page shows.
    public void dependsOn(String... tags) {
        Recording recording = recording();
        if (recording != null) recording.tags.addAll(Set.of(tags));
    }

    /// The same for a page that says to everybody, signed in or not, the same below its head: it is kept for both.
    /// Its template asks nothing about the reader.
    public void sameForAll(String... tags) {
        Recording recording = recording();
        if (recording == null) return;
        recording.sameForAll = true;
        recording.tags.addAll(Set.of(tags));
    }

    /// Called by a handler whose page says something about the time, such as how long a call stays open: how long
    /// it is true.
    public void freshFor(java.time.Duration time) {
        Recording recording = recording();
        if (recording != null)
            recording.until = Math.min(recording.until, System.nanoTime() + Math.max(0, time.toNanos()));
    }

    private static @Nullable Recording recording() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(RECORDING, RequestAttributes.SCOPE_REQUEST)
                                instanceof Recording recording
                ? recording
                : null;
    }

    /// What takes long to work out and is the same for every reader, such as counts of public things: kept until
    /// one of the tags changes.
    @SuppressWarnings("unchecked")
    public <T> T remember(String key, Set<String> tags, Supplier<T> work) {
        Fact kept = facts.getIfPresent(key);
        if (kept != null && trusted.getAsBoolean() && stillTrue(kept)) return (T) kept.value();
        long begun = begin(true).start;
        T value = work.get();
        facts.put(key, new Fact(value, tags, begun));
        return value;
    }

    /// @param begun how many changes there had been before it was worked out
    private record Fact(Object value, Set<String> tags, long begun) {}

    private boolean stillTrue(Fact fact) {
        synchronized (lines) {
            return fact.begun() >= forgottenUntil
                    && fact.tags().stream().allMatch(tag -> changedAt.getOrDefault(tag, 0L) <= fact.begun());
        }
    }

    /// Called by a service that changed what pages with these tags show. Inside a transaction it takes effect right
    /// after the commit; the caller is answered only after that.
    public void changed(String... tags) {
        Set<String> set = Set.of(tags);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            dropEverywhere(set);
            return;
        }
        for (TransactionSynchronization pending : TransactionSynchronizationManager.getSynchronizations()) {
            if (pending instanceof Drop drop && drop.store == this) {
                drop.tags.addAll(set);
                return;
            }
        }
        TransactionSynchronizationManager.registerSynchronization(new Drop(this, new HashSet<>(set)));
    }

    /// What one transaction changes, dropped in one go right after its commit.
    private record Drop(PageStore store, Set<String> tags) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            store.dropEverywhere(tags);
        }
    }

    private void dropEverywhere(Set<String> tags) {
        drop(tags);
        broadcast.changed(tags);
    }

    void drop(Set<String> tags) {
        watchers.forEach(watcher -> watcher.changed(tags));
        Set<String> keys = new HashSet<>();
        synchronized (lines) {
            changes++;
            if (changedAt.size() > REMEMBERED_CHANGES) {
                changedAt.clear();
                forgottenUntil = changes;
            }
            for (String tag : tags) {
                changedAt.put(tag, changes);
                Set<String> some = keysByTag.remove(tag);
                if (some != null) keys.addAll(some);
            }
            pages.invalidateAll(keys);
        }
    }

    void dropAll() {
        watchers.forEach(Watcher::changedSomewhere);
        synchronized (lines) {
            changes++;
            changedAt.clear();
            forgottenUntil = changes;
            keysByTag.clear();
            pages.invalidateAll();
        }
    }

    @Nullable
    StoredPage find(String key) {
        if (!trusted.getAsBoolean()) return null;
        StoredPage page = pages.getIfPresent(key);
        return page == null || page.until() - System.nanoTime() < 0 ? null : page;
    }

    byte[] plain(StoredPage page) {
        return plain.get(page, kept -> Gzip.unpack(kept.gzip()));
    }

    // Addresses with long queries weigh too; a key stands here and beside each of its tags.
    static int weight(String key, StoredPage page) {
        return 1024 + page.gzip().length + 2 * key.length();
    }

    /// @param stranger whether the reader carries no session
    Recording begin(boolean stranger) {
        synchronized (lines) {
            return new Recording(changes, stranger);
        }
    }

    void keep(String key, StoredPage page, Recording recording) {
        if (!trusted.getAsBoolean()) return;
        synchronized (lines) {
            if (recording.start < forgottenUntil) return;
            for (String tag : recording.tags) if (changedAt.getOrDefault(tag, 0L) > recording.start) return;
            for (String tag : recording.tags)
                keysByTag.computeIfAbsent(tag, t -> new HashSet<>()).add(key);
            pages.put(key, page);
        }
    }

    private void forget(String key, StoredPage page) {
        synchronized (lines) {
            StoredPage now = pages.asMap().get(key);
            if (now != null && now != page) return;
            for (String tag : page.tags()) {
                Set<String> keys = keysByTag.get(tag);
                if (keys != null && keys.remove(key) && keys.isEmpty()) keysByTag.remove(tag);
            }
        }
    }

    /// What a page being made has said it depends on, and which changes had happened before it was begun.
    static final class Recording {
        final long start;
        final boolean stranger;
        final Set<String> tags = new HashSet<>();
        long until = System.nanoTime() + LONGEST.toNanos();
        boolean sameForAll;
        /// Whether the page says something to this one reader, such as what was just done.
        boolean personal;
        /// Where the reader is signed in: the reader's corner as a stranger sees it.
        byte @Nullable [] strangersCorner;

        Recording(long start, boolean stranger) {
            this.start = start;
            this.stranger = stranger;
        }

        boolean wanted() {
            return !tags.isEmpty() && !personal && (stranger || sameForAll);
        }
    }

    /// A page as it goes over the line to a stranger.
    ///
    /// @param sameForAll whether it may be shown to people who are signed in, with their own corner
    /// @param until by `System.nanoTime`, when it is to be made anew whatever happened
    record StoredPage(
            Set<String> tags,
            boolean sameForAll,
            String contentType,
            String etag,
            Map<String, String> headers,
            byte[] gzip,
            int plainLength,
            long until) {}
}
