package org.throughline.roadmaps.web;

import org.throughline.platform.web.Frame;

/// What was done to a milestone, in the reader's words.
public final class RoadmapActs {

    private RoadmapActs() {}

    public static String words(Frame frame, String action) {
        return switch (action) {
            case "milestone-added" -> frame.t("roadmaps.act.added");
            case "milestone-edited" -> frame.t("roadmaps.act.edited");
            case "plan-edited" -> frame.t("roadmaps.act.plan");
            case "roadmap-added" -> frame.t("roadmaps.act.track-added");
            case "roadmap-edited" -> frame.t("roadmaps.act.track-edited");
            case "roadmap-version-added" -> frame.t("roadmaps.act.version");
            default -> frame.t("audit.act.other");
        };
    }
}
