package org.throughline.platform.chart;

import java.util.List;
import java.util.stream.Stream;
import org.throughline.platform.chart.Drawing.Anchor;
import org.throughline.platform.chart.Drawing.Ink;

/// The parts all charts share: the line that says what is counted, labels, the legend, the caveat, and where
/// drawing has come to from the top.
final class Sheet {

    /// Narrow enough that text stays readable when the picture shrinks to a telephone's 320 pixels.
    static final int WIDTH = 420;

    /// For what needs many columns: as wide as the text of a page, at least on a desk.
    static final int WIDE = 760;

    static final double TEXT = 14;
    static final double SMALL = 12;
    private static final double LEADING = 1.35;

    final Drawing drawing;
    final Numbers numbers;
    private final ChartText text;
    private final int width;
    double y = 4;

    Sheet(ChartText text, String readOut) {
        this(text, readOut, WIDTH);
    }

    Sheet(ChartText text, String readOut, int width) {
        this.text = text;
        this.width = width;
        this.numbers = new Numbers(text.language());
        String description = text.description().isBlank() ? readOut : text.description();
        this.drawing = new Drawing(text.language(), text.title(), description, width);
    }

    void head() {
        paragraph(text.unit(), SMALL, false);
        y += 4;
    }

    /// A label over a bar, in as many lines as it needs.
    void label(String label) {
        paragraph(label, TEXT, false);
    }

    private void paragraph(String words, double size, boolean bold) {
        for (String line : Letters.wrap(words, size, width, text.language())) {
            y += size * LEADING;
            drawing.text(0, y - size * 0.35, line, Anchor.START, size, bold, Ink.TEXT);
        }
    }

    /// The names of the series, each beside a patch of its colour and pattern.
    void legend(List<String> series, Patch patch) {
        double x = 0;
        double rowHeight = SMALL * 1.7;
        y += rowHeight;
        for (int i = 0; i < series.size(); i++) {
            double needed = 26 + Letters.width(series.get(i), SMALL) + 14;
            if (x > 0 && x + needed > width) {
                x = 0;
                y += rowHeight;
            }
            patch.draw(i, x, y - SMALL * 0.85);
            drawing.text(x + 26, y, series.get(i), Anchor.START, SMALL, false, Ink.TEXT);
            x += needed;
        }
        y += 8;
    }

    /// What each shade means, from few to many.
    void shades(Steps steps) {
        List<String> ranges = steps.ranges(numbers);
        legend(ranges, (i, x, at) -> drawing.rect(x, at, 20, 12, Ink.shade(i + 1)));
    }

    Chart finish(DataTable data) {
        if (!text.denominator().isBlank() || !text.caveat().isBlank()) {
            y += 6;
            drawing.line(new Drawing.Point(0, y), new Drawing.Point(width, y), Ink.RULE, 1);
            y += 2;
        }
        paragraph(text.denominator(), SMALL, true);
        paragraph(text.caveat(), SMALL, false);
        List<String> notes = Stream.of(text.denominator(), text.caveat())
                .filter(note -> !note.isBlank())
                .toList();
        return new Chart(drawing.finish(y + 6), data, notes);
    }

    /// Draws the sample of one series beside its name in the legend.
    interface Patch {
        void draw(int series, double x, double y);
    }
}
