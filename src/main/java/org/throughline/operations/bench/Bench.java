package org.throughline.operations.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.command.WrongUse;

/// Measures the program on the machine it runs on, each figure beside what the machine does without the program.
/// The load generator shares the processors with the server, so that the figures are those of the whole machine.
public final class Bench {

    private static final String REGISTER = "register";
    private static final String READ = "register-read";
    private static final String IMPORT = "register-import";
    private static final String REPORT = "register-report";
    private static final String MANDATES = "mandates";

    /// The parts, in the order in which they disturb each other least.
    static final List<String> PARTS = List.of(
            "start",
            "memory",
            "readers",
            "signed-in",
            "submit",
            "import",
            "documents",
            "kill",
            READ,
            IMPORT,
            REPORT,
            MANDATES);

    private static final int INPUTS = 10_000;
    private static final int QUICK_INPUTS = 500;

    private final PrintStream out;
    private final boolean quick;
    private final int inputs;
    private final @Nullable Path kept;
    private final int projects;
    private final int instruments;

    /// @param inputs how many there are where people read and send; nothing for the usual number
    /// @param kept a folder that is used as it was left, and left again; nothing for a new one that is deleted
    /// @param projects how many the register has; nothing for as many as that of the WSIS process today
    /// @param instruments how many the register of mandates has; nothing for the usual number
    public Bench(
            PrintStream out,
            boolean quick,
            Optional<Integer> inputs,
            Optional<Path> kept,
            Optional<Integer> projects,
            Optional<Integer> instruments) {
        this.out = out;
        this.quick = quick;
        this.inputs = inputs.orElse(quick ? QUICK_INPUTS : INPUTS);
        this.kept = kept.orElse(null);
        this.projects = projects.orElse(quick ? QUICK_INPUTS : SampleProject.TODAY);
        this.instruments = instruments.orElse(quick ? QUICK_INPUTS : BenchMandates.INSTRUMENTS);
    }

    /// @param names which parts, empty means all
    /// @param results the file for the figures as JSON
    public int run(List<String> names, Path results) {
        for (String name : names)
            if (!PARTS.contains(name) && !name.equals(REGISTER))
                throw new WrongUse("There is no measurement called " + name + ". There are: " + REGISTER + ", "
                        + String.join(", ", PARTS));
        Set<String> wanted = new LinkedHashSet<>(names.isEmpty() ? PARTS : names);
        if (wanted.contains(REGISTER)) wanted.addAll(List.of(READ, IMPORT, REPORT));
        var figures = new Figures(out);
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory("throughline-bench");
            for (String part : PARTS) {
                if (!wanted.contains(part)) continue;
                out.println("Measuring " + part + " ...");
                measure(part, scratch, figures);
            }
        } catch (IOException | SQLException e) {
            out.println("The measurement was broken off: " + e.getMessage());
            figures.print(out);
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            discard(scratch);
        }
        figures.print(out);
        figures.writeTo(results);
        out.println("Also in " + results.toAbsolutePath());
        return 0;
    }

    private void measure(String part, Path scratch, Figures figures)
            throws IOException, InterruptedException, SQLException {
        var world = new World(kept == null ? scratch.resolve("world") : kept, inputs, out);
        switch (part) {
            case "start" -> new StartBench(scratch, figures, quick).run();
            case "memory" -> new MemoryBench(scratch, figures).run();
            case "readers" -> new ReadersBench(world, figures, quick).anonymous();
            case "signed-in" -> new ReadersBench(world, figures, quick).signedIn();
            case "submit" -> new SubmitBench(world, figures, quick).run();
            case "import" -> new ImportBench(scratch, inputs, figures).run();
            case READ -> register(scratch, figures).run();
            case IMPORT -> new ProjectImportBench(scratch, projects, figures, out).run();
            case MANDATES -> new MandatesBench(kept == null ? scratch : kept, instruments, figures, out, quick).run();
            case REPORT -> register(scratch, figures).report();
            case "documents" -> new DocumentsBench(kept == null ? scratch : kept, figures, quick).run();
            case "kill" -> new KillBench(world, figures, quick).run();
            default -> throw new IllegalArgumentException(part);
        }
    }

    private RegisterBench register(Path scratch, Figures figures) {
        return new RegisterBench(kept == null ? scratch : kept, projects, figures, out, quick);
    }

    private static void discard(Path scratch) {
        if (scratch == null || !Files.exists(scratch)) return;
        try (Stream<Path> inside = Files.walk(scratch)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The scratch folder " + scratch + " could not be deleted", e);
        }
    }
}
