package org.throughline.letters;

/// How a decision by correspondence is taken.
///
/// @param moreThan whether more than the share is needed, or the share itself is enough
/// @param quorumNumerator 0 where nobody has to take part
public record MajorityRule(
        String code,
        int numerator,
        int denominator,
        boolean moreThan,
        Base base,
        int quorumNumerator,
        int quorumDenominator,
        boolean quorumMoreThan) {

    /// Of what the share is taken.
    public enum Base {
        /// Votes for and against. Abstentions and missing replies do not count.
        VOTES("votes"),
        /// All that was said in time. An abstention counts as if it was against.
        REPLIES("replies"),
        /// Everybody entitled. An abstention and a missing reply count as if they were against.
        ENTITLED("entitled");

        private final String word;

        Base(String word) {
            this.word = word;
        }

        static Base of(String word) {
            for (Base base : values()) if (base.word.equals(word)) return base;
            throw new IllegalArgumentException("Not a base: " + word);
        }
    }

    /// What comes of a count, and why.
    public enum Outcome {
        ADOPTED,
        /// Too few took part.
        NO_QUORUM,
        /// Nobody voted for or against.
        NO_VOTES,
        /// As many for as against.
        TIE,
        NOT_ENOUGH
    }

    public Outcome decide(LetterFigures count) {
        long replies = count.approve() + count.reject() + count.abstain();
        if (quorumNumerator > 0
                && !reached(replies, count.entitled(), quorumNumerator, quorumDenominator, quorumMoreThan))
            return Outcome.NO_QUORUM;
        if (count.approve() + count.reject() == 0) return Outcome.NO_VOTES;
        if (reached(count.approve(), whole(count), numerator, denominator, moreThan)) return Outcome.ADOPTED;
        return base == Base.VOTES && count.approve() == count.reject() ? Outcome.TIE : Outcome.NOT_ENOUGH;
    }

    /// Of how many the share is taken.
    public long whole(LetterFigures count) {
        return switch (base) {
            case VOTES -> count.approve() + count.reject();
            case REPLIES -> count.approve() + count.reject() + count.abstain();
            case ENTITLED -> count.entitled();
        };
    }

    // In whole numbers: a share of a third has no exact fraction in binary.
    private static boolean reached(long part, long whole, int numerator, int denominator, boolean moreThan) {
        long left = Math.multiplyExact(part, (long) denominator);
        long right = Math.multiplyExact(whole, (long) numerator);
        return moreThan ? left > right : left >= right;
    }
}
