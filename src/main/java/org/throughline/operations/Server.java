package org.throughline.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughline.directory.FirstRun;
import org.throughline.operations.demo.DemoAccounts;
import org.throughline.platform.DataFolder;
import org.throughline.platform.StartSteps;
import org.throughline.platform.postgres.PostgresUnavailable;

/// Starts the program on a data folder. What commonly stands in the way (a taken port, a folder in use or not
/// writable, a full disk) is found before anything is started and said in one sentence.
final class Server {

    private static final long LEAST_FREE_BYTES = 200L << 20;
    private static final int USUAL_PORT = 8080;

    private final Class<?> program;
    private final Path data;
    private final Optional<Integer> port;
    private final boolean demo;
    private final PrintStream err;

    Server(Class<?> program, Path data, Optional<Integer> port, boolean demo, PrintStream err) {
        this.program = program;
        this.data = data.toAbsolutePath().normalize();
        this.port = port;
        this.demo = demo;
        this.err = err;
    }

    /// Starts, says so on `out` and leaves the server running; SIGTERM stops it cleanly with status 0.
    void start(PrintStream out) {
        ConfigurableApplicationContext context = start();
        SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(0));
        out.println("Throughline is ready: http://localhost:" + portOf(context));
        if (demo) out.println("Example accounts: " + data.resolve(DemoAccounts.FILE));
        else inviteFirstOperator(context, out);
        out.flush();
    }

    // On the terminal only: whoever knows this address becomes the operator, so it has no place in a log.
    private static void inviteFirstOperator(ConfigurableApplicationContext context, PrintStream out) {
        context.getBean(FirstRun.class).address().ifPresent(address -> {
            out.println("Nobody runs this installation yet. Make the first operator's account here, once:");
            out.println("  " + address);
        });
    }

    Path data() {
        return data;
    }

    ConfigurableApplicationContext start() {
        DataFolders.check(data, LEAST_FREE_BYTES);
        refuseTakenFolder();
        int wished = port.orElseGet(this::configuredPort);
        refuseTakenPort(wished);
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", wished);
        settings.put("throughline.data", data.toString());
        if (demo) settings.putAll(Map.of("throughline.demo", true, "throughline.example-world", "all"));
        settings.put("throughline.log", "throughline");
        settings.put(StartSteps.LEVEL, "info");
        var defaults = Map.<String, Object>of("throughline.public-url", "http://localhost:" + wished);
        try {
            return Programs.start(program, settings, defaults);
        } catch (RuntimeException e) {
            throw explained(e, wished);
        }
    }

    static int portOf(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private void refuseTakenFolder() {
        try (var folder = new DataFolder(data)) {
            if (!folder.lock())
                throw new Failed("Another Throughline already runs on the data folder " + data
                        + ". Stop it first, or give this one a folder of its own with --data.");
        }
    }

    private int configuredPort() {
        Path file = data.resolve("throughline.properties");
        if (!Files.isRegularFile(file)) return USUAL_PORT;
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
            return Integer.parseInt(properties
                    .getProperty("server.port", String.valueOf(USUAL_PORT))
                    .strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new Failed("The settings in " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static void refuseTakenPort(int port) {
        if (port == 0) return;
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (BindException e) {
            throw portTaken(port);
        } catch (IOException e) {
            throw new Failed("Port " + port + " cannot be opened: " + e.getMessage());
        }
    }

    private static Failed portTaken(int port) {
        return new Failed("Port " + port
                + " is taken by another program or not allowed. Stop that program, or choose another port,"
                + " for example: --port " + (port < 65_535 ? port + 1 : 8080));
    }

    private RuntimeException explained(RuntimeException e, int wished) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) return portTaken(wished);
            if (cause instanceof PostgresUnavailable) return new Failed(cause.getMessage(), e);
        }
        e.printStackTrace(err);
        return new Failed(
                "Throughline could not start. The reason is above and in " + data.resolve("logs/throughline.log"), e);
    }
}
