package org.throughline.stocktaking.imports;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.platform.Ids;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.Command;
import org.throughline.platform.command.Counted;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.imports.ProjectImportRows.Begun;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.JobState;
import org.throughline.tables.Progress;
import org.throughline.tables.ProgressLine;
import org.throughline.tables.RefusedFile;

/// `import projects FILE [--mapping FILE] [--collection SLUG] [--publish] [--consent-basis TEXT] [--dry-run]`.
@Component
class ImportProjectsCommand implements Command {

    private final ProjectImporter importer;
    private final ProjectCollections collections;
    private final ProjectImportRows rows;
    private final Messages.Texts texts;

    ImportProjectsCommand(
            ProjectImporter importer, ProjectCollections collections, ProjectImportRows rows, Messages messages) {
        this.importer = importer;
        this.collections = collections;
        this.rows = rows;
        this.texts = messages.in(Languages.DEFAULT);
    }

    @Override
    public String name() {
        return "import projects";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        Path file = arguments.onlyFile("FILE");
        String slug = arguments.option("collection").orElse(ProjectCollection.WSIS);
        ProjectCollection collection = collections.find(slug).orElse(null);
        if (collection == null) {
            System.err.println("There is no register with the address " + slug + ".");
            return 1;
        }
        boolean dryRun = arguments.has("dry-run");
        ProjectMapping mapping;
        try {
            mapping = arguments
                    .option("mapping")
                    .map(Path::of)
                    .map(ProjectMapping::read)
                    .orElse(null);
        } catch (ImportFailed e) {
            System.err.println(e.reason().words(texts));
            return 1;
        }
        String basis = arguments.option("consent-basis").orElse(mapping == null ? "" : mapping.consentBasis());
        boolean publish = arguments.has("publish") || mapping != null && mapping.publish();
        if (publish && basis.isBlank()) {
            System.err.println(texts.of("stocktaking.imports.no-basis"));
            return 1;
        }
        var begun =
                new Begun(Ids.next(), collection, null, file.getFileName().toString(), "", "", dryRun, publish, basis);
        // A server may run on the same data folder: this import is none of its own.
        rows.insert(begun, null, "command-" + begun.id());
        var order = new ProjectImporter.Order(begun.id(), collection, file, mapping, publish, basis, dryRun);
        return run(order, refusedFile(file), out);
    }

    private int run(ProjectImporter.Order order, Path refused, PrintStream out) {
        try {
            var line = new ProgressLine(System.err);
            Progress progress = rows.jobs().telling(order.job(), line);
            ProjectImportResult result =
                    importer.run(order, new RefusedFile(refused, texts), Actor.system("import"), progress);
            line.end();
            rows.done(order.job(), result);
            say(result, refused, order, out);
            return result.refused() == 0 ? 0 : 1;
        } catch (ImportFailed e) {
            rows.jobs().end(order.job(), JobState.FAILED, e.reason());
            System.err.println(e.reason().words(texts));
            return 1;
        }
    }

    private static Path refusedFile(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".refused.csv");
        return Files.isWritable(file.toAbsolutePath().getParent())
                ? beside
                : Path.of(beside.getFileName().toString());
    }

    private static void say(ProjectImportResult result, Path refused, ProjectImporter.Order order, PrintStream out) {
        boolean dryRun = order.dryRun();
        out.println("Read " + Counted.of(result.rows(), "row") + " (" + result.encoding() + ").");
        if (result.encodingGuessed())
            out.println(
                    "Warning: the encoding was guessed as " + result.encoding()
                            + ". If letters came out wrong, save the file as UTF-8, or name its encoding in the mapping (\"encoding\").");
        if (result.repaired() > 0)
            out.println("Mended the broken encoding of " + Counted.of(result.repaired(), "cell") + ".");
        out.println((dryRun ? "Would take in " : "Took in ") + Counted.of(result.taken(), "project") + ".");
        if (result.changed() > 0)
            out.println((dryRun ? "Would change " : "Changed ") + Counted.of(result.changed(), "project")
                    + " that came from this source before.");
        if (result.already() > 0)
            out.println("Imported before, and the same: " + Counted.of(result.already(), "project") + ".");
        if (result.unclear() > 0)
            out.println("Too short to tell the language, which the mapping says: "
                    + Counted.of(result.unclear(), "project") + ".");
        if (!dryRun) out.println("This import is " + order.job() + "; it can be undone at /stocktaking/imports.");
        if (result.refused() == 0) return;
        out.println("Refused " + Counted.of(result.refused(), "row") + ", kept with the reason in " + refused + ".");
    }
}
