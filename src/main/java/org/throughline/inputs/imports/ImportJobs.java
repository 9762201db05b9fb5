package org.throughline.inputs.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.platform.Ids;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.JobFiles;
import org.throughline.tables.JobRunner;
import org.throughline.tables.Progress;
import org.throughline.tables.Reason;
import org.throughline.tables.RefusedLines;

/// Imports that the server does by itself once a file was handed over: they go on when nobody looks, and can be
/// stopped between two batches; what was taken in until then stays. A file that was only looked at, or whose import
/// did not come to its end, is kept for a week, so that it can be imported without being sent again; rows that were
/// refused are kept for a month.
@Service
public class ImportJobs {

    /// How large a file may be that is handed over to the server.
    public static final long LARGEST = JobFiles.LARGEST;

    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);
    private static final String WRONG = "mapping-wrong";

    private final ImportJobRows rows;
    private final JobRunner runner;
    private final JobFiles files;
    private final Importer importer;

    ImportJobs(ImportJobRows rows, JobRunner runner, JobFiles files, Importer importer) {
        this.rows = rows;
        this.runner = runner;
        this.files = files;
        this.importer = importer;
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
        String plain = JobFiles.plain(name, "inputs.csv");
        return begin(call, files.store(file, plain), plain, mapping, dryRun, actor);
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
        Path file = files.path(stored);
        runner.start(id, rows.jobs(), file, progress -> work(id, call.slug(), file, read, dryRun, actor, progress));
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

    public Optional<ImportJob> find(CallId call, UUID id) {
        return rows.find(call, id);
    }

    /// The imports of a call, the newest first.
    public List<ImportJob> of(CallId call) {
        return rows.of(call);
    }

    public boolean hasRefusedRows(ImportJob job) {
        return files.hasRefused(job.id());
    }

    /// The first refused rows of an import.
    public List<JobFiles.RefusedRow> refusedRows(ImportJob job, int count, Messages.Texts texts) {
        return files.firstRefused(job.id(), count, texts);
    }

    /// All refused rows of an import with their reasons, as CSV.
    public void writeRefusedRows(ImportJob job, Messages.Texts texts, Appendable out) throws IOException {
        RefusedLines.csv(files.refused(job.id()), texts, out);
    }

    /// Stops an import after the batch that is being stored.
    public void stop(ImportJob job) {
        if (job.isRunning()) runner.stop(job.id(), rows.jobs());
    }

    private void work(
            UUID id,
            String slug,
            Path file,
            @Nullable Mapping mapping,
            boolean dryRun,
            Actor actor,
            Progress progress) {
        var refused = new RefusedLines(files.refused(id));
        ImportResult result = importer.run(slug, file, mapping, refused, dryRun, actor, progress);
        if (!dryRun) JobFiles.delete(file);
        rows.done(id, result);
        log.info("Import {} into {} done: {} inputs, {} refused", id, slug, result.inputs(), result.refusedInputs());
    }
}
