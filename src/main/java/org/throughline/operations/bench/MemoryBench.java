package org.throughline.operations.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.throughline.operations.bench.ServerProcess.Memory;

/// How much memory a demonstration takes, after its start and after readers have walked through it.
final class MemoryBench {

    private final Path scratch;
    private final Figures figures;

    MemoryBench(Path scratch, Figures figures) {
        this.scratch = scratch;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException {
        Path data = Files.createDirectory(scratch.resolve("memory"));
        try (ServerProcess server = ServerProcess.start(data, "demo")) {
            report("after the start", server.memory());
            var number = new AtomicInteger();
            new Load(server.port(), 16, false)
                    .asFastAsPossible(
                            client -> new Load.Client() {
                                @Override
                                public byte[] next() {
                                    int n = number.incrementAndGet();
                                    String language = n % 2 == 0 ? "" : "/ar";
                                    return Connection.get(
                                            n % 3 == 0
                                                    ? language + "/calls"
                                                    : language + "/calls/wsis20-inputs/inputs/" + (1 + n % 97),
                                            "Accept-Encoding: gzip\r\n");
                                }

                                @Override
                                public boolean accept(Connection.Answer answer) {
                                    return answer.status() == 200;
                                }
                            },
                            Duration.ofSeconds(10));
            report("after 10 s of 16 readers", server.memory());
        }
    }

    private void report(String when, Memory memory) {
        if (memory == null) {
            figures.remark("Memory is not told by this system.");
            return;
        }
        figures.add(
                "memory",
                "program and database " + when,
                (memory.java() + memory.database()) / 1048576.0,
                "MB",
                "700",
                Figures.number(memory.database() / 1048576.0) + " MB of it PostgreSQL");
    }
}
