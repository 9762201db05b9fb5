package org.throughline.mandates;

import java.time.LocalDate;
import java.util.List;
import org.throughline.platform.PlannedDate;

/// How far a task has come. Nobody types it: it follows from what shows that something was done, and from the date.
public enum TaskStatus {
    NOT_STARTED,
    IN_PROGRESS,
    REPORTED,
    DONE,
    NO_REPORT;

    /// The rule for a task that is due once. The first that holds counts:
    ///
    /// 1. There is a result: done.
    /// 2. There is a report: reported.
    /// 3. The last day on which the task can be due is past: no report.
    /// 4. There is a plan: in progress.
    /// 5. Otherwise: not started.
    ///
    /// @param evidence of what kinds there is evidence
    /// @param due a [PlannedDate]: of a year, a quarter or a month the last day counts; empty where no date is
    /// known
    public static TaskStatus of(List<Evidence.Kind> evidence, String due, LocalDate today) {
        if (evidence.contains(Evidence.Kind.RESULT)) return DONE;
        if (evidence.contains(Evidence.Kind.REPORT)) return REPORTED;
        if (PlannedDate.last(due).filter(today::isAfter).isPresent()) return NO_REPORT;
        return evidence.contains(Evidence.Kind.PLAN) ? IN_PROGRESS : NOT_STARTED;
    }

    /// The rule for any task. One that comes again is looked at time by time ([Round]), and the first that holds
    /// counts:
    ///
    /// 1. There is a result or a report for the time that comes next: done or reported.
    /// 2. There is neither for the last time that is past: no report.
    /// 3. There is a plan for the time that comes next: in progress.
    /// 4. Otherwise: as the last time was, and not started before the first.
    public static TaskStatus of(Due due, List<Evidence> evidence, LocalDate today) {
        if (!due.hasTimes()) return of(evidence.stream().map(Evidence::kind).toList(), due.first(), today);
        List<Round> rounds = Round.of(due, evidence, today);
        Round newest = rounds.getLast();
        if (rounds.size() == 1 || newest.isAnswered() || Due.isPast(newest.due(), today)) return newest.status();
        Round before = rounds.get(rounds.size() - 2);
        return before.status() == NO_REPORT || newest.status() == NOT_STARTED ? before.status() : newest.status();
    }

    /// As addresses and files write it.
    public String word() {
        return switch (this) {
            case NOT_STARTED -> "not-started";
            case IN_PROGRESS -> "in-progress";
            case REPORTED -> "reported";
            case DONE -> "done";
            case NO_REPORT -> "no-report";
        };
    }
}
