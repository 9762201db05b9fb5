package org.throughline.platform.chart;

import org.throughline.platform.Messages;

/// The words of a chart, in its language.
///
/// @param description what the picture shows, in a sentence; when blank, the rows are read out instead
/// @param unit what is counted ("inputs")
/// @param denominator out of how many ("62 published inputs of 97 received"); printed in the picture, may be empty
/// @param caveat what must be known before quoting a number; printed in the picture, may be empty
/// @param labelHeader head of the data table's first column
/// @param shareHeader head of the data table's column of shares
public record ChartText(
        String language,
        String title,
        String description,
        String unit,
        String denominator,
        String caveat,
        String labelHeader,
        String shareHeader) {

    /// With what must stand beside a map: how to read the squares, and that they say nothing about any status.
    public ChartText ofMap(Messages.Texts texts) {
        String map = texts.of("platform.chart.map");
        String words = caveat.isBlank() ? map : caveat + " " + map;
        return new ChartText(language, title, description, unit, denominator, words, labelHeader, shareHeader);
    }
}
