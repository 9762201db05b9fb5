package org.throughline.chain.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.chain.Feed;
import org.throughline.chain.FeedKind;
import org.throughline.chain.Graph;
import org.throughline.chain.Output;
import org.throughline.chain.OutputStatus;
import org.throughline.chain.Strand;
import org.throughline.platform.Certainty;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.chart.DataTable;
import org.throughline.platform.chart.FlowChart;
import org.throughline.platform.chart.FlowChart.Arrow;
import org.throughline.platform.chart.FlowChart.Box;
import org.throughline.platform.chart.FlowChart.Look;
import org.throughline.platform.chart.Svg;
import org.throughline.platform.web.Frame;

/// Draws the chain from what came in to what came of it.
final class ChainChart {

    private static final String NOTHING = "–";

    private ChainChart() {}

    /// An output with all that it rests on and all that became of it.
    static Chart around(Frame frame, Graph graph, Output centre) {
        return draw(frame, graph, frame.t("chain.chart.around", frame.text(centre.title())), centre.slug());
    }

    /// @param strand which is drawn, with what it comes from and goes into; null for the whole chain
    static Chart of(Frame frame, Graph graph, @Nullable Strand strand) {
        String title = strand == null
                ? frame.t("chain.chart.title")
                : frame.t("chain.chart.strand", ChainWords.strand(frame, strand));
        return draw(frame, graph, title, "");
    }

    private static Chart draw(Frame frame, Graph graph, String title, String centre) {
        List<Box> boxes = graph.outputs().stream()
                .map(one -> box(frame, one, one.slug().equals(centre)))
                .toList();
        List<Arrow> arrows = graph.feeds().stream()
                .map(feed -> new Arrow(feed.from(), feed.to(), look(feed.facts().kind()), isUnsure(feed)))
                .toList();
        Svg picture = FlowChart.draw(
                frame.language(),
                title,
                frame.t("chain.chart.description", boxes.size(), arrows.size()),
                boxes,
                arrows,
                new FlowChart.Words(
                        frame.t("chain.chart.content"),
                        frame.t("chain.chart.passed"),
                        frame.t("chain.chart.basis"),
                        frame.t("chain.chart.unsure"),
                        frame.t("chain.chart.expected")));
        return new Chart(picture, table(frame, graph, title), List.of());
    }

    // A row for each arrow, and one for each box that has none.
    private static DataTable table(Frame frame, Graph graph, String title) {
        List<List<String>> rows = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (Output one : graph.outputs()) {
            List<Feed> next = graph.from(one.slug());
            for (Feed feed : next)
                rows.add(row(frame, one, feed, graph.output(feed.to()).orElseThrow()));
            if (next.isEmpty() && graph.to(one.slug()).isEmpty())
                rows.add(List.of(frame.text(one.title()), NOTHING, NOTHING));
            while (addresses.size() < rows.size()) addresses.add(address(frame, one));
        }
        return new DataTable(
                title,
                List.of(
                        frame.t("chain.desk.feed.from"),
                        frame.t("chain.desk.feed.kind"),
                        frame.t("chain.desk.feed.to")),
                rows,
                addresses);
    }

    private static List<String> row(Frame frame, Output from, Feed feed, Output to) {
        String how = ChainWords.kind(frame, feed.facts().kind());
        return List.of(
                frame.text(from.title()),
                isUnsure(feed)
                        ? how + " – " + ChainWords.certainty(frame, feed.facts().certainty())
                        : how,
                frame.text(to.title()));
    }

    private static String address(Frame frame, Output one) {
        return frame.url("/chain/" + one.slug());
    }

    private static boolean isUnsure(Feed feed) {
        return feed.facts().certainty() != Certainty.CONFIRMED;
    }

    private static Box box(Frame frame, Output one, boolean centre) {
        Output.Facts facts = one.facts();
        boolean unsure = facts.certainty() != Certainty.CONFIRMED;
        String date = facts.date().isEmpty() ? "" : ChainWords.date(frame, facts.date());
        String type = ChainWords.type(frame, facts.type());
        String below = date.isEmpty() ? type : frame.t("chain.chart.below", type, date);
        String name = frame.t("chain.chart.name", frame.text(facts.title()), frame.text(facts.body()), below);
        return new Box(
                one.slug(),
                frame.text(facts.title()),
                below,
                unsure ? name + " – " + frame.t("chain.unverified") : name,
                facts.strand().ordinal(),
                facts.status() == OutputStatus.EXPECTED,
                unsure,
                centre,
                address(frame, one));
    }

    private static Look look(FeedKind kind) {
        return switch (kind) {
            case SUMMARISED_IN, ANNEXED_TO, QUOTED_IN -> Look.CONTENT;
            case TRANSMITTED_TO, NOTED_BY, APPROVED_BY -> Look.PASSED;
            case BASIS_OF -> Look.BASIS;
        };
    }
}
