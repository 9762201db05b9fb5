package org.throughline.operations.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.operations.bench.Connection.Answer;
import org.throughline.operations.bench.Load.Client;
import org.throughline.operations.bench.Load.Result;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;

/// The register with many projects: searching it, leafing through it, reading projects, taking it away. Pages are
/// asked for in two ways: with credentials that say nothing, which makes each page anew, and as a stranger, who gets
/// the kept page.
final class RegisterBench {

    private static final String UNKEPT = "Accept-Encoding: gzip\r\nAuthorization: none\r\n";
    private static final String STRANGER = "Accept-Encoding: gzip\r\n";
    private static final int NO_GOAL = 0;
    // The last one counts: the first ones are the compiler's.
    private static final int EXPORTS = 6;
    private static final Pattern STEP = Pattern.compile("([a-z.]+) (\\d+) ms");
    private static final Pattern REPORT = Pattern.compile("report of \\d+ projects in (\\d+) ms");

    private final Path data;
    private final int projects;
    private final Figures figures;
    private final PrintStream out;
    private final Duration time;
    private final Duration warmUp;
    private final RegisterPaths paths = new RegisterPaths();

    /// @param projects how many there are; the goals are those for the register of today and for a million
    RegisterBench(Path folder, int projects, Figures figures, PrintStream out, boolean quick) {
        this.data = folder.resolve("register-" + projects);
        this.projects = projects;
        this.figures = figures;
        this.out = out;
        this.time = Duration.ofSeconds(quick ? 4 : 20);
        // The searching's inner loops are compiled for good after about two minutes.
        this.warmUp = Duration.ofSeconds(quick ? 4 : 120);
    }

    private boolean today() {
        return projects == SampleProject.TODAY;
    }

    void run() throws IOException, InterruptedException {
        make();
        try (ServerProcess server = ServerProcess.start(data, "serve")) {
            figures.add(
                    "register",
                    "start with " + projects + " projects",
                    server.startTime().toMillis() / 1e3,
                    "s",
                    "-",
                    "-");
            awaitIndex(server);
            List<String> searches = paths.searches();
            List<String> lists = paths.lists();
            List<String> pages = numbers(server).stream()
                    .map(number -> "/stocktaking/" + number)
                    .toList();
            load(server, 16, searches, UNKEPT, warmUp);
            load(server, 16, lists, UNKEPT, warmUp.dividedBy(4));
            load(server, 16, pages, UNKEPT, warmUp.dividedBy(4));
            measure(
                    server,
                    "searches a second, facets counted, words marked",
                    16,
                    searches,
                    UNKEPT,
                    today() ? 200 : NO_GOAL,
                    today() ? 120 : NO_GOAL,
                    Floors.facetQuery(data, 16));
            measure(
                    server,
                    "the same at 4 connections",
                    4,
                    searches,
                    UNKEPT,
                    NO_GOAL,
                    projects >= 1_000_000 ? 500 : NO_GOAL,
                    "-");
            measure(
                    server,
                    "list pages with facets a second, made anew",
                    16,
                    lists,
                    UNKEPT,
                    today() ? 1_000 : NO_GOAL,
                    NO_GOAL,
                    Floors.projectRows(data, 16));
            measure(
                    server,
                    "list pages a second, strangers",
                    16,
                    lists.subList(0, 300),
                    STRANGER,
                    today() ? 5_000 : NO_GOAL,
                    NO_GOAL,
                    floorOfPage(server, lists.getFirst()));
            measure(
                    server,
                    "project pages a second, made anew",
                    16,
                    pages,
                    UNKEPT,
                    today() ? 2_000 : NO_GOAL,
                    NO_GOAL,
                    Floors.projectRow(data, 16, projects));
            measure(
                    server,
                    "project pages a second, strangers",
                    16,
                    pages.subList(0, Math.min(1_000, pages.size())),
                    STRANGER,
                    today() ? 10_000 : NO_GOAL,
                    NO_GOAL,
                    floorOfPage(server, pages.getFirst()));
            unchanged(server, pages.subList(0, Math.min(1_000, pages.size())));
            export(server);
            memory(server);
        }
    }

    /// A global report of all of them as PDF, DOCX and HTML, by a command: each part of it, and all.
    void report() throws IOException, InterruptedException {
        make();
        Path log = data.resolve("report.log");
        ServerProcess.run(log, List.of("bench-report", "--data", data.toString()));
        for (String line : Files.readAllLines(log)) {
            Matcher step = STEP.matcher(line);
            if (step.matches())
                figures.add(
                        "register",
                        projects + ":   report, " + step.group(1),
                        Long.parseLong(step.group(2)) / 1e3,
                        "s",
                        "-",
                        "-");
            Matcher all = REPORT.matcher(line);
            if (all.matches())
                figures.add(
                        "register",
                        projects + ": global report, data frozen, PDF, DOCX, HTML",
                        Long.parseLong(all.group(1)) / 1e3,
                        "s",
                        today() ? "60" : "-",
                        "-");
        }
    }

    private void make() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("made"))) return;
        out.println("  making " + projects + " projects ...");
        Files.createDirectories(data);
        Duration made = ServerProcess.run(
                data.resolve("making.log"),
                List.of("bench-register", "--projects", String.valueOf(projects), "--data", data.toString()));
        Files.createFile(data.resolve("made"));
        out.println("  made in " + made.toSeconds() + " s");
    }

    // The index takes in what was written in its own time.
    private void awaitIndex(ServerProcess server) throws IOException, InterruptedException {
        long began = System.nanoTime();
        String path = "/api/v1/projects?q=" + paths.word() + "&size=1";
        long before = -1;
        try (var connection = new Connection(server.port())) {
            for (int same = 0; same < 5; ) {
                Thread.sleep(1_000);
                JsonNode answer = Json.tree(
                        connection.send(Connection.get(path, ""), true).text());
                long total = answer.path("total").asLong(-1);
                same = total == before && total > 0 ? same + 1 : 0;
                before = total;
                if (System.nanoTime() - began > Duration.ofHours(1).toNanos())
                    throw new IOException("The index is not ready");
            }
        }
        out.println("  index ready after "
                + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
    }

    private List<Long> numbers(ServerProcess server) throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (var connection = new Connection(server.port())) {
            for (int page = 1; page <= 40; page++) {
                String path = "/api/v1/projects?size=100&page=" + page;
                for (JsonNode item : Json.tree(
                                connection.send(Connection.get(path, ""), true).text())
                        .path("items")) numbers.add(item.path("number").asLong());
            }
        }
        if (numbers.isEmpty()) throw new IOException("There are no projects");
        return numbers;
    }

    private void measure(
            ServerProcess server,
            String name,
            int connections,
            List<String> paths,
            String headers,
            int goal,
            int within,
            String floor)
            throws IOException, InterruptedException {
        Duration before = server.processorTime();
        Result result = load(server, connections, paths, headers, time);
        Duration used = server.processorTime().minus(before);
        String size = projects + ": ";
        figures.add(
                "register",
                size + name,
                result.perSecond(),
                "1/s",
                goal == NO_GOAL ? "-" : String.valueOf(goal),
                floor);
        figures.add(
                "register",
                size + "  99 of 100 within",
                result.latencies().millis(0.99),
                "ms",
                within == NO_GOAL ? "-" : String.valueOf(within),
                "-");
        figures.add(
                "register", size + "  half of them within", result.latencies().millis(0.5), "ms", "-", "-");
        figures.add("register", size + "  processor time for each", result.each(used), "ms", "-", "-");
        if (result.refused() + result.broken() > 0)
            figures.remark(
                    name + ": " + result.refused() + " not answered with 200, " + result.broken() + " broken off");
    }

    private static Result load(ServerProcess server, int connections, List<String> paths, String headers, Duration time)
            throws InterruptedException {
        List<byte[]> requests =
                paths.stream().map(path -> Connection.get(path, headers)).toList();
        var next = new AtomicInteger();
        return new Load(server.port(), connections, false)
                .asFastAsPossible(
                        number -> new Client() {
                            @Override
                            public byte[] next() {
                                return requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
                            }

                            @Override
                            public boolean accept(Answer answer) {
                                return answer.status() == 200;
                            }
                        },
                        time);
    }

    // Readers that have the page already.
    private void unchanged(ServerProcess server, List<String> pages) throws IOException, InterruptedException {
        List<byte[]> requests = new ArrayList<>();
        try (var connection = new Connection(server.port())) {
            for (String page : pages) {
                String etag =
                        connection.send(Connection.get(page, STRANGER), false).header("ETag");
                if (etag != null) requests.add(Connection.get(page, STRANGER + "If-None-Match: " + etag + "\r\n"));
            }
        }
        if (requests.isEmpty()) throw new IOException("Project pages have no ETag");
        var next = new AtomicInteger();
        Result result = new Load(server.port(), 16, false)
                .asFastAsPossible(
                        number -> new Client() {
                            @Override
                            public byte[] next() {
                                return requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
                            }

                            @Override
                            public boolean accept(Answer answer) {
                                return answer.status() == 304;
                            }
                        },
                        time);
        figures.add(
                "register",
                projects + ": project pages a second, not changed (304)",
                result.perSecond(),
                "1/s",
                today() ? "10000" : "-",
                "-");
    }

    private void export(ServerProcess server) throws IOException {
        for (int round = 1; round <= EXPORTS; round++) {
            long began = System.nanoTime();
            try (var connection = new Connection(server.port())) {
                Answer answer = connection.send(Connection.get("/stocktaking.csv", UNKEPT), false);
                if (answer.status() != 200) throw new IOException("/stocktaking.csv: " + answer.status());
                if (round == EXPORTS)
                    figures.add(
                            "register",
                            projects + ": whole CSV, " + (answer.length() >> 20) + " MB on the line",
                            (System.nanoTime() - began) / 1e9,
                            "s",
                            today() ? "1" : "-",
                            Floors.copyOut(data));
            }
        }
    }

    private void memory(ServerProcess server) {
        var memory = server.memory();
        if (memory == null) return;
        figures.add(
                "register",
                projects + ": memory of the program after all that",
                memory.java() / 1048576.0,
                "MB",
                "-",
                Figures.number(memory.database() / 1048576.0) + " MB more for PostgreSQL");
    }

    private String floorOfPage(ServerProcess server, String path) throws IOException, InterruptedException {
        try (var connection = new Connection(server.port())) {
            long length = connection.send(Connection.get(path, STRANGER), false).length();
            return Floors.staticFile(data, (int) length, 16);
        }
    }
}
