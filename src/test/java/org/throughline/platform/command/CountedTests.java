package org.throughline.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTests {

    @Test
    void oneIsOne() {
        assertThat(Counted.of(1, "input")).isEqualTo("1 input");
        assertThat(Counted.of(0, "row")).isEqualTo("0 rows");
        assertThat(Counted.of(12, "row")).isEqualTo("12 rows");
    }
}
