package org.throughline.synthesis.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.inputs.Tally;
import org.throughline.platform.Messages;
import org.throughline.synthesis.PublishedSummary;
import org.throughline.synthesis.Quantity;
import org.throughline.synthesis.QuantityWords;
import org.throughline.synthesis.SummaryHeader;

/// What stands around the sentences of a summary, in the language of its readers: the same on its page, in DOCX and
/// in PDF.
public final class SummaryWords {

    private SummaryWords() {}

    /// A part of the header block that has something in it; each item stands on a line of its own.
    public record HeaderPart(String label, List<String> lines) {}

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
        List<HeaderPart> parts = new ArrayList<>();
        add(parts, texts.of("synthesis.header.purpose"), List.of(header.purpose()));
        add(parts, texts.of("synthesis.header.action"), List.of(header.actionRequired()));
        add(parts, texts.of("synthesis.header.strategic"), header.strategicPlanLinks());
        add(parts, texts.of("synthesis.header.financial"), List.of(header.financialImplications()));
        add(parts, texts.of("synthesis.header.references"), header.references());
        return parts;
    }

    private static void add(List<HeaderPart> parts, String label, List<String> lines) {
        List<String> said = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (!said.isEmpty()) parts.add(new HeaderPart(label, said));
    }

    static Method method(PublishedSummary summary, Tally tally, Messages.Texts texts) {
        List<Declared> declared = summary.declared().stream()
                .map(sentence -> new Declared(
                        sentence.line(),
                        texts.of(
                                "synthesis.summary.declared-words",
                                sentence.line(),
                                String.join(", ", sentence.plainWords()))))
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
                        String.join(", ", words.getOrDefault(quantity, List.of())),
                        GateWords.band(texts, quantity, summary.bands().of(quantity))))
                .toList();
    }
}
