package org.throughline.mandates.web;

import java.util.List;
import org.throughline.mandates.Remark;
import org.throughline.mandates.Task;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form to contest the status of a task, or to comment.
///
/// @param status in the reader's language
public record RemarkPage(Task task, String status, Typed typed, FormErrors errors) {

    public List<Option> kinds(Frame frame) {
        return List.of(
                new Option(
                        Remark.Kind.CONTEST.word(),
                        frame.t("mandates.remark.kind.contest", status),
                        typed.has("kind", Remark.Kind.CONTEST.word())),
                new Option(
                        Remark.Kind.COMMENT.word(),
                        frame.t("mandates.remark.kind.comment"),
                        typed.has("kind", Remark.Kind.COMMENT.word())));
    }

    public List<Option> languages(Frame frame) {
        return EvidencePage.languages(typed.of("language").isEmpty() ? frame.language() : typed.of("language"));
    }

    public List<Option> consent(Frame frame) {
        return List.of(new Option("yes", frame.t("mandates.remark.consent.yes"), typed.has("shown", "yes")));
    }
}
