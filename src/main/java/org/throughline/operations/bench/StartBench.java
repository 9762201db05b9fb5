package org.throughline.operations.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.throughline.platform.DataFolder;
import org.throughline.platform.postgres.EmbeddedPostgres;

/// How long `demo` takes until it says that it is ready, on a new data folder and on an existing one.
final class StartBench {

    private static final String DEMO = "demo";
    private final Path scratch;
    private final Figures figures;
    private final int times;

    StartBench(Path scratch, Figures figures, boolean quick) {
        this.scratch = scratch;
        this.figures = figures;
        this.times = quick ? 1 : 3;
    }

    void run() throws IOException {
        double fresh = Double.MAX_VALUE;
        double again = Double.MAX_VALUE;
        double floorFresh = Double.MAX_VALUE;
        double floorAgain = Double.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            Path data = Files.createDirectory(scratch.resolve("start-" + i));
            fresh = Math.min(fresh, started(data));
            again = Math.min(again, started(data));
            Path bare = Files.createDirectory(scratch.resolve("bare-" + i));
            floorFresh = Math.min(floorFresh, postgres(bare));
            floorAgain = Math.min(floorAgain, postgres(bare));
        }
        String best = times == 1 ? "" : ", best of " + times;
        figures.add(
                "start",
                "demo ready, new data folder" + best,
                fresh,
                "s",
                "20",
                Figures.number(floorFresh) + " s PostgreSQL alone");
        figures.add(
                "start",
                "demo ready, existing data folder" + best,
                again,
                "s",
                "8",
                Figures.number(floorAgain) + " s PostgreSQL alone");
    }

    private static double started(Path data) throws IOException {
        try (ServerProcess server = ServerProcess.start(data, DEMO)) {
            return server.startTime().toMillis() / 1e3;
        }
    }

    private static double postgres(Path data) {
        long began = System.nanoTime();
        try (var folder = new DataFolder(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, true, true)) {
            return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3;
        }
    }
}
