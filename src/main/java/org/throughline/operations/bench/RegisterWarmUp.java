package org.throughline.operations.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Uses the register for a short while as its readers and the secretariat do: brings projects in, searches them,
/// leafs through them and reads some. For the start-up cache, which keeps what the
/// compiler learns from it.
public final class RegisterWarmUp {

    private static final int PROJECTS = 1_000;
    private static final int REQUESTS = 600;
    private static final int EXPORTS = 10;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    // What carries credentials is made anew each time and not taken from the kept pages.
    private static final String PAST_THE_KEPT_PAGES = "Accept-Encoding: gzip\r\nAuthorization: none\r\n";

    private RegisterWarmUp() {}

    /// @param token of somebody who may bring projects in
    public static void run(int port, String token) throws IOException {
        Path file = Files.createTempFile("throughline-projects", ".csv");
        try {
            ProjectTable.write(file, PROJECTS);
            ProjectUpload.wholly(port, token, file, LIMIT);
            read(port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Files.delete(file);
        }
    }

    private static void read(int port) throws IOException {
        var paths = new RegisterPaths();
        List<String> searches = paths.searches();
        List<String> lists = paths.lists();
        try (var connection = new Connection(port)) {
            for (int i = 0; i < REQUESTS; i++) {
                ask(connection, searches.get(i % searches.size()));
                ask(connection, lists.get(i % lists.size()));
                ask(connection, "/stocktaking/" + (i % PROJECTS + 1));
            }
            for (int i = 0; i < EXPORTS; i++)
                for (String format : List.of("csv", "jsonl")) ask(connection, "/stocktaking." + format);
        }
    }

    private static void ask(Connection connection, String path) throws IOException {
        connection.send(Connection.get(path, PAST_THE_KEPT_PAGES), false);
    }
}
