package org.throughline.inputs.imports;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.Command;
import org.throughline.platform.command.Counted;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.ProgressLine;
import org.throughline.tables.RefusedFile;

/// `import inputs --call SLUG FILE [--mapping FILE] [--dry-run]`.
@Component
class ImportInputsCommand implements Command {

    private final Importer importer;
    private final Messages.Texts texts;

    ImportInputsCommand(Importer importer, Messages messages) {
        this.importer = importer;
        this.texts = messages.in(Languages.DEFAULT);
    }

    @Override
    public String name() {
        return "import inputs";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        String slug = arguments.required("call");
        Path file = arguments.onlyFile("FILE");
        boolean dryRun = arguments.has("dry-run");
        try {
            Mapping mapping =
                    arguments.option("mapping").map(Path::of).map(Mapping::read).orElse(null);
            var progress = new ProgressLine(System.err);
            Path refused = refusedFile(file);
            ImportResult result = importer.run(
                    slug, file, mapping, new RefusedFile(refused, texts), dryRun, Actor.system("import"), progress);
            progress.end();
            say(result, refused, dryRun, out);
            return result.refusedInputs() == 0 ? 0 : 1;
        } catch (ImportFailed e) {
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

    private static void say(ImportResult result, Path refused, boolean dryRun, PrintStream out) {
        out.println("Read " + Counted.of(result.rows(), "row") + " (" + result.encoding() + ").");
        if (result.encodingGuessed())
            out.println(
                    "Warning: the encoding was guessed as " + result.encoding()
                            + ". If letters came out wrong, save the file as UTF-8, or name its encoding in the mapping (\"encoding\").");
        if (result.repairedCells() > 0)
            out.println("Mended the broken encoding of " + Counted.of(result.repairedCells(), "cell") + ".");
        out.println((dryRun ? "Would take in " : "Took in ") + Counted.of(result.inputs(), "input") + ".");
        if (result.already() > 0)
            out.println("Imported before, and left as it was: " + Counted.of(result.already(), "input") + ".");
        if (result.unclear() > 0)
            out.println("Too short to tell the language, and taken as \"" + result.languageIfUnclear() + "\": "
                    + Counted.of(result.unclear(), "input") + ".");
        if (result.refusedInputs() == 0) return;
        out.println("Refused " + Counted.of(result.refusedInputs(), "input") + " ("
                + Counted.of(result.refusedRows(), "row") + "), kept with the reason in " + refused + ".");
    }
}
