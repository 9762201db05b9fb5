package org.throughline.operations.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.throughline.operations.backup.DataDatabase;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;

/// A table of projects as an organisation sends it, countries and choices by their names, uploaded to a running
/// server with an empty register: until the last row is checked, taken in and public, and then until the search finds
/// all of them. The floor is the same file brought by COPY into one table of texts in the same PostgreSQL.
final class ProjectImportBench {

    private static final int GOAL_SECONDS = 30;
    private static final int SEARCHABLE_SECONDS = 10;
    private static final Duration LIMIT = Duration.ofHours(2);
    private static final String TABLE = "throughline_bench_projects";
    // A person who may bring projects in.
    private static final String[] PEOPLE = {"-Dthroughline.demo=true", "-Dthroughline.example-world=people"};

    private final World world;
    private final Path file;
    private final int count;
    private final Figures figures;

    /// @param scratch where a new data folder is made
    ProjectImportBench(Path scratch, int count, Figures figures, PrintStream out) {
        this.world = new World(scratch.resolve("register-import"), 0, out);
        this.file = scratch.resolve("projects.csv");
        this.count = count;
        this.figures = figures;
    }

    private record Measured(double seconds, double each, double found) {}

    void run() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(world.data());
        ProjectTable.write(file, count);
        Measured measured;
        try (ServerProcess server = ServerProcess.start(world.data(), "serve", PEOPLE)) {
            measured = measure(server, world.account("secretariat").token());
        }
        boolean today = count == SampleProject.TODAY;
        figures.add(
                "register",
                count + ": import of " + (Files.size(file) >> 20) + " MB of CSV, checked and public",
                measured.seconds(),
                "s",
                today ? String.valueOf(GOAL_SECONDS) : "-",
                copied());
        figures.add("register", count + ":   processor time for each project", measured.each(), "ms", "-", "-");
        figures.add(
                "register",
                count + ":   after it, until the search finds all",
                measured.found(),
                "s",
                today ? String.valueOf(SEARCHABLE_SECONDS) : "-",
                "-");
    }

    private Measured measure(ServerProcess server, String token) throws IOException, InterruptedException {
        Duration before = server.processorTime();
        long began = System.nanoTime();
        JsonNode done = ProjectUpload.wholly(server.port(), token, file, LIMIT);
        double seconds = (System.nanoTime() - began) / 1e9;
        Duration used = server.processorTime().minus(before);
        if (done.path("taken").asInt() != count)
            throw new IOException("The import did not take in every project: " + done);
        return new Measured(seconds, used.toMillis() / (double) count, untilFound(server));
    }

    private double untilFound(ServerProcess server) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LIMIT.toNanos()) {
            if (get(server, "/api/v1/projects?size=1&q=" + ProjectTable.MARK, "")
                            .path("total")
                            .asInt()
                    == count) return (System.nanoTime() - began) / 1e9;
            Thread.sleep(200);
        }
        throw new IOException("The search does not find all projects");
    }

    private static JsonNode get(ServerProcess server, String path, String headers) throws IOException {
        try (var connection = new Connection(server.port())) {
            return Json.tree(
                    connection.send(Connection.get(path, headers), true).text());
        }
    }

    private String copied() throws IOException, SQLException {
        try (var database = DataDatabase.open(world.data());
                var connection = database.connect();
                var statement = connection.createStatement();
                var in = Files.newBufferedReader(file)) {
            String columns = in.readLine().replaceAll("\"([^\"]*)\"", "\"$1\" text");
            statement.execute("CREATE TABLE " + TABLE + " (" + columns + ")");
            long began = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + TABLE + " FROM STDIN (FORMAT csv)", in);
            double seconds = (System.nanoTime() - began) / 1e9;
            statement.execute("DROP TABLE " + TABLE);
            return Figures.number(seconds) + " s by COPY into one table";
        }
    }
}
