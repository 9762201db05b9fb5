package org.throughline.synthesis;

import java.util.Locale;

/// The classes of words by which a sentence says how many inputs it speaks for.
public enum Quantity {
    ALL,
    MOST,
    MANY,
    SEVERAL,
    SOME,
    FEW;

    /// The name in settings and JSON.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
