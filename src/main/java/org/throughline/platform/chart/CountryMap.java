package org.throughline.platform.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.platform.chart.Charts.Area;
import org.throughline.platform.chart.Drawing.Anchor;
import org.throughline.platform.chart.Drawing.Ink;

/// A world of equal squares; where each stands is in `country-tiles.txt`. The code and the number stand in the
/// square, the name in its link, in the description and in the table.
final class CountryMap {

    private static final double WIDE = 26;
    private static final double TALL = 31;
    private static final double GAP = 1.5;
    private static final double CODE = 11.5;

    private final ChartText text;
    private final List<Area> areas;
    private final Numbers numbers;

    CountryMap(ChartText text, List<Area> areas) {
        if (areas.stream().anyMatch(area -> area.value() < 0)) throw new IllegalArgumentException("Less than nothing");
        this.text = text;
        this.areas = List.copyOf(areas);
        this.numbers = new Numbers(text.language());
    }

    Chart draw() {
        Tiles tiles = Tiles.ALL;
        List<Area> shown = areas.stream()
                .filter(area -> tiles.has(area.code()) && (area.value() > 0 || tiles.isState(area.code())))
                .toList();
        Steps steps = Steps.upTo(shown.stream().mapToLong(Area::value).max().orElse(0));
        var sheet = new Sheet(text, readOut(), (int) (tiles.columns() * WIDE));
        sheet.head();
        sheet.shades(steps);
        int first = shown.stream()
                .mapToInt(area -> tiles.place(area.code()).row())
                .min()
                .orElse(0);
        int last = shown.stream()
                .mapToInt(area -> tiles.place(area.code()).row())
                .max()
                .orElse(-1);
        double top = sheet.y + 4;
        shown.stream()
                .sorted(Comparator.comparing(
                                (Area area) -> tiles.place(area.code()).row())
                        .thenComparing(area -> tiles.place(area.code()).column()))
                .forEach(area -> tile(sheet.drawing, area, tiles.place(area.code()), top - first * TALL, steps));
        sheet.y = top + (last - first + 1) * TALL + 4;
        return sheet.finish(data());
    }

    private void tile(Drawing drawing, Area area, Tiles.Place place, double top, Steps steps) {
        String number = numbers.plain(area.value());
        double x = drawing.unmirrored(place.column() * WIDE, WIDE - GAP);
        double y = top + place.row() * TALL;
        int step = steps.of(area.value());
        if (area.address() != null) {
            String name = area.name() + " (" + area.code() + "): " + numbers.number(area.value());
            drawing.openLink(area.address(), name);
        }
        drawing.rect(x, y, WIDE - GAP, TALL - GAP, Ink.shade(step));
        double middle = x + (WIDE - GAP) / 2;
        drawing.text(middle, y + 13, area.code(), Anchor.MIDDLE, CODE, true, Ink.on(step));
        if (area.value() > 0) {
            double size = Letters.fitting(number, CODE, WIDE - GAP - 2);
            drawing.text(middle, y + 25.5, number, Anchor.MIDDLE, size, false, Ink.on(step));
        }
        if (area.address() != null) drawing.closeLink();
    }

    private String readOut() {
        return String.join(
                "; ",
                ranked().stream()
                        .limit(12)
                        .map(area -> area.name() + ": " + numbers.number(area.value()))
                        .toList());
    }

    private List<Area> ranked() {
        return areas.stream()
                .filter(area -> area.value() > 0)
                .sorted(Comparator.comparingLong(Area::value)
                        .reversed()
                        .thenComparing(Area::name)
                        .thenComparing(Area::code))
                .toList();
    }

    private DataTable data() {
        var lines = new ArrayList<List<String>>();
        var addresses = new ArrayList<String>();
        for (Area area : ranked()) {
            lines.add(List.of(area.name(), numbers.number(area.value())));
            addresses.add(area.address());
        }
        return new DataTable(text.title(), List.of(text.labelHeader(), text.unit()), lines, addresses);
    }
}
