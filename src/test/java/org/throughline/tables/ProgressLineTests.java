package org.throughline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What stands on the terminal while an import goes on.
class ProgressLineTests {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private long nanos = 5;
    private final ProgressLine line =
            new ProgressLine(new PrintStream(shown, true, StandardCharsets.UTF_8), () -> nanos);

    /// The first row comes with all that has to be got ready: measured with it, 4,000 rows would take hours.
    @Test
    void theTimeThatIsLeftIsMeasuredFromTheRowsAndNotFromTheStart() {
        at(4_000, 1);
        assertThat(said()).isEqualTo("\r1 of 4001 rows, 0 refused   ");
        at(500, 401);
        assertThat(said()).isEmpty();
        at(600, 1_001);
        assertThat(said()).isEqualTo("\r1001 of 4001 rows, 0 refused, 3 s left   ");
        at(74_900, 2_001);
        assertThat(said()).contains(", 1 min 16 s left");
    }

    @Test
    void ofAnImportOfASecondNothingIsSaid() {
        at(300, 100);
        at(600, 4_001);
        line.end();
        assertThat(said()).isEmpty();
    }

    private void at(long millisLater, long done) {
        nanos += millisLater * 1_000_000;
        line.at(done, 4_001, 0);
    }

    private String said() {
        String said = shown.toString(StandardCharsets.UTF_8);
        shown.reset();
        return said;
    }
}
