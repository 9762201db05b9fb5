package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.chart.Chart;
import org.throughline.stocktaking.web.ProjectListPage.Line;
import org.throughline.stocktaking.web.ProjectListPage.Link;

/// A country or an action line with the projects that belong to it, or the list of all of them.
///
/// @param note what the thing is, where the vocabulary says so
/// @param follow where following it by mail begins
/// @param entries of the list of all of them; empty on the page of one
public record SubjectPage(
        String title,
        String note,
        Link home,
        String count,
        String all,
        String follow,
        String feed,
        List<Line> lines,
        @Nullable Chart chart,
        List<Entry> entries) {

    public record Entry(String label, String count, String url) {}
}
