package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PersonalData.Spot;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.Duplicates.Likely;
import org.throughline.stocktaking.EntryReading;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectRevision;
import org.throughline.stocktaking.SuggestedCodes;
import org.throughline.stocktaking.links.ProjectLinks;
import org.throughline.stocktaking.links.ProjectLinks.Link;
import org.throughline.suggestions.Suggestion;
import org.throughline.suggestions.Suggestions;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// What the program finds in an entry for the secretariat to look at. These are hints; a person decides.
@Component
class DeskChecks {

    private static final int PROPOSED = 3;

    private final EntryReading reading;
    private final ProjectLinks links;
    private final Suggestions suggestions;
    private final TermNames terms;

    DeskChecks(EntryReading reading, ProjectLinks links, Suggestions suggestions, TermNames terms) {
        this.reading = reading;
        this.links = links;
        this.suggestions = suggestions;
        this.terms = terms;
    }

    /// @param otherLanguage the one the words seem to be in, where that is not the one it says
    /// @param likely entries that may be for the same project
    /// @param links what is known of its addresses
    /// @param personal what looks like data about a person, by field
    record Found(
            @Nullable String otherLanguage,
            List<Likely> likely,
            List<Link> links,
            Map<LocalizedText, List<Spot>> personal) {}

    Found of(Frame frame, ProjectRecord project, ProjectRevision revision, ProjectForm form) {
        EntryReading.Read read = reading.read(project, revision, form);
        return new Found(
                read.otherLanguage() == null ? null : terms.language(read.otherLanguage(), frame.language()),
                read.likely(),
                links.of(project.id()),
                read.personal());
    }

    /// A code that the text speaks of and that was not chosen.
    ///
    /// @param field that can take it; empty where the form has none
    /// @param linked whether the form asks how the project serves it
    public record Suggested(String code, String name, String field, boolean linked) {}

    private List<Suggested> notChosen(
            Frame frame, ProjectRevision revision, ProjectForm form, String vocabulary, String field) {
        ProjectForm.Field asked = form.field(field).orElse(null);
        boolean linked = asked != null
                && asked.parts().stream().anyMatch(part -> part.code().equals(SuggestedCodes.LINKAGE));
        List<String> chosen = Answers.codes(revision.answers().get(field));
        String language = Languages.isKnown(revision.language()) ? revision.language() : null;
        List<Suggested> names = new ArrayList<>();
        for (Suggestion one : suggestions.suggest(vocabulary, EntryReading.text(revision), language, PROPOSED))
            if (!chosen.contains(one.code()))
                names.add(new Suggested(
                        one.code(), terms.coded(frame, vocabulary, one.code()), asked == null ? "" : field, linked));
        return names;
    }

    List<Suggested> actionLines(Frame frame, ProjectRevision revision, ProjectForm form) {
        return notChosen(frame, revision, form, Vocabulary.ACTION_LINES, "actionLines");
    }

    List<Suggested> goals(Frame frame, ProjectRevision revision, ProjectForm form) {
        return notChosen(frame, revision, form, Vocabulary.SDGS, "sdgs");
    }
}
