package org.throughline.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;
import org.throughline.platform.Settings;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.Document.HeaderRow;
import org.throughline.platform.document.Inline;
import org.throughline.reports.Chapter;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.Recipe;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// Puts a report together as a document, whole or a chapter of it. The same edition gives the same document for as
/// long as all its entries may be shown.
@Component
class ReportDocuments {

    /// A report of more projects has chapters that begin on a page of their own, and an annex in sections of so many.
    private static final int LONG = 1_000;
    /// Chapters of fewer blocks, which fill no page, stand below each other.
    private static final int PAGE = 15;

    private final PublishedReports reports;
    private final ProjectCollections collections;
    private final TermNames names;
    private final Vocabulary vocabulary;
    private final Messages messages;
    private final Settings settings;

    ReportDocuments(
            PublishedReports reports,
            ProjectCollections collections,
            TermNames names,
            Vocabulary vocabulary,
            Messages messages,
            Settings settings) {
        this.reports = reports;
        this.collections = collections;
        this.names = names;
        this.vocabulary = vocabulary;
        this.messages = messages;
        this.settings = settings;
    }

    Labels labels(PublishedReport report, String language) {
        return labels(report.recipe(), language);
    }

    Labels labels(Recipe recipe, String language) {
        ProjectForm form =
                collections.find(recipe.collection()).map(collections::form).orElse(null);
        return new Labels(messages.in(language), names, form);
    }

    private ReportText text(PublishedReport report, String language) {
        var links = new RegisterLinks(settings.publicUrl(), language, report.recipe());
        return new ReportText(report, reports, messages.in(language), labels(report, language), links, vocabulary);
    }

    /// The chapters, without the annex.
    List<Part> parts(PublishedReport report, String language) {
        return text(report, language).parts();
    }

    String scope(PublishedReport report, String language) {
        return text(report, language).scope();
    }

    /// Everything, the annex included.
    Document whole(PublishedReport report, String language) {
        return whole(report, text(report, language), messages.in(language), settings.publicUrl());
    }

    static Document whole(PublishedReport report, ReportText text, Messages.Texts texts, String site) {
        String language = texts.language();
        List<Block> blocks = new ArrayList<>();
        List<Part> parts = text.parts();
        blocks.add(new Block.Contents(
                texts.of("reports.contents"),
                2,
                parts.stream().map(part -> ReportText.examples(part.code())).collect(Collectors.toSet())));
        boolean paged = report.projects() > LONG;
        if (!paged) blocks.add(new Block.PageBreak());
        int since = PAGE;
        for (Part part : parts) {
            if (paged && since >= PAGE) {
                blocks.add(new Block.PageBreak());
                since = 0;
            }
            since += part.blocks().size();
            blocks.add(Block.heading(1, "chapter-" + part.code(), part.title()));
            blocks.addAll(part.blocks());
        }
        if (report.recipe().has(Chapter.ANNEX)) {
            blocks.add(new Block.PageBreak());
            blocks.add(Block.heading(1, "chapter-annex", texts.of("reports.chapter.annex")));
            blocks.add(Block.paragraph(texts.of("reports.annex.what", report.projects())));
            annex(text, texts, blocks);
        }
        return new Document(
                language,
                ReportWords.edition(report, texts),
                report.recipe().title().textFor(language),
                text.scope(),
                header(report, texts, site),
                blocks,
                texts.of(
                        "reports.footer",
                        ReportWords.edition(report, texts),
                        report.hash().base64Url().substring(0, 16)),
                report.frozenAt());
    }

    private static void annex(ReportText text, Messages.Texts texts, List<Block> blocks) {
        List<Block.Line> items = new ArrayList<>();
        int begun = blocks.size();
        text.each(line -> {
            if (items.size() == LONG) section(items, blocks, blocks.size() > begun, texts);
            items.add(text.item(line));
        });
        if (blocks.size() > begun) section(items, blocks, true, texts);
        else blocks.add(new Block.Lines(items));
    }

    /// A section is named by the numbers of its projects; the first stands below the chapter's heading.
    private static void section(List<Block.Line> items, List<Block> blocks, boolean next, Messages.Texts texts) {
        if (items.isEmpty()) return;
        if (next) blocks.add(new Block.PageBreak());
        int first = items.getFirst().number();
        String title = texts.of(
                "reports.annex.section",
                String.valueOf(first),
                String.valueOf(items.getLast().number()));
        blocks.add(Block.heading(2, "annex-" + first, title));
        blocks.add(new Block.Lines(items));
        items.clear();
    }

    private static List<HeaderRow> header(PublishedReport report, Messages.Texts texts, String site) {
        List<HeaderRow> rows = new ArrayList<>();
        rows.add(new HeaderRow(texts.of("reports.header.edition"), ReportWords.edition(report, texts)));
        rows.add(new HeaderRow(texts.of("reports.header.frozen"), moment(report.frozenAt(), texts)));
        if (report.commentsUntil() != null)
            rows.add(new HeaderRow(texts.of("reports.header.comments"), moment(report.commentsUntil(), texts)));
        String address = site + "/reports/" + report.slug() + "?edition=" + report.number();
        rows.add(new HeaderRow(texts.of("reports.header.address"), List.of(Inline.link(address, address))));
        return rows;
    }

    static String moment(java.time.Instant at, Messages.Texts texts) {
        return texts.of("platform.moment.geneva", Moments.in(texts.language()).dateTime(at, Moments.GENEVA));
    }

    /// A chapter as a document of its own, for its page; what was a section in it is a chapter there.
    Document chapter(PublishedReport report, Part part, String language) {
        List<Block> blocks = part.blocks().stream()
                .map(block -> block instanceof Block.Heading heading
                        ? new Block.Heading(heading.level() - 1, heading.id(), heading.text())
                        : block)
                .toList();
        return new Document(language, "", part.title(), "", List.of(), blocks, "", report.frozenAt());
    }

    /// A page of the annex.
    Document annex(PublishedReport report, int offset, int size, String language) {
        Messages.Texts texts = messages.in(language);
        ReportText text = text(report, language);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(texts.of("reports.annex.what", report.projects())));
        blocks.add(new Block.Lines(
                reports.lines(report, offset, size).stream().map(text::item).toList()));
        return new Document(
                language, "", texts.of("reports.chapter.annex"), "", List.of(), blocks, "", report.frozenAt());
    }

    /// The address under which readers reach this site, which pages leave out of their links.
    String site() {
        return settings.publicUrl();
    }
}
