package org.throughline.mandates;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.citations.Citing;
import org.throughline.citations.CitingText;
import org.throughline.citations.CitingTexts;
import org.throughline.citations.Found;
import org.throughline.mandates.Instrument.Revision;
import org.throughline.platform.Languages;

/// What tasks cite: the revision that gave them, and what their words name.
@Component
class TaskCitations implements CitingTexts {

    private final Tasks tasks;
    private final Mandates mandates;

    TaskCitations(Tasks tasks, Mandates mandates) {
        this.tasks = tasks;
        this.mandates = mandates;
    }

    @Override
    public Citing.Kind kind() {
        return Citing.Kind.TASK;
    }

    @Override
    public void each(Consumer<CitingText> taker) {
        Map<String, Instrument> instruments =
                mandates.all().stream().collect(Collectors.toMap(Instrument::slug, Function.identity()));
        tasks.all().forEach(task -> taker.accept(text(task, instruments.get(task.instrument()))));
    }

    private static CitingText text(Task task, Instrument instrument) {
        return CitingText.of(
                new Citing(Citing.Kind.TASK, key(task), task.path(), Languages.DEFAULT, task.words(), ""),
                List.of(task.words(), task.note(), task.dueWords()),
                instrument.revision(task.revision()).stream()
                        .map(one -> new Found(
                                task.instrument(),
                                one.label(),
                                "",
                                cited(instrument, one),
                                Languages.DEFAULT,
                                task.paragraph().isEmpty() ? List.of() : List.of(task.paragraph())))
                        .toList());
    }

    /// The name of a task among all that cite.
    static String key(Task task) {
        return task.instrument() + "/" + task.number();
    }

    // As its body cites it, in English as its label is.
    private static String cited(Instrument instrument, Revision revision) {
        if (!revision.symbol().isEmpty()) return revision.symbol();
        String name = instrument.number().isEmpty()
                ? instrument.topic().textFor(Languages.DEFAULT)
                : (instrument.kind() == Instrument.Kind.RESOLUTION ? "Resolution " : "") + instrument.number();
        return revision.label().isEmpty() ? name : name + " (" + revision.label() + ")";
    }
}
