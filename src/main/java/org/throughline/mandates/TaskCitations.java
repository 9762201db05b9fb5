package org.throughline.mandates;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.throughline.platform.LocalizedText;

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
        for (Task task : tasks.all()) {
            Instrument instrument = Objects.requireNonNull(instruments.get(task.instrument()));
            taker.accept(text(
                    key(task.instrument(), task.number()),
                    instrument,
                    instrument.revision(task.revision()),
                    task.paragraph(),
                    List.of(task.words(), task.note(), task.dueWords())));
        }
    }

    /// @param key of the task
    /// @param revision that gave it
    /// @param words what is asked, and then what else is said of it
    static CitingText text(
            String key,
            Instrument instrument,
            Optional<Revision> revision,
            String paragraph,
            List<LocalizedText> words) {
        return CitingText.of(
                new Citing(
                        Citing.Kind.TASK,
                        key,
                        "/mandates/" + key.replace("/", "/tasks/"),
                        Languages.DEFAULT,
                        words.getFirst(),
                        ""),
                words,
                revision.stream()
                        .map(one -> new Found(
                                instrument.slug(),
                                one.label(),
                                "",
                                cited(instrument, one),
                                Languages.DEFAULT,
                                paragraph.isEmpty() ? List.of() : List.of(paragraph)))
                        .toList());
    }

    /// The name of a task among all that cite.
    private static String key(String instrument, int number) {
        return instrument + "/" + number;
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
