package org.throughline.calls.web;

import org.throughline.calls.Questionnaire.Kind;
import org.throughline.platform.web.Frame;

/// The kinds of question in the reader's words.
final class KindWords {

    private KindWords() {}

    static String of(Frame frame, Kind kind) {
        return switch (kind) {
            case LONG_TEXT -> frame.t("calls.kind.long-text");
            case SHORT_TEXT -> frame.t("calls.kind.short-text");
            case SINGLE_CHOICE -> frame.t("calls.kind.single-choice");
            case MULTIPLE_CHOICE -> frame.t("calls.kind.multiple-choice");
            case RANKING -> frame.t("calls.kind.ranking");
            case GROUP -> frame.t("calls.kind.group");
            case NUMBER -> frame.t("calls.kind.number");
            case FILE -> frame.t("calls.kind.file");
            case DECLARATION -> frame.t("calls.kind.declaration");
        };
    }
}
