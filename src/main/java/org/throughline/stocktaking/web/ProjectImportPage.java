package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.imports.ProjectImport;
import org.throughline.stocktaking.imports.ProjectPreview.Column;
import org.throughline.stocktaking.imports.ProjectPreview.First;
import org.throughline.stocktaking.imports.ProjectPreview.Goes;
import org.throughline.tables.JobFiles;
import org.throughline.vocabulary.TermNames;

/// How far an import of projects is, or what became of it; or the same of taking one back.
///
/// @param refused the first refused rows, or the first entries that stay
/// @param hasRefused whether they can be taken away as a whole
public record ProjectImportPage(
        ProjectImport job,
        List<JobFiles.RefusedRow> refused,
        boolean hasRefused,
        @Nullable ProjectForm form,
        TermNames terms) {

    /// How far, of a hundred; 0 while the rows are being counted.
    public long percent() {
        return job.rows() == 0 ? 0 : 100 * job.done() / job.rows();
    }

    /// What a column is taken for, in words.
    public String goes(Frame frame, Column column) {
        if (column.goes().isEmpty()) return frame.t("imports.column.unused");
        return column.goes().stream().map(one -> words(frame, one)).collect(Collectors.joining(" · "));
    }

    private String words(Frame frame, Goes goes) {
        return switch (goes.part()) {
            case FIELD -> isolated(label(frame, goes.detail()));
            case CONSENT -> frame.t("stocktaking.imports.column.consent", use(frame, goes.detail()));
            case LANGUAGE -> frame.t("stocktaking.imports.column.language");
            case RECEIVED -> frame.t("stocktaking.imports.column.received");
            case FORMER -> frame.t("stocktaking.imports.column.former");
            case CONFIRMED -> frame.t("stocktaking.imports.column.confirmed");
            case KEY -> frame.t("imports.column.key");
        };
    }

    private String label(Frame frame, String code) {
        if (form == null) return code;
        return form.field(code)
                .map(field -> frame.text(FieldNames.of(frame, field)))
                .orElse(code);
    }

    // A label in another direction keeps its question mark.
    private static String isolated(String text) {
        return "\u2068" + text + "\u2069";
    }

    private static String use(Frame frame, String use) {
        return switch (use) {
            case "name" -> frame.t("stocktaking.imports.use.name");
            case "text" -> frame.t("stocktaking.imports.use.text");
            case "files" -> frame.t("stocktaking.imports.use.files");
            case "quotation" -> frame.t("stocktaking.imports.use.quotation");
            case "translation" -> frame.t("stocktaking.imports.use.translation");
            default -> use;
        };
    }

    /// Where it stands, in words.
    public static String state(Frame frame, ProjectImport job) {
        return switch (job.state()) {
            case RUNNING ->
                job.isUndo() ? frame.t("stocktaking.imports.undo.running") : frame.t("imports.state.running");
            case DONE ->
                job.isUndo()
                        ? frame.t("stocktaking.imports.undo.state")
                        : job.dryRun() ? frame.t("imports.state.looked") : frame.t("imports.state.done");
            case STOPPED -> frame.t("imports.state.stopped");
            case FAILED -> frame.t("imports.state.failed");
            case INTERRUPTED -> frame.t("imports.state.interrupted");
        };
    }

    /// What came of it, sentence by sentence.
    public static List<String> outcome(Frame frame, ProjectImport job) {
        List<String> said = new ArrayList<>();
        if (job.isUndo()) {
            said.add(frame.t("stocktaking.imports.undo.withdrawn", job.taken()));
            if (job.changed() > 0) said.add(frame.t("stocktaking.imports.undo.restored", job.changed()));
            if (job.refused() > 0) said.add(frame.t("stocktaking.imports.undo.kept", job.refused()));
            return said;
        }
        said.add(
                job.dryRun()
                        ? frame.t("stocktaking.imports.result.would", job.taken())
                        : frame.t("stocktaking.imports.result.taken", job.taken()));
        if (job.changed() > 0)
            said.add(
                    job.dryRun()
                            ? frame.t("stocktaking.imports.result.would-change", job.changed())
                            : frame.t("stocktaking.imports.result.changed", job.changed()));
        if (job.already() > 0) said.add(frame.t("stocktaking.imports.result.already", job.already()));
        if (job.refused() > 0) said.add(frame.t("stocktaking.imports.result.refused", job.refused()));
        return said;
    }

    /// Whether what came in is public, and why it may be.
    public static String publicity(Frame frame, ProjectImport job) {
        if (!job.publish()) return frame.t("stocktaking.imports.result.waits");
        return job.dryRun()
                ? frame.t("stocktaking.imports.result.would-be-public", isolated(job.consentBasis()))
                : frame.t("stocktaking.imports.result.public", isolated(job.consentBasis()));
    }

    /// Organisation and countries of one of the first projects.
    public String who(Frame frame, First first) {
        List<String> parts = new ArrayList<>();
        if (!first.entity().isBlank()) parts.add(isolated(first.entity()));
        first.countries().forEach(code -> parts.add(terms.country(code, frame.language())));
        parts.add(terms.language(first.language(), frame.language()));
        return String.join(", ", parts);
    }

    /// Action lines and goals of one of the first projects, as codes.
    public static String codes(First first) {
        List<String> parts = new ArrayList<>(first.actionLines());
        first.sdgs().forEach(goal -> parts.add("SDG " + goal));
        return parts.isEmpty() ? "–" : String.join(", ", parts);
    }
}
