package org.throughline.mandates.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// Every instrument, body by body.
public record InstrumentsPage(List<Shelf> shelves, int instruments, int revisions, int unverified) {

    /// What one body adopted.
    public record Shelf(LocalizedText body, List<Line> lines) {}

    /// @param about absent where the name says it
    /// @param current its newest revision; empty where there is one only
    public record Line(
            String slug,
            String name,
            @Nullable LocalizedText about,
            String current,
            String adopted,
            int revisions,
            boolean unverified) {}
}
