package org.throughline.operations.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Respondent;
import org.throughline.operations.backup.DataDatabase;
import org.throughline.platform.Csv;

/// A file of inputs brought in by `import inputs`, on a new data folder: the whole command, start and stop of the
/// program included. The floor is the same file brought by COPY into one table of texts in the same PostgreSQL.
final class ImportBench {

    private static final int WORDS = 1_500;
    private static final int GOAL_SECONDS = 180;
    private static final String TABLE = "throughline_bench_copy";

    private final Path data;
    private final Path file;
    private final int count;
    private final Figures figures;

    ImportBench(Path scratch, int count, Figures figures) {
        this.data = scratch.resolve("import");
        this.file = scratch.resolve("inputs.csv");
        this.count = count;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(data);
        write();
        Path log = file.resolveSibling("import.log");
        ServerProcess.run(log, List.of("bench-world", "--inputs", "0", "--data", data.toString()));
        List<String> command =
                List.of("import", "inputs", "--call", BenchWorld.SLUG, file.toString(), "--data", data.toString());
        double before = childrensProcessorSeconds();
        Duration first = ServerProcess.run(log, command);
        double used = childrensProcessorSeconds() - before;
        requireAll(Files.readString(log));
        Duration again = ServerProcess.run(log, command);
        String name = count + " inputs of 1,500 words, " + (Files.size(file) >> 20) + " MB of CSV";
        figures.add(
                "import",
                name,
                first.toMillis() / 1e3,
                "s",
                count == 10_000 ? String.valueOf(GOAL_SECONDS) : "-",
                copied());
        if (used > 0)
            figures.add(
                    "import",
                    "processor time of it, program and database, per input",
                    used * 1e3 / count,
                    "ms",
                    "-",
                    "-");
        figures.add("import", "the same file again, which takes in nothing", again.toMillis() / 1e3, "s", "-", "-");
    }

    private void requireAll(String said) throws IOException {
        if (!said.contains("Took in " + count + " inputs."))
            throw new IOException("The import did not take in every input: " + said);
    }

    private void write() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            List<Object> head = new ArrayList<>(List.of(
                    "key",
                    "organisation",
                    "name",
                    "email",
                    "stakeholderType",
                    "country",
                    "consent.name",
                    "consent.text",
                    "consent.quotation"));
            for (int i = 1; i <= BenchWorld.QUESTIONS; i++) head.add("q" + i);
            Csv.row(out, head);
            for (int number = 1; number <= count; number++) {
                NewInput input = BenchWorld.input(number, WORDS);
                Respondent who = input.respondent();
                List<Object> cells = new ArrayList<>(List.of(
                        "bench-" + number,
                        who.organisation(),
                        who.name(),
                        who.email(),
                        who.stakeholderType(),
                        String.valueOf(who.country()),
                        "yes",
                        "yes",
                        "yes"));
                for (int i = 1; i <= BenchWorld.QUESTIONS; i++)
                    cells.add(input.answers().get("q" + i).stringValue());
                Csv.row(out, cells);
            }
        }
    }

    private String copied() throws IOException, SQLException {
        try (var database = DataDatabase.open(data);
                Connection connection = database.connect();
                var statement = connection.createStatement();
                BufferedReader in = Files.newBufferedReader(file)) {
            String columns = in.readLine().replaceAll("\"([^\"]*)\"", "\"$1\" text");
            statement.execute("CREATE TABLE " + TABLE + " (" + columns + ")");
            long began = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + TABLE + " FROM STDIN (FORMAT csv)", in);
            double seconds = (System.nanoTime() - began) / 1e9;
            statement.execute("DROP TABLE " + TABLE);
            return Figures.number(seconds) + " s by COPY into one table";
        }
    }

    /// The processor seconds of all processes that this one started and that have ended, and of theirs; 0 where the
    /// system does not tell.
    private static double childrensProcessorSeconds() {
        try {
            String fields = Files.readString(Path.of("/proc/self/stat"));
            // Fields 16 and 17 of proc(5), in hundredths of a second; the third is the first after the name in
            // brackets.
            String[] after = fields.substring(fields.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(after[13]) + Long.parseLong(after[14])) / 100.0;
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
