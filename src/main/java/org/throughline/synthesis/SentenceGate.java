package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.GateFinding.Reason;

/// The rule that a synthesis is publishable only if every sentence resolves to passages that still say what they said and
/// may be quoted, and every quantity word agrees with the share of inputs behind it.
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
        if (sentence.passages().isEmpty())
            findings.add(finding(sentence, line, Reason.NO_PASSAGE, "synthesis.gate.no-passage"));
        for (Passage passage : sentence.passages()) {
            if (!passage.stands())
                findings.add(finding(sentence, line, Reason.PASSAGE_CHANGED, "synthesis.gate.passage-changed", passage.number()));
            else if (!passage.visible())
                findings.add(finding(sentence, line, Reason.INPUT_NOT_PUBLIC, "synthesis.gate.input-not-public", passage.number()));
            else if (!passage.quotable())
                findings.add(finding(sentence, line, Reason.NOT_QUOTABLE, "synthesis.gate.not-quotable", passage.number()));
        }
        Support support = sentence.support();
        for (QuantityWords.Found found : QuantityWords.in(sentence.text(), draft.language())) {
            if (sentence.plainWords().contains(found.word().toLowerCase(Locale.ROOT))) continue;
            if (!draft.bands().agrees(found.quantity(), support.inputs(), support.of()))
                findings.add(finding(
                        sentence, line, Reason.QUANTITY_DISAGREES, "synthesis.gate.quantity-disagrees",
                        found.word(), support.inputs(), support.of(), (int) Math.round(support.share() * 100)));
        }
    }

    private static GateFinding finding(Sentence sentence, int line, Reason reason, String key, Object... arguments) {
        return new GateFinding(sentence.id(), line, sentence.text(), reason, key, List.of(arguments));
    }
}
