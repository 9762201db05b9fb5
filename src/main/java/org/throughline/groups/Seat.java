package org.throughline.groups;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Source;

/// Who held which seat in a group, from when until when, as exactly as it is known.
///
/// @param country a state's code; empty for none
/// @param entity an organization's name; empty for none
/// @param person as the source names them; empty where it names none
/// @param region the state's ITU region; empty for none
/// @param starts a year, a month or a day; empty where it is not on record
/// @param ends the last of it; empty where it is not on record
/// @param declined nominated, and did not take it
public record Seat(
        UUID id,
        Role role,
        String country,
        LocalizedText entity,
        String person,
        String region,
        String starts,
        String ends,
        boolean declined,
        LocalizedText note,
        Source source) {

    public enum Role {
        CHAIR,
        CO_CHAIR,
        VICE_CHAIR,
        SECRETARIAT,
        MEMBER,
        OBSERVER;

        /// As files, addresses and the database write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Role> of(String word) {
            for (Role one : values()) if (one.word().equals(word)) return Optional.of(one);
            return Optional.empty();
        }

        /// Whether it leads the group.
        public boolean leads() {
            return this == CHAIR || this == CO_CHAIR || this == VICE_CHAIR;
        }

        /// Whether it is at the head of the group.
        public boolean heads() {
            return this == CHAIR || this == CO_CHAIR;
        }
    }

    /// Whether a seat was held on a day.
    public enum Held {
        YES,
        /// The days of beginning or end are not known well enough.
        PERHAPS,
        NO
    }

    /// Whether it was held on a day: surely between the last day on which it can have begun and the first on which
    /// it can have ended; perhaps where the day is in what is known to the month or the year only, or behind the
    /// beginning of a seat whose end is not on record.
    public Held on(LocalDate day) {
        if (declined) return Held.NO;
        LocalDate began = PartialDate.first(starts).orElse(LocalDate.MIN);
        LocalDate over = PartialDate.last(ends).orElse(LocalDate.MAX);
        if (day.isBefore(began) || day.isAfter(over)) return Held.NO;
        LocalDate surelyBegan = PartialDate.last(starts).orElse(LocalDate.MAX);
        LocalDate surelyStill = PartialDate.first(ends).orElse(LocalDate.MIN);
        return day.isBefore(surelyBegan) || day.isAfter(surelyStill) ? Held.PERHAPS : Held.YES;
    }
}
