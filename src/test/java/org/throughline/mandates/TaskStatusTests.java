package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.mandates.Evidence.Kind.PLAN;
import static org.throughline.mandates.Evidence.Kind.REPORT;
import static org.throughline.mandates.Evidence.Kind.RESULT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskStatusTests {

    private static final LocalDate BEFORE = LocalDate.of(2027, 12, 31);
    private static final LocalDate AFTER = LocalDate.of(2028, 1, 1);

    @Test
    void withoutEvidenceATaskIsNotStartedUntilItsLastDayIsPast() {
        assertThat(TaskStatus.of(List.of(), "", AFTER)).isEqualTo(TaskStatus.NOT_STARTED);
        assertThat(TaskStatus.of(List.of(), "2027", BEFORE)).isEqualTo(TaskStatus.NOT_STARTED);
        assertThat(TaskStatus.of(List.of(), "2027", AFTER)).isEqualTo(TaskStatus.NO_REPORT);
        assertThat(TaskStatus.of(List.of(), "2027-12", BEFORE)).isEqualTo(TaskStatus.NOT_STARTED);
        assertThat(TaskStatus.of(List.of(), "2027-12-30", BEFORE)).isEqualTo(TaskStatus.NO_REPORT);
    }

    @Test
    void aPlanIsProgressButNoReport() {
        assertThat(TaskStatus.of(List.of(PLAN), "", AFTER)).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(TaskStatus.of(List.of(PLAN), "2027", BEFORE)).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(TaskStatus.of(List.of(PLAN), "2027", AFTER)).isEqualTo(TaskStatus.NO_REPORT);
    }

    @Test
    void aReportAndAResultCountWhateverTheDate() {
        assertThat(TaskStatus.of(List.of(PLAN, REPORT), "2027", AFTER)).isEqualTo(TaskStatus.REPORTED);
        assertThat(TaskStatus.of(List.of(REPORT, RESULT), "2027", AFTER)).isEqualTo(TaskStatus.DONE);
        assertThat(TaskStatus.of(List.of(RESULT, PLAN), "", BEFORE)).isEqualTo(TaskStatus.DONE);
    }
}
