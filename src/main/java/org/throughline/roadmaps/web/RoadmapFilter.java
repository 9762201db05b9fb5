package org.throughline.roadmaps.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.roadmaps.Kind;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.Status;

/// Which milestones a reader wants, as the address says it. What is no choice is left out of account.
///
/// @param tracks codes; empty for all
record RoadmapFilter(
        List<String> tracks,
        @Nullable Kind kind,
        @Nullable Integer year,
        @Nullable Status status) {

    static final RoadmapFilter ALL = new RoadmapFilter(List.of(), null, null, null);

    static RoadmapFilter of(Map<String, List<String>> sent, List<String> known) {
        return new RoadmapFilter(
                known.stream()
                        .filter(sent.getOrDefault("track", List.of())::contains)
                        .toList(),
                one(sent, "kind").flatMap(Kind::of).orElse(null),
                one(sent, "year")
                        .filter(year -> year.matches("\\d{4}"))
                        .map(Integer::valueOf)
                        .orElse(null),
                one(sent, "status").flatMap(Status::of).orElse(null));
    }

    private static Optional<String> one(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream().findFirst();
    }

    RoadmapFilter of(String track) {
        return new RoadmapFilter(List.of(track), kind, year, status);
    }

    List<Milestone> from(List<Milestone> milestones) {
        return milestones.stream().filter(this::fits).toList();
    }

    private boolean fits(Milestone one) {
        return (tracks.isEmpty() || tracks.contains(one.facts().track()))
                && (kind == null || one.facts().kind() == kind)
                && (year == null || one.when().touches(year))
                && (status == null || one.facts().status() == status);
    }

    boolean isAll() {
        return equals(ALL);
    }

    /// As it stands in an address, with its question mark; empty for everything. The road map of a page of its own is
    /// in its path.
    String query(boolean withTracks) {
        List<String> parts = new ArrayList<>();
        if (withTracks) tracks.forEach(track -> parts.add("track=" + track));
        if (kind != null) parts.add("kind=" + kind.word());
        if (year != null) parts.add("year=" + year);
        if (status != null) parts.add("status=" + status.word());
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
