package org.throughline.synthesis.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.throughline.platform.Messages;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.chart.ChartText;
import org.throughline.platform.chart.Charts;
import org.throughline.synthesis.PublishedSummary;
import org.throughline.synthesis.PublishedSummary.Evidence;
import org.throughline.vocabulary.TermNames;

/// How the inputs behind the sentences of a summary are spread, as pictures: the same on its page, in DOCX and in
/// PDF.
final class SummaryFigures {

    private SummaryFigures() {}

    /// None for a summary whose passages may no longer be shown.
    static List<Chart> of(PublishedSummary summary, TermNames names, Messages.Texts texts) {
        Map<Integer, Evidence> inputs = new LinkedHashMap<>();
        summary.sentences().forEach(sentence -> sentence.evidence().forEach(one -> inputs.put(one.input(), one)));
        if (inputs.isEmpty()) return List.of();
        String language = texts.language();
        List<Chart> figures = new ArrayList<>();
        figures.add(Charts.bars(
                words(texts, "synthesis.figure.by-type", "synthesis.reading.type", inputs.size()),
                rows(inputs, Evidence::stakeholderType, code -> names.type(code, language))));
        figures.add(Charts.bars(
                words(texts, "synthesis.figure.by-region", "synthesis.reading.region", inputs.size()),
                rows(inputs, Evidence::region, code -> names.region(code, language))));
        return figures;
    }

    private static ChartText words(Messages.Texts texts, String title, String label, int inputs) {
        return new ChartText(
                texts.language(),
                texts.of(title),
                "",
                texts.of("synthesis.figure.unit"),
                texts.of("synthesis.figure.denominator", inputs),
                "",
                texts.of(label),
                texts.of("synthesis.figure.share"));
    }

    private static List<Charts.Row> rows(
            Map<Integer, Evidence> inputs, Function<Evidence, String> code, Function<String, String> name) {
        Map<String, Long> counts = new HashMap<>();
        inputs.values().forEach(input -> counts.merge(code.apply(input), 1L, Long::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Charts.Row(
                        name.apply(entry.getKey()),
                        (double) entry.getValue(),
                        (double) entry.getValue() / inputs.size()))
                .toList();
    }
}
