package org.throughline.operations.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.throughline.operations.bench.Connection.Answer;
import org.throughline.operations.bench.Load.Client;
import org.throughline.operations.bench.Load.Result;

/// The register of instruments with many of them, made anew for each reader: with credentials that say nothing no page
/// is kept. Then the same as the secretariat's desk sees it, and how fast citations are found in a text.
final class MandatesBench {

    private static final int CONNECTIONS = 16;
    private static final String UNKEPT = "Accept-Encoding: gzip\r\nAuthorization: none\r\n";
    private static final String STRANGER = "Accept-Encoding: gzip\r\n";
    private static final String[] PEOPLE = {"-Dthroughline.demo=true", "-Dthroughline.example-world=people"};
    private static final int PAGE = 3_000;
    private static final int TEXT_PAGES = 100;
    private static final int TEXTS = 10;

    private final Path data;
    private final int instruments;
    private final Figures figures;
    private final PrintStream out;
    private final Duration time;
    private final Duration warmUp;

    MandatesBench(Path folder, int instruments, Figures figures, PrintStream out, boolean quick) {
        this.data = folder.resolve("mandates-" + instruments);
        this.instruments = instruments;
        this.figures = figures;
        this.out = out;
        this.time = Duration.ofSeconds(quick ? 4 : 20);
        this.warmUp = Duration.ofSeconds(quick ? 4 : 40);
    }

    void run() throws IOException, InterruptedException {
        make();
        try (ServerProcess server = ServerProcess.start(data, "serve", PEOPLE)) {
            measure(server, "the register, body by body", lists(), UNKEPT);
            measure(server, "an instrument", each("/mandates/bench-%d"), UNKEPT);
            measure(server, "what cites it", each("/mandates/bench-%d/uses"), UNKEPT);
            measure(server, "two revisions compared", each("/mandates/bench-%d/compare"), UNKEPT);
            measure(server, "the tracker of A/RES/80/173", List.of("/mandates/unga-80-173/tasks"), UNKEPT);
            measure(server, "searches", each("/search?q=matter+%d"), UNKEPT);
            measure(
                    server,
                    "an instrument, strangers",
                    each("/mandates/bench-%d").subList(0, 500),
                    STRANGER);
            String cookie = ReadersBench.signIn(server, new World(data, 0, out).account("secretariat"));
            String secretariat = "Accept-Encoding: gzip\r\nCookie: " + cookie + "\r\n";
            measure(server, "what is to be looked at, secretariat", reviews(), secretariat);
            citations(server);
        }
    }

    private void make() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("made"))) return;
        out.println("  making " + instruments + " instruments ...");
        Files.createDirectories(data);
        Duration made = ServerProcess.run(
                data.resolve("making.log"),
                List.of("bench-mandates", "--instruments", String.valueOf(instruments), "--data", data.toString()));
        Files.createFile(data.resolve("made"));
        out.println("  made in " + made.toSeconds() + " s");
    }

    private static List<String> lists() {
        var paths = new ArrayList<String>(List.of("/mandates"));
        for (String body : List.of("pp", "council", "wtdc", "wtsa", "unga", "ecosoc"))
            for (int page = 1; page <= 5; page++) paths.add("/mandates?body=" + body + "&page=" + page);
        return paths;
    }

    private List<String> reviews() {
        var paths = new ArrayList<String>();
        for (int page = 1; page <= 5; page++) paths.add("/mandates/reviews?page=" + page);
        for (int i = 10; i <= Math.min(instruments, 5_000); i += 10) paths.add("/mandates/reviews/bench-" + i);
        return paths;
    }

    private List<String> each(String pattern) {
        var paths = new ArrayList<String>();
        for (int i = 1; i <= Math.min(instruments, 5_000); i++) paths.add(pattern.formatted(1 + i * 7L % instruments));
        return paths;
    }

    private void measure(ServerProcess server, String name, List<String> paths, String headers)
            throws IOException, InterruptedException {
        load(server, paths, headers, warmUp);
        Duration before = server.processorTime();
        Result result = load(server, paths, headers, time);
        Duration used = server.processorTime().minus(before);
        String size = instruments + ": ";
        figures.add("mandates", size + name + ", pages a second", result.perSecond(), "1/s", "-", "-");
        figures.add("mandates", size + "  99 of 100 within", result.latencies().millis(0.99), "ms", "80", "-");
        figures.add("mandates", size + "  processor time for each", result.each(used), "ms", "-", "-");
        if (result.refused() + result.broken() > 0)
            figures.remark(
                    name + ": " + result.refused() + " not answered with 200, " + result.broken() + " broken off");
    }

    private static Result load(ServerProcess server, List<String> paths, String headers, Duration time)
            throws InterruptedException {
        List<byte[]> requests =
                paths.stream().map(path -> Connection.get(path, headers)).toList();
        var next = new AtomicInteger();
        return new Load(server.port(), CONNECTIONS, false)
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

    // A text of a hundred pages, sent as programs send it; the answer has every place that was found.
    private void citations(ServerProcess server) throws IOException {
        var text = new StringBuilder();
        for (int i = 0; text.length() < TEXT_PAGES * PAGE; i++)
            text.append("Recalling Resolution ")
                    .append(20_001 + i * 37 % instruments)
                    .append(
                            " (Rev. Place, 2018), paragraphs 3 and 4, and resolution 70/125 of the General Assembly, the")
                    .append(" members agreed to share what they had learnt about connectivity and access. ");
        byte[] body = org.throughline.platform.Json.bytes(java.util.Map.of("text", text.toString()));
        byte[] request = Connection.post("/api/v1/citations", "application/json", "", body);
        try (var connection = new Connection(server.port())) {
            for (int i = 0; i < TEXTS; i++) connection.send(request, true);
            long began = System.nanoTime();
            for (int i = 0; i < TEXTS; i++) {
                Answer answer = connection.send(request, true);
                if (answer.status() != 200) throw new IOException("Citations were answered with " + answer.status());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            figures.add(
                    "mandates",
                    instruments + ": citations found, pages a second, one text after the other",
                    TEXTS * TEXT_PAGES / seconds,
                    "1/s",
                    "200",
                    "-");
        }
    }
}
