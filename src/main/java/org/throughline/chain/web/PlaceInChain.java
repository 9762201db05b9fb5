package org.throughline.chain.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.chain.Chain;
import org.throughline.chain.Feed;
import org.throughline.chain.Graph;
import org.throughline.chain.Output;
import org.throughline.chain.OutputStatus;
import org.throughline.platform.Certainty;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Surroundings;

/// The place of a document, a call, an instrument or a task in the chain of outputs, for its own page.
@Component
class PlaceInChain implements Surroundings {

    private final Chain chain;
    private final PageStore pages;

    PlaceInChain(Chain chain, PageStore pages) {
        this.chain = chain;
        this.pages = pages;
    }

    @Override
    public List<Block> of(Frame frame, List<String> addresses) {
        pages.dependsOn(Chain.TAG);
        Chain.Place place = chain.at(addresses);
        if (place.here().isEmpty()) return List.of();
        return List.of(new Block(
                "chain",
                frame.t("chain.place"),
                place.here().stream()
                        .map(one -> thing(frame, place.graph(), one))
                        .toList()));
    }

    private static Thing thing(Frame frame, Graph graph, Output one) {
        boolean expected = one.facts().status() == OutputStatus.EXPECTED;
        return new Thing(
                one.title(),
                "/chain/" + one.slug(),
                List.of(
                        new Part(
                                frame.t("chain.before"),
                                graph.to(one.slug()).stream()
                                        .map(feed -> line(
                                                frame,
                                                feed,
                                                ChainWords.back(
                                                        frame, feed.facts().kind()),
                                                graph.output(feed.from()).orElseThrow()))
                                        .toList(),
                                frame.t("chain.before.none")),
                        new Part(
                                frame.t("chain.after"),
                                graph.from(one.slug()).stream()
                                        .map(feed -> line(
                                                frame,
                                                feed,
                                                ChainWords.kind(
                                                        frame, feed.facts().kind()),
                                                graph.output(feed.to()).orElseThrow()))
                                        .toList(),
                                frame.t(expected ? "chain.after.expected" : "chain.after.none"))));
    }

    private static Line line(Frame frame, Feed feed, String how, Output other) {
        Certainty sure = feed.facts().certainty();
        return new Line(
                how,
                other.title(),
                "/chain/" + other.slug(),
                sure == Certainty.CONFIRMED ? "" : ChainWords.certainty(frame, sure));
    }
}
