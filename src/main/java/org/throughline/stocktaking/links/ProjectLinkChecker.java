package org.throughline.stocktaking.links;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.throughline.platform.Settings;
import org.throughline.platform.Threads;
import org.throughline.stocktaking.links.ProjectLinkRows.Due;

/// Looks at the links that are due, a few hosts at a time and never a host twice at once, on one node of those that
/// share the database. What it has done is in the tables, so that it goes on after a restart where it was.
@Component
class ProjectLinkChecker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectLinkChecker.class);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final int AT_ONCE = 64;
    private static final int HOSTS = 8;
    // One slow host must not hold up the others for longer than this many of its links.
    private static final int OF_ONE_HOST = 10;

    private final ProjectLinkRows rows;
    private final ProjectLinkSettings settings;
    private final Clock clock;
    private final LinkProbe probe;
    private final String node = UUID.randomUUID().toString();
    private volatile @Nullable Thread thread;

    ProjectLinkChecker(ProjectLinkRows rows, ProjectLinkSettings settings, Settings site, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
        this.probe = new LinkProbe(AddressGuard.PUBLIC, settings.patience(), LinkProbe.agent(site.publicUrl()));
    }

    @Override
    public void start() {
        if (!settings.enabled() || Boolean.getBoolean("throughline.join")) return;
        thread = Thread.ofVirtual().name("link-checker").start(this::work);
    }

    private void work() {
        try {
            while (thread != null) {
                boolean more = false;
                try {
                    more = round(probe);
                } catch (DataAccessException e) {
                    if (thread != null) log.warn("Links could not be checked just now: {}", e.getMessage());
                }
                if (!more) Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads new entries and looks at some links that are due; answers whether there may be more.
    boolean round(LinkProbe probe) throws InterruptedException {
        Instant now = clock.instant();
        if (!rows.lease(node, now, now.plus(LEASE))) return false;
        boolean read = rows.read(now);
        List<Due> due = rows.due(now, AT_ONCE);
        Map<String, ArrayDeque<Due>> byHost = new LinkedHashMap<>();
        due.forEach(link ->
                byHost.computeIfAbsent(link.host(), host -> new ArrayDeque<>()).add(link));
        var hands = new Semaphore(HOSTS);
        var over = new CountDownLatch(byHost.size());
        for (var links : byHost.values()) {
            hands.acquire();
            Thread.ofVirtual().name("link").start(() -> {
                try {
                    look(probe, List.copyOf(links));
                } finally {
                    hands.release();
                    over.countDown();
                }
            });
        }
        over.await();
        return read || !due.isEmpty();
    }

    private void look(LinkProbe probe, List<Due> links) {
        int looked = 0;
        try {
            for (Due link : links.subList(0, Math.min(OF_ONE_HOST, links.size()))) {
                if (looked > 0) Thread.sleep(settings.hostPause());
                rows.looked(link, probe.ask(link.url()), clock.instant());
                looked++;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            log.warn("What came of a link could not be kept: {}", e.getMessage());
        } finally {
            if (looked > 0) rows.counted(looked);
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
