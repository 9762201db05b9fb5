package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PersonalData;
import org.throughline.platform.PersonalData.Spot;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.Duplicates.Likely;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectRevision;
import org.throughline.stocktaking.links.ProjectLinks;
import org.throughline.stocktaking.links.ProjectLinks.Link;
import org.throughline.suggestions.Suggestion;
import org.throughline.suggestions.Suggestions;
import org.throughline.vocabulary.DetectedLanguage;
import org.throughline.vocabulary.LanguageDetector;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;

/// What the program finds in an entry for the secretariat to look at. These are hints; a person decides.
@Component
class DeskChecks {

    private static final int PROPOSED = 3;
    private static final int READ = 20_000;

    private final LikelyTwins twins;
    private final ProjectLinks links;
    private final Suggestions suggestions;
    private final TermNames terms;

    DeskChecks(LikelyTwins twins, ProjectLinks links, Suggestions suggestions, TermNames terms) {
        this.twins = twins;
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
            Map<LocalizedText, List<Spot>> personal) {

        long deadLinks() {
            return links.stream().filter(link -> link.deadSince() != null).count();
        }
    }

    Found of(Frame frame, ProjectRecord project, ProjectRevision revision, ProjectForm form) {
        return new Found(
                otherLanguage(frame, revision),
                twins.of(project, revision),
                links.of(project.id()),
                personal(revision, form));
    }

    private @Nullable String otherLanguage(Frame frame, ProjectRevision shown) {
        DetectedLanguage found = LanguageDetector.detect(text(shown));
        return !found.isKnown() || found.code().equals(shown.language())
                ? null
                : terms.language(found.code(), frame.language());
    }

    private static String text(ProjectRevision shown) {
        String text = shown.title() + "\n" + shown.summary() + "\n"
                + Answers.text(shown.answers().get("description")) + "\n"
                + Answers.text(shown.answers().get("goals"));
        return text.length() > READ ? text.substring(0, READ) : text;
    }

    private static Map<LocalizedText, List<Spot>> personal(ProjectRevision revision, ProjectForm form) {
        String country = Answers.text(revision.answers().get("entityCountry"));
        Map<LocalizedText, List<Spot>> personal = new LinkedHashMap<>();
        form.fields()
                .filter(field -> !field.hidden() && FieldText.isWritten(field))
                .forEach(field -> {
                    List<Spot> spots = spots(field, revision, country.isEmpty() ? null : country);
                    if (!spots.isEmpty()) personal.put(field.label(), spots);
                });
        return personal;
    }

    private static List<Spot> spots(Field field, ProjectRevision revision, @Nullable String country) {
        JsonNode answer = revision.answers().get(field.code());
        if (answer == null) return List.of();
        var text = new StringBuilder();
        words(answer, text);
        return PersonalData.in(text.toString(), country);
    }

    private static void words(JsonNode answer, StringBuilder text) {
        if (answer.isString()) text.append(answer.stringValue()).append('\n');
        else if (answer.isContainer()) answer.forEach(part -> words(part, text));
    }

    /// Codes of a vocabulary that the text speaks of and that were not chosen, by their names.
    List<String> notChosen(Frame frame, ProjectRevision revision, String vocabulary, String field) {
        List<String> chosen = Answers.codes(revision.answers().get(field));
        List<String> names = new ArrayList<>();
        for (Suggestion one : suggestions.suggest(vocabulary, text(revision), known(revision.language()), PROPOSED))
            if (!chosen.contains(one.code())) names.add(terms.coded(frame, vocabulary, one.code()));
        return names;
    }

    private static @Nullable String known(String language) {
        return org.throughline.platform.Languages.isKnown(language) ? language : null;
    }

    List<String> actionLines(Frame frame, ProjectRevision revision) {
        return notChosen(frame, revision, Vocabulary.ACTION_LINES, "actionLines");
    }

    List<String> goals(Frame frame, ProjectRevision revision) {
        return notChosen(frame, revision, Vocabulary.SDGS, "sdgs");
    }
}
