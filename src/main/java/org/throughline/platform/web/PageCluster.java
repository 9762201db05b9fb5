package org.throughline.platform.web;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.throughline.platform.Threads;

/// Keeps the page stores of all nodes that share a database honest: when a change is acknowledged, no node shows
/// the page from before.
///
/// Each node beats twice a second in `platform.node` and listens on `page_change`. A writer that has company
/// announces its change after the commit and waits until every live node has seen it or has lost its lease. A node
/// trusts its pages only while its last beat is younger than the lease, by its own monotonic clock; a newcomer that
/// has company waits one lease before it keeps pages, so that every writer knows of it by then; a node that sees
/// another one fall silent drops all pages, because that one may have died between its commit and its announcement.
/// A node alone sends nothing.
@Component
class PageCluster implements SmartLifecycle, PageStore.Broadcast {

    static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_PAYLOAD = 7_000;
    private static final String EVERYTHING = "*";
    private static final Logger log = LoggerFactory.getLogger(PageCluster.class);

    private final PageStore store;
    private final boolean keepsPages;
    private final Access access;
    private final Object announcing = new Object();
    private @Nullable Connection announcer;
    private @Nullable Thread thread;
    private volatile @Nullable Member member;
    private volatile View view = new View(0, true);
    private volatile boolean resigned;
    private volatile boolean stopping;

    /// How a connection of our own is opened, beside the pools.
    record Access(String url, String user, String password) {
        Connection open() throws SQLException {
            var properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            properties.setProperty("ApplicationName", "throughline-pages");
            properties.setProperty("socketTimeout", "30");
            properties.setProperty("tcpKeepAlive", "true");
            return DriverManager.getConnection(url, properties);
        }
    }

    /// What the last beat showed: when it began, and whether another node that keeps pages is there.
    private record View(long began, boolean company) {
        boolean fresh() {
            return began != 0 && System.nanoTime() - began < LEASE.toNanos();
        }
    }

    @Autowired
    PageCluster(PageStore store, HikariDataSource ownerDataSource) {
        this(
                store,
                new Access(ownerDataSource.getJdbcUrl(), ownerDataSource.getUsername(), ownerDataSource.getPassword()),
                !Boolean.getBoolean("throughline.join"));
    }

    PageCluster(PageStore store, Access access, boolean keepsPages) {
        this.store = store;
        this.access = access;
        this.keepsPages = keepsPages;
    }

    @Override
    public void start() {
        stopping = false;
        store.joinCluster(this, this::trusted);
        try {
            member = Member.register(access, keepsPages);
            view = beat(member);
        } catch (SQLException e) {
            throw new IllegalStateException("This node cannot register in platform.node", e);
        }
        thread = Thread.ofPlatform().name("page-cluster").daemon().start(this::live);
    }

    @Override
    public void stop() {
        stopping = true;
        Threads.stop(thread, BEAT.multipliedBy(4));
        synchronized (announcing) {
            closeAnnouncer();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private boolean trusted() {
        Member now = member;
        return keepsPages && now != null && now.joined && System.nanoTime() - now.beatBegan < LEASE.toNanos();
    }

    private void live() {
        while (!stopping) {
            if (resigned) {
                pause(BEAT);
                continue;
            }
            Member now = member;
            try {
                if (now == null) {
                    now = Member.register(access, keepsPages);
                    view = beat(now);
                    member = now;
                }
                while (!stopping && !resigned) turn(now);
                if (stopping) now.leave();
                else now.abandon();
            } catch (SQLException | RuntimeException e) {
                if (!stopping)
                    log.warn(
                            "The connection for page changes is lost, pages are made anew until it is back: {}",
                            e.getMessage());
                if (now != null) now.abandon();
            }
            member = null;
            view = new View(0, true);
            if (!stopping) pause(BEAT);
        }
    }

    // Listens until the next beat is due; what was announced is dropped before the beat says that it was seen.
    private void turn(Member now) throws SQLException {
        long due = now.beatBegan + BEAT.toNanos() - System.nanoTime();
        PGNotification[] heard =
                now.listen((int) Math.max(1, Duration.ofNanos(due).toMillis()));
        for (PGNotification notification : heard) hear(now, notification.getParameter());
        if (heard.length > 0 || System.nanoTime() - now.beatBegan >= BEAT.toNanos()) view = beat(now);
    }

    private void hear(Member now, String announcement) {
        String[] parts = announcement.split(" ", 3);
        if (!parts[1].equals(now.id.toString())) {
            if (parts[2].equals(EVERYTHING)) store.dropAll();
            else store.drop(new HashSet<>(Arrays.asList(parts[2].split("\n"))));
        }
        now.seen = Math.max(now.seen, Long.parseLong(parts[0]));
    }

    private View beat(Member now) throws SQLException {
        long began = System.nanoTime();
        boolean lapsed = now.joined && began - now.beatBegan >= LEASE.toNanos();
        if (lapsed) now.joined = false;
        Member.Others others = now.beat();
        if (others.vanished()) store.dropAll();
        if (!now.joined && (lapsed || now.mayJoin(others))) {
            for (PGNotification notification : now.listen(1)) hear(now, notification.getParameter());
            store.dropAll();
            now.beatBegan = began;
            now.joined = true;
        }
        now.beatBegan = began;
        return new View(began, others.keeping());
    }

    /// Tells the other nodes; returns when none of them shows a page with one of these tags from before the change.
    @Override
    public void changed(Set<String> tags) {
        View known = view;
        if (known.fresh() && !known.company()) return;
        Member now = member;
        try {
            announce(now == null ? "-" : now.id.toString(), tags);
        } catch (SQLException e) {
            log.error(
                    "A change could not be announced to the other nodes; this node falls silent so that they drop their pages",
                    e);
            resigned = true;
            pause(LEASE.plus(BEAT.multipliedBy(2)));
            resigned = false;
        }
    }

    private void announce(String from, Set<String> tags) throws SQLException {
        String joined = String.join("\n", tags);
        String payload = joined.length() > LONGEST_PAYLOAD / 4 ? EVERYTHING : joined;
        long number;
        synchronized (announcing) {
            try (var statement = announcer().prepareStatement("SELECT platform.announce_page_change(?, ?)")) {
                statement.setString(1, from);
                statement.setString(2, payload);
                var row = statement.executeQuery();
                row.next();
                number = row.getLong(1);
            } catch (SQLException e) {
                closeAnnouncer();
                throw e;
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int wait = 1; someoneHasNotSeen(number, from); wait = Math.min(20, wait * 2)) {
            if (System.nanoTime() > deadline) throw new SQLException("A node beats but does not see change " + number);
            pause(Duration.ofMillis(wait));
        }
    }

    private boolean someoneHasNotSeen(long number, String from) throws SQLException {
        synchronized (announcing) {
            try (var statement = announcer().prepareStatement("""
                    SELECT EXISTS (SELECT FROM platform.node
                    WHERE seen < ? AND id::text <> ? AND heartbeat > clock_timestamp() - ? * interval '1 millisecond')""")) {
                statement.setLong(1, number);
                statement.setString(2, from);
                statement.setLong(3, LEASE.toMillis());
                var row = statement.executeQuery();
                row.next();
                return row.getBoolean(1);
            } catch (SQLException e) {
                closeAnnouncer();
                throw e;
            }
        }
    }

    // Not from the pool: after a commit the caller still holds its own pooled connection, and callers holding one
    // while waiting for a second could block each other.
    private Connection announcer() throws SQLException {
        if (announcer == null || announcer.isClosed()) announcer = access.open();
        return announcer;
    }

    private void closeAnnouncer() {
        try {
            if (announcer != null) announcer.close();
        } catch (SQLException alreadyGone) {
            // A new one is opened when needed.
        }
        announcer = null;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// This node's row and its listening connection.
    private static final class Member {

        private static final long KEEPS_NOTHING = Long.MAX_VALUE;

        private final Connection connection;
        private final UUID id;
        private long registered;
        private Set<UUID> alive = Set.of();
        private long seen;
        private volatile long beatBegan = System.nanoTime();
        private volatile boolean joined;

        private Member(Connection connection, UUID id, long seen) {
            this.connection = connection;
            this.id = id;
            this.seen = seen;
        }

        /// @param keeping whether another live node keeps pages
        /// @param present whether another node is alive at all
        /// @param vanished whether a node that was alive at the last beat fell silent without taking leave
        private record Others(boolean keeping, boolean present, boolean vanished) {}

        static Member register(Access access, boolean keepsPages) throws SQLException {
            Connection connection = access.open();
            try (var statement = connection.createStatement()) {
                statement.execute("SET synchronous_commit = off");
                statement.execute("LISTEN page_change");
                statement.execute("DELETE FROM platform.node WHERE heartbeat < clock_timestamp() - interval '1 hour'");
                var row = statement.executeQuery(
                        "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM platform.page_change_seq");
                row.next();
                var member = new Member(connection, UUID.randomUUID(), keepsPages ? row.getLong(1) : KEEPS_NOTHING);
                try (var insert = connection.prepareStatement(
                        "INSERT INTO platform.node (id, started_at, heartbeat, seen) VALUES (?, clock_timestamp(), clock_timestamp(), ?)")) {
                    insert.setObject(1, member.id);
                    insert.setLong(2, member.seen);
                    insert.executeUpdate();
                }
                member.registered = System.nanoTime();
                return member;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        PGNotification[] listen(int millis) throws SQLException {
            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(millis);
            return heard == null ? new PGNotification[0] : heard;
        }

        // Whoever finds nobody at its own first beat is seen by every node that comes later.
        boolean mayJoin(Others others) {
            return !others.present() || System.nanoTime() - registered > LEASE.toNanos();
        }

        Others beat() throws SQLException {
            try (var update = connection.prepareStatement(
                    "UPDATE platform.node SET heartbeat = clock_timestamp(), seen = ? WHERE id = ?")) {
                update.setLong(1, seen);
                update.setObject(2, id);
                if (update.executeUpdate() == 0) throw new SQLException("The row of this node is gone");
            }
            Set<UUID> nowAlive = new HashSet<>();
            boolean keeping = false;
            boolean vanished = false;
            try (var select = connection.prepareStatement("""
                    SELECT id, seen, heartbeat > clock_timestamp() - ? * interval '1 millisecond' AS alive
                    FROM platform.node WHERE id <> ?""")) {
                select.setLong(1, LEASE.toMillis());
                select.setObject(2, id);
                var row = select.executeQuery();
                while (row.next()) {
                    UUID other = row.getObject("id", UUID.class);
                    if (row.getBoolean("alive")) {
                        nowAlive.add(other);
                        keeping |= row.getLong("seen") != KEEPS_NOTHING;
                    } else {
                        vanished |= alive.contains(other);
                    }
                }
            }
            alive = nowAlive;
            return new Others(keeping, !nowAlive.isEmpty(), vanished);
        }

        /// Takes leave: nothing of this node's changes is unannounced.
        void leave() throws SQLException {
            try (var delete = connection.prepareStatement("DELETE FROM platform.node WHERE id = ?")) {
                delete.setObject(1, id);
                delete.executeUpdate();
            }
            abandon();
        }

        /// Goes without a word; the row stays, and the others notice when its lease ends.
        void abandon() {
            joined = false;
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                // The row expires by itself.
            }
        }
    }
}
