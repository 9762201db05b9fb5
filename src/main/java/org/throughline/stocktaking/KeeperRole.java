package org.throughline.stocktaking;

import java.util.Locale;

/// What a person is to an entry: runs the project, put forward a project of others, or helps to keep the entry.
public enum KeeperRole {
    OWNER,
    NOMINATOR,
    KEEPER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static KeeperRole of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
