package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|All inputs ask for more funding.|ALL",
                "en|Most respondents agree.|MOST",
                "en|Nearly all respondents agree.|NEARLY_ALL",
                "en|Many governments ask for it.|MANY",
                "en|Several inputs warn of it.|SEVERAL",
                "en|Some say otherwise.|SOME",
                "en|A few inputs mention it.|FEW",
                "fr|La plupart des contributions le demandent.|MOST",
                "fr|Plusieurs contributions le demandent.|SEVERAL",
                "fr|De nombreuses contributions le demandent.|MANY",
                "es|La mayoría de las contribuciones lo pide.|MOST",
                "es|Algunas contribuciones lo piden.|SOME",
                "ru|Большинство вкладов поддерживает это.|MOST",
                "ru|В нескольких вкладах говорится об этом.|SEVERAL",
                "ru|Многих участников это тревожит.|MANY",
                "ar|دعت معظم المساهمات إلى ذلك.|MOST",
                "ar|وبعض المساهمات تعارض ذلك.|SOME",
                "ar|طالبت عدة مساهمات بذلك.|SEVERAL",
                "zh|大多数意见支持这一点。|MOST",
                "zh|少数意见持不同看法。|FEW",
                "zh|许多意见要求增加资金。|MANY",
            })
    void aQuantityWordIsFoundInEachLanguage(String language, String sentence, Quantity quantity) {
        assertThat(QuantityWords.in(sentence, language))
                .extracting(Claim.Word::quantity)
                .containsExactly(quantity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Tall buildings and almost nothing else, above all in cities.",
                "en|Not all inputs agree.",
                "en|The handsome mosttown of Fewston.",
                "fr|Avant tout, un peu de patience.",
                "ru|Прежде всего нужна связь.",
                "zh|私营部分与民间社会。",
            })
    void wordsThatOnlyLookLikeOneAreLeftAlone(String language, String sentence) {
        assertThat(QuantityWords.in(sentence, language)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The vast majority of inputs|A majority of inputs",
                "fr|La quasi-totalité des contributions|La majorité des contributions",
                "es|La inmensa mayoría de las contribuciones|La mayoría de las contribuciones",
                "ru|Подавляющее большинство вкладов|Большинство вкладов",
                "ar|الغالبية العظمى من المساهمات|غالبية المساهمات",
                "zh|绝大多数意见|多数意见",
            })
    void aGreatMajorityIsMoreThanAMajority(String language, String nearlyAll, String most) {
        assertThat(holds(language, nearlyAll, 79, 100)).isFalse();
        assertThat(holds(language, nearlyAll, 80, 100)).isTrue();
        assertThat(holds(language, most, 50, 100)).isFalse();
        assertThat(holds(language, most, 51, 100)).isTrue();
    }

    private static boolean holds(String language, String sentence, long inputs, long of) {
        List<Claim.Word> found = QuantityWords.in(sentence, language);
        assertThat(found).as(sentence).hasSize(1);
        return Bands.DEFAULT.agrees(found.getFirst().quantity(), inputs, of);
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, 99, false",
        "ALL, 100, true",
        "NEARLY_ALL, 79, false",
        "NEARLY_ALL, 80, true",
        "MOST, 50, false",
        "MOST, 51, true",
        "MANY, 24, false",
        "MANY, 25, true",
        "SEVERAL, 2, false",
        "SEVERAL, 3, true",
        "SEVERAL, 75, true",
        "SEVERAL, 76, false",
        "SOME, 1, false",
        "SOME, 2, true",
        "SOME, 50, true",
        "SOME, 51, false",
        "FEW, 1, true",
        "FEW, 5, true",
        "FEW, 6, false",
    })
    void eachBandBeginsAndEndsWhereItSays(Quantity quantity, long inputs, boolean agrees) {
        assertThat(Bands.DEFAULT.agrees(quantity, inputs, 100)).isEqualTo(agrees);
    }

    @Test
    void halfIsNoMajority() {
        assertThat(Bands.DEFAULT.agrees(Quantity.MOST, 31, 62)).isFalse();
        assertThat(Bands.DEFAULT.agrees(Quantity.MOST, 32, 62)).isTrue();
    }

    @Test
    void bandsHoldSharesAndCounts() {
        assertThat(Bands.DEFAULT.agrees(Quantity.MOST, 4, 62)).isFalse();
        assertThat(Bands.DEFAULT.agrees(Quantity.ALL, 61, 62)).isFalse();
        assertThat(Bands.DEFAULT.agrees(Quantity.SEVERAL, 2, 62)).isFalse();
        assertThat(Bands.DEFAULT.agrees(Quantity.FEW, 2, 5)).isTrue();
        assertThat(Bands.DEFAULT.agrees(Quantity.FEW, 20, 62)).isFalse();
    }
}
