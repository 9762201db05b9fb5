package org.throughline.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.throughline.platform.PartialDate;

/// The outputs that stand and what leads from one to another. Feeds of outputs that are not there are left out.
public final class Graph {

    private final Map<String, Output> outputs = new LinkedHashMap<>();
    private final List<Feed> feeds;
    private final Map<String, List<Feed>> out = new HashMap<>();
    private final Map<String, List<Feed>> in = new HashMap<>();

    public Graph(Collection<Output> outputs, Collection<Feed> feeds) {
        for (Output one : outputs) if (!one.isWithdrawn()) this.outputs.put(one.slug(), one);
        this.feeds = feeds.stream()
                .filter(one -> !one.isWithdrawn()
                        && this.outputs.containsKey(one.from())
                        && this.outputs.containsKey(one.to()))
                .toList();
        for (Feed one : this.feeds) {
            out.computeIfAbsent(one.from(), from -> new ArrayList<>()).add(one);
            in.computeIfAbsent(one.to(), to -> new ArrayList<>()).add(one);
        }
    }

    public Collection<Output> outputs() {
        return outputs.values();
    }

    public List<Feed> feeds() {
        return feeds;
    }

    public Optional<Output> output(String slug) {
        return Optional.ofNullable(outputs.get(slug));
    }

    /// What became of an output: where it went in.
    public List<Feed> from(String slug) {
        return out.getOrDefault(slug, List.of());
    }

    /// What an output rests on.
    public List<Feed> to(String slug) {
        return in.getOrDefault(slug, List.of());
    }

    /// An output with all that it rests on and all that became of it, however far away.
    public Graph around(String slug) {
        Set<String> kept = new LinkedHashSet<>();
        reach(slug, kept, this::to, Feed::from);
        Set<String> later = new LinkedHashSet<>();
        reach(slug, later, this::from, Feed::to);
        kept.addAll(later);
        return only(kept);
    }

    /// These outputs and what leads between them.
    public Graph only(Set<String> slugs) {
        return new Graph(
                outputs.values().stream()
                        .filter(one -> slugs.contains(one.slug()))
                        .toList(),
                feeds);
    }

    /// The same without one link.
    public Graph without(long number) {
        return new Graph(
                outputs.values(),
                feeds.stream().filter(one -> one.number() != number).toList());
    }

    private void reach(
            String slug, Set<String> reached, Function<String, List<Feed>> next, Function<Feed, String> other) {
        Deque<String> open = new ArrayDeque<>(List.of(slug));
        while (!open.isEmpty()) {
            String one = open.remove();
            if (reached.add(one)) next.apply(one).forEach(feed -> open.add(other.apply(feed)));
        }
    }

    /// Outputs that are there and went into nothing that is on record; what is only expected has time.
    public List<Output> unused() {
        return outputs.values().stream()
                .filter(one -> one.facts().status() == OutputStatus.ISSUED
                        && from(one.slug()).isEmpty())
                .toList();
    }

    /// Outputs of which nothing says what they rest on, though something must have gone into them: summaries,
    /// documents, reports. A call, a set of submissions, a register or a session may well begin a chain.
    public List<Output> unfounded() {
        return outputs.values().stream()
                .filter(one -> switch (one.facts().type()) {
                    case CALL, SUBMISSIONS, REGISTER, SESSION -> false;
                    default -> to(one.slug()).isEmpty();
                })
                .toList();
    }

    /// The way from one output to another over what is on record, both included; empty where there is none.
    public List<Output> way(String from, String to) {
        Map<String, String> before = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String one = open.remove();
            if (one.equals(to)) {
                Deque<Output> way = new ArrayDeque<>();
                for (String step = to; step != null; step = before.get(step)) way.addFirst(outputs.get(step));
                return List.copyOf(way);
            }
            for (Feed feed : from(one))
                if (!feed.to().equals(from) && before.putIfAbsent(feed.to(), one) == null) open.add(feed.to());
        }
        return List.of();
    }

    /// Whether something of this date can have gone into something of that one: not when even its first day lies
    /// after the other's last.
    public static boolean inTime(String from, String to) {
        var first = PartialDate.first(from);
        var last = PartialDate.last(to);
        return first.isEmpty() || last.isEmpty() || !first.get().isAfter(last.get());
    }
}
