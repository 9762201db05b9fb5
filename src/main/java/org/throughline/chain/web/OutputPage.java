package org.throughline.chain.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.chain.Output;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.chart.Chart;

/// One output, what it rests on and what became of it.
///
/// @param figures what sources count, each with its source; two may differ
/// @param history what changed, newest first; empty for one that never changed
public record OutputPage(
        OutputLine line,
        Output.Facts facts,
        String strand,
        String status,
        List<FigureLine> figures,
        @Nullable Other supersedes,
        @Nullable Other supersededBy,
        List<OutputLine.FeedLine> before,
        List<OutputLine.FeedLine> after,
        @Nullable Chart chart,
        List<Change> history) {

    public record FigureLine(String number, LocalizedText label, Output.Source source) {}

    public record Other(String slug, LocalizedText title) {}

    public record Change(String when, List<String> what) {}
}
