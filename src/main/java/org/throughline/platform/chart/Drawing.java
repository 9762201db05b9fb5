package org.throughline.platform.chart;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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

    /// What a shape is filled with: one of six series, each a colour and a pattern, one of five shades of one hue, or
    /// a shade of the text's colour.
    public enum Ink {
        SERIES_1("chart-series-1", "#2f6fb5", 1),
        SERIES_2("chart-series-2", "#b5542f", 1),
        SERIES_3("chart-series-3", "#4d8a3d", 1),
        SERIES_4("chart-series-4", "#8a5aa8", 1),
        SERIES_5("chart-series-5", "#94761d", 1),
        SERIES_6("chart-series-6", "#5f6b76", 1),
        TEXT("chart-text", "currentColor", 1),
        PAPER("chart-paper", "#ffffff", 1),
        DARK("chart-dark", "#14212e", 1),
        RULE("chart-rule", "currentColor", 0.5),
        TRACK("chart-track", "currentColor", 0.12),
        NOTHING("chart-nothing", "currentColor", 0.05),
        SHADE_1("chart-shade-1", "#cfe1f4", 1),
        SHADE_2("chart-shade-2", "#a9c8ea", 1),
        SHADE_3("chart-shade-3", "#6fa3d8", 1),
        SHADE_4("chart-shade-4", "#2f6fb5", 1),
        SHADE_5("chart-shade-5", "#143f73", 1),
        ON_SHADE_1("chart-on-shade-1", "#14212e", 1),
        ON_SHADE_2("chart-on-shade-2", "#14212e", 1),
        ON_SHADE_3("chart-on-shade-3", "#14212e", 1),
        ON_SHADE_4("chart-on-shade-4", "#ffffff", 1),
        ON_SHADE_5("chart-on-shade-5", "#ffffff", 1);

        private static final List<Ink> SERIES = List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6);
        private static final List<Ink> SHADES = List.of(NOTHING, SHADE_1, SHADE_2, SHADE_3, SHADE_4, SHADE_5);
        private static final List<Ink> ON_SHADES =
                List.of(TEXT, ON_SHADE_1, ON_SHADE_2, ON_SHADE_3, ON_SHADE_4, ON_SHADE_5);

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

        /// The ink of a step from 1 to 5; 0 is the ground of something that has nothing, and lighter than all of them.
        static Ink shade(int step) {
            return SHADES.get(step);
        }

        /// What can be read on a ground of this step.
        static Ink on(int step) {
            return ON_SHADES.get(step);
        }
    }

    public record Point(double x, double y) {}

    private static final Pattern ADDRESS = Pattern.compile("(/|\\?|https?://)[^\\s\\p{Cntrl}]*");

    private final String language;
    private final String title;
    private final String description;
    private final int width;
    private final boolean mirrored;
    private final Xml body = new Xml();
    private boolean links;

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

    /// The same in another series' colour than that of its pattern.
    void bar(double x, double y, double w, double h, int pattern, Ink ink) {
        rect(x, y, w, h, ink);
        hatch(x, y, w, h, pattern, Ink.PAPER);
    }

    /// Nothing but the lines of a series' pattern.
    void hatch(double x, double y, double w, double h, int pattern, Ink ink) {
        Hatching.of(pattern).lines(x, y, w, h).forEach(l -> line(l.get(0), l.get(1), ink, 1.2));
    }

    /// The edge of a rectangle. Not for pictures that go into DOCX files.
    void outline(double x, double y, double w, double h, Ink ink, boolean dashed) {
        double left = mirrored ? width - x - w : x;
        body.empty(
                "rect",
                "class",
                ink.cssClass + "-line",
                "x",
                number(left),
                "y",
                number(y),
                "width",
                number(w),
                "height",
                number(h),
                "fill",
                "none",
                "stroke",
                ink.colour,
                "stroke-width",
                "1.6",
                "stroke-dasharray",
                dashed ? "4 3" : "none");
    }

    /// A square on its corner, around a point. Not for pictures that go into DOCX files.
    void diamond(double x, double y, double radius, Ink ink, boolean filled, boolean dashed) {
        double at = mirror(x);
        String path = "M" + number(at - radius) + " " + number(y) + "L" + number(at) + " " + number(y - radius) + "L"
                + number(at + radius) + " " + number(y) + "L" + number(at) + " " + number(y + radius) + "Z";
        body.empty(
                "path",
                "class",
                filled ? ink.cssClass : ink.cssClass + "-line",
                "d",
                path,
                "fill",
                filled ? ink.colour : "none",
                "stroke",
                ink.colour,
                "stroke-width",
                "1.6",
                "stroke-dasharray",
                dashed ? "3 2" : "none");
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

    /// A line that bends: a point, and then for each bend two points that pull it and the one it leads to. Not for
    /// pictures that go into DOCX files.
    ///
    /// @param dashes as `stroke-dasharray` has it, `none` for a whole line
    void curve(List<Point> points, Ink ink, double thickness, String dashes) {
        var path = new StringBuilder("M").append(at(points.getFirst()));
        for (int i = 1; i < points.size(); i++)
            path.append(i % 3 == 1 ? "C" : " ").append(at(points.get(i)));
        body.empty(
                "path",
                "class",
                ink.cssClass + "-line",
                "d",
                path.toString(),
                "fill",
                "none",
                "stroke",
                ink.colour,
                "stroke-width",
                number(thickness),
                "stroke-dasharray",
                dashes);
    }

    /// A filled shape with straight edges. Not for pictures that go into DOCX files.
    void shape(List<Point> corners, Ink ink) {
        var path = new StringBuilder("M");
        corners.forEach(corner -> path.append(path.length() > 1 ? "L" : "").append(at(corner)));
        body.empty("path", "class", ink.cssClass, "d", path.append("Z").toString(), "fill", ink.colour);
    }

    private String at(Point point) {
        return number(mirror(point.x())) + " " + number(point.y());
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

    /// Everything drawn until [#closeLink] leads to this address, by pointer and by keyboard. Refuses an address that
    /// is neither a page of this site nor on the web.
    ///
    /// @param name what is read out and shown beside the pointer; says what the shape says
    public void openLink(String address, String name) {
        if (!ADDRESS.matcher(address).matches()) throw new IllegalArgumentException("Not an address: " + address);
        links = true;
        // The title is its name and stands beside the pointer; a label as well would have to repeat what is drawn.
        body.open("a", "class", "chart-link", "href", address).element("title", name);
    }

    public void closeLink() {
        body.close("a");
    }

    /// The finished picture, of this height. It may shrink with the page it stands on, down to a small telephone's
    /// width.
    public Svg finish(double height) {
        int tall = (int) Math.ceil(height);
        var svg = new Xml()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "chart",
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
                        "sans-serif");
        // What an image holds is hidden from those who listen; links must not be.
        if (links) svg.attributes("role", "group", "aria-label", title);
        else svg.attributes("role", "img");
        String markup = svg.element("title", title)
                .element("desc", description)
                .raw(body.toString())
                .close("svg")
                .toString();
        return new Svg(markup, title, description, width, tall);
    }

    /// Where to put a shape of this width so that it lies at `x` from the left in every language, as a place on a map
    /// does.
    double unmirrored(double x, double w) {
        return mirrored ? width - x - w : x;
    }

    private double mirror(double x) {
        return mirrored ? width - x : x;
    }

    /// With two places at most. Maps have thousands of numbers, so that a formatter would be most of the work.
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) return Long.toString(hundredths / 100);
        long fraction = Math.abs(hundredths % 100);
        String places = fraction % 10 == 0 ? Long.toString(fraction / 10) : (fraction < 10 ? "0" : "") + fraction;
        return (hundredths < 0 ? "-" : "") + Math.abs(hundredths / 100) + "." + places;
    }
}
