package org.throughline.search.web;

import org.throughline.platform.web.Frame;

/// The names of the kinds of things that can be found.
final class Kinds {

    private Kinds() {}

    static String name(Frame frame, String kind) {
        return switch (kind) {
            case "call" -> frame.t("search.kind.call");
            case "input" -> frame.t("search.kind.input");
            case "summary" -> frame.t("search.kind.summary");
            case "report" -> frame.t("search.kind.report");
            case "review" -> frame.t("search.kind.review");
            case "document" -> frame.t("search.kind.document");
            case "project" -> frame.t("search.kind.project");
            default -> frame.t("search.kind.other");
        };
    }
}
