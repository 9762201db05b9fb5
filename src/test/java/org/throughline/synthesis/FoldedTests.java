package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A word is found however it is spelt, and at the place where it stands in the text.
class FoldedTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|So M\u00ADost inputs agree.|Most|M\u00ADost",
                "en|So Mo\u200Bst inputs agree.|Most|Mo\u200Bst",
                "en|So al\u2060l inputs agree.|all|al\u2060l",
                "en|So \u200Emost\u200E inputs agree.|most|most",
                "en|So Ｍｏｓｔ inputs agree.|Ｍｏｓｔ|Ｍｏｓｔ",
                "en|So Ⓜⓞⓢⓣ inputs agree.|Ⓜⓞⓢⓣ|Ⓜⓞⓢⓣ",
                "en|So 𝐦𝐨𝐬𝐭 inputs agree.|𝐦𝐨𝐬𝐭|𝐦𝐨𝐬𝐭",
                "en|So m\u0336o\u0336s\u0336t\u0336 inputs agree.|m\u0336o\u0336s\u0336t\u0336|m\u0336o\u0336s\u0336t\u0336",
                "en|So most¹ inputs agree.|most|most",
                "en|So most™ inputs agree.|most|most",
                "en|So nearly\u3164all inputs agree.|nearlyall|nearly\u3164all",
                "en|So ᴍᴏsᴛ inputs agree.|ᴍᴏsᴛ|ᴍᴏsᴛ",
                "en|So аӏӏ inputs agree.|аӏӏ|аӏӏ",
                "en|So ９０ inputs agree.|９０ inputs|９０ inputs",
                "en|So ninety in\u00ADputs agree.|ninety inputs|ninety in\u00ADputs",
                "en|So 62/62 inputs agree.|62/62 inputs|62/62 inputs",
                "en|So no in\u200Bput disagrees.|no input|no in\u200Bput",
                "en|So ⅔ of inputs agree.|⅔|⅔",
                "fr|Oui, la majorite\u0301 des contributions.|la majorite\u0301|la majorite\u0301",
                "fr|Oui, LA MAJORITE des contributions.|LA MAJORITE|LA MAJORITE",
                "es|Sí, la mayoria de las contribuciones.|la mayoria|la mayoria",
                "ru|Да, мно\u0301гие вклады.|мно\u0301гие|мно\u0301гие",
                "ru|Да, Bce вклады.|Bce|Bce",
                "ar|وأيد مُعظم المشاركين ذلك.|مُعظم|مُعظم",
                "ar|وأيدت عدّة مساهمات ذلك.|عدّة|عدّة",
                "ar|وأيدت عده مساهمات ذلك.|عده|عده",
                "ar|وأيد بعـض المشاركين ذلك.|بعـض|بعـض",
                "ar|وأيد اغلب المشاركين ذلك.|اغلب|اغلب",
                "ar|وطلبت خمس وسبعون مساهمه ذلك.|خمس وسبعون مساهمه|خمس وسبعون مساهمه",
                "ar|وأيد ﻣﻌﻈﻢ المشاركين ذلك.|ﻣﻌﻈﻢ|ﻣﻌﻈﻢ",
                "zh|因此，許多意見表示支持。|許多|許多",
                "zh|因此，１６３份意見中有１００份表示支持。|１６３份意見中有１００份|１６３份意見中有１００份",
            })
    void aWordIsFoundHoweverItIsSpelt(String language, String sentence, String word, String written) {
        assertThat(Claims.in(sentence, language)).singleElement().satisfies(claim -> {
            assertThat(claim.word()).isEqualTo(word);
            assertThat(sentence.substring(claim.start(), claim.end())).isEqualTo(written);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|So Mοst inputs agree.|Mοst",
                "en|So manу inputs agree.|manу",
                "en|So ma\u200Bnу inputs agree.|manу",
                "fr|Oui, lа plupart des contributions.|lа",
                "ru|Да, мнoгие вклады.|мнoгие",
            })
    void aWordOfTwoAlphabetsIsRefused(String language, String sentence, String word) {
        assertThat(Claims.in(sentence, language))
                .filteredOn(Claim.Mixed.class::isInstance)
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.word()).isEqualTo(word);
                    assertThat(claim.agrees(Bands.DEFAULT, new Support(10, 10, Map.of(), Map.of())))
                            .isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|For C7, β-testing with 5 µg, 5 μg and 3 kΩ of NFκB and TNFα.",
                "en|Networks named Ростелеком and ΔΕΗ work.",
                "ru|Для C7 и IT-услуг нужна e-почта.",
                "zh|AI技术与ICT服务。",
            })
    void namesAndUnitsAreLeftAlone(String language, String sentence) {
        assertThat(Claims.in(sentence, language)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|La plupart des contributions le demandent.|La plupart",
                "en|Casi todas las contribuciones lo piden.|Casi todas",
                "en|Многие участники поддерживают это.|Многие",
                "en|أيدت معظم المساهمات ذلك.|معظم",
                "en|大多数意见支持这一点。|大多数",
                "fr|Most of the inputs ask for it.|Most",
                "zh|Each contribution asks for it.|Each",
                "ru|Most inputs ask for it.|Most",
            })
    void aSentenceInAnotherLanguageIsHeldToTheCountToo(String language, String sentence, String word) {
        assertThat(Claims.in(sentence, language)).extracting(Claim::word).containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|One writes “la plupart des contributions sont courtes” and goes on.",
                "en|One writes «многие участники» and goes on.",
                "en|The name Tous ensemble and the title Plusieurs chemins stand.",
                "fr|Le rapport All Hands et le projet Many Voices existent.",
            })
    void whatIsQuotedInAnotherLanguageIsLeftAlone(String language, String sentence) {
        assertThat(Claims.in(sentence, language)).isEmpty();
    }
}
