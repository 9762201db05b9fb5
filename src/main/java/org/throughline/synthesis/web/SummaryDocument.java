package org.throughline.synthesis.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.throughline.calls.Call;
import org.throughline.inputs.Tally;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;
import org.throughline.platform.Settings;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Block.Alignment;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.Document.HeaderRow;
import org.throughline.platform.document.Inline;
import org.throughline.synthesis.PublishedSummary;
import org.throughline.synthesis.PublishedSummary.Evidence;
import org.throughline.synthesis.PublishedSummary.Sentence;
import org.throughline.synthesis.web.SummaryWords.Method;
import org.throughline.vocabulary.TermNames;

/// A published summary as a document of the Council's form: header block, numbered sentences with their counts,
/// method and limits, and an annex that lists the sources of each sentence.
@Component
class SummaryDocument {

    private final Messages messages;
    private final Settings settings;
    private final TermNames names;

    SummaryDocument(Messages messages, Settings settings, TermNames names) {
        this.messages = messages;
        this.settings = settings;
        this.names = names;
    }

    /// @param query what leads from the address of the summary to this very edition
    Document of(Call call, PublishedSummary summary, String query, Tally tally) {
        String language = summary.language();
        var texts = messages.in(language);
        List<Block> blocks = new ArrayList<>();
        if (!summary.header().background().isEmpty()) {
            blocks.add(Block.heading(1, "background", texts.of("synthesis.document.background")));
            paragraphs(summary.header().background(), blocks);
        }
        for (PublishedSummary.Section section : summary.sections()) {
            blocks.add(Block.heading(1, "section-" + section.code(), section.code() + "  " + section.title()));
            byTheme(section).forEach((theme, sentences) -> {
                if (!theme.isEmpty())
                    blocks.add(Block.heading(
                            2,
                            "theme-" + section.code() + "-"
                                    + sentences.getFirst().line(),
                            theme));
                blocks.add(new Block.Lines(sentences.stream()
                        .map(sentence -> line(sentence, texts))
                        .toList()));
            });
        }
        blocks.add(Block.heading(1, "method", texts.of("synthesis.document.method")));
        method(summary, SummaryWords.method(summary, tally, texts), texts, blocks);
        blocks.add(new Block.PageBreak());
        blocks.add(Block.heading(1, "sources", texts.of("synthesis.document.sources")));
        blocks.add(Block.paragraph(texts.of("synthesis.document.sources-note")));
        summary.sentences().forEach(sentence -> sources(sentence, call, texts, blocks));
        String address = settings.publicUrl() + "/calls/" + call.slug() + "/summary" + query;
        return new Document(
                language,
                call.slug(),
                summary.title(),
                texts.of("synthesis.document.description", call.title().textFor(language)),
                header(summary, texts, address),
                blocks,
                texts.of(
                        "synthesis.document.footer",
                        summary.number(),
                        summary.hash().substring(0, 16)),
                summary.publishedAt());
    }

    private void method(PublishedSummary summary, Method method, Messages.Texts texts, List<Block> blocks) {
        blocks.add(Block.paragraph(method.counted()));
        blocks.add(Block.paragraph(method.gate()));
        if (method.bases() != null) blocks.add(Block.paragraph(method.bases()));
        paragraphs(summary.header().limits(), blocks);
        blocks.add(Block.paragraph(method.declaring()));
        if (!method.declared().isEmpty())
            blocks.add(new Block.BulletList(method.declared().stream()
                    .map(one -> new Block.Item(List.of(Inline.text(one.words()))))
                    .toList()));
        blocks.add(Block.paragraph(method.stated()));
        blocks.add(new Block.Table(
                texts.of("synthesis.band.caption"),
                List.of(
                        new Block.Column(texts.of("synthesis.band.words"), Alignment.START),
                        new Block.Column(texts.of("synthesis.band.meaning"), Alignment.START)),
                method.bands().stream()
                        .map(row -> List.of(List.of(Inline.text(row.words())), List.of(Inline.text(row.meaning()))))
                        .toList(),
                true));
        int figure = 0;
        for (Chart chart : SummaryFigures.of(summary, names, texts))
            blocks.add(Block.figure("figure-" + ++figure, chart));
        blocks.add(Block.paragraph(method.now()));
    }

    private static Map<String, List<Sentence>> byTheme(PublishedSummary.Section section) {
        Map<String, List<Sentence>> themes = new LinkedHashMap<>();
        section.sentences()
                .forEach(sentence -> themes.computeIfAbsent(sentence.theme(), t -> new ArrayList<>())
                        .add(sentence));
        return themes;
    }

    private static List<HeaderRow> header(PublishedSummary summary, Messages.Texts texts, String address) {
        List<HeaderRow> rows = new ArrayList<>();
        SummaryWords.header(summary.header(), texts)
                .forEach(part -> rows.add(new HeaderRow(part.label(), lines(part.lines()))));
        String when = Moments.in(summary.language()).dateTime(summary.publishedAt(), Moments.GENEVA);
        rows.add(new HeaderRow(
                texts.of("synthesis.header.published"),
                List.of(Inline.text(texts.of("platform.moment.geneva", when)))));
        rows.add(new HeaderRow(texts.of("synthesis.header.address"), List.of(Inline.link(address, address))));
        return rows;
    }

    // Each stands on a line of its own: what separates items differs from script to script.
    private static List<Inline> lines(List<String> items) {
        List<Inline> text = new ArrayList<>();
        for (String item : items) {
            if (!text.isEmpty()) text.add(new Inline.Break());
            text.add(Inline.text(item));
        }
        return text;
    }

    private static Block.Line line(Sentence sentence, Messages.Texts texts) {
        List<Inline> said = new ArrayList<>();
        said.add(Inline.text(sentence.text() + " "));
        said.add(Inline.reference("[" + SummaryWords.counts(sentence, texts) + "]", "source-" + sentence.line()));
        if (!sentence.base().everything()) {
            LocalizedText question = sentence.base().label();
            said.add(new Inline.Break());
            said.add(Inline.italic(
                    texts.of("synthesis.summary.base", sentence.base().inputs()) + " "));
            said.add(new Inline.Text(
                    question.textFor(texts.language()), question.languageFor(texts.language()), false, true));
        }
        if (!sentence.plainWords().isEmpty()) {
            said.add(new Inline.Break());
            said.add(Inline.italic(
                    texts.of("synthesis.summary.plain", Languages.list(texts.language(), sentence.plainWords()))));
        }
        return new Block.Line(sentence.line(), "s" + sentence.line(), said);
    }

    private void sources(Sentence sentence, Call call, Messages.Texts texts, List<Block> blocks) {
        blocks.add(Block.heading(
                2, "source-" + sentence.line(), texts.of("synthesis.document.sentence", sentence.line())));
        var support = sentence.support();
        blocks.add(Block.paragraph(SummaryWords.share(sentence, texts)));
        if (support.inputs() > 0) {
            blocks.add(Block.paragraph(names.types(support.byType(), texts.language())));
            blocks.add(Block.paragraph(names.regions(support.byRegion(), texts.language())));
        }
        Map<Integer, List<Evidence>> byInput = new TreeMap<>();
        sentence.evidence()
                .forEach(evidence -> byInput.computeIfAbsent(evidence.input(), n -> new ArrayList<>())
                        .add(evidence));
        byInput.forEach((number, evidence) -> evidence.forEach(one -> blocks.add(new Block.Quote(
                List.of(Inline.text(one.quote(), one.language())),
                one.language(),
                (one.name().isEmpty() ? texts.of("synthesis.summary.unnamed", number) : one.name()) + " — "
                        + settings.publicUrl() + "/calls/" + call.slug() + "/inputs/" + number))));
    }

    private static void paragraphs(String text, List<Block> blocks) {
        for (String paragraph : text.split("\\n\\s*\\n"))
            if (!paragraph.isBlank()) blocks.add(Block.paragraph(paragraph.strip()));
    }
}
