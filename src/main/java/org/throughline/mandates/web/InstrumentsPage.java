package org.throughline.mandates.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// Every instrument, body by body; of a long register one body, page by page.
///
/// @param bodies to open, where not all stand on this page
/// @param body that is open; empty for all or none
/// @param page from 1
public record InstrumentsPage(
        List<Shelf> shelves,
        List<Other> bodies,
        int instruments,
        int revisions,
        int unverified,
        String body,
        int page,
        boolean more) {

    /// A body that can be opened.
    public record Other(String code, LocalizedText name, int instruments, boolean open) {}

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
            int tasks,
            boolean unverified) {}
}
