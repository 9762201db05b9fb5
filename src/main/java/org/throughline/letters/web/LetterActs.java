package org.throughline.letters.web;

import org.throughline.platform.web.Frame;

/// What was done with letters and addressees, in the reader's words.
public final class LetterActs {

    private LetterActs() {}

    public static String words(Frame frame, String action) {
        return switch (action) {
            case "addressee-added" -> frame.t("letters.act.addressee-added");
            case "addressee-ended" -> frame.t("letters.act.addressee-ended");
            case "addressees-imported" -> frame.t("letters.act.imported");
            case "focal-point-appointed" -> frame.t("letters.act.appointed");
            case "letter-discarded" -> frame.t("letters.act.discarded");
            case "letter-dispatched" -> frame.t("letters.act.dispatched");
            case "letter-extended" -> frame.t("letters.act.extended");
            case "answer-taken" -> frame.t("letters.act.answer-taken");
            case "answer-released" -> frame.t("letters.act.answer-released");
            case "letter-resent" -> frame.t("letters.act.resent");
            case "result-note-published" -> frame.t("letters.act.noted");
            case "result-note-dispatched" -> frame.t("letters.act.note-dispatched");
            default -> frame.t("audit.act.other");
        };
    }
}
