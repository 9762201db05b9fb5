package org.throughline.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;

/// What a paragraph of a revision asks for.
///
/// @param instrument its name in addresses
/// @param number permanent, within the instrument
/// @param paragraph as it is cited; empty where the source names none
/// @param words what is asked, in our words
/// @param note what is not known, and why; may be empty
/// @param verb how it is asked; absent where the source does not say
/// @param asked of whom; empty where it is not known
/// @param dueWords when it is due in words, such as a session; may be empty
/// @param evidence oldest first
/// @param contested the statuses that somebody contested for all to read, as files write them
public record Task(
        UUID id,
        String instrument,
        UUID revision,
        int number,
        String paragraph,
        LocalizedText words,
        LocalizedText note,
        @Nullable Verb verb,
        List<Asked> asked,
        List<String> actionLines,
        List<String> sdgs,
        List<String> gdc,
        Due due,
        LocalizedText dueWords,
        Source source,
        Instant addedAt,
        Instant changedAt,
        List<Evidence> evidence,
        List<String> contested) {

    public enum Verb {
        REQUEST,
        INVITE,
        ENCOURAGE,
        DECIDE;

        static @Nullable Verb of(String word) {
            for (Verb verb : values()) if (verb.word().equals(word)) return verb;
            return null;
        }

        public String word() {
            return switch (this) {
                case REQUEST -> "request";
                case INVITE -> "invite";
                case ENCOURAGE -> "encourage";
                case DECIDE -> "decide";
            };
        }
    }

    /// Somebody of whom something can be asked.
    public record Body(String code, LocalizedText name) {}

    /// @param invited to take part, where others are responsible
    public record Asked(Body body, boolean invited) {}

    public Task {
        asked = List.copyOf(asked);
        evidence = List.copyOf(evidence);
        contested = List.copyOf(contested);
    }

    /// By the rule of [TaskStatus#of].
    public TaskStatus status(LocalDate today) {
        return TaskStatus.of(due, evidence, today);
    }

    /// Each time at which it was due, and the next one, where it comes again and its dates are known.
    public List<Round> rounds(LocalDate today) {
        return due.hasTimes() ? Round.of(due, evidence, today) : List.of();
    }

    /// Whether somebody says, for all to read, that the status is not so.
    public boolean isContested(LocalDate today) {
        return contested.contains(status(today).word());
    }

    public Optional<String> verbWord() {
        return Optional.ofNullable(verb).map(Verb::word);
    }

    /// When it was last added to or changed, its evidence included.
    public Instant updatedAt() {
        return evidence.stream()
                .map(Evidence::addedAt)
                .filter(at -> at.isAfter(changedAt))
                .max(Instant::compareTo)
                .orElse(changedAt);
    }

    /// Its address here, without the language.
    public String path() {
        return "/mandates/" + instrument + "/tasks/" + number;
    }
}
