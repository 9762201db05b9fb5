package org.throughline.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.platform.DataFolder;
import org.throughline.platform.StartSteps;

/// A real PostgreSQL server inside the data folder: passwords by SCRAM, loopback only, every commit durable,
/// stopped cleanly with the program and recovered after a kill. Refuses a folder of another major version, with
/// advice.
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String OWNER = "throughline";
    public static final String READER = "throughline_reader";
    private static final String DATABASE = "throughline";
    private static final String CLUSTER = "postgres/cluster";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DataFolder data;
    private final Path cluster;
    private final Path home;
    private final boolean durable;
    private final boolean owning;
    private final int port;
    private volatile boolean closing;

    private EmbeddedPostgres(DataFolder data, Path home, boolean durable, boolean owning) throws IOException {
        this.data = data;
        this.home = home;
        this.durable = durable;
        this.owning = owning;
        this.cluster = data.file(CLUSTER);
        initialise();
        Postmaster running = Postmaster.of(cluster);
        if (running != null) {
            this.port = running.port();
            log.info("PostgreSQL is already running on port {}", port);
        } else {
            this.port = freePort();
            start();
        }
        awaitReady(running != null);
        if (owning) watch();
    }

    /// Starts the server of a data folder, or joins the one that runs there already.
    ///
    /// @param durable false only for tests: commits then do not wait for the disk
    /// @param owning whether closing stops the server; a second process on the same folder only joins
    public static EmbeddedPostgres start(DataFolder data, boolean durable, boolean owning) {
        try {
            if (!Files.exists(data.file(CLUSTER))) StartSteps.begin("Setting up the database");
            Path home = PostgresBinaries.unpackInto(data.folder("postgres"));
            return new EmbeddedPostgres(data, home, durable, owning);
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "PostgreSQL could not be started in " + data.root() + ": " + e.getMessage(), e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String ownerPassword() {
        return data.password("postgres-owner");
    }

    public String readerPassword() {
        return data.password("postgres-reader");
    }

    private void initialise() throws IOException {
        Path version = cluster.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(PostgresBinaries.MAJOR))
                throw new PostgresUnavailable(
                        "The data folder holds a PostgreSQL " + found + " database and this release brings "
                                + PostgresBinaries.MAJOR
                                + ". Make a backup with the release that wrote it (throughline backup FILE) and"
                                + " restore it into a new data folder with this one (throughline restore FILE).");
            return;
        }
        Path passwords = Files.createTempFile(data.folder("secrets"), "initdb", ".pw");
        try {
            Files.writeString(passwords, ownerPassword());
            run(List.of(
                    program("initdb"),
                    "--pgdata=" + cluster,
                    "--username=" + OWNER,
                    "--pwfile=" + passwords,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-sync",
                    "--no-instructions"));
        } finally {
            Files.delete(passwords);
        }
    }

    private void start() throws IOException {
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(program("postgres"), "-D", cluster.toString(), "-p", String.valueOf(port)));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        Path logFile = data.folder("logs").resolve("postgres.log");
        new ProcessBuilder(command)
                .directory(data.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
    }

    // A server that was killed, by the system when memory is short or by a person, is started again: it recovers
    // what was acknowledged, and the pools find it on the same port.
    private void watch() {
        Postmaster running = Postmaster.of(cluster);
        if (running == null) return;
        ProcessHandle.of(running.pid())
                .ifPresent(server -> server.onExit()
                        .thenRun(() -> Thread.ofVirtual().name("postgres-again").start(this::startAgain)));
    }

    private void startAgain() {
        while (!closing) {
            try {
                log.error(
                        "PostgreSQL has stopped and is started again; its own words are in {}",
                        data.file("logs/postgres.log"));
                start();
                awaitReady(false);
                log.warn("PostgreSQL is back");
                watch();
                return;
            } catch (IOException | PostgresUnavailable e) {
                log.error("PostgreSQL could not be started again: {}", e.getMessage());
                rest();
            }
        }
    }

    private List<String> settings() {
        var settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=80",
                "shared_buffers=128MB",
                "work_mem=8MB",
                "maintenance_work_mem=64MB",
                "max_wal_size=2GB",
                "checkpoint_timeout=10min",
                "wal_compression=on",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_min_messages=warning",
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0",
                "password_encryption=scram-sha-256"));
        if (!durable) settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        return settings;
    }

    private void awaitReady(boolean joined) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Connection connection = connectTo("postgres")) {
                prepare(connection);
                return;
            } catch (SQLException e) {
                boolean passwordRefused = "28P01".equals(e.getSQLState());
                if (passwordRefused || System.nanoTime() > deadline)
                    throw new PostgresUnavailable(
                            "PostgreSQL on port " + port + " does not answer: " + e.getMessage()
                                    + ". Its own words are in " + data.file("logs/postgres.log"),
                            e);
                if (!joined
                        && Postmaster.of(cluster) == null
                        && System.nanoTime() > deadline - START_LIMIT.toNanos() + 5_000_000_000L)
                    throw new PostgresUnavailable(
                            "PostgreSQL stopped while starting. Its own words are in " + data.file("logs/postgres.log"),
                            e);
                pause();
            }
        }
    }

    private void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            boolean reader = statement
                    .executeQuery("SELECT FROM pg_roles WHERE rolname = '" + READER + "'")
                    .next();
            if (!reader) statement.execute("CREATE ROLE " + READER + " LOGIN PASSWORD '" + readerPassword() + "'");
            boolean database = statement
                    .executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")
                    .next();
            if (!database) {
                statement.execute("CREATE DATABASE " + DATABASE);
                statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
                statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + READER);
            }
        }
    }

    private Connection connectTo(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, OWNER, ownerPassword());
    }

    /// Stops the server when this process owns it: open transactions are rolled back, everything acknowledged is on
    /// disk.
    @Override
    public void close() {
        if (!owning) return;
        closing = true;
        Postmaster running = Postmaster.of(cluster);
        if (running == null) return;
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(running.pid()))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
            for (int i = 0; i < 300 && Postmaster.of(cluster) != null; i++) pause();
            log.info("PostgreSQL stopped");
        } catch (IOException e) {
            log.warn("PostgreSQL could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    // PostgreSQL refuses to run as root. In a user namespace of its own the same process is nobody in particular.
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }

    private void run(List<String> words) throws IOException {
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) throw new PostgresUnavailable("Making the database failed: " + output.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("Interrupted while making the database", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void rest() {
        for (int i = 0; i < 100; i++) pause();
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("Interrupted while waiting for PostgreSQL", e);
        }
    }

    /// What `postmaster.pid` says of a server that is really alive.
    private record Postmaster(long pid, int port) {

        static @Nullable Postmaster of(Path cluster) {
            Path file = cluster.resolve("postmaster.pid");
            try {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() < 4) return null;
                long pid = Long.parseLong(lines.get(0).strip());
                boolean alive = ProcessHandle.of(pid)
                        .filter(handle -> handle.isAlive()
                                && handle.info()
                                        .command()
                                        .map(c -> c.endsWith("postgres"))
                                        .orElse(true))
                        .isPresent();
                return alive ? new Postmaster(pid, Integer.parseInt(lines.get(3).strip())) : null;
            } catch (IOException | NumberFormatException notRunning) {
                return null;
            }
        }
    }
}
