package org.throughline.groups;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PartialDate;

/// What a meeting decided, or recommended to the Council. How far a recommendation has come follows from its steps
/// and is stored nowhere.
///
/// @param group the group's code
/// @param meetingNumber the meeting's number in the group
/// @param item the agenda item; absent for none
/// @param number permanent within the meeting
/// @param actors who has to act; empty where nobody is named
/// @param steps in the order in which they happened
public record Decision(
        UUID id,
        UUID meeting,
        String group,
        String meetingNumber,
        LocalizedText meetingName,
        @Nullable UUID item,
        int number,
        Kind kind,
        LocalizedText text,
        LocalizedText actors,
        int version,
        List<Step> steps) {

    public enum Kind {
        DECISION,
        RECOMMENDATION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            for (Kind one : values()) if (one.word().equals(word)) return Optional.of(one);
            return Optional.empty();
        }
    }

    /// Where a recommendation stands.
    public enum State {
        PROPOSED,
        FORWARDED,
        ADOPTED,
        ADOPTED_CHANGED,
        NOT_ADOPTED,
        CARRIED_OUT;

        /// As files, addresses and the database write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<State> of(String word) {
            for (State one : values()) if (one.word().equals(word)) return Optional.of(one);
            return Optional.empty();
        }

        /// What can come after it.
        public List<State> next() {
            return switch (this) {
                case PROPOSED -> List.of(FORWARDED);
                case FORWARDED -> List.of(ADOPTED, ADOPTED_CHANGED, NOT_ADOPTED);
                case ADOPTED, ADOPTED_CHANGED -> List.of(CARRIED_OUT);
                case NOT_ADOPTED, CARRIED_OUT -> List.of();
            };
        }
    }

    /// @param happened a year, a month or a day
    /// @param source what shows it
    /// @param url where that is; empty for nowhere
    public record Step(UUID id, State state, String happened, String source, String url) {}

    /// The state of its last step; without one it is proposed, by the meeting itself.
    public State state() {
        return steps.isEmpty() ? State.PROPOSED : steps.getLast().state();
    }

    /// Whether a step can be the next: of a state that follows, and not before the last.
    public boolean canTake(State state, String happened) {
        if (kind != Kind.RECOMMENDATION || !state().next().contains(state)) return false;
        if (steps.isEmpty()) return true;
        LocalDate last = PartialDate.first(steps.getLast().happened()).orElse(LocalDate.MIN);
        return PartialDate.last(happened).filter(day -> !day.isBefore(last)).isPresent();
    }

    /// Where it stands in the site, without the language.
    public String address() {
        return "/groups/" + group + "/meetings/" + meetingNumber + "/decisions/" + number;
    }
}
