package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCountTests {

    /// The rule as the form's script has it.
    private static final Pattern RULE =
            Pattern.compile("[\\u3400-\\u9fff\\uf900-\\ufaff]|[\\p{L}\\p{N}\\p{M}&&[^\\u3400-\\u9fff\\uf900-\\ufaff]]+"
                    + "(?:[’'\\-][\\p{L}\\p{N}\\p{M}&&[^\\u3400-\\u9fff\\uf900-\\ufaff]]+)*");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                      | 0
                    ` - ’ … `                               | 0
                    `Access for all.`                       | 3
                    `don't stop the well-being of one's own`| 7
                    `l’accès à l’information`               | 3
                    `النفاذ إلى المعلومات`                     | 3
                    `доступ к информации`                   | 3
                    `信息社会 WSIS 2025年`                     | 7
                    `e\u0301te\u0301 -dash- dash`           | 3
                    `𝒜𝒷 𠀀`                                  | 2
                    """)
    void countsWordsOfEveryLanguage(String text, int words) {
        assertThat(WordCount.of(text)).isEqualTo(words);
    }

    @Test
    void countsWhatTheFormsScriptCounts() {
        var random = new Random(7);
        String[] pieces = {
            "a", "é", "e\u0301", "3", "’", "'", "-", " ", ".", "中", "信", "م", "ّ", "я", "𝒜", "\ud800", "\u200f", "豈",
            "_", "½"
        };
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) text.append(pieces[random.nextInt(pieces.length)]);
            assertThat(WordCount.of(text.toString())).as(text.toString()).isEqualTo((int)
                    RULE.matcher(text).results().count());
        }
    }
}
