package org.throughline.synthesis.web;

import java.util.List;
import java.util.Locale;
import org.throughline.platform.web.Frame;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.QuantityWords;

/// A quantity word of a sentence, and whether the gate would let it pass.
///
/// @param plain whether a person declared that it does not count inputs
public record QuantityMark(String word, boolean plain, boolean agrees) {

    static List<QuantityMark> of(Draft draft, Sentence sentence) {
        return QuantityWords.in(sentence.text(), draft.language()).stream()
                .map(found -> new QuantityMark(
                        lower(found.word()),
                        sentence.plainWords().contains(lower(found.word())),
                        draft.bands()
                                .agrees(
                                        found.quantity(),
                                        sentence.support().inputs(),
                                        sentence.support().of())))
                .distinct()
                .toList();
    }

    /// The words of a text in the form in which declarations are kept.
    static List<String> words(String text, String language) {
        return QuantityWords.in(text, language).stream()
                .map(found -> lower(found.word()))
                .distinct()
                .toList();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    public boolean passes() {
        return plain || agrees;
    }

    public String says(Frame frame) {
        if (plain) return frame.t("synthesis.work.word.plain", word);
        return agrees ? frame.t("synthesis.work.word.agrees", word) : frame.t("synthesis.work.word.disagrees", word);
    }
}
