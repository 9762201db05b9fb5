package org.throughline.platform.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.throughline.platform.chart.Drawing.Anchor;
import org.throughline.platform.chart.Drawing.Ink;
import org.throughline.platform.chart.Drawing.Point;

/// What became of what: boxes in layers from the side where readers begin to the side where they end, with arrows
/// between them. Every label is whole, however many lines it needs; every box leads somewhere. Kinds of arrows differ
/// in
/// their heads and strokes as well as in colour.
public final class FlowChart {

    private static final double BOX = 134;
    private static final double BETWEEN = 28;
    private static final double PAD = 8;
    private static final double LABEL = 12;
    private static final double LINE = 15;
    private static final double BELOW = 11;
    private static final double GAP = 16;
    private static final double HEAD = 7;
    private static final double LEGEND = 330;

    /// How an arrow looks.
    public enum Look {
        CONTENT,
        PASSED,
        BASIS
    }

    /// @param below a second, smaller line or two, such as the kind and the date
    /// @param name what is read out and shown beside the pointer: all that the box says, in words
    /// @param group boxes of one group begin near each other and have the same mark
    /// @param expected it is not there yet
    /// @param unsure nobody has confirmed it
    /// @param centre the picture is about it
    public record Box(
            String id,
            String label,
            String below,
            String name,
            int group,
            boolean expected,
            boolean unsure,
            boolean centre,
            String address) {}

    public record Arrow(String from, String to, Look look, boolean unsure) {}

    /// The words of the legend.
    public record Words(String content, String passed, String basis, String unsure, String expected) {}

    private record Worded(Box box, List<String> label, List<String> below) {
        double height() {
            return PAD * 2 + label.size() * LINE + below.size() * (LINE - 1);
        }
    }

    private final String language;
    private final List<Arrow> arrows;
    private final Words words;
    private final List<Worded> boxes;
    private final Layers layers;
    private final Drawing drawing;
    private double y = 4;

    private FlowChart(
            String language, String title, String description, List<Box> boxes, List<Arrow> arrows, Words words) {
        this.language = language;
        this.arrows = arrows;
        this.words = words;
        this.boxes = boxes.stream().map(this::worded).toList();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < boxes.size(); i++) numbers.put(boxes.get(i).id(), i);
        this.layers = new Layers(
                this.boxes.stream().mapToDouble(Worded::height).toArray(),
                boxes.stream().mapToInt(Box::group).toArray(),
                arrows.stream()
                        .map(one -> new int[] {numbers.get(one.from()), numbers.get(one.to())})
                        .toList(),
                GAP);
        double width = layers.count() * (BOX + BETWEEN) - BETWEEN + 4;
        this.drawing = new Drawing(language, title, description, (int) Math.ceil(Math.max(width, LEGEND)));
    }

    /// Refuses arrows that lead in a circle.
    public static Svg draw(
            String language, String title, String description, List<Box> boxes, List<Arrow> arrows, Words words) {
        return new FlowChart(language, title, description, boxes, arrows, words).draw();
    }

    private Worded worded(Box box) {
        String label = box.unsure() ? "? " + box.label() : box.label();
        double width = BOX - PAD * 2 - 4;
        return new Worded(
                box,
                Letters.wrap(label, LABEL, width, language),
                box.below().isEmpty() ? List.of() : Letters.wrap(box.below(), BELOW, width, language));
    }

    private Svg draw() {
        legend();
        List<Place> ends = ports();
        for (int i = 0; i < arrows.size(); i++) arrow(arrows.get(i), layers.way(i), ends.get(i));
        for (int i = 0; i < boxes.size(); i++) box(boxes.get(i), layers.thing(i));
        return drawing.finish(y + layers.height() + 6);
    }

    /// Where an arrow leaves and where it arrives.
    private record Place(double leaves, double arrives) {}

    /// Arrows leave and arrive one below the other, in the order of where they lead, so that each head is seen.
    private List<Place> ports() {
        double[] leaves = new double[arrows.size()];
        double[] arrives = new double[arrows.size()];
        for (int box = 0; box < boxes.size(); box++) {
            String id = boxes.get(box).box().id();
            Layers.Place thing = layers.thing(box);
            List<Integer> out = new ArrayList<>();
            List<Integer> in = new ArrayList<>();
            for (int i = 0; i < arrows.size(); i++) {
                if (arrows.get(i).from().equals(id)) out.add(i);
                if (arrows.get(i).to().equals(id)) in.add(i);
            }
            spread(out, thing, i -> layers.way(i).get(1), leaves);
            spread(in, thing, i -> layers.way(i).get(layers.way(i).size() - 2), arrives);
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < arrows.size(); i++) places.add(new Place(leaves[i], arrives[i]));
        return places;
    }

    private interface Beside {
        Layers.Place of(int arrow);
    }

    private static void spread(List<Integer> some, Layers.Place thing, Beside beside, double[] at) {
        ToDoubleFunction<Integer> height = i -> beside.of(i).y + beside.of(i).height / 2;
        some.sort(Comparator.comparingDouble(height));
        double step = Math.min(13, (thing.height - 8) / Math.max(1, some.size()));
        double from = thing.y + thing.height / 2 - step * (some.size() - 1) / 2;
        for (int n = 0; n < some.size(); n++) at[some.get(n)] = from + n * step;
    }

    private static double x(Layers.Place place) {
        return 1 + place.layer * (BOX + BETWEEN);
    }

    private void arrow(Arrow arrow, List<Layers.Place> way, Place ends) {
        Ink ink = ink(arrow.look());
        double fromX = x(way.getFirst()) + BOX;
        double fromY = ends.leaves() + y;
        List<Point> points = new ArrayList<>(List.of(new Point(fromX, fromY)));
        for (int i = 1; i < way.size(); i++) {
            Layers.Place place = way.get(i);
            boolean last = i == way.size() - 1;
            double toX = x(place) - (last ? HEAD : 0);
            double toY = y + (last ? ends.arrives() : place.y + place.height / 2);
            double bend = (toX - fromX) / 2;
            points.add(new Point(fromX + bend, fromY));
            points.add(new Point(toX - bend, toY));
            points.add(new Point(toX, toY));
            if (!last) {
                // Straight through the layer, where it might meet a box otherwise.
                Point end = new Point(toX + BOX, toY);
                points.addAll(List.of(new Point(toX, toY), end, end));
                toX += BOX;
            }
            fromX = toX;
            fromY = toY;
        }
        drawing.curve(points, ink, 1.6, arrow.unsure() ? "3 3" : arrow.look() == Look.BASIS ? "9 3" : "none");
        head(fromX, fromY, arrow.look(), ink);
    }

    private void head(double x, double at, Look look, Ink ink) {
        switch (look) {
            case CONTENT ->
                drawing.shape(List.of(new Point(x, at - 4), new Point(x + HEAD, at), new Point(x, at + 4)), ink);
            case PASSED ->
                drawing.shape(
                        List.of(
                                new Point(x, at),
                                new Point(x + HEAD / 2, at - 4),
                                new Point(x + HEAD, at),
                                new Point(x + HEAD / 2, at + 4)),
                        ink);
            case BASIS -> {
                drawing.line(new Point(x, at - 4), new Point(x + HEAD, at), ink, 1.6);
                drawing.line(new Point(x, at + 4), new Point(x + HEAD, at), ink, 1.6);
                drawing.line(new Point(x, at), new Point(x + HEAD, at), ink, 1.6);
            }
        }
    }

    private static Ink ink(Look look) {
        return switch (look) {
            case CONTENT -> Ink.SERIES_1;
            case PASSED -> Ink.SERIES_2;
            case BASIS -> Ink.SERIES_6;
        };
    }

    private void box(Worded worded, Layers.Place place) {
        Box box = worded.box();
        double x = x(place);
        double top = y + place.y;
        drawing.openLink(box.address(), box.name());
        frame(x, top, BOX, place.height, box);
        double base = top + PAD;
        for (String line : worded.label()) {
            base += LINE;
            drawing.text(x + PAD + 4, base - 4, line, Anchor.START, LABEL, box.centre(), Ink.TEXT);
        }
        for (String line : worded.below()) {
            base += LINE - 1;
            drawing.text(x + PAD + 4, base - 3.5, line, Anchor.START, BELOW, false, Ink.TEXT);
        }
        drawing.closeLink();
    }

    private void frame(double x, double top, double width, double height, Box box) {
        if (!box.expected()) drawing.rect(x, top, width, height, box.centre() ? Ink.TRACK : Ink.NOTHING);
        drawing.outline(x, top, width, height, box.centre() ? Ink.SERIES_2 : Ink.SERIES_6, box.unsure());
        drawing.rect(x, top, 4, height, Ink.series(box.group()));
    }

    private void legend() {
        sample(words.content(), Look.CONTENT, false);
        sample(words.passed(), Look.PASSED, false);
        sample(words.basis(), Look.BASIS, false);
        if (arrows.stream().anyMatch(Arrow::unsure)
                || boxes.stream().anyMatch(one -> one.box().unsure())) sample(words.unsure(), Look.CONTENT, true);
        if (boxes.stream().anyMatch(one -> one.box().expected())) {
            drawing.outline(1, y + 2, 28, 12, Ink.SERIES_6, false);
            name(words.expected());
        }
        y += 10;
    }

    private void sample(String text, Look look, boolean unsure) {
        Point from = new Point(1, y + 8);
        Point to = new Point(30 - HEAD, y + 8);
        drawing.curve(
                List.of(from, from, to, to), ink(look), 1.6, unsure ? "3 3" : look == Look.BASIS ? "9 3" : "none");
        head(to.x(), to.y(), look, ink(look));
        name(text);
    }

    private void name(String text) {
        for (String line : Letters.wrap(text, LABEL, LEGEND - 40, language)) {
            y += LINE;
            drawing.text(40, y - 3.5, line, Anchor.START, LABEL, false, Ink.TEXT);
        }
        y += 3;
    }
}
