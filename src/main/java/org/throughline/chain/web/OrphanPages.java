package org.throughline.chain.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.calls.PublishedCalls;
import org.throughline.chain.Chain;
import org.throughline.chain.Graph;
import org.throughline.chain.Output;
import org.throughline.inputs.InputTags;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.UnusedInputs;

/// Outputs that nobody used, outputs that rest on nothing, and inputs without an outcome.
@Controller
class OrphanPages {

    private final Chain chain;
    private final UnusedInputs inputs;
    private final PublishedCalls calls;
    private final PageStore pages;

    OrphanPages(Chain chain, UnusedInputs inputs, PublishedCalls calls, PageStore pages) {
        this.chain = chain;
        this.inputs = inputs;
        this.calls = calls;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/chain/orphans")
    ModelAndView show(Frame frame) {
        List<Call> all = calls.all();
        pages.dependsOn(Chain.TAG, "calls");
        for (Call call : all)
            pages.dependsOn("call:" + call.slug(), InputTags.statistics(call.slug()), InputTags.list(call.slug()));
        pages.freshFor(Duration.ofMinutes(10));
        Graph graph = chain.graph();
        Map<CallId, UnusedInputs.Count> counts =
                inputs.counts().stream().collect(Collectors.toMap(UnusedInputs.Count::call, Function.identity()));
        return Pages.show(
                frame,
                "chain/web/orphans",
                new OrphansPage(
                        lines(frame, graph, graph.unused()),
                        lines(frame, graph, graph.unfounded()),
                        graph.outputs().size(),
                        all.stream()
                                .map(call -> line(frame, call, counts.get(call.id())))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    private static List<OutputLine> lines(Frame frame, Graph graph, List<Output> outputs) {
        return outputs.stream()
                .map(one -> OutputLine.of(frame, graph, one, false))
                .toList();
    }

    private static OrphansPage.@Nullable CallLine line(Frame frame, Call call, UnusedInputs.@Nullable Count count) {
        if (count == null) return null;
        return new OrphansPage.CallLine(
                call.slug(),
                call.title(),
                count.summarised(),
                count.received(),
                count.published(),
                count.unpublished(),
                count.withdrawn(),
                count.duplicates(),
                count.unused(),
                count.published() == 0 ? "" : frame.percent((double) count.unused() / count.published()),
                count.unquotable(),
                count.numbers(),
                count.unused() - count.numbers().size());
    }
}
