package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.GateFinding.Reason;

/// The rule that a synthesis is publishable only if every sentence resolves to passages that still say what they
/// said and may be quoted, and everything it says of how many inputs it speaks for agrees with those behind it.
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
            Reason reason = reason(sentence, passage);
            if (reason != null) findings.add(new GateFinding(sentence, line, reason, passage, null));
        }
        Support support = sentence.support();
        for (Claim claim : Claims.in(sentence.text(), draft.language())) {
            if (sentence.plainWords().contains(Claims.declared(claim))) continue;
            if (!claim.agrees(draft.bands(), support))
                findings.add(new GateFinding(sentence, line, reason(claim), null, claim));
        }
    }

    private static Reason reason(Claim claim) {
        return switch (claim) {
            case Claim.Word word -> Reason.QUANTITY_DISAGREES;
            case Claim.Share share -> Reason.SHARE_DISAGREES;
            case Claim.Count count -> Reason.NUMBER_DISAGREES;
            case Claim.Absence absence -> Reason.SAYS_NOBODY;
            case Claim.Mixed mixed -> Reason.MIXED_LETTERS;
        };
    }

    private static @Nullable Reason reason(Sentence sentence, Passage passage) {
        if (!passage.stands()) return Reason.PASSAGE_CHANGED;
        if (!passage.visible()) return Reason.INPUT_NOT_PUBLIC;
        if (!passage.quotable()) return Reason.NOT_QUOTABLE;
        return sentence.counts(passage) ? null : Reason.OUTSIDE_BASE;
    }
}
