package org.throughline.inputs.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WorkbookTests {

    @Test
    void aNumberIsNeverWrittenOutToAThousandMillionDigits() {
        assertThat(Workbook.textOf(new BigDecimal("1E999999999"))).hasSizeLessThan(20);
        assertThat(Workbook.textOf(new BigDecimal("1E-999999999"))).hasSizeLessThan(20);
        assertThat(Workbook.textOf(new BigDecimal("1.2E7"))).isEqualTo("12000000");
    }
}
