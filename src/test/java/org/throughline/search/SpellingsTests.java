package org.throughline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.search.Analysis.Token;

/// The list of words that are spelled in two ways.
class SpellingsTests {

    @Test
    void nothingIsOneSpellingHereAndAnotherThere() {
        var first = Spellings.read();
        assertThat(first).hasSizeGreaterThan(1_000);
        assertThat(first.values()).noneMatch(first::containsKey);
        assertThat(first).allSatisfy((other, one) -> {
            assertThat(other).matches("[a-z]+").isNotEqualTo(one);
            assertThat(one).matches("[a-z]+");
        });
    }

    @Test
    void aTermStandsWhereItsWordStands() {
        List<Token> tokens = Analysis.tokens("en", "The Organisation’s labour");
        assertThat(tokens)
                .containsExactly(new Token("the", 0, 3), new Token("organ", 4, 18), new Token("labor", 19, 25));
    }
}
