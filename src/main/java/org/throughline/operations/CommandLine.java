package org.throughline.operations;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.throughline.ledger.VerifyCommand;
import org.throughline.operations.backup.Backup;
import org.throughline.operations.backup.BackupFailed;
import org.throughline.operations.backup.Restore;
import org.throughline.operations.bench.Bench;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.WrongUse;
import org.throughline.platform.postgres.PostgresUnavailable;
import org.throughline.suggestions.SuggestionCommands;
import org.throughline.tables.RemoteImport;

/// Reads the command line and does what it says. Exit status: 0 done, 1 failed, 2 wrong use.
public final class CommandLine {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final Class<?> program;
    private final PrintStream out;
    private final PrintStream err;

    /// @param program the class that Spring starts from
    public CommandLine(Class<?> program, PrintStream out, PrintStream err) {
        this.program = program;
        this.out = out;
        this.err = err;
    }

    /// The exit status, or nothing when a server was started that now runs until it is told to stop.
    public OptionalInt run(String... words) {
        try {
            if (words.length == 0) throw new WrongUse("Say what to do.");
            return run(words[0], List.of(words).subList(1, words.length));
        } catch (WrongUse e) {
            err.println(e.getMessage());
            err.println();
            err.println(Usage.TEXT);
            return OptionalInt.of(WRONG_USE);
        } catch (Failed | BackupFailed | PostgresUnavailable e) {
            err.println(e.getMessage());
            return OptionalInt.of(FAILED);
        }
    }

    private OptionalInt run(String command, List<String> words) {
        return switch (command) {
            case "demo" -> serve(words, true);
            case "serve" -> serve(words, false);
            case "warm-up" -> status(WarmUp.run(server(words, true), err));
            case "import" -> status(importing(words));
            case "verify" -> status(verify(words));
            case "backup" -> status(backup(words));
            case "restore" -> status(restore(words));
            case "evaluate-suggestions" -> status(SuggestionCommands.evaluate(labelled(words, "folds", "beside"), out));
            case "learn-suggestions" -> status(SuggestionCommands.learn(labelled(words, "beside"), out));
            case "bench" -> status(bench(words));
            case "bench-world" -> status(making("bench-world", "inputs", words));
            case "bench-documents" -> status(making("bench-documents", "documents", words));
            case "bench-register" -> status(making("bench-register", "projects", words));
            case "bench-mandates" -> status(making("bench-mandates", "instruments", words));
            case "bench-report" -> status(making("bench-report", "language", words));
            case "-h", "--help", "help" -> {
                out.println(Usage.TEXT);
                yield OptionalInt.of(DONE);
            }
            default -> throw new WrongUse("Unknown command: " + command);
        };
    }

    private static OptionalInt status(int status) {
        return OptionalInt.of(status);
    }

    private OptionalInt serve(List<String> words, boolean demo) {
        server(words, demo).start(out);
        return OptionalInt.empty();
    }

    private Server server(List<String> words, boolean demo) {
        Arguments arguments = Arguments.parse(words, Set.of("port", "data"), Set.of());
        if (!arguments.rest().isEmpty()) throw new WrongUse("Unexpected: " + String.join(" ", arguments.rest()));
        return new Server(program, data(arguments), arguments.number("port", 0, 65_535), demo, err);
    }

    private int importing(List<String> words) {
        var wanted = ImportWords.of(words);
        Arguments arguments = wanted.arguments();
        if (wanted.isForServer()) return RemoteImport.run(wanted.remote(), arguments, out, err);
        return new Workshop(program, data(arguments), err).run("import " + wanted.what(), arguments, out);
    }

    private int verify(List<String> words) {
        Arguments arguments = Arguments.parse(words, Set.of("key"), Set.of());
        return VerifyCommand.run(
                arguments.onlyFile("FILE"), out, arguments.option("key").map(Path::of));
    }

    private int backup(List<String> words) {
        Arguments arguments = Arguments.parse(words, Set.of("data"), Set.of());
        new Backup(data(arguments), out).writeTo(arguments.onlyFile("FILE"));
        return DONE;
    }

    private int restore(List<String> words) {
        Arguments arguments = Arguments.parse(words, Set.of("data"), Set.of());
        new Restore(arguments.onlyFile("FILE"), out).into(data(arguments));
        return DONE;
    }

    private static Arguments labelled(List<String> words, String... more) {
        var options = new HashSet<>(Set.of("vocabulary", "text", "label", "language", "name", "write"));
        options.addAll(List.of(more));
        return Arguments.parse(words, options, Set.of());
    }

    private int bench(List<String> words) {
        Arguments arguments =
                Arguments.parse(words, Set.of("out", "inputs", "projects", "instruments", "data"), Set.of("quick"));
        Path results = Path.of(arguments.option("out").orElse("throughline-bench.json"));
        Optional<Integer> inputs = arguments.number("inputs", 1, 1_000_000);
        Optional<Path> kept = arguments.option("data").map(Path::of);
        Optional<Integer> projects = arguments.number("projects", 1, 10_000_000);
        Optional<Integer> instruments = arguments.number("instruments", 1, 1_000_000);
        return new Bench(out, arguments.has("quick"), inputs, kept, projects, instruments)
                .run(arguments.rest(), results);
    }

    // Used by the measurements only, so the help does not name them.
    private int making(String command, String what, List<String> words) {
        Arguments arguments = Arguments.parse(words, Set.of(what, "data"), Set.of());
        return new Workshop(program, data(arguments), err).run(command, arguments, out);
    }

    private static Path data(Arguments arguments) {
        return Path.of(arguments.option("data").orElse(".throughline"));
    }
}
