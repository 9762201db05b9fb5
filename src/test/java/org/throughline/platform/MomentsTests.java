package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dates written out in six languages.
class MomentsTests {

    @ParameterizedTest
    @CsvSource({
        "en,14 March 2025",
        "fr,14 mars 2025",
        "es,14 de marzo de 2025",
        "ru,14 марта 2025 года",
        "zh,2025年3月14日",
        "ar,14 مارس 2025"
    })
    void aDateIsWrittenOutWithTheDayBeforeTheMonthWhereTheLanguageDoesSo(String language, String written) {
        // Russian puts a no-break space before its abbreviation.
        assertThat(Moments.in(language).date(LocalDate.of(2025, 3, 14)).replaceAll("\\p{Zs}", " "))
                .isEqualTo(written);
    }
}
