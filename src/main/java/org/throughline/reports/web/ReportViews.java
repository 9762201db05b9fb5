package org.throughline.reports.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.HtmlWriter;
import org.throughline.platform.web.Frame;
import org.throughline.reports.Chapter;
import org.throughline.reports.Comment;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.ReportComments;
import org.throughline.reports.web.ReportPage.ChapterLink;

/// Puts chapters on pages, for readers and for those who look at an edition before them.
@Component
class ReportViews {

    static final String ANNEX = "annex";
    private static final int ENTRIES = 200;

    private final ReportDocuments documents;
    private final ReportComments comments;
    private final Messages messages;
    private final Clock clock;

    ReportViews(ReportDocuments documents, ReportComments comments, Messages messages, Clock clock) {
        this.documents = documents;
        this.comments = comments;
        this.messages = messages;
        this.clock = clock;
    }

    /// @param chapter empty for the first
    /// @param page of the annex, from 1 on
    ReportPage page(Frame frame, PublishedReport report, List<PublishedReport> editions, String chapter, int page) {
        String language = frame.language();
        List<Part> parts = documents.parts(report, language);
        List<ChapterLink> links = links(report, parts, language);
        String code = chapter.isEmpty() ? links.getFirst().code() : chapter;
        if (links.stream().noneMatch(link -> link.code().equals(code))) throw Refusal.notFound();
        String scope = documents.scope(report, language);
        boolean open = report.takesComments(clock.instant());
        if (code.equals(ANNEX)) {
            int pages = Math.max(1, (report.projects() + ENTRIES - 1) / ENTRIES);
            if (page < 1 || page > pages) throw Refusal.notFound();
            Document annex = documents.annex(report, (page - 1) * ENTRIES, ENTRIES, language);
            return new ReportPage(report, editions, links, code, article(annex), scope, List.of(), open, page, pages);
        }
        Part part = parts.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return new ReportPage(
                report,
                editions,
                links,
                code,
                article(documents.chapter(report, part, language)),
                scope,
                comments(report, part, code.equals(links.getFirst().code())),
                open,
                0,
                0);
    }

    /// What is about the draft as a whole stands with the first chapter.
    private List<Comment> comments(PublishedReport report, Part part, boolean first) {
        if (report.commentsUntil() == null || report.isPreview()) return List.of();
        return comments.shown(report).stream()
                .filter(comment -> comment.paragraph() == null
                        ? first
                        : part.hasParagraph(Objects.requireNonNull(comment.paragraph())))
                .toList();
    }

    private List<ChapterLink> links(PublishedReport report, List<Part> parts, String language) {
        List<ChapterLink> links = new ArrayList<>();
        parts.forEach(part -> links.add(new ChapterLink(part.code(), part.title())));
        if (report.recipe().has(Chapter.ANNEX))
            links.add(new ChapterLink(ANNEX, messages.in(language).of("reports.chapter.annex")));
        return links;
    }

    /// How many numbered paragraphs a report has.
    int paragraphs(PublishedReport report, String language) {
        return documents.parts(report, language).getLast().after() - 1;
    }

    // Links to this site stay on the way by which the reader came.
    private String article(Document document) {
        return HtmlWriter.article(document).replace("href=\"" + documents.site() + "/", "href=\"/");
    }
}
