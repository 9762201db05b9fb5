package org.throughline.synthesis.web;

import java.util.List;
import java.util.Map;
import org.throughline.calls.Call;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Draft.Theme;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.Support;

/// One theme of a summary in work: the passages gathered under it, what they add up to, and what can be made of
/// them.
///
/// @param title what the form holds
/// @param chosen the passages that were chosen when something was refused
/// @param text the sentence that was typed then
/// @param tied the sentences that rest on each passage
public record ThemePage(
        Call call,
        Draft draft,
        Section section,
        Theme theme,
        String title,
        List<Option> sections,
        List<Option> others,
        List<Option> sentences,
        List<Passage> passages,
        List<PassageId> chosen,
        String text,
        Map<PassageId, List<Tied>> tied,
        FormErrors errors) {

    public String base() {
        return Workspace.base(draft);
    }

    public String address() {
        return base() + "/themes/" + theme.id().value();
    }

    public Support support() {
        return draft.support(passages);
    }

    public List<Tied> tied(Passage passage) {
        return tied.getOrDefault(passage.id(), List.of());
    }

    /// Which quantity words a sentence on all these passages might use.
    public String fitting() {
        return GateWords.fitting(draft, support());
    }

    public boolean isChosen(Passage passage) {
        return chosen.contains(passage.id());
    }

    public String counts(Frame frame) {
        Support support = support();
        return frame.t("synthesis.summary.counts", support.inputs(), support.types(), support.regions());
    }
}
