package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.GateFinding.Reason;

/// The rule that a synthesis is publishable only if every sentence resolves to passages that still say what they
/// said and may be quoted, and every quantity word agrees with the share of inputs behind it.
public final class SentenceGate {

    private SentenceGate() {}

    /// Everything that keeps the summary from being published, in the order of its sentences; empty when it may be.
    public static List<GateFinding> check(Draft draft) {
        List<GateFinding> findings = new ArrayList<>();
        int line = 0;
        for (Sentence sentence : draft.sentences()) check(draft, sentence, ++line, findings);
        return findings;
    }

    private static void check(Draft draft, Sentence sentence, int line, List<GateFinding> findings) {
        if (sentence.passages().isEmpty()) findings.add(new GateFinding(sentence, line, Reason.NO_PASSAGE, null, null));
        for (Passage passage : sentence.passages()) {
            Reason reason = reason(passage);
            if (reason != null) findings.add(new GateFinding(sentence, line, reason, passage, null));
        }
        Support support = sentence.support();
        for (QuantityWords.Found found : QuantityWords.in(sentence.text(), draft.language())) {
            if (sentence.plainWords().contains(found.word().toLowerCase(Locale.ROOT))) continue;
            if (!draft.bands().agrees(found.quantity(), support.inputs(), support.of()))
                findings.add(new GateFinding(sentence, line, Reason.QUANTITY_DISAGREES, null, found));
        }
    }

    private static @Nullable Reason reason(Passage passage) {
        if (!passage.stands()) return Reason.PASSAGE_CHANGED;
        if (!passage.visible()) return Reason.INPUT_NOT_PUBLIC;
        return passage.quotable() ? null : Reason.NOT_QUOTABLE;
    }
}
