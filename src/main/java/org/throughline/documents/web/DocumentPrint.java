package org.throughline.documents.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.documents.AllSeries;
import org.throughline.documents.DocumentHeader;
import org.throughline.documents.DocumentSource;
import org.throughline.documents.Expression;
import org.throughline.documents.PostedDocument;
import org.throughline.documents.Series;
import org.throughline.documents.text.AkomaNtoso;
import org.throughline.documents.text.Body;
import org.throughline.documents.text.BodyBlocks;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;
import org.throughline.platform.Settings;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.Document.HeaderRow;
import org.throughline.platform.document.HtmlWriter;
import org.throughline.platform.document.Inline;
import org.throughline.vocabulary.Vocabulary;

/// A posted document as its body prints it: the header and the text, all in the language of the expression. The same
/// document gives the same bytes in every format.
@Component
class DocumentPrint {

    private final Messages messages;
    private final AllSeries series;
    private final Vocabulary vocabulary;
    private final Settings settings;

    DocumentPrint(Messages messages, AllSeries series, Vocabulary vocabulary, Settings settings) {
        this.messages = messages;
        this.series = series;
        this.vocabulary = vocabulary;
        this.settings = settings;
    }

    /// The text as markup for a page; empty where the document has only files.
    String text(Expression shown) {
        Body body = Body.read(shown.body());
        if (body.isEmpty()) return "";
        Messages.Texts words = messages.in(shown.language());
        return HtmlWriter.blocks(new Document(
                shown.language(),
                "",
                words.of("documents.text"),
                "",
                List.of(),
                BodyBlocks.of(body, words.of("documents.text.notes")),
                "",
                Instant.EPOCH));
    }

    Document document(PostedDocument one, Expression shown) {
        Messages.Texts words = messages.in(shown.language());
        return document(one, shown, BodyBlocks.of(Body.read(shown.body()), words.of("documents.text.notes")));
    }

    /// The same with other blocks in the place of its text.
    Document document(PostedDocument one, Expression shown, List<Block> text) {
        Messages.Texts words = messages.in(shown.language());
        var blocks = new ArrayList<Block>();
        if (shown.standing() == Expression.Standing.MACHINE) {
            blocks.add(new Block.Note("", List.of(Block.paragraph(words.of("documents.show.machine")))));
        }
        blocks.addAll(text);
        String title = shown.title().isBlank() ? one.symbol() : shown.title();
        return new Document(
                shown.language(),
                one.symbol(),
                title,
                shown.purpose(),
                header(one, shown, words),
                blocks,
                settings.publicUrl() + one.path(),
                one.postedAt());
    }

    AkomaNtoso.Identity identity(PostedDocument one, Expression shown) {
        Messages.Texts words = messages.in(shown.language());
        var header = new LinkedHashMap<String, String>();
        for (HeaderRow row : header(one, shown, words)) header.put(row.label(), Inline.plain(row.text()));
        String name = series.find(one.series())
                .map(Series::name)
                .orElse(LocalizedText.EMPTY)
                .textFor("en");
        return new AkomaNtoso.Identity(
                "doc",
                one.kind().word(),
                one.series(),
                name,
                one.symbol(),
                LocalDate.ofInstant(one.postedAt(), Moments.GENEVA).toString(),
                shown.language(),
                shown.title().isBlank() ? one.symbol() : shown.title(),
                settings.publicUrl() + one.path(),
                header);
    }

    private List<HeaderRow> header(PostedDocument one, Expression shown, Messages.Texts words) {
        String language = shown.language();
        DocumentHeader header = one.header();
        Series.Choices choices = series.choices();
        var rows = new Rows();
        LocalizedText name = series.find(one.series()).map(Series::name).orElse(LocalizedText.EMPTY);
        rows.add(words.of("documents.meeting"), words.of("documents.show.meeting", name, one.meeting()));
        rows.add(words.of("documents.kind"), words.of(DocumentWords.kindKey(one.kind())));
        String dated = one.dated().isEmpty() ? "" : Moments.in(language).partial(one.dated());
        rows.add(words.of("documents.dated"), dated);
        rows.add(words.of("documents.originals"), Languages.endonyms(language, one.originals()));
        List<String> sources =
                one.sources().stream().map(each -> source(each, words)).toList();
        rows.add(words.of("documents.source"), Languages.list(language, sources));
        rows.add(words.of("documents.purpose"), shown.purpose());
        rows.add(words.of("documents.action"), lines(action(choices, header, words), shown.actionText()));
        List<String> links = header.strategicLinks().stream()
                .map(code -> choices.name(AllSeries.STRATEGIC_LINK, code).textFor(language))
                .toList();
        rows.add(words.of("documents.strategic-links"), String.join("\n", links));
        String financial = choices.name(AllSeries.FINANCIAL, header.financial()).textFor(language);
        rows.add(words.of("documents.financial"), lines(financial, shown.financialText()));
        rows.add(words.of("documents.references"), String.join("\n", header.references()));
        return rows.rows;
    }

    private static String lines(String first, String second) {
        return (first + "\n" + second).strip();
    }

    private static String action(Series.Choices choices, DocumentHeader header, Messages.Texts words) {
        String verb = choices.name(AllSeries.ACTION, header.action()).textFor(words.language());
        String addressee = choices.name(AllSeries.ADDRESSEE, header.addressee()).textFor(words.language());
        return verb.isEmpty() || addressee.isEmpty() ? verb : words.of("documents.show.asked", addressee, verb);
    }

    private String source(DocumentSource one, Messages.Texts words) {
        if (!one.country().isEmpty()) return vocabulary.name(Vocabulary.COUNTRIES, one.country(), words.language());
        return one.name().isEmpty() ? words.of(DocumentWords.sourceKey(one.kind())) : one.name();
    }

    private static final class Rows {

        private final List<HeaderRow> rows = new ArrayList<>();

        void add(String label, String text) {
            var lines = new ArrayList<Inline>();
            for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
                if (!lines.isEmpty()) lines.add(new Inline.Break());
                lines.add(Inline.text(line.strip()));
            }
            if (!lines.isEmpty()) rows.add(new HeaderRow(label, lines));
        }
    }
}
