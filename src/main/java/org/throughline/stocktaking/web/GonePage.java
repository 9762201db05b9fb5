package org.throughline.stocktaking.web;

import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.ProjectTombstone;

/// What is left of a project that was public once.
public record GonePage(ProjectTombstone tombstone, ProjectPage.Place home) {

    public String words(Frame frame) {
        String date = frame.date(tombstone.at());
        return switch (tombstone.kind()) {
            case "withdrawn" -> frame.t("stocktaking.gone.withdrawn", date);
            case "merged" -> frame.t("stocktaking.gone.merged", date);
            default -> frame.t("stocktaking.gone.unpublished", date);
        };
    }
}
