package org.throughline.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.Frame;
import org.throughline.reports.Comment;
import org.throughline.reports.PublishedReport;

/// A chapter of a report as its readers see it; or, before it is published, as they would.
///
/// @param editions all that are public, the newest first
/// @param chapters of the whole report, the annex included
/// @param code of the chapter that is shown
/// @param article the chapter, written by the program itself
/// @param scope which projects the report is about
/// @param comments what was said about paragraphs of this chapter
/// @param open whether comments are taken now
/// @param annexPage which page of the annex is shown, of `annexPages`; 0 elsewhere
public record ReportPage(
        PublishedReport report,
        List<PublishedReport> editions,
        List<ChapterLink> chapters,
        String code,
        String article,
        String scope,
        List<Comment> comments,
        boolean open,
        int annexPage,
        int annexPages) {

    public record ChapterLink(String code, String title) {}

    public String title(Frame frame) {
        return frame.text(report.recipe().title());
    }

    public String edition(Frame frame) {
        return ReportWords.edition(report, frame.texts());
    }

    public String edition(Frame frame, PublishedReport one) {
        return ReportWords.edition(one, frame.texts());
    }

    /// The address of the report below the site: of its readers' page, or of its preview.
    public String base() {
        return report.isPreview()
                ? "/reports/" + report.slug() + "/editions/" + report.number() + "/preview"
                : "/reports/" + report.slug();
    }

    /// What leads from an address to this edition; nothing for the newest.
    public String query() {
        return report.isPreview() || report.newest() ? "" : "?edition=" + report.number();
    }

    public String query(PublishedReport one) {
        return one.newest() ? "" : "?edition=" + one.number();
    }

    /// Where a chapter stands; the first is the report's own page.
    public String path(String chapter) {
        return chapter.equals(chapters.getFirst().code())
                ? base() + query()
                : base() + (report.isPreview() ? "/" : "/chapters/") + chapter + query();
    }

    public String annexPath(int page) {
        return path("annex") + (query().isEmpty() ? "?" : "&") + "page=" + page;
    }

    public boolean isFirst() {
        return code.equals(chapters.getFirst().code());
    }

    private int at() {
        for (int i = 0; i < chapters.size(); i++) if (chapters.get(i).code().equals(code)) return i;
        return 0;
    }

    public @Nullable ChapterLink before() {
        return at() == 0 ? null : chapters.get(at() - 1);
    }

    public @Nullable ChapterLink after() {
        return at() + 1 < chapters.size() ? chapters.get(at() + 1) : null;
    }

    /// The address of a file of this edition in the reader's language.
    public String file(Frame frame, String format) {
        String query = "?language=" + frame.language() + (report.newest() ? "" : "&edition=" + report.number());
        return "/reports/" + report.slug() + "." + format + query;
    }

    public boolean isDraft() {
        return report.commentsUntil() != null;
    }
}
