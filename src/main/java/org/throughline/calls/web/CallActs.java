package org.throughline.calls.web;

import org.throughline.platform.web.Frame;

/// What was done to a call, in the reader's words.
public final class CallActs {

    private CallActs() {}

    public static String words(Frame frame, String action) {
        return switch (action) {
            case "call-created" -> frame.t("calls.act.created");
            case "call-edited" -> frame.t("calls.act.edited");
            case "call-published" -> frame.t("calls.act.published");
            case "call-extended" -> frame.t("calls.act.extended");
            case "call-closed" -> frame.t("calls.act.closed");
            case "questionnaire-saved" -> frame.t("calls.act.questionnaire-saved");
            case "questionnaire-published" -> frame.t("calls.act.questionnaire-published");
            case "inputs-imported" -> frame.t("calls.act.inputs-imported");
            case "archive-taken" -> frame.t("calls.act.archive-taken");
            default -> frame.t("audit.act.other");
        };
    }
}
