package org.throughline.synthesis;

import java.util.Locale;

/// The classes of words by which a sentence says how many inputs it speaks for.
public enum Quantity {
    ALL,
    NEARLY_ALL,
    MOST,
    MANY,
    SEVERAL,
    SOME,
    FEW;

    /// The name in settings and JSON.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a sentence has to rest on more than the least share of its band: half of the inputs are no majority.
    public boolean beginsAbove() {
        return this == MOST;
    }
}
