package org.throughline.mandates.web;

import java.util.List;

/// Instruments that were revised and are still cited as they were.
///
/// @param waiting citations that nobody has looked at
/// @param page from 1
public record RevisionReviewsPage(List<Line> lines, long waiting, int page, boolean more) {

    /// @param waiting citations of it that nobody has looked at
    /// @param all citations of it that are listed
    public record Line(String slug, String name, long waiting, long all) {}
}
