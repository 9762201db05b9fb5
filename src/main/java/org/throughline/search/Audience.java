package org.throughline.search;

import java.util.Locale;

/// Who may find an entry. What the public may find, the secretariat may find too.
public enum Audience {
    PUBLIC,
    SECRETARIAT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
