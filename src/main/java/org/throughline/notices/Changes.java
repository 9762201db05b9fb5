package org.throughline.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.RoadmapChange;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.search.SearchResults;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.Projects;
import org.throughline.stocktaking.RegisterQuery;

/// What changed in the public register and on the road maps in some time, worked out once for all digests of
/// one run: of each search only those of its entries are kept that changed.
final class Changes {

    /// An entry that is public and changed.
    record Entry(
            long number,
            Instant publishedAt,
            Instant updatedAt,
            @Nullable Instant closedAt) {}

    /// An entry that was public and is no more.
    ///
    /// @param codes by what it could be found while it was public
    record Gone(
            long number,
            boolean merged,
            Instant at,
            @Nullable Long into,
            Set<String> codes) {}

    private final Map<Long, Entry> entries;
    private final List<Gone> gone;
    private final Projects projects;
    private final Supplier<List<Roadmaps.Version>> plans;
    private final Map<String, Optional<Set<Long>>> found = new HashMap<>();

    Changes(Map<Long, Entry> entries, List<Gone> gone, Projects projects, Supplier<List<Roadmaps.Version>> plans) {
        this.entries = entries;
        this.gone = gone;
        this.projects = projects;
        this.plans = plans;
    }

    /// What happened to what a follow is about after one moment and not after another, the newest entries first.
    /// Empty where it cannot be known now, because words cannot be looked for.
    ///
    /// @param told which of some entries the follow was told of before
    Optional<List<News>> of(Target target, Instant after, Instant until, Function<List<Long>, Set<Long>> told) {
        if (target.kind() == Target.Kind.ROADMAP) return Optional.of(planned(target.key(), after, until));
        Optional<Set<Long>> numbers = switch (target.kind()) {
            case PROJECT -> Optional.of(Set.of(target.number()));
            case SEARCH -> found.computeIfAbsent(target.key(), key -> search(target));
            case ROADMAP -> Optional.of(Set.of());
        };
        return numbers.map(some -> {
            List<News> news = new ArrayList<>();
            some.stream()
                    .sorted((one, other) -> Long.compare(other, one))
                    .map(entries::get)
                    .forEach(entry -> {
                        if (entry != null)
                            what(entry, after, until).ifPresent(what -> news.add(new News(what, entry.number(), null)));
                    });
            gone(target, after, until, told, news);
            return news;
        });
    }

    /// What is different on a road map, on all of them where the code is empty; the newest first. A milestone
    /// that went from one road map to another is news of both.
    private List<News> planned(String track, Instant after, Instant until) {
        List<News> news = new ArrayList<>();
        for (RoadmapChange one : RoadmapChange.between(plans.get(), after, until)) {
            Milestone.Facts before = one.before();
            boolean ours = track.isEmpty()
                    || one.after().track().equals(track)
                    || (before != null && before.track().equals(track));
            if (ours)
                news.add(new News(before == null ? News.What.PUBLISHED : News.What.CHANGED, one.milestone(), null));
        }
        return news.reversed();
    }

    private Optional<Set<Long>> search(Target target) {
        if (entries.isEmpty()) return Optional.of(Set.of());
        RegisterQuery query = target.query(Languages.DEFAULT);
        if (!query.text().isEmpty()
                && projects.find(query.page(0, 0), List.of()).state() != SearchResults.State.READY)
            return Optional.empty();
        Set<Long> changed = new HashSet<>();
        for (Long number : projects.numbers(query)) if (entries.containsKey(number)) changed.add(number);
        return Optional.of(changed);
    }

    private static Optional<News.What> what(Entry entry, Instant after, Instant until) {
        if (isBetween(entry.publishedAt(), after, until)) return Optional.of(News.What.PUBLISHED);
        if (entry.closedAt() != null && isBetween(entry.closedAt(), after, until)) return Optional.of(News.What.OVER);
        if (isBetween(entry.updatedAt(), after, until)) return Optional.of(News.What.CHANGED);
        return Optional.empty();
    }

    private static boolean isBetween(Instant moment, Instant after, Instant until) {
        return moment.isAfter(after) && !moment.isAfter(until);
    }

    private void gone(
            Target target, Instant after, Instant until, Function<List<Long>, Set<Long>> told, List<News> news) {
        List<Gone> some =
                gone.stream().filter(one -> isBetween(one.at(), after, until)).toList();
        if (some.isEmpty()) return;
        Set<Long> known = told.apply(some.stream().map(Gone::number).toList());
        for (Gone one : some) {
            boolean ours = target.kind() == Target.Kind.PROJECT
                    ? target.number() == one.number()
                    : known.contains(one.number()) || belonged(target.query(Languages.DEFAULT), one.codes());
            if (ours)
                news.add(new News(one.merged() ? News.What.MERGED : News.What.WITHDRAWN, one.number(), one.into()));
        }
    }

    // Neither its words are kept nor what it chose in a register's own fields; by these alone nobody is told that an
    // entry of theirs is gone.
    private static boolean belonged(RegisterQuery query, Set<String> codes) {
        if (!query.text().isEmpty() || !query.own().isEmpty() || codes.isEmpty()) return false;
        return query.facets().entrySet().stream()
                .filter(chosen -> chosen.getKey() != Facet.LIGHT)
                .allMatch(chosen -> chosen.getValue().stream()
                        .anyMatch(value -> codes.contains(chosen.getKey().parameter() + "=" + value)));
    }
}
