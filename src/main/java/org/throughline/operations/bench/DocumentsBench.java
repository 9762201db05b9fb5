package org.throughline.operations.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Documents numbered by many at once, in a process and a durable database of their own. See [BenchDocuments].
final class DocumentsBench {

    private static final int QUICK = 100;
    private static final int USUAL = 500;

    private final Path data;
    private final Figures figures;
    private final boolean quick;

    DocumentsBench(Path scratch, Figures figures, boolean quick) {
        this.data = scratch.resolve("documents");
        this.figures = figures;
        this.quick = quick;
    }

    void run() throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path log = data.resolve("documents.log");
        int count = quick ? QUICK : USUAL;
        ServerProcess.run(
                log, List.of("bench-documents", "--documents", String.valueOf(count), "--data", data.toString()));
        Map<String, Double> said = new HashMap<>();
        for (String line : Files.readAllLines(log))
            if (line.matches("(numbers|gaps|p50|p99|max|seconds) [0-9.E-]+"))
                said.put(line.substring(0, line.indexOf(' ')), Double.parseDouble(line.substring(line.indexOf(' '))));
        String part = "documents";
        figures.add(part, "different numbers given by 50 people at once", said.get("numbers"), "", "" + count, "-");
        figures.add(part, "gaps among them", said.get("gaps"), "", "0", "-");
        figures.add(part, "half of them accepted and posted within", said.get("p50"), "ms", "-", "-");
        figures.add(part, "99 of 100 within", said.get("p99"), "ms", "1000", "-");
        figures.add(part, "the longest wait", said.get("max"), "ms", "1000", "-");
    }
}
