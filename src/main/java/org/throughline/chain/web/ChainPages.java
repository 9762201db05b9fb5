package org.throughline.chain.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.chain.Chain;
import org.throughline.chain.ChainRefusals;
import org.throughline.chain.Graph;
import org.throughline.chain.Output;
import org.throughline.chain.Strand;
import org.throughline.chain.web.OutputLine.FeedLine;
import org.throughline.platform.Certainty;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;

/// The chain of outputs, drawn and in words, and one output with its way back and forth.
@Controller
class ChainPages {

    private static final String WHOLE = "whole";

    private final Chain chain;
    private final PageStore pages;

    ChainPages(Chain chain, PageStore pages) {
        this.chain = chain;
        this.pages = pages;
    }

    /// The whole chain is listed and one strand of it drawn, because all of it is wider than any screen.
    @OpenToAll
    @GetMapping("/chain")
    ModelAndView all(
            Frame frame,
            @RequestParam(required = false) @Nullable String strand,
            @RequestParam(defaultValue = "") String draw) {
        pages.dependsOn(Chain.TAG);
        Strand chosen = Strand.of(strand == null ? "" : strand).orElse(null);
        Graph whole = chain.graph();
        Graph graph = chosen == null ? whole : of(whole, chosen);
        List<ChainPage.Part> parts = Arrays.stream(Strand.values())
                .filter(one -> chosen == null || one == chosen)
                .map(one -> new ChainPage.Part(
                        one.word(),
                        ChainWords.strand(frame, one),
                        whole.outputs().stream()
                                .filter(output -> output.facts().strand() == one)
                                .map(output -> OutputLine.of(frame, whole, output))
                                .toList()))
                .filter(part -> !part.lines().isEmpty())
                .toList();
        int outputs = parts.stream().mapToInt(part -> part.lines().size()).sum();
        Strand drawn = chosen != null || draw.equals(WHOLE) ? chosen : Strand.CALL;
        Graph shown = drawn == null ? whole : of(whole, drawn);
        Chart chart = shown.outputs().isEmpty() ? null : ChainChart.of(frame, shown, drawn);
        return Pages.show(
                frame,
                "chain/web/chain",
                new ChainPage(
                        Arrays.stream(Strand.values())
                                .map(one -> new Option(one.word(), ChainWords.strand(frame, one), one == chosen))
                                .toList(),
                        chosen == null ? "" : "?strand=" + chosen.word(),
                        chart,
                        drawn == chosen || drawn == null ? "" : ChainWords.strand(frame, drawn),
                        parts,
                        outputs,
                        (int) whole.feeds().stream()
                                .filter(feed -> chosen == null
                                        || whole.output(feed.from())
                                                        .orElseThrow()
                                                        .facts()
                                                        .strand()
                                                == chosen)
                                .count(),
                        (int) graph.feeds().stream()
                                .filter(feed -> feed.facts().certainty() != Certainty.CONFIRMED)
                                .count()));
    }

    /// The outputs of a strand, and those of others that they come from or went into.
    static Graph of(Graph whole, Strand strand) {
        Set<String> own = whole.outputs().stream()
                .filter(one -> one.facts().strand() == strand)
                .map(Output::slug)
                .collect(Collectors.toSet());
        Set<String> kept = new HashSet<>(own);
        whole.feeds().forEach(feed -> {
            if (own.contains(feed.from())) kept.add(feed.to());
            if (own.contains(feed.to())) kept.add(feed.from());
        });
        return whole.only(kept);
    }

    @OpenToAll
    @GetMapping("/chain/{slug:[a-z0-9-]+}")
    ModelAndView one(Frame frame, @PathVariable String slug) {
        pages.dependsOn(Chain.TAG);
        Output one = chain.output(slug).orElseThrow(Refusal::notFound);
        if (one.isWithdrawn())
            throw ChainRefusals.withdrawn(frame.text(one.title()), one.facts().withdrawn());
        Graph graph = chain.graph();
        Output.Facts facts = one.facts();
        Graph around = graph.around(slug);
        return Pages.show(
                frame,
                "chain/web/output",
                new OutputPage(
                        OutputLine.of(frame, graph, one),
                        facts,
                        ChainWords.strand(frame, facts.strand()),
                        ChainWords.status(frame, facts.status()),
                        facts.figures().stream()
                                .map(figure -> new OutputPage.FigureLine(
                                        frame.number(figure.value()), figure.label(), figure.source()))
                                .toList(),
                        graph.output(facts.supersedes()).map(ChainPages::other).orElse(null),
                        graph.outputs().stream()
                                .filter(other -> other.facts().supersedes().equals(slug))
                                .findFirst()
                                .map(ChainPages::other)
                                .orElse(null),
                        FeedLine.tree(frame, graph, slug, false, new HashSet<>(Set.of(slug))),
                        FeedLine.tree(frame, graph, slug, true, new HashSet<>(Set.of(slug))),
                        around.feeds().isEmpty() ? null : ChainChart.around(frame, around, one),
                        ChainHistory.of(frame, chain, graph, one)));
    }

    private static OutputPage.Other other(Output one) {
        return new OutputPage.Other(one.slug(), one.title());
    }
}
