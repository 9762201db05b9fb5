package org.throughline.operations.bench;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.throughline.operations.backup.DataDatabase;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.NewProject;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;

/// A table of projects as an organisation sends it, countries and choices by their names, uploaded to a running
/// server with an empty register: until the last row is checked, taken in and public, and then until the search finds
/// all of them. The floor is the same file brought by COPY into one table of texts in the same PostgreSQL.
final class ProjectImportBench {

    private static final int GOAL_SECONDS = 30;
    private static final int SEARCHABLE_SECONDS = 10;
    private static final Duration LIMIT = Duration.ofHours(2);
    // A word of no language, in each row's text: how many the search finds of it is how many it knows.
    private static final String MARK = "qxzimported";
    private static final String TABLE = "throughline_bench_projects";
    private static final List<String> TEXTS = List.of(
            "title",
            "activityType",
            "summary",
            "goals",
            "status",
            "coverage",
            "startsOn",
            "endsOn",
            "entityName",
            "relation",
            "contactName",
            "contactEmail",
            "website",
            "results",
            "challenges",
            "sustainability",
            "replicability",
            "addedValue");
    private static final Map<String, String> NAMED = Map.of(
            "countries", Vocabulary.COUNTRIES,
            "actionLines", Vocabulary.ACTION_LINES,
            "entityType", Vocabulary.STAKEHOLDER_TYPES,
            "entityCountry", Vocabulary.COUNTRIES);
    private static final List<String> CODES = List.of("beneficiaries", "gdc");

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
        write();
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
        JsonNode done = await(server, token, upload(server, token));
        double seconds = (System.nanoTime() - began) / 1e9;
        Duration used = server.processorTime().minus(before);
        if (done.path("taken").asInt() != count)
            throw new IOException("The import did not take in every project: " + done);
        return new Measured(seconds, used.toMillis() / (double) count, untilFound(server));
    }

    private void write() throws IOException {
        var vocabulary = Vocabulary.shipped();
        var sample = new SampleProject(new ManyWords());
        List<String> head = new ArrayList<>(List.of("key", "language", "receivedAt", "confirmedAt"));
        head.addAll(TEXTS);
        head.addAll(NAMED.keySet().stream().sorted().toList());
        head.addAll(CODES);
        head.add("sdgs");
        List.of("name", "text", "files", "quotation", "translation").forEach(use -> head.add("consent." + use));
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            Csv.row(csv, head);
            for (int number = 1; number <= count; number++)
                Csv.row(csv, row(number, sample.project(number), sample, vocabulary));
        }
    }

    private List<Object> row(int number, NewProject project, SampleProject sample, Vocabulary vocabulary) {
        Map<String, JsonNode> answers = project.answers();
        List<Object> cells = new ArrayList<>(List.of(
                "bench-" + number,
                project.language(),
                sample.receivedAt(number, count).toString().substring(0, 10),
                sample.confirmedAt(number, count).toString().substring(0, 10)));
        for (String code : TEXTS)
            cells.add(Answers.text(answers.get(code)) + (code.equals("goals") ? " " + MARK : ""));
        NAMED.keySet().stream()
                .sorted()
                .forEach(code -> cells.add(codes(answers.get(code)).stream()
                        .map(one -> vocabulary.name(NAMED.get(code), one, "en"))
                        .collect(Collectors.joining(";"))));
        for (String code : CODES) cells.add(String.join(";", codes(answers.get(code))));
        cells.add(Json.write(answers.get("sdgs")));
        for (int use = 0; use < 5; use++) cells.add("yes");
        return cells;
    }

    private static List<String> codes(JsonNode answer) {
        if (answer == null) return List.of();
        if (answer.isString()) return List.of(answer.stringValue());
        return answer.valueStream().map(JsonNode::asString).toList();
    }

    private String upload(ServerProcess server, String token) throws IOException {
        String boundary = "throughline-bench";
        var body = new ByteArrayOutputStream((int) Files.size(file) + 1_000);
        String field = "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        body.writeBytes((field.formatted(boundary, "publish", "true")
                        + field.formatted(boundary, "consentBasis", "Made up for a measurement")
                        + "--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"projects.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        Files.copy(file, body);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        try (var connection = new Connection(server.port())) {
            var answer = connection.send(
                    Connection.post(
                            "/api/v1/projects/imports",
                            "multipart/form-data; boundary=" + boundary,
                            "Authorization: Bearer " + token + "\r\n",
                            body.toByteArray()),
                    true);
            if (answer.status() != 202) throw new IOException("The import was not begun: " + answer.text());
            return Json.tree(answer.text()).path("url").asString();
        }
    }

    private JsonNode await(ServerProcess server, String token, String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LIMIT.toNanos()) {
            Thread.sleep(200);
            JsonNode job = get(server, path, "Authorization: Bearer " + token + "\r\n");
            String state = job.path("state").asString();
            if (state.equals("done")) return job;
            if (!state.equals("running")) throw new IOException("The import ended as " + job);
        }
        throw new IOException("The import does not end");
    }

    private double untilFound(ServerProcess server) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LIMIT.toNanos()) {
            if (get(server, "/api/v1/projects?size=1&q=" + MARK, "").path("total").asInt() == count)
                return (System.nanoTime() - began) / 1e9;
            Thread.sleep(200);
        }
        throw new IOException("The search does not find all projects");
    }

    private static JsonNode get(ServerProcess server, String path, String headers) throws IOException {
        try (var connection = new Connection(server.port())) {
            return Json.tree(
                    connection.send(Connection.get(path, headers), true)
                            .text());
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
