package org.throughline.suggestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.platform.Refusal;
import org.throughline.vocabulary.Vocabulary;
import org.throughline.world.ThroughlineTest;

/// What is suggested, in which order, and which words are given as the reason.
@ThroughlineTest
class SuggestionsTests {

    @Autowired
    Suggestions suggestions;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | A mobile application by which farmers learn the market prices of their crops",
                "fr | Une application mobile qui donne aux agriculteurs les prix du marché de leurs récoltes",
                "es | Una aplicación móvil para que los agricultores conozcan los precios de sus cosechas",
                "ru | Мобильное приложение, в котором фермеры узнают цены на свой урожай",
                "ar | تطبيق للهاتف المحمول يطلع المزارعين على أسعار محاصيلهم",
                "zh | 帮助农民了解农作物市场价格的手机应用"
            })
    void aTextAboutFarmingIsAboutFarmingInEveryLanguage(String language, String text) {
        for (String said : List.of(language, "und"))
            assertThat(suggestions
                            .suggest(Vocabulary.ACTION_LINES, text, said, 3)
                            .getFirst()
                            .code())
                    .as(text)
                    .isEqualTo("C7-EAGR");
        assertThat(suggestions
                        .suggest(Vocabulary.SDGS, text, null, 3)
                        .getFirst()
                        .code())
                .isEqualTo("2");
    }

    @Test
    void theWordsThatSpokeMostAreMarkedByTheirPlaceInTheText() {
        String text = "𝒳 We open a telemedicine service for patients.";
        Suggestion health =
                suggestions.suggest(Vocabulary.ACTION_LINES, text, "en", 1).getFirst();
        assertThat(health.code()).isEqualTo("C7-EHEA");
        assertThat(health.words().stream().map(word -> text.substring(word.start(), word.end())))
                .contains("telemedicine", "patients")
                .doesNotContain("We", "open", "for");
    }

    @Test
    void aTermOfSeveralWordsIsOneReason() {
        String text = "L’accès aux informations pour tous";
        Suggestion first =
                suggestions.suggest(Vocabulary.ACTION_LINES, text, "fr", 1).getFirst();
        assertThat(first.code()).isEqualTo("C3");
        assertThat(first.words()).containsExactly(new Span(2, 24));
    }

    @Test
    void traditionalCharactersAreReadAsSimplifiedOnes() {
        assertThat(suggestions
                        .suggest(Vocabulary.SDGS, "為農民提供糧食安全資訊", null, 1)
                        .getFirst()
                        .code())
                .isEqualTo("2");
    }

    @Test
    void theSameTextAlwaysHasTheSameAnswer() {
        String text = "Training teachers and nurses in rural schools and clinics to use the internet";
        var once = suggestions.suggest(Vocabulary.ACTION_LINES, text, null, 18);
        assertThat(suggestions.suggest(Vocabulary.ACTION_LINES, text, null, 18)).isEqualTo(once);
        assertThat(once).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    @Test
    void withoutTheMarkedWordsTheCodeLosesMoreThanWithoutAsManyOthers() {
        String text =
                "Since last year nurses in five small towns have been sending X-ray pictures to a hospital abroad.";
        Suggestion first = suggestions.suggest(Vocabulary.SDGS, text, "en", 1).getFirst();
        assertThat(first.code()).isEqualTo("3");
        double without = scoreOf("3", blanked(text, first.words()));
        double withoutOthers = scoreOf("3", text.replace("Since last year", "").replace("small towns", ""));
        assertThat(without).isLessThan(first.score() / 2).isLessThan(withoutOthers);
    }

    private double scoreOf(String code, String text) {
        return suggestions.suggest(Vocabulary.SDGS, text, "en", 17).stream()
                .filter(one -> one.code().equals(code))
                .mapToDouble(Suggestion::score)
                .findFirst()
                .orElse(0);
    }

    private static String blanked(String text, List<Span> words) {
        var blanked = new StringBuilder(text);
        for (var word : words) for (int i = word.start(); i < word.end(); i++) blanked.setCharAt(i, ' ');
        return blanked.toString();
    }

    @Test
    void aTextThatSaysNothingGetsNothing() {
        assertThat(suggestions.suggest(Vocabulary.ACTION_LINES, "?!… 🙂", null, 3))
                .isEmpty();
        assertThat(suggestions.suggest(Vocabulary.GDC, "ᚠᛇᚻ ᛒᛦᚦ", null, 3)).isEmpty();
    }

    @Test
    void everyVocabularyKnowsItsOwnWords() {
        Map<String, String> texts = Map.of(
                "1", "Close the digital divide and connect the unconnected",
                "2", "E-commerce and small businesses in the digital economy",
                "3", "Human rights online, against hate speech and disinformation",
                "4", "Data governance and cross-border data flows",
                "5", "International governance of artificial intelligence");
        texts.forEach((code, text) -> assertThat(suggestions
                        .suggest(Vocabulary.GDC, text, "en", 1)
                        .getFirst()
                        .code())
                .as(text)
                .isEqualTo(code));
    }

    @Test
    void whatCannotBeReadIsRefusedInWords() {
        refused("text-empty", () -> suggestions.suggest(Vocabulary.SDGS, " \n", null, 3));
        refused("text-too-long", () -> suggestions.suggest(Vocabulary.SDGS, "a".repeat(100_001), null, 3));
        refused("vocabulary-unknown", () -> suggestions.suggest("countries", "text", null, 3));
        refused("language-unknown", () -> suggestions.suggest(Vocabulary.SDGS, "text", "de", 3));
        refused("limit-out-of-range", () -> suggestions.suggest(Vocabulary.SDGS, "text", null, 0));
        assertThat(suggestions.suggest(Vocabulary.SDGS, "hunger", "en-GB", 1)).hasSize(1);
    }

    private static void refused(String slug, Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
