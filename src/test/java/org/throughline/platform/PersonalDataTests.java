package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTests {

    @Test
    void ofPlacesThatOverlapTheLongestIsShown() {
        assertThat(PersonalData.in("Write to tel.+41791234567@example.org or +41 79 123 45 67", null))
                .extracting(PersonalData.Spot::words)
                .containsExactly("tel.+41791234567@example.org", "+41 79 123 45 67");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AU | Ask Jo Citizen about the submission. 0491570156  | 0491570156
            AU | Ring 0491 570 156, after ten.                     | 0491 570 156
            AU | Jo Citizen 0491 570 006                           | 0491 570 006
            AU | Office: (02) 5550 1234.                           | (02) 5550 1234
            AU | or (02)5550 1234, ask for Jo                      | (02)5550 1234
            US | Call me: 415-555-2671                             | 415-555-2671
            US | Call me at (415) 555-2671 please                  | (415) 555-2671
            FR | Appelez le 06.39.98.12.34 ou écrivez              | 06.39.98.12.34
            DK | Ring 32 12 34 56 hvis                             | 32 12 34 56
            SG | Jo Tan 91234567                                   | 91234567
            ES | Llame al 612 345 678 por la tarde                 | 612 345 678
            EG | اتصلوا بنا ٠١٠٠١٢٣٤٥٦٧ مساءً                      | ٠١٠٠١٢٣٤٥٦٧
            CN | 请联系 13812345678 王先生                            | 13812345678
               | Nobody knows the country of 0491570156            | 0491570156
            """)
    void aNumberAsItIsWrittenAtHomeIsFound(String country, String text, String words) {
        assertThat(PersonalData.in(text, country))
                .singleElement()
                .satisfies(spot -> assertThat(spot.kind()).isEqualTo(PersonalData.Kind.PHONE))
                .extracting(PersonalData.Spot::words)
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AU | https://doi.org/10.1038/s42256-022-00465-9
            AU | https://example.org/2023-07-15/what-is-it/102597712).
            AU | IEEE 7000-2021 TM and IEEE 7010-2020 TM, in 2020-2021 and on 2023-07-25
            AU | arXiv:2307.03718 and S2352-3964(23)00077-4
            AU | ISBN 978-0-306-40615-7, ISBN 0-306-40615-2, ISBN 0306406152
            AU | ABN 51 824 753 556
            AU | From 2019 to 2023, in 2019-2023, 2019/2020 and 30 June 2025
            AU | ISSN 0317-8471 and ISSN: 2049-3630, EAN 9780306406157
            AU | $1,234,567 or AUD 12 345 678, 0.49157006 and 12 500 000 dollars
            AU | Paragraphs 12.3.4.5 and 102.11, section 5550 (1234), para. 23 (a)
            AU | doi:10.1000/182, DOI 10.1109/5.771073 and 10.1145/3442188.3445922
            DK | In 20232024 and 20230725, 25.07.2023 and 2003 2005
            DK | A/RES/70/125 of 16 December 2015, A/RES/60/252, E/CN.16/2025/2
            DK | 20 000 000 people, 32123000 households, DKK 32123456, € 32 12 34 56
            SG | $91234567 and 91234567 million
            US | 3.1415926535 and 0.4155552671
               | 415-555-2671 where no country is known
            """)
    void otherLongNumbersAreNot(String country, String text) {
        assertThat(PersonalData.in(text, country)).isEmpty();
    }

    @Test
    void aTextOfNothingButAddressesIsReadQuicklyAndShownInPart() {
        String addresses = "a@b.ch ".repeat(28_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(PersonalData.in(addresses, null))
                        .hasSize(200)
                        .isSortedAccordingTo(java.util.Comparator.comparingInt(PersonalData.Spot::start)));
    }
}
