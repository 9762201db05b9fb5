package org.throughline.opendata;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.Threads;
import org.throughline.platform.web.PageStore;
import org.throughline.stocktaking.RegisterTags;

/// Makes the nightly dump, and after something was withdrawn, here or on another node, throws away the files that held
/// it and makes the newest dump's anew.
@Component
class DumpClock implements SmartLifecycle, PageStore.Watcher {

    private static final Logger log = LoggerFactory.getLogger(DumpClock.class);
    // Changes come in rows; files are made anew after the row.
    private static final Duration CALM = Duration.ofSeconds(2);

    private final Dumps dumps;
    private final OpenDataSettings settings;
    private final Semaphore somethingToDo = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    DumpClock(Dumps dumps, OpenDataSettings settings, PageStore pages) {
        this.dumps = dumps;
        this.settings = settings;
        pages.watch(this);
    }

    @Override
    public void changed(Set<String> tags) {
        if (tags.contains(RegisterTags.list())) somethingToDo.release();
    }

    @Override
    public void changedSomewhere() {
        somethingToDo.release();
    }

    @Override
    public void start() {
        running = true;
        if (!settings.pace().isZero())
            thread = Thread.ofPlatform().daemon().name("dumps").start(this::work);
    }

    private void work() {
        try {
            while (running) {
                if (somethingToDo.tryAcquire(settings.pace().toMillis(), TimeUnit.MILLISECONDS))
                    Thread.sleep(CALM.toMillis());
                somethingToDo.drainPermits();
                look();
            }
        } catch (InterruptedException e) {
            log.debug("No more dumps are made");
        }
    }

    private void look() {
        try {
            if (dumps.isDue()) dumps.take(Actor.system("open-data"));
            dumps.tidy();
        } catch (Refusal atIt) {
            log.debug("Another node makes the dump");
        } catch (RuntimeException e) {
            if (running) log.warn("The dump was not made, it is tried again later", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        Threads.stop(thread, Duration.ofSeconds(10));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
