package org.throughline.stocktaking;

import java.util.Optional;

/// What may be looked into about an entry on the desk, by the words that its lists are filtered with.
public enum Finding {
    /// Less than half of what the form asks is answered.
    INCOMPLETE("incomplete", "r.completeness < " + Finding.HALF),
    LIKELY_TWICE("likely-twice", found("f.likely <> '{}'")),
    DEAD_LINK("dead-link", """
            EXISTS (SELECT FROM stocktaking.link_of o JOIN stocktaking.link l ON l.hash = o.hash
                WHERE o.project_id = p.id AND l.dead_since IS NOT NULL)"""),
    OTHER_LANGUAGE("other-language", found("f.other_language <> ''")),
    PERSONAL_DATA("personal-data", found("f.personal > 0"));

    /// Of a hundred; below it an entry is incomplete.
    public static final int HALF = 50;

    private final String word;
    private final String condition;

    Finding(String word, String condition) {
        this.word = word;
        this.condition = condition;
    }

    private static String found(String condition) {
        return "EXISTS (SELECT FROM stocktaking.finding f WHERE f.project_id = p.id AND f.revision = p.revision AND "
                + condition + ")";
    }

    public String word() {
        return word;
    }

    /// On an entry `p` and its newest state `r`.
    String condition() {
        return condition;
    }

    public static Optional<Finding> of(String word) {
        for (Finding finding : values()) if (finding.word.equals(word)) return Optional.of(finding);
        return Optional.empty();
    }
}
