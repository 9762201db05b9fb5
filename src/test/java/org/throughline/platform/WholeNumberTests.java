package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTests {

    @ParameterizedTest
    @ValueSource(strings = {"42", " 42 ", "٤٢", "۴۲", "４２", "४२", "\u200F٤٢", "\uD835\uDFD2\uD835\uDFD0", "0042"})
    void digitsOfAnyScriptAreDigits(String typed) {
        assertThat(WholeNumber.read(typed)).hasValue(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-7", "\u22127", "－７", "-٧"})
    void aNumberMayBeNegative(String typed) {
        assertThat(WholeNumber.read(typed)).hasValue(-7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "4.2", "4,2", "٤٫٢", "1 000", "4-2", "四十二", "Ⅷ", "²", "1e3", "9999999999999999"})
    void whateverIsNoWholeNumberIsRefused(String typed) {
        assertThat(WholeNumber.read(typed)).isEmpty();
    }
}
