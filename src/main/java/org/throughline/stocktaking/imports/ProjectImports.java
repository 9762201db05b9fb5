package org.throughline.stocktaking.imports;

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
import org.throughline.platform.Ids;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.imports.ProjectImportRows.Begun;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.JobFiles;
import org.throughline.tables.JobRunner;
import org.throughline.tables.Progress;
import org.throughline.tables.Reason;
import org.throughline.tables.RefusedLines;

/// Imports of projects that the server does by itself once a file was handed over: they go on when nobody looks, can be
/// stopped between two batches, and can be taken back afterwards as far as nobody has touched what they did.
@Service
public class ProjectImports {

    /// How large a file may be that is handed over to the server.
    public static final long LARGEST = JobFiles.LARGEST;

    private static final Logger log = LoggerFactory.getLogger(ProjectImports.class);
    private static final String WRONG = "mapping-wrong";
    private static final int LONGEST_BASIS = 2000;

    private final ProjectImportRows rows;
    private final ProjectCollections collections;
    private final JobRunner runner;
    private final JobFiles files;
    private final ProjectImporter importer;
    private final ImportUndo undoing;

    ProjectImports(
            ProjectImportRows rows,
            ProjectCollections collections,
            JobRunner runner,
            JobFiles files,
            ProjectImporter importer,
            ImportUndo undoing) {
        this.rows = rows;
        this.collections = collections;
        this.runner = runner;
        this.files = files;
        this.importer = importer;
        this.undoing = undoing;
    }

    /// What is to be done with a file that is handed over.
    ///
    /// @param collection by its address
    /// @param mapping as JSON; empty when the columns, or the kind of file, speak for themselves
    /// @param publish whether what is taken in is public at once
    /// @param consentBasis on what the consent rests; needed where something is published
    /// @param dryRun true to look only
    public record Wish(String collection, String mapping, boolean publish, String consentBasis, boolean dryRun) {}

    /// Begins an import of a file that is handed over. Refuses one that is too large, a mapping that is none,
    /// publication
    /// without a basis, and a second import while another one into the same register is running.
    ///
    /// @param name of the file; its ending says which kind of text it is
    public ProjectImport start(InputStream file, String name, Wish wish, Actor actor) {
        ProjectCollection collection = collection(wish.collection());
        ProjectMapping mapping = wish.mapping().isBlank() ? null : checked(wish.mapping());
        boolean publish = wish.publish() || mapping != null && mapping.publish();
        String basis = basis(wish, mapping);
        if (publish && basis.isEmpty()) throw new Refusal("no-consent-basis", 422, "stocktaking.imports.no-basis");
        requireNoneRunning(collection);
        String plain = JobFiles.plain(name, "projects.csv");
        String stored = files.store(file, plain);
        return begin(
                new Begun(Ids.next(), collection, null, plain, stored, wish.mapping(), wish.dryRun(), publish, basis),
                actor);
    }

    private static String basis(Wish wish, @Nullable ProjectMapping mapping) {
        String basis = wish.consentBasis().strip();
        if (basis.isEmpty() && mapping != null) basis = mapping.consentBasis();
        if (basis.length() > LONGEST_BASIS)
            throw new Refusal("consent-basis-too-long", 422, "stocktaking.check.too-long", LONGEST_BASIS);
        return basis;
    }

    /// Takes in what is missing from a file that is kept from before. Refused when it no longer is.
    public ProjectImport takeIn(ProjectImport before, Actor actor) {
        ProjectCollection collection = collection(before.collection());
        requireNoneRunning(collection);
        if (!before.canBegin()) throw new Refusal("import-file-gone", 409, "imports.problem.file-gone");
        return begin(
                new Begun(
                        Ids.next(),
                        collection,
                        null,
                        before.file(),
                        rows.stored(before.id()),
                        before.mapping(),
                        false,
                        before.publish(),
                        before.consentBasis()),
                actor);
    }

    /// Takes an import back: what came with it is withdrawn, what it changed says again what it said before. What
    /// people
    /// have changed or look after since stays, and is named.
    public ProjectImport undo(ProjectImport before, Actor actor) {
        ProjectCollection collection = collection(before.collection());
        requireNoneRunning(collection);
        if (!before.canUndo()) throw new Refusal("nothing-to-undo", 409, "stocktaking.imports.nothing-to-undo");
        UUID id = Ids.next();
        rows.insert(new Begun(id, collection, before.id(), before.file(), "", "", false, false, ""), actor.person());
        runner.start(id, rows.jobs(), files.refused(id), progress -> {
            ImportUndo.Undone undone =
                    undoing.run(before.id(), collection, new RefusedLines(files.refused(id)), actor, progress);
            rows.undone(id, undone.rows(), undone.withdrawn(), undone.restored(), undone.kept());
            log.info("Import {} taken back by {}: {} withdrawn", before.id(), id, undone.withdrawn());
        });
        return find(id).orElseThrow();
    }

    private ProjectCollection collection(String slug) {
        return collections.find(slug).orElseThrow(Refusal::notFound);
    }

    private ProjectImport begin(Begun begun, Actor actor) {
        rows.insert(begun, actor.person());
        ProjectMapping mapping = begun.mapping().isBlank() ? null : ProjectMapping.parse(begun.mapping(), begun.file());
        Path file = files.path(begun.stored());
        var order = new ProjectImporter.Order(
                begun.id(), begun.collection(), file, mapping, begun.publish(), begun.consentBasis(), begun.dryRun());
        runner.start(begun.id(), rows.jobs(), file, progress -> work(order, actor, progress));
        return find(begun.id()).orElseThrow();
    }

    private void work(ProjectImporter.Order order, Actor actor, Progress progress) {
        ProjectImportResult result = importer.run(order, new RefusedLines(files.refused(order.job())), actor, progress);
        if (!order.dryRun()) JobFiles.delete(order.file());
        rows.done(order.job(), result);
        log.info(
                "Import {} into {} done: {} projects, {} changed, {} refused",
                order.job(),
                order.collection().slug(),
                result.taken(),
                result.changed(),
                result.refused());
    }

    private static ProjectMapping checked(String mapping) {
        try {
            return ProjectMapping.parse(mapping, "");
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

    private void requireNoneRunning(ProjectCollection collection) {
        if (all().stream().anyMatch(one -> one.isRunning() && one.collection().equals(collection.slug())))
            throw new Refusal("import-running", 409, "stocktaking.imports.running");
    }

    public Optional<ProjectImport> find(UUID id) {
        return rows.find(id);
    }

    /// All of them, the newest first.
    public List<ProjectImport> all() {
        return rows.all();
    }

    public boolean hasRefusedRows(ProjectImport job) {
        return files.hasRefused(job.id());
    }

    /// The first refused rows of an import, or what stays when one is taken back.
    public List<JobFiles.RefusedRow> refusedRows(ProjectImport job, int count, Messages.Texts texts) {
        return files.firstRefused(job.id(), count, texts);
    }

    /// All refused rows of an import with their reasons, as CSV.
    public void writeRefusedRows(ProjectImport job, Messages.Texts texts, Appendable out) throws IOException {
        RefusedLines.csv(files.refused(job.id()), texts, out);
    }

    /// Stops an import after the batch that is being stored.
    public void stop(ProjectImport job) {
        if (job.isRunning()) runner.stop(job.id(), rows.jobs());
    }
}
