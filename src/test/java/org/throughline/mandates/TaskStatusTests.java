package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.throughline.mandates.Evidence.Kind.PLAN;
import static org.throughline.mandates.Evidence.Kind.REPORT;
import static org.throughline.mandates.Evidence.Kind.RESULT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.throughline.platform.Certainty;
import org.throughline.platform.Source;

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

    private static final Due AGAIN = new Due("2026", "P2Y", "2030");

    private static Evidence evidence(Evidence.Kind kind, String happened, String round) {
        return new Evidence(
                UUID.randomUUID(),
                kind,
                Evidence.Thing.DOCUMENT,
                "Title",
                "en",
                "/x",
                happened,
                round,
                new Source("Source", "", Certainty.CONFIRMED),
                Instant.EPOCH);
    }

    private static TaskStatus again(String day, Evidence... evidence) {
        return TaskStatus.of(AGAIN, List.of(evidence), LocalDate.parse(day));
    }

    @Test
    void whatComesAgainIsLookedAtTimeByTime() {
        Evidence first = evidence(REPORT, "2026-11", "");
        Evidence plan = evidence(PLAN, "2028-02", "");
        Evidence second = evidence(RESULT, "2028-10", "");

        assertThat(again("2026-12-31")).isEqualTo(TaskStatus.NOT_STARTED);
        assertThat(again("2027-01-01")).isEqualTo(TaskStatus.NO_REPORT);
        assertThat(again("2026-12-31", first)).isEqualTo(TaskStatus.REPORTED);
        assertThat(again("2028-01-31", first)).isEqualTo(TaskStatus.REPORTED);
        assertThat(again("2028-02-01", first, plan)).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(again("2028-12-31", first, plan, second)).isEqualTo(TaskStatus.DONE);
        assertThat(again("2029-01-01", first, plan)).isEqualTo(TaskStatus.NO_REPORT);
        assertThat(again("2029-01-01", first, plan, second)).isEqualTo(TaskStatus.DONE);
    }

    @Test
    void aPlanForTheNextTimeDoesNotHideThatTheLastOneWasMissed() {
        Evidence plan = evidence(PLAN, "2028-02", "");

        assertThat(again("2028-03-01", plan)).isEqualTo(TaskStatus.NO_REPORT);
        assertThat(again("2028-11-01", plan, evidence(REPORT, "2028-10-01", "")))
                .isEqualTo(TaskStatus.REPORTED);
    }

    @Test
    void aLateReportCountsForTheTimeThatItSaysItIsFor() {
        Evidence late = evidence(REPORT, "2027-02", "2026");

        assertThat(again("2027-03-01", late)).isEqualTo(TaskStatus.REPORTED);
        assertThat(again("2029-01-01", late)).isEqualTo(TaskStatus.NO_REPORT);
        assertThat(Round.of(AGAIN, List.of(late), LocalDate.parse("2029-01-01")))
                .extracting(Round::due, Round::status)
                .containsExactly(
                        tuple("2026", TaskStatus.REPORTED),
                        tuple("2028", TaskStatus.NO_REPORT),
                        tuple("2030", TaskStatus.NOT_STARTED));
    }

    @Test
    void afterTheLastTimeNothingIsAwaited() {
        Evidence last = evidence(REPORT, "2030-06-01", "");

        assertThat(again("2033-01-01", last)).isEqualTo(TaskStatus.REPORTED);
        assertThat(AGAIN.times(LocalDate.parse("2050-01-01"))).containsExactly("2026", "2028", "2030");
        assertThat(AGAIN.next(LocalDate.parse("2031-01-01"))).isEmpty();
    }

    @Test
    void whereNoDateIsKnownOnlyTheEvidenceCounts() {
        var due = new Due("", "P1Y", "");

        assertThat(TaskStatus.of(due, List.of(), AFTER)).isEqualTo(TaskStatus.NOT_STARTED);
        assertThat(TaskStatus.of(due, List.of(evidence(REPORT, "2026-11", "")), AFTER))
                .isEqualTo(TaskStatus.REPORTED);
        assertThat(due.times(AFTER)).isEmpty();
    }

    @Test
    void timesAreAsExactAsTheFirst() {
        LocalDate day = LocalDate.of(2027, 6, 1);

        assertThat(new Due("2026-Q3", "P6M", "").times(day)).containsExactly("2026-Q3", "2027-Q1", "2027-Q3");
        assertThat(new Due("2026-11", "P5M", "").times(day)).containsExactly("2026-11", "2027-04", "2027-09");
        assertThat(new Due("2027-01-31", "P1M", "2027-04-30").times(day))
                .containsExactly("2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30");
        assertThat(new Due("2027-09", "P1Y", "").times(day)).containsExactly("2027-09");
    }

    @Test
    void aRhythmThatTheDateIsNotExactEnoughForIsRefused() {
        assertThatThrownBy(() -> new Due("2026", "P6M", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Due("2026-Q3", "P4M", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Due("2026", "P1Y", "2025")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Due("2026", "", "2027")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Due("2026-Q5", "", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
