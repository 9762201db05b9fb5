package org.throughline.search;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A real OpenSearch of one node in a process of its own, on the class path that bin/test has asked for.
final class OpenSearchNode implements AutoCloseable {

    private static final Path CLASS_PATH = Path.of("target/opensearch.classpath");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final int port;
    private final Path folder;
    private Process process;

    private OpenSearchNode(int port, Path folder) {
        this.port = port;
        this.folder = folder;
    }

    /// Nothing where its library is not there.
    static Optional<OpenSearchNode> start() throws IOException, InterruptedException {
        if (!Files.isReadable(CLASS_PATH)) return Optional.empty();
        var node = new OpenSearchNode(freePort(), Files.createTempDirectory(Path.of("target"), "opensearch"));
        node.begin();
        return Optional.of(node);
    }

    // The runner counts its nodes from 1 and adds the number to the port it is given.
    void begin() throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx384m",
                        "-cp",
                        Files.readString(CLASS_PATH).strip(),
                        "org.codelibs.opensearch.runner.OpenSearchRunner",
                        "-basePath",
                        folder.resolve("node").toAbsolutePath().toString(),
                        "-numOfNode",
                        "1",
                        "-clusterName",
                        "tests",
                        "-baseHttpPort",
                        String.valueOf(port - 1),
                        "-useLogger")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > until)
                throw new IOException("OpenSearch did not start: " + Files.readString(folder.resolve("log")));
            Thread.sleep(200);
        }
    }

    String address() {
        return "localhost:" + port;
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection) URI.create("http://" + address() + "/_cluster/health")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    // The runner takes the first free port of a few hundred above 9200.
    private static int freePort() throws IOException {
        for (int port = 9_201; port < 9_299; port++) {
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("No port between 9201 and 9298 is free");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
