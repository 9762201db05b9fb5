package org.throughline.groups;

import java.util.Locale;
import java.util.Optional;
import org.throughline.directory.EmailAddress;
import org.throughline.groups.Meeting.Mode;

/// What somebody says who registers for a meeting. Nobody but the secretariat sees it.
///
/// @param function such as `Head of delegation`; may be empty
/// @param organization the state or organization on whose behalf they come
/// @param country a code; empty for none
/// @param language in which letters are written to them
/// @param mode how they take part; never both
/// @param visa whether they need a letter for a visa
/// @param needs what they need to take part (access, signing, captions); may be empty
/// @param consent whether everybody may see the name
public record Registration(
        String name,
        String function,
        String organization,
        Capacity capacity,
        String country,
        EmailAddress email,
        String language,
        Mode mode,
        boolean visa,
        String needs,
        NameConsent consent) {

    /// In which capacity somebody takes part, as ITU counts.
    public enum Capacity {
        MEMBER_STATE,
        SECTOR_MEMBER,
        ASSOCIATE,
        ACADEMIA,
        OBSERVER;

        /// As files, addresses and the database write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Capacity> of(String word) {
            for (Capacity one : values()) if (one.word().equals(word)) return Optional.of(one);
            return Optional.empty();
        }
    }

    /// Whether the name may stand in the list that everybody sees.
    public enum NameConsent {
        SHOWN,
        KEPT_BACK
    }
}
