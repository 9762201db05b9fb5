package org.throughline.reports.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Messages;
import org.throughline.reports.Figure;
import org.throughline.reports.FigureData;
import org.throughline.reports.PublishedReport;

/// The frozen numbers of a figure as rows, for spreadsheets and programs.
final class FigureRows {

    private FigureRows() {}

    static List<String> header(FigureData data, Messages.Texts texts) {
        List<String> header = new ArrayList<>();
        header.add("code");
        header.add(texts.of(Labels.headKey(data.figure())));
        if (data.figure() == Figure.ACTION_LINE_SDG) data.series().forEach(goal -> header.add("SDG " + goal));
        else if (data.figure() == Figure.NEW_UPDATED) {
            header.add(texts.of("reports.figure.new"));
            header.add(texts.of("reports.figure.updated"));
        } else header.add(texts.of("reports.figure.unit"));
        return header;
    }

    static List<Object> row(FigureData data, FigureData.Row row, Labels labels) {
        List<Object> cells = new ArrayList<>();
        cells.add(row.code());
        cells.add(labels.of(data.figure(), row.code()));
        cells.addAll(row.values());
        return cells;
    }

    /// With what must be known before a number is quoted: unit, denominator, and whether rows overlap.
    static Map<String, Object> json(PublishedReport report, FigureData data) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("report", report.slug());
        json.put("edition", report.number());
        json.put("frozenAt", report.frozenAt().toString());
        json.put("unit", "projects");
        json.put("of", report.projects());
        json.put("overlapping", data.figure().isOverlapping());
        json.put("figure", data.figure().code());
        json.put("counted", data.counted());
        json.put("missing", data.missing());
        json.put("series", data.series());
        json.put("rows", data.rows());
        return json;
    }
}
