package org.throughline.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Ids;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;

/// The files that jobs work through, in the data folder: those that were handed over, for a week at most, and the rows
/// that were refused, for a month.
@Component
public final class JobFiles {

    /// How large a file may be that is handed over to the server.
    public static final long LARGEST = 100L << 20;

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration REFUSED_KEPT = Duration.ofDays(30);
    private static final String STORED = "file";
    private static final String REFUSED = ".refused.jsonl";

    private final DataFolder data;
    private final Clock clock;

    JobFiles(DataFolder data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /// One of the refused rows.
    ///
    /// @param reasons in words
    public record RefusedRow(long row, List<String> reasons) {}

    /// Keeps a file that is handed over. Refuses one that is too large.
    ///
    /// @param name its ending says which kind of text it is
    /// @return the name it is kept by
    public String store(InputStream file, String name) {
        sweep();
        try (file) {
            Path stored = Files.createTempFile(data.folder("imports"), STORED, ending(name));
            Files.copy(file, stored, StandardCopyOption.REPLACE_EXISTING);
            if (Files.size(stored) <= LARGEST) return stored.getFileName().toString();
            delete(stored);
            throw new Refusal("too-large", 413, "imports.problem.too-large", LARGEST >> 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ending(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") ? ".xml" : name.endsWith("l") ? ".jsonl" : ".csv";
    }

    /// The name of a file without folders, and without what neither a file system nor a database can keep.
    public static String plain(String name, String otherwise) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "_");
        return last.isBlank() ? otherwise : last.length() > 200 ? last.substring(last.length() - 200) : last;
    }

    public Path path(String stored) {
        return data.folder("imports").resolve(stored);
    }

    public boolean isKept(String stored) {
        return !stored.isEmpty() && Files.exists(path(stored));
    }

    /// Where the refused rows of a job are.
    public Path refused(UUID job) {
        return path(job + REFUSED);
    }

    public boolean hasRefused(UUID job) {
        return Files.exists(refused(job));
    }

    /// The first refused rows of a job, in words.
    public List<RefusedRow> firstRefused(UUID job, int count, Messages.Texts texts) {
        if (!hasRefused(job)) return List.of();
        return RefusedLines.first(refused(job), count).stream()
                .map(line -> new RefusedRow(
                        line.row(),
                        line.reasons().stream()
                                .map(reason -> reason.words(texts))
                                .toList()))
                .toList();
    }

    /// One process at a time has a data folder; this is its name among those that share a database.
    public String node() {
        byte[] name = data.secret("node", () -> Ids.next().toString().getBytes(StandardCharsets.US_ASCII));
        return new String(name, StandardCharsets.US_ASCII);
    }

    /// The jobs of one table.
    public JobRows rows(JdbcClient jdbc, String table) {
        return new JobRows(jdbc, clock, table, node());
    }

    // What nobody came back for.
    private void sweep() {
        try (Stream<Path> files = Files.list(data.folder("imports"))) {
            for (Path file : files.toList()) {
                Duration kept = file.toString().endsWith(REFUSED) ? REFUSED_KEPT : KEPT;
                if (Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(clock.instant().minus(kept))) delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(@Nullable Path file) {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
