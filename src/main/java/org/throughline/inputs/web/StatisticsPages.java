package org.throughline.inputs.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.inputs.InputTags;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.Tally;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.chart.ChartText;
import org.throughline.platform.chart.Charts;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.vocabulary.TermNames;

/// What a call received and what became of it, in numbers that add up.
@Controller
class StatisticsPages {

    private final PublishedCalls calls;
    private final PublishedInputs inputs;
    private final TermNames terms;
    private final PageStore pages;

    StatisticsPages(PublishedCalls calls, PublishedInputs inputs, TermNames terms, PageStore pages) {
        this.calls = calls;
        this.inputs = inputs;
        this.terms = terms;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/statistics")
    ModelAndView show(Frame frame, @PathVariable String slug) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        pages.sameForAll("call:" + slug, InputTags.statistics(slug), InputTags.list(slug));
        Tally tally = inputs.tally(call.id());
        String language = frame.language();
        String denominator = frame.t("inputs.statistics.denominator", tally.published(), tally.received());
        List<Chart> charts = new ArrayList<>();
        if (tally.received() > 0) {
            charts.add(stacked(
                    frame,
                    tally,
                    frame.t("inputs.statistics.by-type"),
                    frame.t("inputs.facet.type"),
                    tally.receivedByType(),
                    tally.publishedByType(),
                    code -> terms.type(code, language),
                    ""));
            charts.add(stacked(
                    frame,
                    tally,
                    frame.t("inputs.statistics.by-region"),
                    frame.t("inputs.facet.region"),
                    tally.receivedByRegion(),
                    tally.publishedByRegion(),
                    code -> terms.region(code, language),
                    frame.t("inputs.statistics.seats")));
        }
        if (tally.published() > 0)
            charts.add(bars(
                    frame,
                    tally,
                    frame.t("inputs.statistics.by-language"),
                    frame.t("inputs.facet.language"),
                    tally.publishedByLanguage(),
                    code -> terms.language(code, language),
                    denominator));
        return Pages.show(
                frame, "inputs/web/statistics", new StatisticsPage(call, tally, inputs.families(call.id()), charts));
    }

    private static Chart stacked(
            Frame frame,
            Tally tally,
            String title,
            String header,
            Map<String, Long> received,
            Map<String, Long> published,
            Function<String, String> name,
            String caveat) {
        List<Charts.StackedRow> rows = received.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> {
                    double shown = published.getOrDefault(entry.getKey(), 0L);
                    return new Charts.StackedRow(name.apply(entry.getKey()), List.of(shown, entry.getValue() - shown));
                })
                .toList();
        return Charts.stackedBars(
                text(
                        frame,
                        title,
                        header,
                        frame.t("inputs.statistics.denominator", tally.published(), tally.received()),
                        caveat),
                List.of(frame.t("inputs.statistics.published"), frame.t("inputs.statistics.other")),
                rows);
    }

    private static Chart bars(
            Frame frame,
            Tally tally,
            String title,
            String header,
            Map<String, Long> counts,
            Function<String, String> name,
            String denominator) {
        List<Charts.Row> rows = counts.entrySet().stream()
                .map(entry -> new Charts.Row(
                        name.apply(entry.getKey()),
                        (double) entry.getValue(),
                        (double) entry.getValue() / tally.published()))
                .toList();
        return Charts.bars(text(frame, title, header, denominator, ""), rows);
    }

    private static ChartText text(Frame frame, String title, String header, String denominator, String caveat) {
        return new ChartText(
                frame.language(),
                title,
                "",
                frame.t("inputs.statistics.unit"),
                denominator,
                caveat,
                header,
                frame.t("inputs.statistics.share"));
    }
}
