package org.throughline.synthesis.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.inputs.PublishedInput;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Passage;

/// One published input, to mark passages in.
///
/// @param passages what is marked in it already
/// @param words what was typed and not accepted
/// @param next the next input on which no sentence rests yet
public record MarkingPage(
        Call call,
        Draft draft,
        PublishedInput input,
        List<AnswerPart> answers,
        List<Passage> passages,
        List<Option> themes,
        List<Option> sentences,
        String words,
        @Nullable Integer next,
        FormErrors errors) {

    /// An answer and which stretches of its text are marked.
    public record AnswerPart(UUID id, String code, LocalizedText question, List<Stretch> stretches) {}

    public record Stretch(String text, boolean marked) {}

    static List<Stretch> stretches(PublishedInput.PublishedAnswer answer, List<Passage> passages) {
        String text = answer.text();
        boolean[] marked = new boolean[text.length()];
        for (Passage passage : passages)
            if (passage.stands() && passage.answer().equals(answer.id()))
                for (int at = passage.start(); at < Math.min(passage.end(), marked.length); at++) marked[at] = true;
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= marked.length; at++) {
            if (at < marked.length && marked[at] == marked[from]) continue;
            stretches.add(new Stretch(text.substring(from, at), marked[from]));
            from = at;
        }
        return stretches;
    }

    public String base() {
        return Workspace.base(draft);
    }

    public String name(Frame frame) {
        return input.name().isEmpty() ? frame.t("synthesis.summary.unnamed", input.number()) : input.name();
    }
}
