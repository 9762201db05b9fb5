package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// What a sentence says of how many inputs it speaks for, held to 64 of 163 published inputs: 39 per cent.
class ClaimsTests {

    private static final Support SUPPORT = new Support(64, 163, Map.of(), Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Two thirds of the inputs ask for it.",
                "en|Two-thirds of all inputs ask for it.",
                "en|Over half ask for it.",
                "en|More than half of the inputs ask for it.",
                "en|Half of all inputs ask for it.",
                "en|75 per cent ask for it.",
                "en|75% of respondents ask for it.",
                "en|Seventy-five per cent ask for it.",
                "en|At least 45 % ask for it.",
                "en|Less than a third ask for it.",
                "en|Ninety inputs ask for it.",
                "en|90 inputs ask for it.",
                "en|Ninety-five of the published contributions ask for it.",
                "en|One hundred and twenty stakeholders ask for it.",
                "en|More than 64 respondents ask for it.",
                "en|Fewer than 10 inputs ask for it.",
                "en|64 of 70 inputs ask for it.",
                "en|Nine out of ten respondents ask for it.",
                "en|There was broad consensus on it.",
                "en|The inputs were overwhelmingly in favour.",
                "en|Contributors generally agree on it.",
                "en|It was unanimous.",
                "en|No input opposes it.",
                "en|None of the contributions opposes it.",
                "en|Nobody opposes it.",
                "en|No respondent was against it.",
                "fr|Les deux tiers des contributions le demandent.",
                "fr|Plus de la moitié le demandent.",
                "fr|75 % des contributions le demandent.",
                "fr|Quatre-vingt-dix contributions le demandent.",
                "fr|Il y a un large consensus.",
                "fr|Aucune contribution ne s’y oppose.",
                "fr|Personne ne s’y oppose.",
                "es|Dos tercios de las contribuciones lo piden.",
                "es|Más de la mitad lo pide.",
                "es|El 75 % de las contribuciones lo pide.",
                "es|Noventa y cinco contribuciones lo piden.",
                "es|Existe un amplio consenso.",
                "es|Ninguna contribución se opone.",
                "es|Nadie se opone.",
                "ru|Две трети вкладов поддерживают это.",
                "ru|Более половины вкладов поддерживают это.",
                "ru|75 процентов участников поддерживают это.",
                "ru|Девяносто пять вкладов поддерживают это.",
                "ru|В девяноста пяти вкладах говорится об этом.",
                "ru|Сложился широкий консенсус.",
                "ru|Ни один вклад не возражает.",
                "ru|Никто не возражает.",
                "ar|يطلب ثلثا المساهمات ذلك.",
                "ar|يطلب أكثر من نصف المساهمات ذلك.",
                "ar|طلب 75 في المائة من المشاركين ذلك.",
                "ar|طلبت تسعون مساهمة ذلك.",
                "ar|ورد ذلك في خمس وتسعين مساهمة.",
                "ar|طلبت ٩٠ مساهمة ذلك.",
                "ar|هناك توافق واسع في الآراء.",
                "ar|لا أحد يعارض ذلك.",
                "ar|لم تعترض أي مساهمة على ذلك.",
                "zh|三分之二的意见要求这样做。",
                "zh|超过一半的意见要求这样做。",
                "zh|百分之七十五的意见要求这样做。",
                "zh|75%的受访者要求这样做。",
                "zh|九十份意见要求这样做。",
                "zh|163份意见中有90份要求这样做。",
                "zh|各方存在广泛共识。",
                "zh|没有任何意见反对。",
                "zh|无人反对。",
            })
    void whatSaysMoreThanTheCountIsFound(String language, String sentence) {
        assertThat(Claims.in(sentence, language)).isNotEmpty().noneMatch(this::agrees);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|39 % of the inputs ask for it.",
                "en|39.3 per cent ask for it.",
                "en|Nearly 40 per cent ask for it.",
                "en|Two fifths of all inputs ask for it.",
                "en|Over a third ask for it.",
                "en|Less than half ask for it.",
                "en|Sixty-four inputs ask for it.",
                "en|64 of the 163 published inputs ask for it.",
                "en|At least 60 respondents ask for it.",
                "en|Fewer than 100 inputs ask for it.",
                "en|Many inputs ask for it.",
                "fr|64 des 163 contributions publiées le demandent.",
                "fr|Plus d’un tiers le demandent.",
                "fr|Moins de la moitié le demandent.",
                "es|64 de las 163 contribuciones lo piden.",
                "es|Más de un tercio lo pide.",
                "ru|В 64 из 163 опубликованных вкладов говорится об этом.",
                "ru|Более трети вкладов поддерживают это.",
                "ru|Менее половины вкладов поддерживают это.",
                "ar|طلبت 64 من أصل 163 مساهمة ذلك.",
                "ar|طلب أكثر من ثلث المساهمات ذلك.",
                "zh|163份意见中有64份要求这样做。",
                "zh|三分之一以上的意见要求这样做。",
                "zh|六十四份意见要求这样做。",
            })
    void whatAgreesWithTheCountPasses(String language, String sentence) {
        assertThat(Claims.in(sentence, language)).isNotEmpty().allMatch(this::agrees);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|No one should be left behind, and a third party may help.",
                "en|For C7, inputs ask for networks by 2030.",
                "en|Networks reached places that had none.",
                "en|In 2025 inputs were received under A/RES/70/125.",
                "en|Decisions are taken by consensus; the tools are widely available.",
                "fr|Il s’agit de ne laisser personne de côté.",
                "es|Hay que trabajar sin dejar a nadie atrás.",
                "zh|不让任何一个人掉队。",
            })
    void whatCountsNoInputsIsLeftAlone(String language, String sentence) {
        assertThat(Claims.in(sentence, language)).isEmpty();
    }

    /// As editors write in each language: numbers in words, in every case and gender.
    @ParameterizedTest
    @CsvFileSource(resources = "/claims.csv", delimiter = '|', useHeadersInDisplayName = true)
    void sentencesAsEditorsWriteThem(String language, String verdict, String sentence) {
        List<Claim> found = Claims.in(sentence, language);
        switch (verdict) {
            case "agrees" -> assertThat(found).isNotEmpty().allMatch(this::agrees);
            case "disagrees" -> assertThat(found).isNotEmpty().noneMatch(this::agrees);
            default -> assertThat(found).isEmpty();
        }
    }

    private boolean agrees(Claim claim) {
        return claim.agrees(Bands.DEFAULT, SUPPORT);
    }
}
