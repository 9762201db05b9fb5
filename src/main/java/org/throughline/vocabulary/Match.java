package org.throughline.vocabulary;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What free text was taken for, how sure that is, and by which rule, so that a person can check it.
/// Without a code the text was refused; the candidates then say between what a person has to choose.
///
/// @param code the term's code, for countries also [Vocabulary#GLOBAL]; null when refused
/// @param region the ITU region of the country, or the one region the text names; null when there is none
/// @param confidence from 0 (refused) to 1 (the term's own name or code)
public record Match(
        @Nullable String code, @Nullable String region, double confidence, How how, List<String> candidates) {

    public Match {
        candidates = List.copyOf(candidates);
    }

    /// The rule that found the term, or the reason for finding none.
    public enum How {
        /// The text is the term's code.
        CODE,
        /// The text is one of the term's names.
        NAME,
        /// The same words in another order, or without “Republic of” and the like.
        WORDS,
        /// A name but for one letter.
        SPELLING,
        /// One part of the text is a name, and no other part says otherwise.
        PART,
        /// A city, province or other place that lies in the country.
        PLACE,
        /// A name stands somewhere in a longer text.
        WITHIN,
        /// Refused: the text names a region, not a country.
        REGION,
        /// Refused: the text can mean several terms.
        AMBIGUOUS,
        /// Refused: nothing in the text is known.
        NONE
    }

    static final Match NOTHING = new Match(null, null, 0, How.NONE, List.of());

    static Match of(String code, double confidence, How how) {
        return new Match(code, null, confidence, how, List.of(code));
    }

    static Match ambiguous(Collection<String> candidates) {
        return new Match(null, null, 0, How.AMBIGUOUS, List.copyOf(candidates));
    }

    static Match region(Collection<String> regions) {
        var only = regions.size() == 1 ? regions.iterator().next() : null;
        return new Match(null, only, 0, How.REGION, List.copyOf(regions));
    }

    Match in(@Nullable String itsRegion) {
        return new Match(code, itsRegion, confidence, how, candidates);
    }

    public boolean found() {
        return code != null;
    }

    /// True when a country was found, false for “global” and for a refusal.
    public boolean isCountry() {
        return code != null && !code.equals(Vocabulary.GLOBAL);
    }
}
