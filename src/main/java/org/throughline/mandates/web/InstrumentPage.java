package org.throughline.mandates.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;
import org.throughline.platform.web.Surroundings;

/// One instrument: its revisions on one line of time, its paragraphs on record, and what it is tied to.
///
/// @param about absent where the name says it
/// @param tasks how many tasks it gives
/// @param uses how many things here cite it
/// @param revisions newest first
/// @param around what others know of it
/// @param tiesPage which page of what it is tied to, from 1
public record InstrumentPage(
        String slug,
        int tasks,
        long uses,
        String name,
        @Nullable LocalizedText about,
        LocalizedText body,
        List<Line> revisions,
        List<Part> paragraphs,
        List<Tie> says,
        List<Tie> isSaid,
        List<Surroundings.Block> around,
        int tiesPage,
        boolean moreTies) {

    /// @param label its label; for one without, its symbol or the year
    public record Line(
            String anchor,
            String label,
            String symbol,
            String place,
            String adopted,
            boolean current,
            Source source,
            boolean unverified) {}

    /// @param id by which the secretariat names it
    public record Part(String id, String anchor, String label, LocalizedText words, String of, Source source) {}

    /// @param kind how it is tied, as a phrase before the other's name
    public record Tie(String kind, String slug, String name, String body, Source source, boolean unverified) {}
}
