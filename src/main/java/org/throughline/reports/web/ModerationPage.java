package org.throughline.reports.web;

import java.util.List;
import org.throughline.platform.web.Frame;
import org.throughline.reports.Comment;
import org.throughline.reports.Edition;

/// The comments on a zero draft, those that wait first.
public record ModerationPage(Edition edition, String title, List<Comment> comments) {

    public String name(Frame frame) {
        return ReportWords.stage(edition.stage(), edition.number(), frame.texts());
    }

    public String state(Frame frame, Comment comment) {
        if (comment.shownAt() != null) return frame.t("reports.moderation.shown");
        return comment.declinedAt() != null
                ? frame.t("reports.moderation.declined", comment.reason())
                : frame.t("reports.moderation.waiting");
    }
}
