package org.throughline.stocktaking.web;

import org.throughline.platform.web.Frame;

/// What the uses of an entry are called.
final class ConsentWords {

    private ConsentWords() {}

    static String question(Frame frame, String use) {
        return switch (use) {
            case "text" -> frame.t("stocktaking.form.use.text");
            case "name" -> frame.t("stocktaking.form.use.name");
            case "files" -> frame.t("stocktaking.form.use.files");
            case "quotation" -> frame.t("stocktaking.form.use.quotation");
            case "translation" -> frame.t("stocktaking.form.use.translation");
            default -> use;
        };
    }

    static String meaning(Frame frame, String use) {
        return switch (use) {
            case "text" -> frame.t("stocktaking.form.use.text.meaning");
            case "name" -> frame.t("stocktaking.form.use.name.meaning");
            case "files" -> frame.t("stocktaking.form.use.files.meaning");
            case "quotation" -> frame.t("stocktaking.form.use.quotation.meaning");
            case "translation" -> frame.t("stocktaking.form.use.translation.meaning");
            default -> "";
        };
    }
}
