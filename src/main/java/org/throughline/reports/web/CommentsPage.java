package org.throughline.reports.web;

import java.util.List;
import org.throughline.platform.Languages;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;
import org.throughline.reports.Comment;
import org.throughline.reports.PublishedReport;

/// What was said about a zero draft, and the form to say something.
///
/// @param paragraphs how many numbered paragraphs the draft has
public record CommentsPage(
        PublishedReport report,
        List<Comment> comments,
        boolean open,
        int paragraphs,
        Typed typed,
        FormErrors errors,
        String language) {

    public String edition(Frame frame) {
        return ReportWords.edition(report, frame.texts());
    }

    public List<Option> languages() {
        String chosen = typed.of("language").isEmpty() ? language : typed.of("language");
        return Languages.ALL.stream()
                .map(one -> new Option(one, Languages.endonym(one), one.equals(chosen)))
                .toList();
    }

    public List<Option> consent(Frame frame) {
        return List.of(new Option("yes", frame.t("reports.comments.consent.yes"), typed.has("shown", "yes")));
    }
}
