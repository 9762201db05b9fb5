package org.throughline.chain.web;

import java.util.List;
import java.util.Set;
import org.throughline.chain.Feed;
import org.throughline.chain.Graph;
import org.throughline.chain.Output;
import org.throughline.chain.OutputStatus;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Frame;

/// An output in a list, with what leads on from it.
///
/// @param expected it is not there yet
/// @param next what it went into
public record OutputLine(
        String slug,
        LocalizedText title,
        String type,
        LocalizedText body,
        String date,
        String symbol,
        boolean expected,
        Certainty certainty,
        List<FeedLine> next) {

    static OutputLine of(Frame frame, Graph graph, Output one) {
        return of(frame, graph, one, true);
    }

    static OutputLine of(Frame frame, Graph graph, Output one, boolean withNext) {
        Output.Facts facts = one.facts();
        return new OutputLine(
                one.slug(),
                facts.title(),
                ChainWords.type(frame, facts.type()),
                facts.body(),
                ChainWords.date(frame, facts.date()),
                facts.symbol(),
                facts.status() == OutputStatus.EXPECTED,
                facts.certainty(),
                withNext
                        ? graph.from(one.slug()).stream()
                                .map(feed -> FeedLine.forth(frame, graph, feed))
                                .toList()
                        : List.of());
    }

    /// What leads from one output to another, seen from one of them.
    ///
    /// @param kind how, in words that fit the direction
    /// @param other the output on the other side
    /// @param further what lies beyond, in a tree
    /// @param seen what lies beyond is shown elsewhere in the same tree
    public record FeedLine(
            long number,
            String kind,
            OutputLine other,
            String part,
            String date,
            LocalizedText evidence,
            Certainty certainty,
            List<Output.Source> sources,
            List<FeedLine> further,
            boolean seen) {

        static FeedLine forth(Frame frame, Graph graph, Feed feed) {
            return line(frame, graph, feed, true, List.of(), false);
        }

        /// What became of an output, or what it rests on, as far as it goes; each output's own way is told once.
        static List<FeedLine> tree(Frame frame, Graph graph, String slug, boolean forth, Set<String> told) {
            return (forth ? graph.from(slug) : graph.to(slug))
                    .stream()
                            .map(feed -> {
                                String other = forth ? feed.to() : feed.from();
                                boolean more = !(forth ? graph.from(other) : graph.to(other)).isEmpty();
                                boolean first = told.add(other);
                                List<FeedLine> further =
                                        first ? tree(frame, graph, other, forth, told) : List.<FeedLine>of();
                                return line(frame, graph, feed, forth, further, !first && more);
                            })
                            .toList();
        }

        private static FeedLine line(
                Frame frame, Graph graph, Feed feed, boolean forth, List<FeedLine> further, boolean seen) {
            Feed.Facts facts = feed.facts();
            Output other = graph.output(forth ? feed.to() : feed.from()).orElseThrow();
            return new FeedLine(
                    feed.number(),
                    forth ? ChainWords.kind(frame, facts.kind()) : ChainWords.back(frame, facts.kind()),
                    OutputLine.of(frame, graph, other, false),
                    facts.part(),
                    facts.date().isEmpty() ? "" : ChainWords.date(frame, facts.date()),
                    facts.evidence(),
                    facts.certainty(),
                    facts.sources(),
                    further,
                    seen);
        }
    }
}
