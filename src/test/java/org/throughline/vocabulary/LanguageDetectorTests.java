package org.throughline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Guessing a text's language from the text alone.
class LanguageDetectorTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Public access points in rural libraries have brought the network to people who had never used it. > en",
                "The action lines remain relevant. > en",
                "Les points d’accès publics dans les bibliothèques rurales ont rapproché le réseau de la population. > fr",
                "La coopération entre les États est la condition de tout progrès. > fr",
                "Los puntos de acceso público en las bibliotecas rurales han acercado la red a la población. > es",
                "La cooperación entre los países es necesaria para el desarrollo. > es",
                "Os pontos de acesso público nas bibliotecas rurais aproximaram a rede das pessoas que não a usavam. > pt",
                "Пункты общественного доступа в сельских библиотеках приблизили сеть к населению. > ru",
                "农村图书馆的公共接入点使从未上网的人们接触到了网络。 > zh",
                "我们支持ICT促进发展 (ICT4D)。 > zh",
                "قربت نقاط النفاذ العامة في المكتبات الريفية الشبكة من السكان. > ar"
            })
    void oneSentenceIsEnough(String text, String language) {
        assertThat(LanguageDetector.detect(text).code()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "ITU UNESCO UNDP",
                "https://example.org/the/of/and/to",
                "Die öffentlichen Zugangspunkte in den Bibliotheken auf dem Land haben das Netz zu den Menschen gebracht.",
                "I punti di accesso pubblici nelle biblioteche rurali hanno avvicinato la rete alla popolazione che non la usava.",
                "Громадські точки доступу в сільських бібліотеках наблизили мережу до населення.",
                "دسترسی همگانی در کتابخانه‌های روستایی شبکه را به مردم نزدیک کرده است.",
                "農村図書館の公衆アクセスポイントは人々にネットワークをもたらした。",
                "농촌 도서관의 공공 접속점은 네트워크를 가져왔다."
            })
    void whatIsNoneOfOursIsUnknown(String text) {
        assertThat(LanguageDetector.detect(text).code()).isEqualTo(LanguageDetector.UNKNOWN);
        assertThat(LanguageDetector.detect(text).isKnown()).isFalse();
    }

    @Test
    void alongTextMakesSurer() {
        var sentence =
                "We welcome the review and ask that the results of the work are measured by what people can do. ";
        assertThat(LanguageDetector.detect(sentence.repeat(20)).confidence())
                .isGreaterThan(LanguageDetector.detect("What is it for?").confidence());
    }

    @Test
    void anAddressInsideATextWithoutSpacesDoesNotHideTheText() {
        assertThat(LanguageDetector.detect("请见https://www.example.org/en/the-report，我们支持这一提案。")
                        .code())
                .isEqualTo("zh");
    }

    @Test
    void namesInLatinLettersDoNotTurnAnArabicTextIntoEnglish() {
        var text = "يرحب الاتحاد الدولي للاتصالات ITU ومنظمة UNESCO بهذه المشاورات المفتوحة حول مجتمع المعلومات.";
        assertThat(LanguageDetector.detect(text).code()).isEqualTo("ar");
    }
}
