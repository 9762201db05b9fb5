package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

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
                "en|Nearly all respondents agree.|MOST",
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
                .extracting(QuantityWords.Found::quantity)
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

    @Test
    void bandsHoldSharesAndCounts() {
        assertThat(Bands.DEFAULT.agrees(Quantity.MOST, 4, 62)).isFalse();
        assertThat(Bands.DEFAULT.agrees(Quantity.MOST, 31, 62)).isTrue();
        assertThat(Bands.DEFAULT.agrees(Quantity.ALL, 61, 62)).isFalse();
        assertThat(Bands.DEFAULT.agrees(Quantity.SEVERAL, 2, 62)).isFalse();
        assertThat(Bands.DEFAULT.agrees(Quantity.FEW, 2, 5)).isTrue();
        assertThat(Bands.DEFAULT.agrees(Quantity.FEW, 20, 62)).isFalse();
    }
}
