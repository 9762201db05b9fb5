package org.throughline.operations.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The program in a process of its own, with the same Java and the same settings as this one.
final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final Path data;
    private final int port;
    private final Duration startTime;

    private ServerProcess(Process process, Path data, int port, Duration startTime) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.startTime = startTime;
    }

    /// Starts a server on a folder and waits until it says that it is ready.
    ///
    /// @param javaOptions beside those of this process
    static ServerProcess start(Path data, String command, String... javaOptions) throws IOException {
        int port = freePort();
        long began = System.nanoTime();
        Process process = java(
                        List.of(javaOptions),
                        List.of(command, "--port", String.valueOf(port), "--data", data.toString()))
                .redirectError(Files.createDirectories(data.resolve("logs"))
                        .resolve("stderr.log")
                        .toFile())
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("Throughline is ready"))
                return new ServerProcess(process, data, port, Duration.ofNanos(System.nanoTime() - began));
            if (System.nanoTime() - began > START_LIMIT.toNanos()) break;
        }
        process.destroyForcibly();
        throw new IOException("The server did not start: " + Files.readString(data.resolve("logs/stderr.log")));
    }

    /// Runs a command to its end; fails when it fails.
    static Duration run(Path log, List<String> words) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = java(List.of(), words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0)
            throw new IOException(String.join(" ", words) + " failed: " + Files.readString(log));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static ProcessBuilder java(List<String> options, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument ->
                        argument.startsWith("-X") || argument.startsWith("-D") || argument.startsWith("--enable"))
                .forEach(command::add);
        command.addAll(options);
        String path = System.getProperty("java.class.path");
        if (path.endsWith(".jar") && !path.contains(java.io.File.pathSeparator)) command.addAll(List.of("-jar", path));
        else command.addAll(List.of("-cp", path, "org.throughline.Throughline"));
        command.addAll(words);
        return new ProcessBuilder(command);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    Duration startTime() {
        return startTime;
    }

    /// The memory of the program and its database in bytes, pages they share counted once; absent where the system
    /// does not tell.
    @Nullable
    Memory memory() {
        try {
            long java = proportional(process.pid());
            long database = 0;
            for (ProcessHandle handle : database()) database += proportional(handle.pid());
            return new Memory(java, database);
        } catch (IOException | UncheckedIOException notLinux) {
            return null;
        }
    }

    record Memory(long java, long database) {}

    /// The processor time that the program and its database have used since they were started.
    Duration processorTime() throws IOException {
        Duration sum = process.info().totalCpuDuration().orElse(Duration.ZERO);
        for (ProcessHandle handle : database())
            sum = sum.plus(handle.info().totalCpuDuration().orElse(Duration.ZERO));
        return sum;
    }

    private static long proportional(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")))
            if (line.startsWith("Pss:")) return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        return 0;
    }

    private List<ProcessHandle> database() throws IOException {
        Path file = data.resolve("postgres/cluster/postmaster.pid");
        if (!Files.exists(file)) return List.of();
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid)
                .map(postmaster -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(postmaster), postmaster.descendants())
                        .toList())
                .orElse(List.of());
    }

    /// Kills the program and every process of its database at once, as a power cut would end them.
    void kill() throws IOException, InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(database());
        List<String> command = new ArrayList<>(List.of("kill", "-9", String.valueOf(process.pid())));
        all.forEach(handle -> command.add(String.valueOf(handle.pid())));
        new ProcessBuilder(command).start().waitFor();
        process.waitFor();
        for (ProcessHandle handle : all)
            handle.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /// Asks it to stop and waits.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
