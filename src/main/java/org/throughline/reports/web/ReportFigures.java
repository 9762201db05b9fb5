package org.throughline.reports.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Messages;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.chart.ChartText;
import org.throughline.platform.chart.Charts;
import org.throughline.platform.chart.DataTable;
import org.throughline.reports.Figure;
import org.throughline.reports.FigureData;
import org.throughline.reports.FigureData.Row;
import org.throughline.reports.PublishedReport;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Draws the figures of a report, each from its frozen numbers only.
final class ReportFigures {

    private final PublishedReport report;
    private final Messages.Texts texts;
    private final Labels labels;
    private final RegisterLinks links;
    private final Vocabulary vocabulary;

    ReportFigures(
            PublishedReport report, Messages.Texts texts, Labels labels, RegisterLinks links, Vocabulary vocabulary) {
        this.report = report;
        this.texts = texts;
        this.labels = labels;
        this.links = links;
        this.vocabulary = vocabulary;
    }

    String title(FigureData data) {
        return texts.of(Labels.titleKey(data.figure()));
    }

    Chart draw(FigureData data) {
        return switch (data.figure()) {
            case ACTION_LINE_SDG -> heat(data);
            case COUNTRY -> map(data);
            case YEAR -> columns(data, List.of(texts.of("reports.figure.unit")));
            case NEW_UPDATED ->
                columns(data, List.of(texts.of("reports.figure.new"), texts.of("reports.figure.updated")));
            default -> bars(data);
        };
    }

    private ChartText words(FigureData data) {
        return new ChartText(
                texts.language(),
                title(data),
                "",
                texts.of("reports.figure.unit"),
                texts.of("reports.figure.denominator", data.counted(), report.projects()),
                caveat(data.figure()),
                texts.of(Labels.headKey(data.figure())),
                texts.of("reports.figure.share"));
    }

    private String caveat(Figure figure) {
        if (figure == Figure.NEW_UPDATED) return texts.of("reports.figure.new-updated.how");
        return figure.isOverlapping() ? texts.of("reports.figure.overlap") : "";
    }

    private Chart bars(FigureData data) {
        return Charts.bars(
                words(data),
                data.rows().stream()
                        .map(row -> new Charts.Row(
                                labels.of(data.figure(), row.code()),
                                row.value(),
                                report.projects() == 0 ? null : (double) row.value() / report.projects(),
                                address(data.figure(), row)))
                        .toList());
    }

    private @Nullable String address(Figure figure, Row row) {
        return row.value() == 0 ? null : links.of(figure, row.code());
    }

    private Chart columns(FigureData data, List<String> series) {
        return Charts.columns(
                words(data),
                series,
                data.rows().stream()
                        .map(row -> new Charts.StackedRow(
                                row.code(),
                                row.values().stream().map(Long::doubleValue).toList(),
                                address(data.figure(), row)))
                        .toList());
    }

    private Chart map(FigureData data) {
        List<Charts.Area> areas = new ArrayList<>();
        var counted = new java.util.HashMap<String, Row>();
        data.rows().forEach(row -> counted.put(row.code(), row));
        for (Term country : vocabulary.terms(Vocabulary.COUNTRIES)) {
            Row row = counted.remove(country.code());
            areas.add(area(country.code(), row));
        }
        // Codes that no vocabulary has stand in the table all the same.
        data.rows().stream()
                .filter(row -> counted.containsKey(row.code()))
                .forEach(row -> areas.add(area(row.code(), row)));
        return Charts.map(words(data).ofMap(texts), areas);
    }

    private Charts.Area area(String code, @Nullable Row row) {
        return new Charts.Area(
                code,
                labels.country(code),
                row == null ? 0 : row.value(),
                row == null ? null : links.of(Figure.COUNTRY, code));
    }

    private Chart heat(FigureData data) {
        var rows = data.rows().stream()
                .map(row -> new Charts.Head(labels.line(row.code()), labels.line(row.code())))
                .toList();
        var columns = data.series().stream()
                .map(goal -> new Charts.Head(goal, labels.goal(goal)))
                .toList();
        List<List<Charts.Cell>> cells = new ArrayList<>();
        for (Row row : data.rows()) {
            List<Charts.Cell> line = new ArrayList<>();
            for (int i = 0; i < data.series().size(); i++) {
                long value = row.values().get(i);
                line.add(new Charts.Cell(
                        value,
                        value == 0 ? null : links.cell(row.code(), data.series().get(i))));
            }
            cells.add(line);
        }
        return Charts.heatMap(words(data), texts.of("vocabulary.goals"), rows, columns, cells);
    }

    /// The numbers of the heat map in two tables that fit a page of paper, the goals by their numbers.
    List<DataTable> halves(FigureData data, Chart chart) {
        int all = data.series().size();
        int half = (all + 1) / 2;
        return List.of(half(data, chart, 0, half), half(data, chart, half, all));
    }

    private static DataTable half(FigureData data, Chart chart, int from, int to) {
        List<String> header = new ArrayList<>();
        header.add(chart.data().header().getFirst());
        header.addAll(data.series().subList(from, to));
        List<List<String>> rows = chart.data().rows().stream()
                .<List<String>>map(row -> {
                    List<String> cells = new ArrayList<>();
                    cells.add(row.getFirst());
                    cells.addAll(row.subList(from + 1, to + 1));
                    return cells;
                })
                .toList();
        return new DataTable(chart.data().caption(), header, rows);
    }
}
