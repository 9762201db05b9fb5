package org.throughline.mandates;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.citations.CitationUses;
import org.throughline.citations.Citing;

/// What follows when a task is written, corrected or taken back, in the same transaction: what it cites is known,
/// and readers find it by its words.
@Component
class KeptTasks {

    private final Entries entries;
    private final Mandates mandates;
    private final CitationUses uses;
    private final InstrumentSearch search;

    KeptTasks(Entries entries, Mandates mandates, CitationUses uses, InstrumentSearch search) {
        this.entries = entries;
        this.mandates = mandates;
        this.uses = uses;
        this.search = search;
    }

    /// @param task as it was before, or is
    void written(Entry task) {
        Entry now = entries.find(Part.TASKS, task.id()).orElseThrow();
        Instrument instrument = mandates.get(now.instrument());
        Optional<Instrument.Revision> revision = instrument.revisions().stream()
                .filter(one -> one.label().equals(now.value("revision")))
                .findFirst();
        uses.read(TaskCitations.text(
                key(now),
                instrument,
                revision,
                now.value("paragraph"),
                List.of(now.words("words"), now.words("note"), now.words("dueWords"))));
        search.putTask(key(now));
    }

    void retired(Entry task) {
        uses.remove(Citing.Kind.TASK, key(task));
        search.removeTask(key(task));
    }

    private static String key(Entry task) {
        return task.instrument() + "/" + task.number();
    }
}
