package org.throughline.platform.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.chart.Drawing.Anchor;
import org.throughline.platform.chart.Drawing.Ink;
import org.throughline.platform.chart.Drawing.Point;

/// Plans side by side on one axis of time: a bar for a period, a diamond for a day, each with its name below it. Filled
/// is done, outlined is to come, crossed out is cancelled; hatched is known to the month or the year only, dashed with
/// a
/// question mark is not sure. Every mark leads somewhere.
public final class Gantt {

    private static final double SMALL = 12;
    private static final double LINE = 14.5;
    private static final double MARK = 11;
    private static final double LABEL = 156;
    private static final int MOST_LINES = 3;
    private static final double LEGEND = 330;
    private static final double LANE_NAME_EVERY = 620;
    private static final int NARROWEST = 920;
    private static final double AXIS = 20;
    private static final double LANE = 26;
    // How high an A4 sheet on its side is for its width, with margins and room for a line of words below.
    private static final double SHEET = 0.62;

    /// Where a thing stands.
    public enum Look {
        DONE,
        TO_COME,
        CANCELLED
    }

    /// @param name what is read out and shown beside the pointer: all that the mark says, in words
    /// @param vague the days are the first and last it can be
    /// @param unsure nobody has confirmed it
    public record Item(
            String label,
            String name,
            LocalDate from,
            LocalDate to,
            Look look,
            boolean vague,
            boolean unsure,
            String address) {

        boolean isDay() {
            return from.equals(to);
        }
    }

    public record Lane(String name, List<Item> items) {}

    /// The words of the legend and of the line for today.
    public record Words(
            String day, String period, String toCome, String cancelled, String vague, String unsure, String today) {}

    private final String language;
    private final Words words;
    private final @Nullable LocalDate today;
    private final TimeScale scale;
    private final Drawing drawing;
    private double y = 4;

    private Gantt(String language, String title, String description, Words words, LocalDate today, TimeScale scale) {
        this.language = language;
        this.words = words;
        this.scale = scale;
        this.today = scale.shows(today) ? today : null;
        this.drawing = new Drawing(language, title, description, (int) Math.ceil(scale.width()));
    }

    /// All in one picture.
    public static Svg draw(
            String language, String title, String description, List<Lane> lanes, Words words, LocalDate today) {
        List<Lane> sorted = sorted(lanes);
        var gantt = new Gantt(language, title, description, words, today, scale(sorted));
        gantt.legend(items(sorted));
        return gantt.draw(sorted);
    }

    /// The same in as many pictures as it needs to be read on paper, one below the other: none of them is higher than a
    /// sheet that lies on its side and is as broad as the picture, unless one lane alone is. They have one axis.
    public static List<Svg> sheets(
            String language, String title, String description, List<Lane> lanes, Words words, LocalDate today) {
        List<Lane> sorted = sorted(lanes);
        TimeScale scale = scale(sorted);
        var measure = new Gantt(language, title, description, words, today, scale);
        measure.legend(items(sorted));
        double room = scale.width() * SHEET;
        double used = measure.y + AXIS;
        List<List<Lane>> sheets = new ArrayList<>(List.of(new ArrayList<>()));
        for (Lane lane : sorted) {
            double tall = measure.tall(lane);
            if (used + tall > room && !sheets.getLast().isEmpty()) {
                sheets.add(new ArrayList<>());
                used = AXIS;
            }
            sheets.getLast().add(lane);
            used += tall;
        }
        if (sheets.size() == 1) return List.of(measure.draw(sorted));
        List<Svg> drawn = new ArrayList<>();
        for (List<Lane> sheet : sheets) {
            String name = title + " (" + (drawn.size() + 1) + "/" + sheets.size() + ")";
            var gantt = new Gantt(language, name, description, words, today, scale);
            if (drawn.isEmpty()) gantt.legend(items(sorted));
            drawn.add(gantt.draw(sheet));
        }
        return drawn;
    }

    private static List<Lane> sorted(List<Lane> lanes) {
        return lanes.stream()
                .filter(lane -> !lane.items().isEmpty())
                .map(lane -> new Lane(
                        lane.name(),
                        lane.items().stream()
                                .sorted(Comparator.comparing(Item::from))
                                .toList()))
                .toList();
    }

    private static TimeScale scale(List<Lane> lanes) {
        return TimeScale.of(items(lanes), NARROWEST);
    }

    private static List<Item> items(List<Lane> lanes) {
        return lanes.stream().flatMap(lane -> lane.items().stream()).toList();
    }

    private Svg draw(List<Lane> lanes) {
        axis();
        for (Lane lane : lanes) lane(lane);
        return drawing.finish(y + 4);
    }

    /// The years, the quarters of broad ones, and today: under what is written over them.
    private void grid(double from, double to) {
        for (TimeScale.Year year : scale.years()) {
            upright(year.x(), from, to, Ink.TRACK, 1.5);
            for (int month = 4; month <= 10 && year.width() > 300; month += 3)
                upright(scale.x(LocalDate.of(year.year(), month, 1)), from, to, Ink.TRACK, 0.8);
        }
        if (today != null) upright(scale.x(today), from, to, Ink.SERIES_2, 2);
    }

    private void upright(double x, double from, double to, Ink ink, double thickness) {
        drawing.line(new Point(x, from), new Point(x, to), ink, thickness);
    }

    /// One below the other: a telephone shows no more of the picture at once.
    private void legend(List<Item> all) {
        if (all.stream().anyMatch(Item::isDay)) sample(words.day(), true, Look.DONE, false, false);
        sample(words.period(), false, Look.DONE, false, false);
        if (all.stream().anyMatch(one -> one.look() == Look.TO_COME))
            sample(words.toCome(), false, Look.TO_COME, false, false);
        if (all.stream().anyMatch(one -> one.look() == Look.CANCELLED))
            sample(words.cancelled(), false, Look.CANCELLED, false, false);
        if (all.stream().anyMatch(Item::vague)) sample(words.vague(), false, Look.DONE, true, false);
        if (all.stream().anyMatch(Item::unsure)) sample(words.unsure(), false, Look.TO_COME, false, true);
        if (today != null) {
            drawing.line(new Point(10, y), new Point(10, y + MARK + 2), Ink.SERIES_2, 2);
            name(words.today());
        }
        y += 8;
    }

    private void sample(String text, boolean day, Look look, boolean vague, boolean unsure) {
        mark(0, y + 1, 22, day, look, vague, unsure);
        name(text);
    }

    private void name(String text) {
        for (String line : Letters.wrap(text, SMALL, LEGEND - 32, language)) {
            y += LINE;
            drawing.text(32, y - 3.5, line, Anchor.START, SMALL, false, Ink.TEXT);
        }
        y += 3;
    }

    private void axis() {
        for (TimeScale.Year year : scale.years()) {
            if (year.isGap()) {
                drawing.text(year.x() + year.width() / 2, y + 15, "…", Anchor.MIDDLE, SMALL, true, Ink.TEXT);
                continue;
            }
            drawing.rect(year.x(), y, year.width(), AXIS, Ink.TRACK);
            String name = String.valueOf(year.year());
            drawing.text(year.x() + 6, y + 15, name, Anchor.START, SMALL + 1, true, Ink.TEXT);
        }
        y += AXIS;
    }

    private double tall(Lane lane) {
        return LANE + rows(lane.items()).stream().mapToDouble(Gantt::tall).sum();
    }

    private void lane(Lane lane) {
        drawing.rect(0, y, scale.width(), 20, Ink.NOTHING);
        drawing.line(new Point(0, y), new Point(scale.width(), y), Ink.RULE, 1);
        // Again and again, for those who see a part of the picture at a time.
        for (double x = 0; x == 0 || x + Letters.width(lane.name(), SMALL + 1) < scale.width(); x += LANE_NAME_EVERY)
            drawing.text(x + 6, y + 15, lane.name(), Anchor.START, SMALL + 1, true, Ink.TEXT);
        y += LANE;
        List<List<Placed>> rows = rows(lane.items());
        grid(y - 6, y + rows.stream().mapToDouble(Gantt::tall).sum());
        for (List<Placed> row : rows) {
            for (Placed one : row) draw(one);
            y += tall(row);
        }
    }

    private static double tall(List<Placed> row) {
        int lines = row.stream().mapToInt(one -> one.lines().size()).max().orElse(0);
        return MARK + lines * LINE + 8;
    }

    /// @param x where the mark begins
    /// @param start where mark and label begin
    private record Placed(Item item, double x, double width, double start, double end, List<String> lines) {}

    private Placed place(Item item) {
        double from = scale.x(item.from());
        double width = item.isDay() ? MARK : Math.max(7, scale.x(item.to().plusDays(1)) - from);
        String label = item.unsure() ? "? " + item.label() : item.label();
        List<String> lines = Letters.wrap(label, SMALL, Math.max(LABEL, width), language);
        if (lines.size() > MOST_LINES) {
            lines = new ArrayList<>(lines.subList(0, MOST_LINES));
            lines.set(MOST_LINES - 1, lines.getLast() + " …");
        }
        double label1 = lines.stream()
                .mapToDouble(line -> Letters.width(line, SMALL))
                .max()
                .orElse(0);
        double start = Math.max(0, Math.min(from, scale.width() - label1 - 2));
        return new Placed(item, from, width, start, Math.max(from + width, start + label1), lines);
    }

    /// In as few rows as it goes without one thing covering another.
    private List<List<Placed>> rows(List<Item> items) {
        List<List<Placed>> rows = new ArrayList<>();
        for (Item item : items) {
            Placed one = place(item);
            List<Placed> free = rows.stream()
                    .filter(row -> row.getLast().end() + 10 <= Math.min(one.start(), one.x()))
                    .findFirst()
                    .orElse(null);
            if (free == null) rows.add(new ArrayList<>(List.of(one)));
            else free.add(one);
        }
        return rows;
    }

    private void draw(Placed one) {
        Item item = one.item();
        drawing.openLink(item.address(), item.name());
        mark(one.x(), y, one.width(), item.isDay(), item.look(), item.vague(), item.unsure());
        double base = y + MARK;
        for (String line : one.lines()) {
            base += LINE;
            drawing.text(one.start(), base - 2, line, Anchor.START, SMALL, false, Ink.TEXT);
        }
        drawing.closeLink();
    }

    private void mark(double x, double top, double width, boolean day, Look look, boolean vague, boolean unsure) {
        boolean filled = look == Look.DONE && !unsure;
        if (day) {
            drawing.diamond(x + MARK / 2, top + MARK / 2, MARK / 2 + 0.5, Ink.SERIES_1, filled, unsure);
        } else {
            if (filled) drawing.bar(x, top, width, MARK, vague ? RISING : 0, Ink.SERIES_1);
            else if (vague) drawing.hatch(x, top, width, MARK, RISING, Ink.SERIES_1);
            drawing.outline(x, top, width, MARK, Ink.SERIES_1, unsure);
        }
        if (look == Look.CANCELLED) {
            double end = x + (day ? MARK : width);
            drawing.line(new Point(x, top), new Point(end, top + MARK), Ink.TEXT, 1.5);
            drawing.line(new Point(x, top + MARK), new Point(end, top), Ink.TEXT, 1.5);
        }
    }

    private static final int RISING = Hatching.RISING.ordinal();
}
