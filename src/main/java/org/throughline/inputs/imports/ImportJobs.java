package org.throughline.inputs.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.inputs.imports.ImportJob.State;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Ids;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;

/// Imports that the server does by itself once a file was handed over: they go on when nobody looks, and can be
/// stopped between two batches; what was taken in until then stays. A file that was only looked at, or whose import
/// did not come to its end, is kept for a week, so that it can be imported without being sent again; rows that were
/// refused are kept for a month.
@Service
public class ImportJobs {

    /// How large a file may be that is handed over to the server.
    public static final long LARGEST = 32L << 20;

    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);
    private static final long SECOND = 1_000_000_000L;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration REFUSED_KEPT = Duration.ofDays(30);
    private static final String WRONG = "mapping-wrong";
    private static final String STORED = "file";
    private static final String REFUSED = ".refused.jsonl";

    private final ImportJobRows rows;
    private final Importer importer;
    private final DataFolder data;
    private final Clock clock;
    private final Set<UUID> stopped = ConcurrentHashMap.newKeySet();

    ImportJobs(ImportJobRows rows, Importer importer, DataFolder data, Clock clock) {
        this.rows = rows;
        this.importer = importer;
        this.data = data;
        this.clock = clock;
    }

    /// Begins an import of a file that is handed over. Refuses one that is too large, a mapping that is none, and a
    /// second import while another of the same call is running.
    ///
    /// @param name of the file; its ending says which kind of text it is
    /// @param mapping as JSON; empty when the columns speak for themselves
    /// @param dryRun true to look only
    public ImportJob start(Call call, InputStream file, String name, String mapping, boolean dryRun, Actor actor) {
        if (!mapping.isBlank()) check(mapping);
        requireNoneRunning(call.id());
        String plain = plain(name);
        Path stored = store(file, plain);
        return begin(call, stored.getFileName().toString(), plain, mapping, dryRun, actor);
    }

    // Without folders, and without what neither a file system nor a database can keep.
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "_");
        return last.isBlank() ? "inputs.csv" : last.length() > 200 ? last.substring(last.length() - 200) : last;
    }

    /// Takes in what is missing from a file that is kept from before. Refused when it no longer is.
    public ImportJob takeIn(Call call, ImportJob before, Actor actor) {
        requireNoneRunning(call.id());
        if (!before.canBegin()) throw new Refusal("import-file-gone", 409, "imports.problem.file-gone");
        return begin(call, rows.stored(before.id()), before.file(), before.mapping(), false, actor);
    }

    private ImportJob begin(Call call, String stored, String name, String mapping, boolean dryRun, Actor actor) {
        UUID id = Ids.next();
        rows.insert(id, call.id(), name, stored, mapping, dryRun, actor.person());
        Mapping read = mapping.isBlank() ? null : Mapping.parse(mapping, name);
        Thread.ofVirtual()
                .name("import-" + id)
                .start(() -> work(id, call.slug(), data.folder("imports").resolve(stored), read, dryRun, actor));
        return find(call.id(), id).orElseThrow();
    }

    private static void check(String mapping) {
        try {
            Mapping.parse(mapping, "");
        } catch (ImportFailed e) {
            Reason reason = e.reason();
            if (!reason.key().equals("imports.mapping.wrong"))
                throw new Refusal(WRONG, 422, reason.key(), reason.arguments().toArray());
            throw new Refusal(
                    WRONG,
                    422,
                    "inputs.api.mapping-wrong",
                    String.valueOf(reason.arguments().getLast()));
        }
    }

    private void requireNoneRunning(CallId call) {
        if (of(call).stream().anyMatch(ImportJob::isRunning))
            throw new Refusal("import-running", 409, "imports.problem.running");
    }

    private Path store(InputStream file, String name) {
        sweep();
        String ending = name.endsWith("l") ? ".jsonl" : ".csv";
        try (file) {
            Path stored = Files.createTempFile(data.folder("imports"), STORED, ending);
            Files.copy(file, stored, StandardCopyOption.REPLACE_EXISTING);
            if (Files.size(stored) <= LARGEST) return stored;
            delete(stored);
            throw new Refusal("too-large", 413, "imports.problem.too-large", LARGEST >> 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<ImportJob> find(CallId call, UUID id) {
        return rows.find(call, id);
    }

    /// The imports of a call, the newest first.
    public List<ImportJob> of(CallId call) {
        return rows.of(call);
    }

    public boolean hasRefusedRows(ImportJob job) {
        return Files.exists(refused(job.id()));
    }

    /// The first refused rows of an import.
    public List<RefusedRow> refusedRows(ImportJob job, int count, Messages.Texts texts) {
        if (!hasRefusedRows(job)) return List.of();
        return RefusedLines.first(refused(job.id()), count).stream()
                .map(line -> new RefusedRow(
                        line.row(),
                        line.reasons().stream()
                                .map(reason -> reason.words(texts))
                                .toList()))
                .toList();
    }

    /// @param reasons in words
    public record RefusedRow(long row, List<String> reasons) {}

    /// All refused rows of an import with their reasons, as CSV.
    public void writeRefusedRows(ImportJob job, Messages.Texts texts, Appendable out) throws IOException {
        RefusedLines.csv(refused(job.id()), texts, out);
    }

    private Path refused(UUID id) {
        return data.folder("imports").resolve(id + REFUSED);
    }

    /// Stops an import after the batch that is being stored.
    public void stop(ImportJob job) {
        if (job.isRunning()) stopped.add(job.id());
    }

    private void work(UUID id, String slug, Path file, @Nullable Mapping mapping, boolean dryRun, Actor actor) {
        long[] told = {System.nanoTime()};
        Progress progress = (done, total, refused) -> {
            if (stopped.contains(id)) throw new CancellationException();
            if (System.nanoTime() - told[0] < SECOND) return;
            told[0] = System.nanoTime();
            rows.progress(id, done, total, refused);
        };
        try (var pulse =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            pulse.scheduleAtFixedRate(() -> rows.seen(id), 10, 10, TimeUnit.SECONDS);
            try {
                ImportResult result =
                        importer.run(slug, file, mapping, new RefusedLines(refused(id)), dryRun, actor, progress);
                if (!dryRun) delete(file);
                rows.done(id, result);
                log.info(
                        "Import {} into {} done: {} inputs, {} refused",
                        id,
                        slug,
                        result.inputs(),
                        result.refusedInputs());
            } catch (CancellationException e) {
                rows.end(id, State.STOPPED, null);
            } catch (ImportFailed e) {
                delete(file);
                rows.end(id, State.FAILED, e.reason());
            } catch (RuntimeException e) {
                log.error("Import {} failed", id, e);
                rows.end(id, State.FAILED, Reason.of("imports.problem.ours", id.toString()));
            } finally {
                stopped.remove(id);
                rows.over(id);
                pulse.shutdownNow();
            }
        }
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

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
