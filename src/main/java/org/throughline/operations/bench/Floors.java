package org.throughline.operations.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.operations.backup.DataDatabase;
import org.throughline.operations.bench.Connection.Answer;

/// What the same machine does at best: the same rows by pgbench, or by plain JDBC where pgbench is not installed,
/// and a file of the same size by the JDK's simple file server.
final class Floors {

    private static final int SECONDS = 4;
    private static final int MOST_CONNECTIONS = 40;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private Floors() {}

    /// One published input by its number, prepared, as often as it goes.
    static String rowQuery(Path data, int connections) throws IOException, InterruptedException {
        return floor(
                data,
                connections,
                "",
                """
                \\set n random(1, 500)
                SELECT * FROM inputs.published_input WHERE number = :n AND call_id = (SELECT id FROM calls.call WHERE slug = 'bench');
                """,
                "SELECT * FROM inputs.published_input WHERE number = 1 + floor(random() * 500)::int"
                        + " AND call_id = (SELECT id FROM calls.call WHERE slug = 'bench')",
                "one row by its key");
    }

    /// One row of so many bytes, committed durably.
    static String durableInsert(Path data, int connections, int bytes) throws IOException, InterruptedException {
        String insert =
                "INSERT INTO throughline_bench_floor (body) SELECT string_agg(md5(random()::text), '') FROM generate_series(1, "
                        + Math.max(1, bytes / 32) + ")";
        return floor(
                data,
                connections,
                "CREATE TABLE IF NOT EXISTS throughline_bench_floor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)",
                insert + ";\n",
                insert,
                "one durable row of " + bytes / 1024 + " KB");
    }

    /// One facet of the whole register counted, as SQL does it.
    static String facetQuery(Path data, int connections) throws IOException, InterruptedException {
        String sql =
                "SELECT line, count(*) FROM stocktaking.published_project, unnest(action_lines) AS line GROUP BY 1";
        return floor(data, connections, "", sql + ";\n", sql, "one facet counted");
    }

    /// Twenty rows as a list shows them.
    static String projectRows(Path data, int connections) throws IOException, InterruptedException {
        String sql = "SELECT number, title, summary, entity_name FROM stocktaking.published_project"
                + " WHERE 'C4' = ANY (action_lines) ORDER BY published_at DESC LIMIT 20";
        return floor(data, connections, "", sql + ";\n", sql, "twenty newest of a line, no facets");
    }

    /// One published project by its number.
    static String projectRow(Path data, int connections, int projects) throws IOException, InterruptedException {
        return floor(
                data,
                connections,
                "",
                "\\set n random(1, " + projects + ")\nSELECT * FROM stocktaking.published_project WHERE number = :n;\n",
                "SELECT * FROM stocktaking.published_project WHERE number = 1 + floor(random() * " + projects
                        + ")::int",
                "one row by its number");
    }

    /// The same rows straight out of the database.
    static String copyOut(Path data) throws IOException {
        try (var database = DataDatabase.open(data);
                Connection connection = database.connect()) {
            long began = System.nanoTime();
            connection
                    .unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT * FROM stocktaking.published_project) TO STDOUT (FORMAT csv)",
                            java.io.OutputStream.nullOutputStream());
            return Figures.number((System.nanoTime() - began) / 1e9) + " s by COPY";
        } catch (SQLException e) {
            throw new IOException("The floor could not be measured: " + e.getMessage(), e);
        }
    }

    private static String floor(Path data, int wanted, String prepare, String script, String sql, String what)
            throws IOException, InterruptedException {
        // The running program keeps its own connections open, and the server allows eighty.
        int connections = Math.min(wanted, MOST_CONNECTIONS);
        try (var database = DataDatabase.open(data)) {
            if (!prepare.isEmpty()) {
                try (Connection connection = database.connect();
                        var statement = connection.createStatement()) {
                    statement.execute(prepare);
                }
            }
            Double tps = pgbench(database, connections, script);
            String by =
                    (tps == null ? " by JDBC (no pgbench here)" : " by pgbench") + ", " + connections + " connections";
            return Figures.number(tps == null ? jdbc(database, connections, sql) : tps) + "/s " + what + by;
        } catch (SQLException e) {
            throw new IOException("The floor could not be measured: " + e.getMessage(), e);
        }
    }

    private static @org.jspecify.annotations.Nullable Double pgbench(
            DataDatabase database, int connections, String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("floor", ".sql");
        try {
            Files.writeString(file, script);
            String address = database.url().substring("jdbc:postgresql://".length());
            String host = address.substring(0, address.indexOf(':'));
            String port = address.substring(address.indexOf(':') + 1, address.indexOf('/'));
            var builder = new ProcessBuilder(
                    "pgbench",
                    "-n",
                    "-M",
                    "prepared",
                    "-h",
                    host,
                    "-p",
                    port,
                    "-U",
                    database.user(),
                    "-c",
                    String.valueOf(connections),
                    "-j",
                    "2",
                    "-T",
                    String.valueOf(SECONDS),
                    "-f",
                    file.toString(),
                    address.substring(address.indexOf('/') + 1));
            builder.environment().put("PGPASSWORD", database.password());
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            Matcher tps = TPS.matcher(output);
            return tps.find() ? Double.valueOf(tps.group(1)) : null;
        } catch (IOException notInstalled) {
            return null;
        } finally {
            Files.delete(file);
        }
    }

    private static double jdbc(DataDatabase database, int connections, String sql) throws InterruptedException {
        var count = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++)
            threads.add(Thread.ofPlatform().start(() -> {
                try (Connection connection = database.connect();
                        var statement = connection.prepareStatement(sql)) {
                    while (System.nanoTime() < end) {
                        statement.execute();
                        count.incrementAndGet();
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
        for (Thread thread : threads) thread.join();
        return count.get() / (double) SECONDS;
    }

    /// A file of so many bytes from the JDK's own file server, asked for by the same generator.
    static String staticFile(Path data, int bytes, int connections) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(data.resolve("run/static"));
        Files.write(folder.resolve("page.bin"), new byte[bytes]);
        int port = ServerProcess.freePort();
        Process server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-m",
                        "jdk.httpserver",
                        "-p",
                        String.valueOf(port),
                        "-d",
                        folder.toString(),
                        "-o",
                        "none")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitPort(port);
            byte[] request = org.throughline.operations.bench.Connection.get("/page.bin", "");
            var result = new Load(port, connections, false)
                    .asFastAsPossible(
                            number -> new Load.Client() {
                                @Override
                                public byte[] next() {
                                    return request;
                                }

                                @Override
                                public boolean accept(Answer answer) {
                                    return answer.status() == 200;
                                }
                            },
                            Duration.ofSeconds(SECONDS));
            return Figures.number(result.perSecond()) + "/s a file of " + bytes + " bytes by the JDK's file server";
        } finally {
            server.destroy();
        }
    }

    private static void awaitPort(int port) throws InterruptedException, IOException {
        for (int i = 0; i < 200; i++) {
            try (var socket = new java.net.Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IOException("The JDK's file server did not start");
    }
}
