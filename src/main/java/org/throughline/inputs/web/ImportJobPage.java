package org.throughline.inputs.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Use;
import org.throughline.inputs.imports.ImportJob;
import org.throughline.inputs.imports.Preview.Column;
import org.throughline.inputs.imports.Preview.Goes;
import org.throughline.platform.web.Frame;
import org.throughline.tables.JobFiles.RefusedRow;
import org.throughline.vocabulary.TermNames;

/// How far an import is, or what became of it.
///
/// @param refused the first refused rows
public record ImportJobPage(
        Call call,
        ImportJob job,
        List<RefusedRow> refused,
        @Nullable Questionnaire questionnaire,
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
            case ANSWER -> frame.t("imports.column.answer", isolated(label(frame, goes.detail())));
            case RESPONDENT -> respondent(frame, goes.detail());
            case CONSENT -> frame.t("imports.column.consent", DeskWords.of(frame, Use.of(goes.detail())));
            case LANGUAGE -> frame.t("imports.column.language");
            case RECEIVED -> frame.t("imports.column.received");
            case KEY -> frame.t("imports.column.key");
            case QUESTION -> frame.t("imports.column.question");
            case GROUPED_ANSWER -> frame.t("imports.column.grouped-answer");
        };
    }

    private String label(Frame frame, String code) {
        if (questionnaire == null) return code;
        return questionnaire
                .question(code)
                .map(question -> frame.text(question.label()))
                .orElse(code);
    }

    // A question in another direction keeps its question mark.
    private static String isolated(String text) {
        return "\u2068" + text + "\u2069";
    }

    private static String respondent(Frame frame, String part) {
        return switch (part) {
            case "behalf" -> frame.t("imports.column.behalf");
            case "organisation" -> frame.t("imports.column.organisation");
            case "name" -> frame.t("imports.column.name");
            case "email" -> frame.t("imports.column.email");
            case "stakeholderType" -> frame.t("imports.column.type");
            case "country" -> frame.t("imports.column.country");
            case "region" -> frame.t("imports.column.region");
            case "scope" -> frame.t("imports.column.scope");
            default -> part;
        };
    }

    /// Where an import stands, in words.
    public static String state(Frame frame, ImportJob job) {
        return switch (job.state()) {
            case RUNNING -> frame.t("imports.state.running");
            case DONE -> job.dryRun() ? frame.t("imports.state.looked") : frame.t("imports.state.done");
            case STOPPED -> frame.t("imports.state.stopped");
            case FAILED -> frame.t("imports.state.failed");
            case INTERRUPTED -> frame.t("imports.state.interrupted");
        };
    }

    /// How many inputs came of it, in words.
    public static String outcome(Frame frame, ImportJob job) {
        return job.dryRun()
                ? frame.t("imports.result.would", job.inputs())
                : frame.t("imports.result.taken", job.inputs());
    }
}
