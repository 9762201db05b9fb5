package org.throughline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates as people write them, and those that nobody should guess.
class WrittenDateTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "2020 > 2020",
                "2020-01 > 2020-01",
                "2020-01-17 > 2020-01-17",
                "2020-01-17T23:00:00Z > 2020-01-17",
                "2020-01-17 00:00:00 > 2020-01-17",
                "2020/1/17 > 2020-01-17",
                "17.01.2020 > 2020-01-17",
                "03.04.2020 > 2020-04-03",
                "17/01/2020 > 2020-01-17",
                "01/17/2020 > 2020-01-17",
                "05/05/2020 > 2020-05-05",
                "05/2020 > 2020-05",
                "43847 > 2020-01-17",
                "January 17, 2020 > 2020-01-17",
                "Friday, 17th of January 2020 > 2020-01-17",
                "Jan 2020 > 2020-01",
                "Sept. 3, 2021 > 2021-09-03",
                "17-Jan-20 > 2020-01-17",
                "17 janvier 2020 > 2020-01-17",
                "1er août 2020 > 2020-08-01",
                "17 de enero de 2020 > 2020-01-17",
                "17 января 2020 г. > 2020-01-17",
                "январь 2020 > 2020-01",
                "2020年1月17日 > 2020-01-17",
                "2020年1月 > 2020-01",
                "17 يناير 2020 > 2020-01-17",
                "١٧ يناير ٢٠٢٠ > 2020-01-17",
                "17 كانون الثاني 2020 > 2020-01-17",
                "17 de janeiro de 2020 > 2020-01-17",
                "17. Januar 2020 > 2020-01-17",
                "31 Desember 2020 > 2020-12-31",
            })
    void aDateIsTakenForWhatItSays(String written, String date) {
        assertThat(WrittenDate.of(written, null)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "TBD", "31 February 2020", "2020-13", "17", "Q3 2020", "2019-2022", "May"})
    void whatIsNoDateIsRefused(String written) {
        assertThatThrownBy(() -> WrittenDate.of(written, null)).isInstanceOf(RowRefused.class);
    }

    @Test
    void whatCanMeanTwoDaysIsRefusedUntilAPatternSettlesIt() {
        assertThatThrownBy(() -> WrittenDate.of("03/04/2020", null))
                .isInstanceOfSatisfying(
                        RowRefused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("imports.row.two-dates"));
        assertThat(WrittenDate.of("03/04/2020", "MM/dd/yyyy")).isEqualTo("2020-03-04");
        assertThat(WrittenDate.of("04/2020", "MM/yyyy")).isEqualTo("2020-04");
    }
}
