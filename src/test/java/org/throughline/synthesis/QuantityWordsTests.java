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
                "en|Each input asks for more funding.|ALL",
                "en|Each of the 62 published contributions asks for it.|ALL",
                "en|Plenty of inputs ask for it.|MANY",
                "en|The bulk of the contributions asks for it.|MOST",
                "en|Hardly any respondent asks for it.|FEW",
                "fr|Chaque contribution le demande.|ALL",
                "fr|Toute contribution le demande.|ALL",
                "fr|Tout le monde le demande.|ALL",
                "fr|Presque chaque répondante le demande.|NEARLY_ALL",
                "fr|Le gros des contributions le demande.|MOST",
                "fr|Bien des contributions le demandent.|MANY",
                "fr|Maintes contributions le demandent.|MANY",
                "fr|Maints répondants le demandent.|MANY",
                "fr|Nombre de contributions le demandent.|MANY",
                "es|Cada contribución lo pide.|ALL",
                "es|Toda contribución lo pide.|ALL",
                "es|Todo participante lo pide.|ALL",
                "es|Todo el mundo lo pide.|ALL",
                "es|El grueso de las contribuciones lo pide.|MOST",
                "es|Muchísimas contribuciones lo piden.|MANY",
                "es|Alguna contribución lo pide.|SOME",
                "es|Algún encuestado lo pide.|SOME",
                "ru|Любой вклад требует этого.|ALL",
                "ru|В любом вкладе говорится об этом.|ALL",
                "ru|Почти в каждом вкладе говорится об этом.|NEARLY_ALL",
                "ru|Немало участников поддерживает это.|MANY",
                "ru|Большим числом участников отмечено это.|MANY",
                "ar|وأيدته غالبيتهم.|MOST",
                "ar|طالبت بضع مساهمات بذلك.|SEVERAL",
                "zh|每份意见要求增加资金。|ALL",
                "zh|各份意见均要求增加资金。|ALL",
                "zh|大家都要求增加资金。|ALL",
                "zh|全都要求增加资金。|ALL",
                "zh|許多意見要求增加資金。|MANY",
                "zh|絕大多數意見要求增加資金。|NEARLY_ALL",
                "zh|幾份意見要求增加資金。|SEVERAL",
                "zh|少量意见要求增加资金。|FEW",
            })
    void aQuantityWordIsFoundInEachLanguage(String language, String sentence, Quantity quantity) {
        assertThat(words(sentence, language)).extracting(Claim.Word::quantity).containsExactly(quantity);
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
                "en|Each year, plenty of time is lost, and the bulk of the money as well.",
                "en|Consultations should say what became of each contribution.",
                "en|Each answering machine has multiple uses.",
                "fr|Chaque année, bien des réseaux tombent en panne.",
                "fr|Le nombre de contributions a augmenté partout dans le monde.",
                "es|Cada año, en todo el mundo, se pierde toda la información.",
                "es|Los participantes hablaron por parte de alguna institución.",
                "ru|В любом случае немало времени теряется каждый год.",
                "ar|كل سنة تضيع بضع ساعات.",
                "zh|每年，各国和各利益攸关方损失少量数据。",
            })
    void wordsThatOnlyLookLikeOneAreLeftAlone(String language, String sentence) {
        assertThat(words(sentence, language)).isEmpty();
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

    private static List<Claim.Word> words(String sentence, String language) {
        return Claims.in(sentence, language).stream()
                .map(Claim.Word.class::cast)
                .toList();
    }

    private static boolean holds(String language, String sentence, long inputs, long of) {
        List<Claim.Word> found = words(sentence, language);
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
