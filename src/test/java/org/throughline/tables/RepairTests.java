package org.throughline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairTests {

    @ParameterizedTest
    @ValueSource(strings = {"déjà vu", "São Paulo – “Internet”", "Запрос мнений", "نداء", "征集意见", "naïve café’s €5"})
    void textThatWasReadWronglyOnceOrTwiceIsMended(String text) {
        for (String wrong : new String[] {"windows-1252", "x-MacRoman"}) {
            String once = broken(text, wrong);
            if (!lossless(text, wrong)) continue;
            assertThat(Repair.of(once)).as(wrong).isEqualTo(text);
            if (wrong.startsWith("w") && lossless(once, wrong))
                assertThat(Repair.of(broken(once, wrong))).as(wrong + " twice").isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "déjà vu",
                "“Été”",
                "QUALITÉ” – “Œuvre",
                "« à »",
                "Ärger",
                "Запрос",
                "نداء",
                "征集",
                "ÃÂ",
                "é",
                "ﬁ",
                "\u0000\uD800x",
                "Ω≈ç√∫˜µ≤≥÷",
                "𝕏 ☃"
            })
    void textThatIsRightStaysAsItIs(String text) {
        assertThat(Repair.of(text)).isEqualTo(text);
    }

    @Test
    void onlyTheBrokenPartOfACellIsMended() {
        assertThat(Repair.of("Genève and SÃ£o Paulo")).isEqualTo("Genève and São Paulo");
    }

    private static String broken(String text, String wrong) {
        return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(wrong));
    }

    private static boolean lossless(String text, String wrong) {
        return !broken(text, wrong).contains("\uFFFD");
    }

    @Test
    void whatWentThroughWindowsAndMacRomanIsMended() {
        assertThat(Repair.of("â€œFran Galoviâ€ù")).isEqualTo("“Fran Galovi”");
        assertThat(Repair.of("ÃÅrea de InformÃ¡tica")).isEqualTo("Área de Informática");
    }

    @Test
    void lettersThatNothingBringsBackAreSeen() {
        assertThat(Repair.hasLostLetters(Repair.of("EducaciÃ_n"))).isTrue();
        assertThat(Repair.hasLostLetters("The end\uFFFD")).isTrue();
        assertThat(Repair.hasLostLetters("snake_case? Água, là? MANHÃ?")).isFalse();
    }
}
