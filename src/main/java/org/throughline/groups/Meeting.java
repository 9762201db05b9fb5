package org.throughline.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Source;

/// A meeting of a group.
///
/// @param group the group's code
/// @param number as the group counts its meetings, such as `41`; a date where it does not
/// @param starts a year, a month or a day; empty where it is not known
/// @param ends the same; empty for a meeting of one day and where it is not known
/// @param mode absent where it is not known
/// @param languages those with interpretation or documents; empty where they are not known
/// @param registrationUntil when registration closes
/// @param items in the order of the agenda
public record Meeting(
        UUID id,
        String group,
        String number,
        LocalizedText name,
        String starts,
        String ends,
        LocalizedText place,
        @Nullable Mode mode,
        List<String> languages,
        Status status,
        LocalizedText invitation,
        LocalizedText note,
        @Nullable Instant registrationUntil,
        Source source,
        int version,
        List<AgendaItem> items) {

    /// How people take part.
    public enum Mode {
        PHYSICAL,
        REMOTE,
        HYBRID;

        /// As files, addresses and the database write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Mode> of(String word) {
            for (Mode one : values()) if (one.word().equals(word)) return Optional.of(one);
            return Optional.empty();
        }
    }

    public enum Status {
        ANNOUNCED,
        /// Announced, and people can register.
        REGISTRATION,
        HELD,
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Status> of(String word) {
            for (Status one : values()) if (one.word().equals(word)) return Optional.of(one);
            return Optional.empty();
        }
    }

    public Optional<LocalDate> firstDay() {
        return PartialDate.first(starts);
    }

    public Optional<LocalDate> lastDay() {
        return PartialDate.last(ends.isEmpty() ? starts : ends);
    }

    /// Where it stands in the site, without the language.
    public String address() {
        return "/groups/" + group + "/meetings/" + number;
    }

    public Optional<AgendaItem> item(UUID id) {
        return items.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
