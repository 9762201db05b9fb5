package org.throughline.synthesis.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.Option;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Draft.Sentence;
import org.throughline.synthesis.Draft.Theme;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.ThemeId;

/// Finds what an address of the workbench names, and refuses parts that belong to another summary.
@Component
class Workspace {

    /// A sentence with its section and its number in the summary, from 1.
    record Place(Section section, Sentence sentence, int line) {}

    private final Calls calls;
    private final Drafts drafts;

    Workspace(Calls calls, Drafts drafts) {
        this.calls = calls;
        this.drafts = drafts;
    }

    Call call(String slug) {
        return calls.find(slug).orElseThrow(Refusal::notFound);
    }

    Draft draft(String slug, UUID id) {
        Draft draft = drafts.get(new SummaryId(id));
        if (!draft.slug().equals(slug)) throw Refusal.notFound();
        return draft;
    }

    static Section section(Draft draft, UUID id) {
        return draft.sections().stream()
                .filter(section -> section.id().value().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    static Place sentence(Draft draft, UUID id) {
        int line = 0;
        for (Section section : draft.sections())
            for (Sentence sentence : section.sentences()) {
                line++;
                if (sentence.id().value().equals(id)) return new Place(section, sentence, line);
            }
        throw Refusal.notFound();
    }

    /// The theme a form names, which must be one of these; absent when the form names none.
    static @Nullable ThemeId theme(List<Theme> themes, String id) {
        if (id.isBlank()) return null;
        return themes.stream()
                .map(Theme::id)
                .filter(theme -> theme.value().toString().equals(id))
                .findFirst()
                .orElseThrow(Refusal::badRequest);
    }

    static List<Option> themeOptions(Section section, String chosen) {
        return section.themes().stream()
                .map(theme -> new Option(theme.id().value().toString(), theme.title(), theme.id().value().toString().equals(chosen)))
                .toList();
    }

    static String base(Draft draft) {
        return "/calls/" + draft.slug() + "/summaries/" + draft.id().value();
    }
}
