package org.throughline.synthesis.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.vocabulary.TermNames;

/// One sentence: its words, what it rests on, and what it might rest on.
///
/// @param text what the form holds, which after a refusal is what was typed
/// @param bases what it may be measured against
/// @param now the sentence as somebody else left it, when that is why it was refused
/// @param spots the sections and themes in which it may stand
/// @param plain the quantity words of the text, those chosen that do not count inputs
/// @param everywhere whether passages are looked for in the whole call, or only under the sentence's theme
/// @param candidates the first passages that may be tied
/// @param found how many there are; `leftOut` how many more are marked that do not count today
public record SentencePage(
        Call call,
        Draft draft,
        Sentence sentence,
        int line,
        String text,
        List<Option> spots,
        List<Option> plain,
        List<Option> bases,
        @Nullable String now,
        FormErrors errors,
        String q,
        boolean everywhere,
        List<Passage> candidates,
        int found,
        int leftOut,
        TermNames names) {

    public String base() {
        return Workspace.base(draft);
    }

    public String address() {
        return base() + "/sentences/" + sentence.id().value();
    }

    /// The words that would agree with the count; empty when those that stand there do.
    public String fitting() {
        boolean pass = quantities().stream().allMatch(QuantityMark::passes);
        return pass ? "" : GateWords.fitting(draft, sentence.support());
    }

    public List<QuantityMark> quantities() {
        return QuantityMark.of(draft, sentence);
    }
}
