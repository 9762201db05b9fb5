package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// However large a register is and however common a title's words are, only so many entries are compared with one.
class SimilarCandidatesTests {

    private static final double MILLION = 1_000_000;

    private static RoaringBitmap numbers(long from, long to) {
        return RoaringBitmap.bitmapOfRange(from, to);
    }

    @Test
    void noMoreThanEnoughAreComparedEvenIfManyShareTheRarestWord() {
        assertThat(SimilarProjects.candidates(List.of(numbers(1, 40_000)), MILLION)
                        .getCardinality())
                .isEqualTo(SimilarProjects.ENOUGH);
        assertThat(SimilarProjects.candidates(
                                List.of(numbers(1, 400), numbers(300, 45_000), numbers(1, 50_000)), MILLION)
                        .getCardinality())
                .isEqualTo(SimilarProjects.ENOUGH);
    }

    @Test
    void theRarestWordComesFirstAndOfCommonOnesThoseThatShareTwo() {
        RoaringBitmap rare = RoaringBitmap.bitmapOf(900_001, 900_002);
        RoaringBitmap two = numbers(30_000, 30_100);
        RoaringBitmap one = numbers(1, 20_000);
        one.or(two);
        RoaringBitmap other = numbers(500_000, 530_000);
        other.or(two);
        RoaringBitmap found = SimilarProjects.candidates(List.of(other, one, rare), MILLION);
        assertThat(found.contains(rare)).isTrue();
        assertThat(found.contains(two)).isTrue();
        assertThat(found.getCardinality()).isEqualTo(SimilarProjects.ENOUGH);
    }

    @Test
    void aWordThatManyHaveMakesNobodyACandidate() {
        assertThat(SimilarProjects.candidates(List.of(numbers(1, 200_000)), MILLION)
                        .isEmpty())
                .isTrue();
        assertThat(SimilarProjects.candidates(List.of(numbers(1, 9)), 20).getCardinality())
                .isEqualTo(8);
    }
}
