package org.throughline.inputs.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.throughline.inputs.InputUses.InputUse;

/// The text of an answer, or a part of it, cut into stretches, so that the spans that sentences rest on can be marked
/// and linked to. Spans may overlap: a stretch then belongs to several sentences.
public record MarkedText(List<Stretch> stretches) {

    /// @param lines the numbers of the sentences that rest on it; none for unmarked text
    /// @param anchors the spans that begin here, by the names under which other pages link to them
    public record Stretch(String text, List<Integer> lines, List<String> anchors) {
        public boolean marked() {
            return !lines.isEmpty();
        }
    }

    static MarkedText of(String text, List<InputUse> uses) {
        return of(text, 0, text.length(), uses);
    }

    /// The part of an answer's text between two places; the spans count from the beginning of the whole.
    static MarkedText of(String text, int start, int end, List<InputUse> uses) {
        List<InputUse> here = uses.stream()
                .filter(use -> use.start() >= 0 && use.end() <= text.length())
                .filter(use -> use.start() < end && use.end() > start)
                .toList();
        var cuts = new TreeSet<Integer>(List.of(start, end));
        for (InputUse use : here) {
            cuts.add(Math.max(start, use.start()));
            cuts.add(Math.min(end, use.end()));
        }
        List<Stretch> stretches = new ArrayList<>();
        Integer from = null;
        for (int cut : cuts) {
            if (from != null) stretches.add(stretch(text.substring(from, cut), from, cut, here));
            from = cut;
        }
        return new MarkedText(stretches);
    }

    /// Other words that stand for a part of an answer's text: marked as a whole where a span touches that part.
    static MarkedText inPlaceOf(int start, int end, String words, List<InputUse> uses) {
        List<InputUse> here = uses.stream()
                .filter(use -> use.start() < end && use.end() > start)
                .toList();
        return new MarkedText(List.of(stretch(words, start, end, here)));
    }

    private static Stretch stretch(String words, int begin, int end, List<InputUse> uses) {
        List<InputUse> here = uses.stream()
                .filter(use -> use.start() < end && use.end() > begin)
                .toList();
        return new Stretch(
                words,
                here.stream().map(InputUse::line).distinct().sorted().toList(),
                here.stream()
                        .filter(use -> use.start() >= begin)
                        .map(InputUse::anchor)
                        .distinct()
                        .toList());
    }
}
