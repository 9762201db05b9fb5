package org.throughline.synthesis.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.inputs.Tally;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;
import org.throughline.synthesis.PublishedSummary;
import org.throughline.synthesis.PublishedSummary.Sentence;
import org.throughline.synthesis.Quantity;
import org.throughline.synthesis.QuantityWords;
import org.throughline.synthesis.SummaryHeader;

/// What stands around the sentences of a summary, in the language of its readers: the same on its page, in DOCX and
/// in PDF.
public final class SummaryWords {

    private SummaryWords() {}

    /// A part of the header block; each item stands on a line of its own.
    ///
    /// @param field the name by which its form knows it
    /// @param stated whether the author put something into it; else its line says that nothing is stated
    public record HeaderPart(String field, String label, List<String> lines, boolean stated) {}

    /// A sentence of which words were declared not to count inputs.
    public record Declared(int line, String words) {}

    /// A class of quantity words, and what they mean in this summary.
    public record BandRow(String words, String meaning) {}

    /// How the summary was made, in the order in which it is said; the author's own limits stand after `bases`.
    ///
    /// @param bases on what shares are counted; absent where all published inputs are the measure of each
    /// @param now how the call stands today, which is no part of the edition
    public record Method(
            String counted,
            String gate,
            @Nullable String bases,
            String declaring,
            List<Declared> declared,
            String stated,
            List<BandRow> bands,
            String now) {}

    static List<HeaderPart> header(SummaryHeader header, Messages.Texts texts) {
        String none = texts.of("synthesis.header.none");
        return List.of(
                part("purpose", texts.of("synthesis.header.purpose"), List.of(header.purpose()), none),
                part("action", texts.of("synthesis.header.action"), List.of(header.actionRequired()), none),
                part("strategic", texts.of("synthesis.header.strategic"), header.strategicPlanLinks(), none),
                part(
                        "financial",
                        texts.of("synthesis.header.financial"),
                        List.of(header.financialImplications()),
                        none),
                part("references", texts.of("synthesis.header.references"), header.references(), none));
    }

    // A row that is empty stays, so that the reader sees that nothing was stated.
    private static HeaderPart part(String field, String label, List<String> lines, String none) {
        List<String> said = lines.stream().filter(line -> !line.isEmpty()).toList();
        return new HeaderPart(field, label, said.isEmpty() ? List.of(none) : said, !said.isEmpty());
    }

    /// What a sentence rests on today, counted; said to be today's count where there was more when it was published.
    static String counts(Sentence sentence, Messages.Texts texts) {
        var support = sentence.support();
        String counts = texts.of("synthesis.summary.counts", support.inputs(), support.types(), support.regions());
        return sentence.gone() == 0 ? counts : texts.of("synthesis.summary.today", counts);
    }

    /// The share of inputs behind a sentence as of publication, and what became of them since.
    static String share(Sentence sentence, Messages.Texts texts) {
        String then = texts.of(
                "synthesis.summary.share",
                sentence.inputsThen(),
                sentence.support().of(),
                Moments.in(texts.language()).percent(sentence.shareThen()),
                sentence.base().word());
        return sentence.gone() == 0
                ? then
                : texts.of("synthesis.summary.then", then, sentence.support().inputs(), sentence.gone());
    }

    static Method method(PublishedSummary summary, Tally tally, Messages.Texts texts) {
        List<Declared> declared = summary.declared().stream()
                .map(sentence -> new Declared(
                        sentence.line(),
                        texts.of(
                                "synthesis.summary.declared-words",
                                sentence.line(),
                                Languages.list(summary.language(), sentence.plainWords()))))
                .toList();
        return new Method(
                texts.of(
                        "synthesis.summary.method",
                        summary.publishedInputs(),
                        summary.quotedInputs(),
                        summary.unquotedInputs()),
                texts.of("synthesis.summary.gate", summary.publishedInputs()),
                summary.measuredByQuestion() == 0
                        ? null
                        : texts.of("synthesis.summary.bases", summary.measuredByQuestion()),
                texts.of("synthesis.summary.declared", declared.size()),
                declared,
                texts.of("synthesis.band.stated"),
                bands(summary, texts),
                texts.of(
                        "synthesis.summary.now",
                        tally.received(),
                        tally.published(),
                        tally.unpublished(),
                        tally.withdrawn(),
                        tally.duplicates()));
    }

    private static List<BandRow> bands(PublishedSummary summary, Messages.Texts texts) {
        Map<Quantity, List<String>> words = QuantityWords.of(summary.language());
        return Arrays.stream(Quantity.values())
                .map(quantity -> new BandRow(
                        Languages.list(summary.language(), words.getOrDefault(quantity, List.of())),
                        GateWords.band(texts, quantity, summary.bands().of(quantity))))
                .toList();
    }
}
