package org.throughline.chain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.chain.Output.Facts;

/// What a link between outputs must keep to: it leads from one to another, forward in time, and never back to where it
/// began.
public final class ChainRules {

    private ChainRules() {}

    /// What is wrong with a link.
    public enum Wrong {
        SELF,
        MISSING_FROM,
        MISSING_TO,
        BACK_IN_TIME,
        CIRCLE,
        TWICE
    }

    /// @param way for a circle, the outputs that lead back from the end of the link to its beginning
    public record Fault(Wrong wrong, List<Output> way) {}

    /// @param number of the link that is changed; null for a new one
    public static List<Fault> faults(Graph graph, Feed.Facts facts, @Nullable Long number) {
        if (!facts.withdrawn().isEmpty()) return List.of();
        List<Fault> faults = new ArrayList<>();
        Output from = graph.output(facts.from()).orElse(null);
        Output to = graph.output(facts.to()).orElse(null);
        if (from == null) faults.add(new Fault(Wrong.MISSING_FROM, List.of()));
        if (to == null) faults.add(new Fault(Wrong.MISSING_TO, List.of()));
        if (from == null || to == null) return faults;
        if (from == to) return List.of(new Fault(Wrong.SELF, List.of()));
        if (!Graph.inTime(from.facts().date(), to.facts().date()))
            faults.add(new Fault(Wrong.BACK_IN_TIME, List.of(from, to)));
        Graph others = number == null ? graph : graph.without(number);
        List<Output> way = others.way(facts.to(), facts.from());
        if (!way.isEmpty()) faults.add(new Fault(Wrong.CIRCLE, way));
        if (others.from(facts.from()).stream()
                .anyMatch(one -> one.to().equals(facts.to())
                        && one.facts().kind() == facts.kind()
                        && one.facts().part().equals(facts.part()))) faults.add(new Fault(Wrong.TWICE, List.of()));
        return faults;
    }

    /// The outputs that a new date would put on the wrong side of this one.
    public static List<Output> outOfTime(Graph graph, String slug, String date) {
        List<Output> wrong = new ArrayList<>();
        for (Feed one : graph.to(slug)) {
            Output from = graph.output(one.from()).orElseThrow();
            if (!Graph.inTime(from.facts().date(), date)) wrong.add(from);
        }
        for (Feed one : graph.from(slug)) {
            Output to = graph.output(one.to()).orElseThrow();
            if (!Graph.inTime(date, to.facts().date())) wrong.add(to);
        }
        return wrong;
    }

    /// Whether an output may be withdrawn: only when nothing leads to it or from it any more.
    public static boolean mayGo(Graph graph, String slug, Facts facts) {
        return facts.withdrawn().isEmpty()
                || (graph.from(slug).isEmpty() && graph.to(slug).isEmpty());
    }
}
