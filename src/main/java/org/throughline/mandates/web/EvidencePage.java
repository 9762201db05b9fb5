package org.throughline.mandates.web;

import java.util.Arrays;
import java.util.List;
import org.throughline.mandates.Evidence;
import org.throughline.mandates.Task;
import org.throughline.platform.Languages;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// Where the secretariat links evidence to a task, and takes it away again.
///
/// @param rounds the times at which a task is due that comes again, the next one first; empty for others
public record EvidencePage(
        Task task, List<TaskPage.Shown> evidence, List<Option> rounds, Typed typed, FormErrors errors) {

    public List<Option> kinds(Frame frame) {
        return Arrays.stream(Evidence.Kind.values())
                .map(kind -> new Option(
                        kind.word(),
                        TaskWords.kindExplained(frame.texts(), kind),
                        kind.word().equals(typed.of("kind"))))
                .toList();
    }

    public List<Option> things(Frame frame) {
        return Arrays.stream(Evidence.Thing.values())
                .map(thing -> new Option(
                        thing.word(),
                        TaskWords.thing(frame.texts(), thing),
                        thing.word().equals(typed.of("thing"))))
                .toList();
    }

    public List<Option> languages(Frame frame) {
        return languages(typed.of("language").isEmpty() ? frame.language() : typed.of("language"));
    }

    static List<Option> languages(String chosen) {
        return Languages.ALL.stream()
                .map(one -> new Option(one, Languages.endonym(one), one.equals(chosen)))
                .toList();
    }
}
