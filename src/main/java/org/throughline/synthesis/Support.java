package org.throughline.synthesis;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What a sentence rests on, counted: distinct inputs (several passages of one input count once), their stakeholder
/// types and regions, and the published inputs they are a share of.
public record Support(long inputs, long of, Map<String, Long> byType, Map<String, Long> byRegion) {

    /// One input behind a sentence.
    record Source(UUID input, String stakeholderType, String region) {}

    static Support count(Collection<Source> sources, long of) {
        Map<String, Long> types = new TreeMap<>();
        Map<String, Long> regions = new TreeMap<>();
        var distinct = new java.util.LinkedHashMap<UUID, Source>();
        sources.forEach(source -> distinct.put(source.input(), source));
        distinct.values().forEach(source -> {
            types.merge(source.stakeholderType(), 1L, Long::sum);
            regions.merge(source.region(), 1L, Long::sum);
        });
        return new Support(distinct.size(), of, types, regions);
    }

    public int types() {
        return byType.size();
    }

    public int regions() {
        return byRegion.size();
    }

    public double share() {
        return of == 0 ? 0 : (double) inputs / of;
    }
}
