package org.throughline.platform.chart;

import java.util.List;
import java.util.Locale;
import org.throughline.platform.Languages;
import org.throughline.platform.markup.Xml;

/// A sheet to draw a picture on, in a small part of SVG that browsers, the PDF writer and the DOCX writer all show
/// alike: rectangles, lines and text. Coordinates are given as for a language written from left
/// to right and are mirrored for the others. Colours are presentation attributes plus a class, so that a style
/// sheet can change them.
public final class Drawing {

    /// Where a text stands relative to its point, in reading direction.
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// What a shape is filled with: one of six series, each a colour and a pattern, or a shade of the text's
    /// colour.
    public enum Ink {
        SERIES_1("chart-series-1", "#2f6fb5", 1),
        SERIES_2("chart-series-2", "#b5542f", 1),
        SERIES_3("chart-series-3", "#4d8a3d", 1),
        SERIES_4("chart-series-4", "#8a5aa8", 1),
        SERIES_5("chart-series-5", "#94761d", 1),
        SERIES_6("chart-series-6", "#5f6b76", 1),
        TEXT("chart-text", "currentColor", 1),
        PAPER("chart-paper", "#ffffff", 1),
        RULE("chart-rule", "currentColor", 0.5),
        TRACK("chart-track", "currentColor", 0.12);

        private static final List<Ink> SERIES = List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6);

        final String cssClass;
        final String colour;
        final double opacity;

        Ink(String cssClass, String colour, double opacity) {
            this.cssClass = cssClass;
            this.colour = colour;
            this.opacity = opacity;
        }

        /// The ink of the series with this index, beginning again after six.
        public static Ink series(int index) {
            return SERIES.get(index % SERIES.size());
        }
    }

    public record Point(double x, double y) {}

    private final String language;
    private final String title;
    private final String description;
    private final int width;
    private final boolean mirrored;
    private final Xml body = new Xml();

    public Drawing(String language, String title, String description, int width) {
        this.language = language;
        this.title = title;
        this.description = description;
        this.width = width;
        this.mirrored = Languages.direction(language).equals("rtl");
    }

    public void rect(double x, double y, double w, double h, Ink ink) {
        double left = mirrored ? width - x - w : x;
        body.empty(
                "rect",
                "class",
                ink.cssClass,
                "x",
                number(left),
                "y",
                number(y),
                "width",
                number(w),
                "height",
                number(h),
                "fill",
                ink.colour,
                "fill-opacity",
                number(ink.opacity));
    }

    /// A rectangle in a series' colour and pattern: no two series look alike without colour.
    public void bar(double x, double y, double w, double h, int series) {
        rect(x, y, w, h, Ink.series(series));
        Hatching.of(series).lines(x, y, w, h).forEach(l -> line(l.get(0), l.get(1), Ink.PAPER, 1.2));
    }

    public void line(Point from, Point to, Ink ink, double thickness) {
        body.empty(
                "line",
                "class",
                ink.cssClass + "-line",
                "x1",
                number(mirror(from.x())),
                "y1",
                number(from.y()),
                "x2",
                number(mirror(to.x())),
                "y2",
                number(to.y()),
                "stroke",
                ink.colour,
                "stroke-opacity",
                number(ink.opacity),
                "stroke-width",
                number(thickness));
    }

    /// One line of text in the drawing's language; `y` is its base line.
    public void text(double x, double y, String text, Anchor anchor, double size, boolean bold, Ink ink) {
        body.element(
                "text",
                text,
                "class",
                ink.cssClass,
                "x",
                number(mirror(x)),
                "y",
                number(y),
                "font-size",
                number(size),
                "font-weight",
                bold ? "bold" : "normal",
                "text-anchor",
                anchor.name().toLowerCase(Locale.ROOT),
                "fill",
                ink.colour);
    }

    /// The finished picture, of this height. It may shrink with the page it stands on, down to a small telephone's
    /// width.
    public Svg finish(double height) {
        int tall = (int) Math.ceil(height);
        String markup = new Xml()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "chart",
                        "role",
                        "img",
                        "lang",
                        language,
                        "direction",
                        mirrored ? "rtl" : "ltr",
                        "width",
                        String.valueOf(width),
                        "height",
                        String.valueOf(tall),
                        "viewBox",
                        "0 0 " + width + " " + tall,
                        "preserveAspectRatio",
                        mirrored ? "xMaxYMin meet" : "xMinYMin meet",
                        "font-family",
                        "sans-serif")
                .element("title", title)
                .element("desc", description)
                .raw(body.toString())
                .close("svg")
                .toString();
        return new Svg(markup, title, description, width, tall);
    }

    private double mirror(double x) {
        return mirrored ? width - x : x;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
