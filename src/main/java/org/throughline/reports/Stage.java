package org.throughline.reports;

import java.util.Locale;

/// What an edition is for: a zero draft asks for comments, a final one is what holds.
public enum Stage {
    DRAFT,
    FINAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Stage of(String word) {
        return word.equals("draft") ? DRAFT : FINAL;
    }
}
