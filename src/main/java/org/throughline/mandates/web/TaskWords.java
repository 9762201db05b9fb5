package org.throughline.mandates.web;

import java.time.LocalDate;
import org.throughline.mandates.Due;
import org.throughline.mandates.Evidence;
import org.throughline.mandates.Remark;
import org.throughline.mandates.Task;
import org.throughline.mandates.TaskStatus;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;

/// How tasks and what belongs to them are called.
final class TaskWords {

    private TaskWords() {}

    static String status(Messages.Texts texts, TaskStatus status) {
        return switch (status) {
            case NOT_STARTED -> texts.of("mandates.task.status.not-started");
            case IN_PROGRESS -> texts.of("mandates.task.status.in-progress");
            case REPORTED -> texts.of("mandates.task.status.reported");
            case DONE -> texts.of("mandates.task.status.done");
            case NO_REPORT -> texts.of("mandates.task.status.no-report");
        };
    }

    /// The class of the tag that shows a status; the words say it too.
    static String tag(TaskStatus status) {
        return switch (status) {
            case DONE, REPORTED -> "tag tag-open";
            case NO_REPORT -> "tag tag-warn";
            case IN_PROGRESS, NOT_STARTED -> "tag";
        };
    }

    static String verb(Messages.Texts texts, Task.Verb verb) {
        return switch (verb) {
            case REQUEST -> texts.of("mandates.task.verb.request");
            case INVITE -> texts.of("mandates.task.verb.invite");
            case ENCOURAGE -> texts.of("mandates.task.verb.encourage");
            case DECIDE -> texts.of("mandates.task.verb.decide");
        };
    }

    static String kind(Messages.Texts texts, Evidence.Kind kind) {
        return switch (kind) {
            case PLAN -> texts.of("mandates.evidence.kind.plan");
            case REPORT -> texts.of("mandates.evidence.kind.report");
            case RESULT -> texts.of("mandates.evidence.kind.result");
        };
    }

    /// The same with what it shows, to choose from.
    static String kindExplained(Messages.Texts texts, Evidence.Kind kind) {
        return switch (kind) {
            case PLAN -> texts.of("mandates.evidence.kind.plan.what");
            case REPORT -> texts.of("mandates.evidence.kind.report.what");
            case RESULT -> texts.of("mandates.evidence.kind.result.what");
        };
    }

    static String thing(Messages.Texts texts, Evidence.Thing thing) {
        return switch (thing) {
            case DOCUMENT -> texts.of("mandates.evidence.thing.document");
            case CALL -> texts.of("mandates.evidence.thing.call");
            case PROJECT -> texts.of("mandates.evidence.thing.project");
            case SESSION -> texts.of("mandates.evidence.thing.session");
            case MILESTONE -> texts.of("mandates.evidence.thing.milestone");
            case REPORT -> texts.of("mandates.evidence.thing.report");
            case INDICATOR -> texts.of("mandates.evidence.thing.indicator");
        };
    }

    /// "Paragraph 67"; for what has none, a sentence that says so.
    static String paragraph(Messages.Texts texts, Task task) {
        return task.paragraph().isEmpty()
                ? texts.of("mandates.task.paragraph.unknown")
                : texts.of("mandates.task.paragraph", task.paragraph());
    }

    /// The date, how often it comes again, when it is due next, and the words of when; empty where nothing is
    /// known.
    static String due(Messages.Texts texts, Task task, LocalDate today) {
        String words = task.dueWords().textFor(texts.language());
        Moments moments = Moments.in(texts.language());
        if (task.due().isAgain()) {
            String rhythm = rhythm(texts, task.due());
            String said = words.isEmpty() ? rhythm : texts.of("mandates.task.due.both", words, rhythm);
            return task.due()
                    .next(today)
                    .map(next -> texts.of("mandates.task.due.next", said, moments.partial(next)))
                    .orElse(said);
        }
        String date = moments.partial(task.due().first());
        return words.isEmpty() || date.isEmpty() ? words + date : texts.of("mandates.task.due.both", date, words);
    }

    /// "Every 2 years from 2026 until 2036", as far as it is known.
    private static String rhythm(Messages.Texts texts, Due due) {
        int years = due.period().getYears();
        int months = due.period().getMonths();
        String from = Moments.in(texts.language()).partial(due.first());
        String until = Moments.in(texts.language()).partial(due.until());
        if (from.isEmpty() && until.isEmpty())
            return years > 0
                    ? texts.of("mandates.task.due.years", years)
                    : texts.of("mandates.task.due.months", months);
        if (until.isEmpty())
            return years > 0
                    ? texts.of("mandates.task.due.years.from", years, from)
                    : texts.of("mandates.task.due.months.from", months, from);
        if (from.isEmpty())
            return years > 0
                    ? texts.of("mandates.task.due.years.until", years, until)
                    : texts.of("mandates.task.due.months.until", months, until);
        return years > 0
                ? texts.of("mandates.task.due.years.both", years, from, until)
                : texts.of("mandates.task.due.months.both", months, from, until);
    }

    /// "Contests that it is done", "Comment".
    static String remark(Messages.Texts texts, Remark remark) {
        if (remark.kind() == Remark.Kind.COMMENT) return texts.of("mandates.remark.comment");
        for (TaskStatus status : TaskStatus.values())
            if (status.word().equals(remark.status()))
                return texts.of("mandates.remark.contest", status(texts, status));
        return texts.of("mandates.remark.comment");
    }
}
