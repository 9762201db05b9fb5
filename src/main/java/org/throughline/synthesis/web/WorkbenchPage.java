package org.throughline.synthesis.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.GateFinding;

/// A summary in work.
///
/// @param findings what keeps it from being published
/// @param refused whether somebody has just tried to publish it in vain
/// @param unused numbers of published, quotable inputs on which no sentence rests
/// @param typed what was typed into a form that was not accepted
public record WorkbenchPage(
        Call call,
        Draft draft,
        List<GateFinding> findings,
        boolean refused,
        List<Integer> unused,
        boolean mayWrite,
        boolean hasEdition,
        Typed typed,
        FormErrors errors,
        Names names) {

    private static final int UNUSED_SHOWN = 150;

    /// A sentence that was not accepted, and where it was to stand.
    public record Typed(String section, String theme, String text) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    public String base() {
        return Workspace.base(draft);
    }

    public String textIn(Section section) {
        return typedIn(section) ? typed.text() : "";
    }

    public boolean typedIn(Section section) {
        return typed.section().equals(section.id().value().toString());
    }

    public List<Option> themes(Section section) {
        return Workspace.themeOptions(section, typedIn(section) ? typed.theme() : "");
    }

    public List<QuantityMark> quantities(Sentence sentence) {
        return QuantityMark.of(draft, sentence);
    }

    public String reason(Frame frame, GateFinding finding) {
        return frame.t(finding.messageKey(), finding.arguments().toArray());
    }

    public String themeOf(Section section, Sentence sentence) {
        return section.themes().stream()
                .filter(theme -> theme.id().equals(sentence.theme()))
                .map(Draft.Theme::title)
                .findFirst()
                .orElse("");
    }

    public List<Integer> unusedShown() {
        return unused.stream().limit(UNUSED_SHOWN).toList();
    }
}
