package org.throughline.mandates.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.citations.MarkLine;
import org.throughline.mandates.Evidence;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Remark;
import org.throughline.mandates.Task;
import org.throughline.mandates.TaskRemarks;
import org.throughline.platform.Moments;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Surroundings;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// Puts one task into the words of a reader's language.
@Component
class TaskViews {

    private final Vocabulary vocabulary;
    private final TermNames terms;
    private final List<Surroundings> surroundings;

    TaskViews(Vocabulary vocabulary, TermNames terms, List<Surroundings> surroundings) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.surroundings = surroundings;
    }

    /// @param all the tasks of its instrument, in their order
    TaskPage page(
            Frame frame,
            Instrument instrument,
            Task task,
            List<Task> all,
            List<Remark> remarks,
            TaskRemarks.Waiting waiting,
            List<MarkLine> marks,
            LocalDate today) {
        // A task that the chain does not know stands there as one of its list, or of its instrument.
        String list = "/mandates/" + task.instrument();
        int at = all.stream().map(Task::number).toList().indexOf(task.number());
        return new TaskPage(
                task,
                InstrumentWords.name(frame, instrument),
                frame.t(
                        "mandates.task.where",
                        InstrumentWords.name(frame, instrument),
                        TaskWords.paragraph(frame.texts(), task),
                        task.number()),
                TaskWords.status(frame.texts(), task.status(today)),
                TaskWords.tag(task.status(today)),
                task.isContested(today),
                InstrumentWords.unverified(task.source()),
                asked(frame, task, false),
                asked(frame, task, true),
                task.verb() == null ? "" : TaskWords.verb(frame.texts(), task.verb()),
                TaskWords.due(frame.texts(), task, today),
                coded(frame, Vocabulary.ACTION_LINES, task.actionLines()),
                coded(frame, Vocabulary.SDGS, task.sdgs()),
                coded(frame, Vocabulary.GDC, task.gdc()),
                task.rounds(today).reversed().stream()
                        .map(one -> new TaskPage.Time(
                                Moments.in(frame.language()).partial(one.due()),
                                TaskWords.status(frame.texts(), one.status()),
                                TaskWords.tag(one.status())))
                        .toList(),
                task.evidence().stream().map(one -> shown(frame, one)).toList(),
                remarks,
                waiting,
                marks,
                Surroundings.all(surroundings, frame, task.path(), list + "/tasks", list),
                at > 0 ? all.get(at - 1).path() : null,
                at >= 0 && at + 1 < all.size() ? all.get(at + 1).path() : null);
    }

    static String asked(Frame frame, Task task, boolean invited) {
        return task.asked().stream()
                .filter(one -> one.invited() == invited)
                .map(one -> frame.text(one.body().name()))
                .collect(Collectors.joining(frame.t("mandates.task.separator")));
    }

    private List<String> coded(Frame frame, String scheme, List<String> codes) {
        return vocabulary.inOrder(scheme, codes).stream()
                .map(code -> terms.coded(frame, scheme, code))
                .toList();
    }

    static TaskPage.Shown shown(Frame frame, Evidence one) {
        Moments moments = Moments.in(frame.language());
        String when = moments.partial(one.happened());
        return new TaskPage.Shown(
                one.id().toString(),
                one.round().isEmpty()
                        ? when
                        : frame.t("mandates.evidence.for-round", when, moments.partial(one.round())),
                TaskWords.kind(frame.texts(), one.kind()),
                TaskWords.thing(frame.texts(), one.thing()),
                one.title(),
                one.language(),
                one.isHere() ? frame.url(one.url()) : one.url(),
                one.isHere(),
                one.source());
    }
}
