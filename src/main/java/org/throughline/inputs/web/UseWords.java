package org.throughline.inputs.web;

import org.throughline.inputs.Use;
import org.throughline.platform.web.Frame;

/// The uses of an input in the reader's language.
final class UseWords {

    private UseWords() {}

    static String question(Frame frame, Use use) {
        return switch (use) {
            case NAME -> frame.t("inputs.form.consent.name");
            case TEXT -> frame.t("inputs.form.consent.text");
            case FILES -> frame.t("inputs.form.consent.files");
            case QUOTATION -> frame.t("inputs.form.consent.quotation");
            case TRANSLATION -> frame.t("inputs.form.consent.translation");
        };
    }

    static String meaning(Frame frame, Use use) {
        return switch (use) {
            case NAME -> frame.t("inputs.form.consent.name.meaning");
            case TEXT -> frame.t("inputs.form.consent.text.meaning");
            case FILES -> frame.t("inputs.form.consent.files.meaning");
            case QUOTATION -> frame.t("inputs.form.consent.quotation.meaning");
            case TRANSLATION -> frame.t("inputs.form.consent.translation.meaning");
        };
    }

    /// A short name, for lists and histories.
    static String name(Frame frame, Use use) {
        return switch (use) {
            case NAME -> frame.t("inputs.form.use.name");
            case TEXT -> frame.t("inputs.form.use.text");
            case FILES -> frame.t("inputs.form.use.files");
            case QUOTATION -> frame.t("inputs.form.use.quotation");
            case TRANSLATION -> frame.t("inputs.form.use.translation");
        };
    }
}
