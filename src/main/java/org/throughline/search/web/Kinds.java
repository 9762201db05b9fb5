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
            case "instrument" -> frame.t("search.kind.instrument");
            case "task" -> frame.t("search.kind.task");
            case "project" -> frame.t("search.kind.project");
            case "output" -> frame.t("search.kind.output");
            case "group" -> frame.t("search.kind.group");
            case "meeting" -> frame.t("search.kind.meeting");
            case "decision" -> frame.t("search.kind.decision");
            case "letter" -> frame.t("search.kind.letter");
            default -> frame.t("search.kind.other");
        };
    }
}
