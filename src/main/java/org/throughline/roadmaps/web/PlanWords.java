package org.throughline.roadmaps.web;

import org.throughline.platform.web.Frame;

/// The names of what a row of an action line's road map holds.
public final class PlanWords {

    private PlanWords() {}

    public static String indicator(Frame frame, String field) {
        return switch (field) {
            case "name" -> frame.t("roadmaps.plan.indicator");
            case "unit" -> frame.t("roadmaps.plan.indicator.unit");
            case "baseline" -> frame.t("roadmaps.plan.indicator.baseline");
            case "baselineYear" -> frame.t("roadmaps.plan.indicator.baseline-year");
            case "target" -> frame.t("roadmaps.plan.indicator.target");
            case "targetYear" -> frame.t("roadmaps.plan.indicator.target-year");
            default -> frame.t("roadmaps.plan.indicator.source");
        };
    }

    public static String activity(Frame frame, String field) {
        return switch (field) {
            case "title" -> frame.t("roadmaps.plan.activity");
            case "responsible" -> frame.t("roadmaps.plan.responsible");
            case "supporting" -> frame.t("roadmaps.plan.supporting");
            case "starts" -> frame.t("roadmaps.desk.starts");
            case "due" -> frame.t("roadmaps.plan.due");
            case "resources" -> frame.t("roadmaps.plan.resources");
            case "status" -> frame.t("roadmaps.status");
            case "updated" -> frame.t("roadmaps.plan.updated");
            default -> frame.t("roadmaps.plan.evidence");
        };
    }
}
