package org.throughline.mandates;

import java.time.LocalDate;
import java.util.List;
import org.throughline.platform.PartialDate;

/// How far a task has come. Nobody types it: it follows from what shows that something was done, and from the date.
public enum TaskStatus {
    NOT_STARTED,
    IN_PROGRESS,
    REPORTED,
    DONE,
    NO_REPORT;

    /// The rule. The first that holds counts:
    ///
    /// 1. There is a result: done.
    /// 2. There is a report: reported.
    /// 3. The last day on which the task can be due is past: no report.
    /// 4. There is a plan: in progress.
    /// 5. Otherwise: not started.
    ///
    /// @param evidence of what kinds there is evidence
    /// @param due a [PartialDate]: of a year or a month the last day counts; empty where no date is known
    public static TaskStatus of(List<Evidence.Kind> evidence, String due, LocalDate today) {
        if (evidence.contains(Evidence.Kind.RESULT)) return DONE;
        if (evidence.contains(Evidence.Kind.REPORT)) return REPORTED;
        if (PartialDate.last(due).filter(today::isAfter).isPresent()) return NO_REPORT;
        return evidence.contains(Evidence.Kind.PLAN) ? IN_PROGRESS : NOT_STARTED;
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
