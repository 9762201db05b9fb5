package org.throughline.opendata;

import java.util.Map;
import java.util.TreeMap;
import org.throughline.stocktaking.PublishedProject;

/// What a dump's card says about its content, counted while its files are written.
///
/// @param entries how many lines are entries that everybody may see
/// @param gone how many lines say that an entry is gone
/// @param languages entries by the language of their texts
/// @param collections entries by register
/// @param freshness entries by when their keeper last confirmed them
/// @param answered how many entries have each column
/// @param completeness of the entries on average, in per cent, rounded down
public record DumpFacts(
        long entries,
        long gone,
        Map<String, Long> languages,
        Map<String, Long> collections,
        Map<String, Long> freshness,
        Map<String, Long> answered,
        int completeness) {

    /// Counts line by line.
    static final class Counter {
        private long entries;
        private long gone;
        private long completeness;
        private final Map<String, Long> languages = new TreeMap<>();
        private final Map<String, Long> collections = new TreeMap<>();
        private final Map<String, Long> freshness = new TreeMap<>();
        private final Map<String, Long> answered = new TreeMap<>();

        void count(DumpLine line, Map<String, Object> row) {
            switch (line) {
                case DumpLine.Gone ignored -> gone++;
                case DumpLine.Shown shown -> count(shown.project(), row);
            }
        }

        private void count(PublishedProject project, Map<String, Object> row) {
            entries++;
            completeness += project.completeness();
            languages.merge(project.language(), 1L, Long::sum);
            collections.merge(project.collection(), 1L, Long::sum);
            freshness.merge(String.valueOf(row.get("freshness")), 1L, Long::sum);
            row.keySet().forEach(column -> answered.merge(column, 1L, Long::sum));
        }

        DumpFacts facts() {
            return new DumpFacts(
                    entries,
                    gone,
                    languages,
                    collections,
                    freshness,
                    answered,
                    entries == 0 ? 0 : (int) (completeness / entries));
        }
    }
}
