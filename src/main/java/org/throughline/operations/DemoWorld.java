package org.throughline.operations;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Loads the example world before the first page is served, through the same services that people use. What is there
/// already is left alone, so that a second start is quick and a demonstration keeps what visitors did.
@Component
class DemoWorld implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoWorld.class);

    private final Extent extent;
    private final DemoAccounts accounts;
    private volatile boolean loaded;

    /// How much of it: nothing, the people only (for measurements), or all.
    enum Extent {
        NONE,
        PEOPLE,
        ALL
    }

    DemoWorld(@Value("${throughline.example-world:none}") Extent extent, DemoAccounts accounts) {
        this.extent = extent;
        this.accounts = accounts;
    }

    @Override
    public void start() {
        if (extent == Extent.NONE) return;
        long began = System.nanoTime();
        accounts.load();
        loaded = true;
        log.info("The example world is there after {} ms", Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    @Override
    public void stop() {
        loaded = false;
    }

    @Override
    public boolean isRunning() {
        return loaded;
    }

    /// After the page cluster, before the web server.
    @Override
    public int getPhase() {
        return 1_000;
    }
}
