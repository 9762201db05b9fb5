package org.throughline.reports;

import java.util.List;

/// How many figures projects give about themselves ("reached 40,000 people"), by their unit. There is no sum, and
/// no method that would make one: the same people may be counted by several projects, at different times and by
/// different rules.
///
/// @param projects how many make such a claim
/// @param evidenced claims for which a document with its page or date is named
public record ClaimTotals(long projects, long claims, long evidenced, List<Unit> units) {

    public static final ClaimTotals NONE = new ClaimTotals(0, 0, 0, List.of());

    public ClaimTotals {
        units = List.copyOf(units);
    }

    public record Unit(String unit, long projects, long claims, long evidenced) {}
}
