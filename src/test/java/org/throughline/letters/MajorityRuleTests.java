package org.throughline.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.letters.MajorityRule.Base;
import org.throughline.letters.MajorityRule.Outcome;

class MajorityRuleTests {

    private static final MajorityRule SIMPLE = rule(1, 2, true, Base.VOTES, 0, 1);
    private static final MajorityRule TWO_THIRDS = rule(2, 3, false, Base.VOTES, 0, 1);
    private static final MajorityRule OF_REPLIES = rule(1, 2, true, Base.REPLIES, 0, 1);
    private static final MajorityRule OF_MEMBERS = rule(1, 2, true, Base.ENTITLED, 0, 1);
    private static final MajorityRule WITH_QUORUM = rule(1, 2, true, Base.VOTES, 1, 2);

    private static MajorityRule rule(int of, int whole, boolean more, Base base, int quorum, int quorumOf) {
        return new MajorityRule("test", of, whole, more, base, quorum, quorumOf, false);
    }

    private static Outcome of(MajorityRule rule, long entitled, long approve, long reject, long abstain) {
        return rule.decide(
                new LetterFigures(entitled, entitled, 0, approve + reject + abstain, 0, approve, reject, abstain));
    }

    @Test
    void aSimpleMajorityIsMoreThanHalfOfTheVotes() {
        assertThat(of(SIMPLE, 193, 1, 0, 0)).isEqualTo(Outcome.ADOPTED);
        assertThat(of(SIMPLE, 193, 51, 50, 92)).isEqualTo(Outcome.ADOPTED);
        assertThat(of(SIMPLE, 193, 50, 50, 0)).isEqualTo(Outcome.TIE);
        assertThat(of(SIMPLE, 193, 50, 51, 0)).isEqualTo(Outcome.NOT_ENOUGH);
        assertThat(of(SIMPLE, 193, 0, 1, 0)).isEqualTo(Outcome.NOT_ENOUGH);
    }

    @Test
    void nothingIsAdoptedWhenNobodyVotes() {
        for (MajorityRule rule : java.util.List.of(SIMPLE, TWO_THIRDS, OF_REPLIES, OF_MEMBERS)) {
            assertThat(of(rule, 193, 0, 0, 0)).isEqualTo(Outcome.NO_VOTES);
            assertThat(of(rule, 193, 0, 0, 193)).isEqualTo(Outcome.NO_VOTES);
            assertThat(of(rule, 0, 0, 0, 0)).isEqualTo(Outcome.NO_VOTES);
        }
    }

    @Test
    void twoThirdsExactlyAreEnough() {
        assertThat(of(TWO_THIRDS, 193, 2, 1, 0)).isEqualTo(Outcome.ADOPTED);
        assertThat(of(TWO_THIRDS, 193, 3, 2, 0)).isEqualTo(Outcome.NOT_ENOUGH);
        assertThat(of(TWO_THIRDS, 193, 66, 34, 0)).isEqualTo(Outcome.NOT_ENOUGH);
        assertThat(of(TWO_THIRDS, 193, 67, 33, 0)).isEqualTo(Outcome.ADOPTED);
        assertThat(of(TWO_THIRDS, 193, 1, 1, 0)).isEqualTo(Outcome.TIE);
    }

    @Test
    void anAbstentionWeighsOnlyWhereRepliesAreCounted() {
        assertThat(of(SIMPLE, 10, 2, 1, 1)).isEqualTo(Outcome.ADOPTED);
        assertThat(of(OF_REPLIES, 10, 2, 1, 1)).isEqualTo(Outcome.NOT_ENOUGH);
        assertThat(of(OF_REPLIES, 10, 3, 1, 1)).isEqualTo(Outcome.ADOPTED);
    }

    @Test
    void ofAllMembersExactlyHalfIsNotEnough() {
        assertThat(of(OF_MEMBERS, 192, 96, 0, 0)).isEqualTo(Outcome.NOT_ENOUGH);
        assertThat(of(OF_MEMBERS, 192, 97, 95, 0)).isEqualTo(Outcome.ADOPTED);
        assertThat(of(OF_MEMBERS, 193, 97, 0, 0)).isEqualTo(Outcome.ADOPTED);
        assertThat(of(OF_MEMBERS, 193, 96, 0, 0)).isEqualTo(Outcome.NOT_ENOUGH);
    }

    @Test
    void aQuorumOfHalfCountsAbstentionsAndExactlyHalfIsEnough() {
        assertThat(of(WITH_QUORUM, 10, 1, 0, 4)).isEqualTo(Outcome.ADOPTED);
        assertThat(of(WITH_QUORUM, 10, 4, 0, 0)).isEqualTo(Outcome.NO_QUORUM);
        assertThat(of(WITH_QUORUM, 11, 5, 0, 0)).isEqualTo(Outcome.NO_QUORUM);
        assertThat(of(WITH_QUORUM, 10, 0, 0, 0)).isEqualTo(Outcome.NO_QUORUM);
        assertThat(of(WITH_QUORUM, 10, 0, 0, 5)).isEqualTo(Outcome.NO_VOTES);
    }
}
