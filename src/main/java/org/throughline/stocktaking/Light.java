package org.throughline.stocktaking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far an entry can still be taken for true, by when its owner last confirmed it: fresh within a year, due in the
/// second year, stale after that; closed when its owner said that it is over. The thresholds are those of the
/// two-yearly reports (an entry that missed two yearly calls is stale).
public enum Light {
    FRESH,
    DUE,
    STALE,
    CLOSED;

    public static Light of(Instant confirmedAt, @Nullable Instant closedAt, Instant now) {
        if (closedAt != null) return CLOSED;
        LocalDate confirmed = LocalDate.ofInstant(confirmedAt, ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (confirmed.isAfter(today.minusYears(1))) return FRESH;
        return confirmed.isAfter(today.minusYears(2)) ? DUE : STALE;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
