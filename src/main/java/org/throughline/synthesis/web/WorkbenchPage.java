package org.throughline.synthesis.web;

import java.util.List;
import java.util.Map;
import org.throughline.calls.Call;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.GateFinding;
import org.throughline.synthesis.SentenceId;
import org.throughline.vocabulary.TermNames;

/// A summary in work.
///
/// @param findings what keeps it from being published
/// @param unused numbers of published, quotable inputs on which no sentence rests
/// @param typed what was typed into a form that was not accepted
public record WorkbenchPage(
        Call call,
        Draft draft,
        List<GateFinding> findings,
        Map<SentenceId, Integer> lines,
        List<Integer> unused,
        boolean mayWrite,
        boolean hasEdition,
        Typed typed,
        FormErrors errors,
        TermNames names) {

    private static final int UNUSED_SHOWN = 60;

    /// A sentence or a section that was not accepted, and where it was to stand.
    public record Typed(String section, String theme, String text, String code, String title) {
        static final Typed NOTHING = new Typed("", "", "", "", "");

        static Typed sentence(String section, String theme, String text) {
            return new Typed(section, theme, text, "", "");
        }

        static Typed section(String code, String title) {
            return new Typed("", "", "", code, title);
        }
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

    public boolean addingSection() {
        return errors.of("section-title") != null || errors.of("section-code") != null;
    }

    public List<Option> themes(Section section) {
        return Workspace.themeOptions(section, typedIn(section) ? typed.theme() : "");
    }

    public int line(Sentence sentence) {
        return lines.getOrDefault(sentence.id(), 0);
    }

    public List<QuantityMark> quantities(Sentence sentence) {
        return QuantityMark.of(draft, sentence);
    }

    /// How many sentences of a section the gate refuses.
    public long refused(Section section) {
        return findings.stream()
                .map(GateFinding::sentence)
                .distinct()
                .filter(section.sentences()::contains)
                .count();
    }

    public List<Integer> unusedShown() {
        return unused.stream().limit(UNUSED_SHOWN).toList();
    }
}
