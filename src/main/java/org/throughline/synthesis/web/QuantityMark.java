package org.throughline.synthesis.web;

import java.util.List;
import org.throughline.platform.web.Frame;
import org.throughline.synthesis.Claims;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Sentence;

/// What a sentence claims of how many inputs it speaks for, and whether the gate would let it pass.
///
/// @param plain whether a person declared that it does not count inputs
public record QuantityMark(String word, boolean plain, boolean agrees) {

    static List<QuantityMark> of(Draft draft, Sentence sentence) {
        return Claims.in(sentence.text(), draft.language()).stream()
                .map(claim -> new QuantityMark(
                        Claims.declared(claim),
                        sentence.plainWords().contains(Claims.declared(claim)),
                        claim.agrees(draft.bands(), sentence.support())))
                .distinct()
                .toList();
    }

    /// What a text claims, in the form in which declarations are kept.
    static List<String> words(String text, String language) {
        return Claims.in(text, language).stream()
                .map(Claims::declared)
                .distinct()
                .toList();
    }

    public boolean passes() {
        return plain || agrees;
    }

    public String says(Frame frame) {
        if (plain) return frame.t("synthesis.work.word.plain", word);
        return agrees ? frame.t("synthesis.work.word.agrees", word) : frame.t("synthesis.work.word.disagrees", word);
    }
}
