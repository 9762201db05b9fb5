package org.throughline.reports.web;

import static org.throughline.platform.document.Inline.link;
import static org.throughline.platform.document.Inline.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Block.Alignment;
import org.throughline.platform.document.Inline;
import org.throughline.reports.Chapter;
import org.throughline.reports.ClaimTotals;
import org.throughline.reports.Figure;
import org.throughline.reports.FigureData;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.Recipe;
import org.throughline.vocabulary.Vocabulary;

/// Writes the chapters of a report in one language, from nothing but its frozen data and what of them may be shown
/// today. The annex is written apart, because of its length.
final class ReportText {

    private final PublishedReport report;
    private final PublishedReports reports;
    private final Messages.Texts texts;
    private final Labels labels;
    private final RegisterLinks links;
    private final ReportFigures figures;
    private final Digests digests;
    private final Paragraphs out = new Paragraphs();

    ReportText(
            PublishedReport report,
            PublishedReports reports,
            Messages.Texts texts,
            Labels labels,
            RegisterLinks links,
            Vocabulary vocabulary) {
        this.report = report;
        this.reports = reports;
        this.texts = texts;
        this.labels = labels;
        this.links = links;
        this.figures = new ReportFigures(report, texts, labels, links, vocabulary);
        this.digests = new Digests(texts, labels, links);
    }

    /// All chapters but the annex, in order.
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Chapter chapter : report.recipe().chapters()) {
            switch (chapter) {
                case INTRODUCTION -> parts.add(introduction());
                case OVERVIEW -> parts.add(overview());
                case ACTION_LINES -> report.recipe().lines().forEach(line -> parts.add(line(line)));
                case CLAIMS -> parts.add(claims());
                case METHOD -> {
                    if (!report.recipe().words().conclusions().isBlank()) parts.add(conclusions());
                    parts.add(method());
                }
                case ACKNOWLEDGEMENTS -> parts.add(acknowledgements());
                case DISCLAIMER -> parts.add(disclaimer());
                case ANNEX -> {}
            }
        }
        return parts;
    }

    private Part introduction() {
        Recipe recipe = report.recipe();
        out.quote(recipe.words().introduction(), recipe.language());
        String frozen = Moments.in(texts.language()).date(report.frozenAt(), Moments.GENEVA);
        out.say(texts.of("reports.text.projects", report.projects(), report.register(), frozen));
        out.say(scope());
        if (report.stage() == org.throughline.reports.Stage.DRAFT) out.say(texts.of("reports.text.draft"));
        return out.part(Chapter.INTRODUCTION.code(), texts.of("reports.chapter.introduction"));
    }

    /// Which projects the report is about, in words.
    String scope() {
        return ReportWords.scope(report.recipe(), labels, texts)
                + Languages.between(texts.language())
                + ReportWords.period(report.recipe(), texts);
    }

    private Part overview() {
        out.say(texts.of("reports.text.counting"));
        int number = 0;
        for (FigureData data : report.figures()) figure(data, ++number);
        return out.part(Chapter.OVERVIEW.code(), texts.of("reports.chapter.overview"));
    }

    private void figure(FigureData data, int number) {
        Chart chart = figures.draw(data);
        String id = "figure-" + data.figure().code();
        out.add(Block.heading(2, id, texts.of("reports.figure.title", number, figures.title(data))));
        if (data.figure() == Figure.COUNTRY) {
            // Two hundred rows are more than a table on paper can be read for.
            out.add(new Block.Figure(id + "-picture", chart.svg(), null, true));
            countries(chart);
        } else if (data.figure() == Figure.ACTION_LINE_SDG) {
            out.add(new Block.Figure(id + "-picture", chart.svg(), null, true));
            figures.halves(data, chart).forEach(half -> out.add(Block.table(half)));
        } else {
            out.add(Block.titledFigure(id + "-picture", chart));
        }
        String address = links.page(
                "/reports/" + report.slug() + "/figures/" + data.figure().code());
        String edition = "?edition=" + report.number();
        out.add(Block.paragraph(
                text(texts.of("reports.figure.behind") + Languages.between(texts.language())),
                link(texts.of("reports.figure.list"), links.all()),
                text(" · "),
                link("CSV", address + ".csv" + edition),
                text(" · "),
                link("JSON", address + ".json" + edition)));
    }

    private void countries(Chart chart) {
        List<Inline> words = new ArrayList<>();
        for (int i = 0; i < chart.data().rows().size(); i++) {
            var row = chart.data().rows().get(i);
            if (i > 0) words.add(text(" · "));
            String address = chart.data().address(i);
            words.add(address == null ? text(row.getFirst()) : link(row.getFirst(), address));
            words.add(text(" " + row.get(1)));
        }
        if (!words.isEmpty()) out.add(new Block.Paragraph(words));
    }

    private Part line(String line) {
        long count = report.figures().stream()
                .filter(data -> data.figure() == Figure.ACTION_LINE)
                .flatMap(data -> data.rows().stream())
                .filter(row -> row.code().equals(line))
                .mapToLong(FigureData.Row::value)
                .findFirst()
                .orElse(-1);
        if (count == 0) {
            out.say(texts.of("reports.text.line", count, report.projects()));
            return out.part(code(line), labels.line(line));
        }
        if (count > 0)
            out.say(List.of(
                    text(texts.of("reports.text.line", count, report.projects()) + Languages.between(texts.language())),
                    link(texts.of("reports.figure.list"), links.line(line))));
        List<Long> chosen = report.digests().getOrDefault(line, List.of());
        if (chosen.isEmpty()) out.say(texts.of("reports.text.no-digests"));
        else out.say(texts.of("reports.text.digests", chosen.size()));
        String code = code(line);
        if (!chosen.isEmpty()) out.add(Block.heading(2, examples(code), texts.of("reports.digest.examples")));
        reports.lines(report, chosen).forEach(one -> digests.write(one, code, out));
        return out.part(code, labels.line(line));
    }

    static String code(String line) {
        return "line-" + line.toLowerCase(Locale.ROOT);
    }

    /// The heading above a chapter's examples.
    static String examples(String chapter) {
        return chapter + "-examples";
    }

    private Part claims() {
        ClaimTotals claims = report.claims();
        out.say(texts.of("reports.text.claims", claims.claims(), claims.projects(), claims.evidenced()));
        if (!claims.units().isEmpty()) {
            List<List<List<Inline>>> rows = new ArrayList<>();
            for (ClaimTotals.Unit unit : claims.units())
                rows.add(List.of(
                        List.of(text(unit.unit().isEmpty() ? texts.of("reports.claims.no-unit") : unit.unit())),
                        number(unit.projects()),
                        number(unit.claims()),
                        number(unit.evidenced())));
            out.add(new Block.Table(
                    texts.of("reports.claims.caption"),
                    List.of(
                            new Block.Column(texts.of("reports.claims.unit"), Alignment.START),
                            new Block.Column(texts.of("reports.claims.projects"), Alignment.END),
                            new Block.Column(texts.of("reports.claims.claims"), Alignment.END),
                            new Block.Column(texts.of("reports.claims.evidenced"), Alignment.END)),
                    rows,
                    true));
        }
        out.add(new Block.Note(
                texts.of("reports.claims.no-sum"), List.of(Block.paragraph(texts.of("reports.claims.no-sum.why")))));
        return out.part(Chapter.CLAIMS.code(), texts.of("reports.chapter.claims"));
    }

    private List<Inline> number(long value) {
        return List.of(text(Moments.in(texts.language()).number(value)));
    }

    private Part conclusions() {
        out.quote(report.recipe().words().conclusions(), report.recipe().language());
        return out.part("conclusions", texts.of("reports.chapter.conclusions"));
    }

    private Part method() {
        String frozen = texts.of(
                "platform.moment.geneva", Moments.in(texts.language()).dateTime(report.frozenAt(), Moments.GENEVA));
        out.say(texts.of("reports.method.frozen", frozen));
        out.say(scope());
        out.say(texts.of("reports.method.words"));
        if (report.recipe().has(Chapter.ACTION_LINES))
            out.say(texts.of(
                    "reports.method.digests",
                    report.recipe().digests(),
                    report.recipe().featured().size()));
        out.say(texts.of("reports.method.completeness"));
        out.say(texts.of("reports.method.fingerprint", report.hash().base64Url()));
        out.say(texts.of("reports.method.today", report.projects(), report.projects() - report.gone()));
        return out.part(Chapter.METHOD.code(), texts.of("reports.chapter.method"));
    }

    private Part acknowledgements() {
        out.quote(report.recipe().words().acknowledgements(), report.recipe().language());
        out.say(texts.of("reports.text.thanks", report.projects()));
        return out.part(Chapter.ACKNOWLEDGEMENTS.code(), texts.of("reports.chapter.acknowledgements"));
    }

    private Part disclaimer() {
        out.say(texts.of("reports.disclaimer.designations"));
        out.say(texts.of("reports.disclaimer.contributors"));
        out.say(texts.of("reports.disclaimer.companies"));
        return out.part(Chapter.DISCLAIMER.code(), texts.of("reports.chapter.disclaimer"));
    }

    /// All entries, for the annex.
    void each(Consumer<PublishedReport.Line> each) {
        reports.each(report, each);
    }

    /// One entry of the annex.
    Block.Line item(PublishedReport.Line line) {
        return digests.item(line);
    }
}
