package org.throughline.inputs.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.throughline.inputs.InputUses.InputUse;

/// The text of an answer cut into stretches, so that the spans that sentences rest on can be marked. Spans may
/// overlap: a stretch then belongs to several sentences.
public record MarkedText(List<Stretch> stretches) {

    /// @param lines the numbers of the sentences that rest on it; none for unmarked text
    public record Stretch(String text, List<Integer> lines) {
        public boolean marked() {
            return !lines.isEmpty();
        }
    }

    static MarkedText of(String text, List<InputUse> uses) {
        var cuts = new TreeSet<Integer>(List.of(0, text.length()));
        for (InputUse use : uses) {
            if (use.start() < 0 || use.end() > text.length()) continue;
            cuts.add(use.start());
            cuts.add(use.end());
        }
        List<Stretch> stretches = new ArrayList<>();
        Integer from = null;
        for (int cut : cuts) {
            if (from != null && cut > from) {
                int begin = from;
                List<Integer> lines = uses.stream()
                        .filter(use -> use.start() <= begin && use.end() >= cut)
                        .map(InputUse::line)
                        .distinct()
                        .sorted()
                        .toList();
                stretches.add(new Stretch(text.substring(begin, cut), lines));
            }
            from = cut;
        }
        return new MarkedText(stretches);
    }
}
