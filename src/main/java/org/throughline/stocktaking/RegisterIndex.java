package org.throughline.stocktaking;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.web.PageStore;

/// Which projects have which facets, in memory, so that counting all of them takes no query. Filled from the
/// published view at the start; a change that is committed is taken in before the next answer, on every
/// node, because the page store tells of it before its author is answered. What is shown of an entry is read from
/// the view all the same, so this can never show what is not public any more.
@Component
class RegisterIndex implements PageStore.Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterIndex.class);

    private final IndexRows rows;
    private final Clock clock;
    private final Board board = new Board();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Object refreshing = new Object();
    private final Object marks = new Object();
    private final AtomicLong wanted = new AtomicLong(1);
    private volatile long done;
    private volatile long reloads;
    private Set<Long> dirty = new HashSet<>();
    private boolean all = true;

    RegisterIndex(IndexRows rows, PageStore pages, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        pages.watch(this);
    }

    @Override
    public void changed(Set<String> tags) {
        // Of a collection the board knows nothing but its entries: a new one has none, and a name or a form changes
        // none.
        Set<Long> numbers = new HashSet<>();
        for (String tag : tags)
            if (tag.startsWith(RegisterTags.PROJECT))
                numbers.add(Long.valueOf(tag.substring(RegisterTags.PROJECT.length())));
        if (numbers.isEmpty()) return;
        synchronized (marks) {
            dirty.addAll(numbers);
            wanted.incrementAndGet();
        }
    }

    @Override
    public void changedSomewhere() {
        synchronized (marks) {
            all = true;
            wanted.incrementAndGet();
        }
    }

    /// Asks the board as it is after every change that was acknowledged.
    <T> T ask(Function<Board, T> question) {
        refresh();
        lock.readLock().lock();
        try {
            return question.apply(board);
        } finally {
            lock.readLock().unlock();
        }
    }

    // The first reader should not wait for what a large register takes to read.
    @EventListener
    void begin(ApplicationReadyEvent ready) {
        Thread.ofVirtual().name("register-index").start(() -> {
            try {
                refresh();
            } catch (RuntimeException e) {
                LOG.warn("The register was not read at the start; the first who asks does it", e);
            }
        });
    }

    /// How often everything was read again.
    long reloads() {
        return reloads;
    }

    // Who comes while another refreshes waits for it: the change that is being read in may be acknowledged already.
    private void refresh() {
        long day = clock.instant().getEpochSecond() / 86_400;
        if (done == wanted.get() && board.day() == day) return;
        synchronized (refreshing) {
            long target;
            Set<Long> some;
            boolean whole;
            synchronized (marks) {
                target = wanted.get();
                if (done == target && board.day() == day) return;
                some = dirty;
                whole = all;
                dirty = new HashSet<>();
                all = false;
            }
            try {
                if (whole) reload(day);
                else reread(some, day);
                done = target;
            } catch (RuntimeException e) {
                synchronized (marks) {
                    dirty.addAll(some);
                    all |= whole;
                }
                throw e;
            }
        }
    }

    private void reload(long day) {
        reloads++;
        Board fresh = new Board();
        rows.each(fresh::put);
        fresh.turn(day);
        lock.writeLock().lock();
        try {
            board.become(fresh);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void reread(Set<Long> numbers, long day) {
        List<IndexRows.Row> found = rows.some(numbers);
        lock.writeLock().lock();
        try {
            board.replace(numbers, found);
            board.turn(day);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
