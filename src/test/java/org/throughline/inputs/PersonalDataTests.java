package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PersonalDataTests {

    @Test
    void ofPlacesThatOverlapTheLongestIsShown() {
        assertThat(PersonalData.in("Write to tel.+41791234567@example.org or +41 79 123 45 67"))
                .extracting(PersonalData.Spot::words)
                .containsExactly("tel.+41791234567@example.org", "+41 79 123 45 67");
    }

    @Test
    void aTextOfNothingButAddressesIsReadQuicklyAndShownInPart() {
        String addresses = "a@b.ch ".repeat(28_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(PersonalData.in(addresses))
                        .hasSize(200)
                        .isSortedAccordingTo(java.util.Comparator.comparingInt(PersonalData.Spot::start)));
    }
}
