package org.throughline.chain.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.chain.Chain;
import org.throughline.chain.Chain.FeedVersion;
import org.throughline.chain.Chain.OutputVersion;
import org.throughline.chain.Feed;
import org.throughline.chain.Graph;
import org.throughline.chain.Output;
import org.throughline.platform.web.Frame;

/// What changed in an output and in what leads to and from it, in words, newest first.
final class ChainHistory {

    private ChainHistory() {}

    private record Moment(Instant at, List<String> what) {}

    static List<OutputPage.Change> of(Frame frame, Chain chain, Graph graph, Output one) {
        List<Moment> moments = new ArrayList<>();
        List<OutputVersion> versions = chain.versions(one.slug());
        for (int i = 0; i + 1 < versions.size(); i++)
            moments.add(new Moment(
                    versions.get(i).at(),
                    changes(frame, versions.get(i + 1).facts(), versions.get(i).facts())));
        Instant added = versions.isEmpty() ? one.addedAt() : versions.getLast().at();
        List<FeedVersion> feeds = chain.feedVersions(one.slug());
        for (FeedVersion feed : feeds) {
            // What came together with the output itself is no change.
            if (feed.version() == 1 && !feed.at().isAfter(added)) continue;
            moments.add(new Moment(feed.at(), List.of(change(frame, graph, one.slug(), feed))));
        }
        moments.sort(Comparator.comparing(Moment::at).reversed());
        return moments.stream()
                .map(moment -> new OutputPage.Change(frame.dateTime(moment.at()), moment.what()))
                .toList();
    }

    private static List<String> changes(Frame frame, Output.Facts before, Output.Facts now) {
        List<String> what = new ArrayList<>();
        if (!before.title().equals(now.title()))
            what.add(frame.t("chain.change.title", frame.text(before.title()), frame.text(now.title())));
        if (!before.date().equals(now.date()))
            what.add(frame.t(
                    "chain.change.date", ChainWords.date(frame, before.date()), ChainWords.date(frame, now.date())));
        if (before.status() != now.status())
            what.add(frame.t("chain.change.status", ChainWords.status(frame, now.status())));
        if (before.certainty() != now.certainty())
            what.add(frame.t("chain.change.certainty", ChainWords.certainty(frame, now.certainty())));
        if (what.isEmpty()) what.add(frame.t("chain.change.words"));
        return what;
    }

    private static String change(Frame frame, Graph graph, String slug, FeedVersion version) {
        Feed.Facts facts = version.facts();
        boolean forth = facts.from().equals(slug);
        String other = forth ? facts.to() : facts.from();
        String title = graph.output(other).map(one -> frame.text(one.title())).orElse(other);
        String what = forth ? ChainWords.kind(frame, facts.kind()) : ChainWords.back(frame, facts.kind());
        if (!facts.withdrawn().isEmpty()) return frame.t("chain.change.feed-withdrawn", what, title, facts.withdrawn());
        return version.version() == 1
                ? frame.t("chain.change.feed-added", what, title)
                : frame.t("chain.change.feed-edited", what, title);
    }
}
