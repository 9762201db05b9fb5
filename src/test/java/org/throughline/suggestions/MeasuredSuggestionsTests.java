package org.throughline.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.suggestions.Figures.How;
import org.throughline.suggestions.LabelledFile.Columns;
import org.throughline.vocabulary.Vocabulary;

/// The program as shipped, asked about reference data that is not part of the repository. What the published figures
/// say must be what comes out here.
class MeasuredSuggestionsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private String folder = "";

    @BeforeEach
    void needsTheReferenceData() {
        String named = System.getenv("THROUGHLINE_REFERENCE_DATA");
        Assumptions.assumeTrue(named != null, "No reference data here");
        folder = named;
    }

    @Test
    void theFirstOfThreeActionLinesIsOftenEnoughTheRightOne() {
        Figures figures = measured(
                Vocabulary.ACTION_LINES,
                "dev/wsis-prizes-2021-sample/nominated-2021-sample.csv",
                new Columns(List.of(), "", ""));
        assertThat(figures.texts()).isEqualTo(72);
        assertThat(figures.first()).isGreaterThanOrEqualTo(0.45);
        assertThat(figures.three()).isGreaterThanOrEqualTo(0.6);
        assertThat(published(Vocabulary.ACTION_LINES).first()).isEqualTo(figures.first());
        assertThat(published(Vocabulary.ACTION_LINES).three()).isEqualTo(figures.three());
    }

    @ParameterizedTest
    @CsvSource({"en, 0.80", "ar, 0.65", "zh, 0.70", "fr, 0.75", "ru, 0.75", "es, 0.75"})
    void aTargetIsGivenItsOwnGoalInEveryLanguage(String language, double least) {
        Figures figures = measured(
                Vocabulary.SDGS,
                "ship/sdg-six-languages/targets.csv",
                new Columns(List.of(language), "goal", language));
        assertThat(figures.first()).isGreaterThanOrEqualTo(least);
        assertThat(figures.three()).isGreaterThanOrEqualTo(0.85);
    }

    private Figures measured(String vocabulary, String file, Columns columns) {
        List<String> codes = SuggestionCommands.codes(vocabulary);
        Lexicon lexicon = Lexicon.shipped();
        Model model = ModelFile.shipped(vocabulary, codes, lexicon);
        var texts = LabelledFile.read(Path.of(folder, file), columns, codes);
        var judged = new School(FeatureReader.of(lexicon), model).judge(model, texts);
        return Figures.of(vocabulary, codes, file, How.AS_SHIPPED, 0, DAY, judged);
    }

    private static Figures published(String vocabulary) {
        return new MeasuredSuggestions()
                .figures().stream()
                        .filter(one -> one.vocabulary().equals(vocabulary))
                        .findFirst()
                        .orElseThrow();
    }
}
