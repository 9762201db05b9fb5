package org.throughline.groups.web;

import java.util.List;
import org.throughline.groups.Decision;
import org.throughline.platform.web.Option;

/// Every recommendation, with what became of it.
///
/// @param query what was asked for, for the files
public record RecommendationsPage(List<Option> groups, List<Option> states, List<Line> lines, int all, String query) {

    /// @param since when it came into its state
    public record Line(Decision decision, String state, String since) {}
}
