package org.throughline.synthesis.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.inputs.InputUses;
import org.throughline.inputs.PublishedInput;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.ReadingList.Neighbours;
import org.throughline.synthesis.ThemeId;
import org.throughline.vocabulary.TermNames;

/// One published input, to mark passages in.
///
/// @param query the list of inputs this one is taken from
/// @param aim what passages are marked for
/// @param passages what is marked in it already
/// @param tied the sentences that rest on each passage
/// @param gathered the themes under which each passage is gathered
/// @param words what was typed and not accepted, or empty
/// @param newTheme the title of a theme that was typed and not accepted, or empty
/// @param sentence the sentence for which passages are marked now
/// @param around the inputs before and after it in the list
public record MarkingPage(
        Call call,
        Draft draft,
        PublishedInput input,
        ReadingQuery query,
        Aim aim,
        List<AnswerPart> answers,
        List<Passage> passages,
        Map<PassageId, List<Tied>> tied,
        Map<PassageId, List<ThemeId>> gathered,
        List<Option> themes,
        List<Option> sections,
        List<Option> sentences,
        Draft.@Nullable Sentence sentence,
        String words,
        String newTheme,
        Neighbours around,
        TermNames names,
        FormErrors errors) {

    /// An answer and which stretches of its text are marked.
    public record AnswerPart(UUID id, String code, LocalizedText question, List<Stretch> stretches) {}

    /// @param anchors the passages that begin here, by the names under which pages link to them
    public record Stretch(String text, boolean marked, List<String> anchors) {}

    static List<Stretch> stretches(PublishedInput.PublishedAnswer answer, List<Passage> passages) {
        String text = answer.text();
        boolean[] marked = new boolean[text.length()];
        Map<Integer, List<String>> anchors = new HashMap<>();
        for (Passage passage : passages)
            if (passage.stands() && passage.answer().equals(answer.id())) {
                anchors.computeIfAbsent(passage.start(), start -> new ArrayList<>())
                        .add(InputUses.anchor(passage.question(), passage.start(), passage.end()));
                for (int at = passage.start(); at < Math.min(passage.end(), marked.length); at++) marked[at] = true;
            }
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= marked.length; at++) {
            if (at < marked.length && marked[at] == marked[from] && !anchors.containsKey(at)) continue;
            stretches.add(new Stretch(text.substring(from, at), marked[from], anchors.getOrDefault(from, List.of())));
            from = at;
        }
        return stretches;
    }

    public String base() {
        return Workspace.base(draft);
    }

    /// Where the form goes, with the list this page belongs to; what is marked for stands in the form.
    public String address(Frame frame) {
        return frame.url(base() + "/inputs/" + input.number()) + "?" + query.text();
    }

    /// Another input of the list.
    public String address(Frame frame, int number) {
        return frame.url(base() + "/inputs/" + number) + "?" + query.text() + aim.text();
    }

    public String queryText() {
        return query.text() + aim.text();
    }

    public String list(Frame frame) {
        return frame.url(base() + "/inputs") + "?" + query.text() + aim.text();
    }

    /// Whether only the answer to one question is shown.
    public boolean oneQuestion() {
        return !query.wanted().question().isEmpty();
    }

    public String everyAnswer(Frame frame) {
        return withQuestion(frame, "") + "#" + query.wanted().question();
    }

    /// This input with its answer to one question only; the inputs before and after it are then those that answered
    /// it too.
    public String withQuestion(Frame frame, String question) {
        return frame.url(base() + "/inputs/" + input.number()) + "?" + query.withQuestion(question) + aim.text();
    }

    public String name(Frame frame) {
        return input.name().isEmpty() ? frame.t("synthesis.summary.unnamed", input.number()) : input.name();
    }

    public List<QuantityMark> quantities() {
        return sentence == null ? List.of() : QuantityMark.of(draft, sentence);
    }

    public List<Tied> tied(Passage passage) {
        return tied.getOrDefault(passage.id(), List.of());
    }

    public List<Draft.Theme> themes(Passage passage) {
        List<ThemeId> ids = gathered.getOrDefault(passage.id(), List.of());
        return draft.sections().stream()
                .flatMap(section -> section.themes().stream())
                .filter(theme -> ids.contains(theme.id()))
                .toList();
    }
}
