package org.throughline.stocktaking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PersonalData;
import org.throughline.platform.PersonalData.Spot;
import org.throughline.platform.Storable;
import org.throughline.stocktaking.Duplicates.Likely;
import org.throughline.stocktaking.Duplicates.Probe;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.vocabulary.DetectedLanguage;
import org.throughline.vocabulary.LanguageDetector;
import tools.jackson.databind.JsonNode;

/// Reads an entry for what the secretariat should look into. These are hints; a person decides.
@Component
public class EntryReading {

    /// The fields whose words say what an entry is about.
    public static final List<String> SAYING = List.of("title", "summary", "description", "goals");

    private static final int LONGEST = 20_000;

    private final Duplicates duplicates;
    private final ProjectRevisions revisions;

    EntryReading(Duplicates duplicates, ProjectRevisions revisions) {
        this.duplicates = duplicates;
        this.revisions = revisions;
    }

    /// @param otherLanguage the one the words seem to be in, where that is not the one the entry says
    /// @param likely entries that may be for the same project, among all that are not gone
    /// @param personal what looks like data about a person, by the label of its field
    public record Read(@Nullable String otherLanguage, List<Likely> likely, Map<LocalizedText, List<Spot>> personal) {}

    public Read read(ProjectRecord project, ProjectRevision revision, ProjectForm form) {
        return new Read(otherLanguage(revision), likely(project, revision), personal(revision, form));
    }

    /// Entries that may be for the same project.
    public List<Likely> likely(ProjectRecord project) {
        return likely(project, revisions.find(project.id(), project.revision()).orElseThrow());
    }

    private List<Likely> likely(ProjectRecord project, ProjectRevision revision) {
        return duplicates.amongAll(new Probe(
                revision.title(),
                Answers.text(revision.answers().get("website")),
                revision.summary(),
                project.number()));
    }

    private static @Nullable String otherLanguage(ProjectRevision revision) {
        DetectedLanguage found = LanguageDetector.detect(text(revision));
        return !found.isKnown() || found.code().equals(revision.language()) ? null : found.code();
    }

    /// The words that say what an entry is about.
    public static String text(ProjectRevision revision) {
        return text(field -> revision.answers().get(field));
    }

    /// The same of answers by themselves.
    static String text(Map<String, JsonNode> answers) {
        return text(answers::get);
    }

    static String text(JsonNode answers) {
        return text(answers::get);
    }

    private static String text(Function<String, @Nullable JsonNode> answers) {
        String text = SAYING.stream()
                .map(field -> Answers.text(answers.apply(field)))
                .collect(Collectors.joining("\n"))
                .strip();
        return text.length() > LONGEST ? Storable.part(text.substring(0, LONGEST)) : text;
    }

    private static Map<LocalizedText, List<Spot>> personal(ProjectRevision revision, ProjectForm form) {
        String country = Answers.text(revision.answers().get("entityCountry"));
        Map<LocalizedText, List<Spot>> personal = new LinkedHashMap<>();
        form.fields()
                .filter(field -> !field.hidden() && isWritten(field.kind()))
                .forEach(field -> {
                    List<Spot> spots = spots(field, revision, country.isEmpty() ? null : country);
                    if (!spots.isEmpty()) personal.put(field.label(), spots);
                });
        return personal;
    }

    private static boolean isWritten(Kind kind) {
        return kind == Kind.SHORT_TEXT || kind == Kind.LONG_TEXT || kind == Kind.LINES || kind == Kind.ROWS;
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
}
