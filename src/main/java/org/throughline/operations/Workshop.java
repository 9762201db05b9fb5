package org.throughline.operations;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.Command;
import org.throughline.platform.command.WrongUse;

/// Runs a [Command] on a data folder without opening a port, beside the folder's server when one runs.
final class Workshop {

    private final Class<?> program;
    private final Path data;
    private final PrintStream err;

    Workshop(Class<?> program, Path data, PrintStream err) {
        this.program = program;
        this.data = data.toAbsolutePath().normalize();
        this.err = err;
    }

    int run(String name, Arguments arguments, PrintStream out) {
        if (!Files.isDirectory(data))
            throw new Failed("There is no data folder " + data + ". Name the one to work in with --data.");
        DataFolders.check(data, 1L << 20);
        System.setProperty("throughline.join", "true");
        Map<String, Object> settings = Map.of(
                "server.port", -1, "throughline.data", data.toString(), "throughline.log", "throughline-commands");
        try (ConfigurableApplicationContext context = Programs.start(program, settings, Map.of())) {
            return context.getBeansOfType(Command.class).values().stream()
                    .filter(command -> command.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new WrongUse("Unknown command: " + name))
                    .run(arguments, out);
        } catch (WrongUse e) {
            throw e;
        } catch (RuntimeException e) {
            e.printStackTrace(err);
            throw new Failed(
                    "The command did not finish. The reason is above and in "
                            + data.resolve("logs/throughline-commands.log"),
                    e);
        }
    }
}
