package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.throughline.platform.WordDiff.Kind;
import org.throughline.platform.WordDiff.Piece;

class WordDiffTests {

    private static String without(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void onlyTheChangedWordsAreMarked() {
        assertThat(WordDiff.of("Two hundred schools by 2027.", "Three hundred schools by 2028."))
                .containsExactly(
                        new Piece(Kind.GONE, "Two"),
                        new Piece(Kind.NEW, "Three"),
                        new Piece(Kind.SAME, " hundred schools by "),
                        new Piece(Kind.GONE, "2027"),
                        new Piece(Kind.NEW, "2028"),
                        new Piece(Kind.SAME, "."));
    }

    @Test
    void aChineseCharacterIsAWord() {
        assertThat(WordDiff.of("学校联网", "学校上网"))
                .containsExactly(
                        new Piece(Kind.SAME, "学校"),
                        new Piece(Kind.GONE, "联"),
                        new Piece(Kind.NEW, "上"),
                        new Piece(Kind.SAME, "网"));
    }

    @Test
    void whatWasEmptyIsAllNew() {
        assertThat(WordDiff.of("", "مدارس")).containsExactly(new Piece(Kind.NEW, "مدارس"));
        assertThat(WordDiff.of("مدارس", "")).containsExactly(new Piece(Kind.GONE, "مدارس"));
        assertThat(WordDiff.of("", "")).isEmpty();
    }

    @Test
    void bothTextsCanBeReadOutOfTheDifference() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String before = text(random, 60);
            String after = text(random, 60);
            List<Piece> pieces = WordDiff.of(before, after);
            assertThat(without(pieces, Kind.NEW)).isEqualTo(before);
            assertThat(without(pieces, Kind.GONE)).isEqualTo(after);
        }
    }

    @Test
    void evenTheLongestDifferentTextsTakeAMoment() {
        String before = text(new Random(1), 12_000);
        String after = text(new Random(2), 12_000);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            List<Piece> pieces = WordDiff.of(before, after);
            assertThat(without(pieces, Kind.NEW)).isEqualTo(before);
            assertThat(without(pieces, Kind.GONE)).isEqualTo(after);
        });
    }

    private static String text(Random random, int words) {
        var text = new StringBuilder();
        for (int i = random.nextInt(words); i < words; i++)
            text.append("abcdefghij".charAt(random.nextInt(10))).append(random.nextInt(9) == 0 ? "\n" : " ");
        return text.toString();
    }
}
