package org.throughline.stocktaking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.stocktaking.NewProject.Attached;
import org.throughline.stocktaking.ProjectForm.Field;
import tools.jackson.databind.JsonNode;

/// What somebody has typed so far, exactly as typed and right or wrong: nothing is refused while a draft is filled.
///
/// @param language in which the entry is written
/// @param answers by field; numbers and yes or no stay the words that were typed, lists of lines one text
/// @param consent the uses that were answered; one that was not asked yet is absent
/// @param declared whether its author has said that what it says is true
/// @param looked the title for which its author has seen the entries that are alike, and went on
/// @param steps the version of the draft at which each step of the form was saved last
/// @param offered what the form proposed, by field and code, with its place among the proposals
public record ProjectDraftContent(
        String language,
        Map<String, JsonNode> answers,
        Map<String, Boolean> consent,
        boolean declared,
        String looked,
        Map<String, Integer> steps,
        Map<String, Map<String, Integer>> offered) {

    public static final String FILES = "files";
    public static final String CONSENT = "consent";

    @JsonCreator
    public ProjectDraftContent(
            @JsonProperty("language") @Nullable String language,
            @JsonProperty("answers") @Nullable Map<String, JsonNode> answers,
            @JsonProperty("consent") @Nullable Map<String, Boolean> consent,
            @JsonProperty("declared") boolean declared,
            @JsonProperty("looked") @Nullable String looked,
            @JsonProperty("steps") @Nullable Map<String, Integer> steps,
            @JsonProperty("offered") @Nullable Map<String, Map<String, Integer>> offered) {
        this.language = language == null ? "en" : language;
        this.answers = answers == null ? Map.of() : answers;
        this.consent = consent == null ? Map.of() : consent;
        this.declared = declared;
        this.looked = looked == null ? "" : looked;
        this.steps = steps == null ? Map.of() : steps;
        this.offered = offered == null ? Map.of() : offered;
    }

    public static ProjectDraftContent empty(String language) {
        return new ProjectDraftContent(language, null, null, false, null, null, null);
    }

    /// The name of the step that holds a section's fields.
    public static String section(String code) {
        return "section:" + code;
    }

    /// At which version of the draft a step was saved last; 0 when never.
    public int savedAt(String step) {
        return steps.getOrDefault(step, 0);
    }

    /// The text that was typed for a field; empty where nothing or no text was.
    public String text(String code) {
        return Answers.text(answers.get(code));
    }

    /// Answers to fields that the form does not have any more.
    public Map<String, JsonNode> left(ProjectForm form) {
        Map<String, JsonNode> left = new LinkedHashMap<>(answers);
        form.fields().map(Field::code).forEach(left::remove);
        return left;
    }

    ProjectDraftContent withLanguage(String written) {
        return new ProjectDraftContent(written, answers, consent, declared, looked, steps, offered);
    }

    ProjectDraftContent withConsent(Map<String, Boolean> answered, boolean isTrue) {
        return new ProjectDraftContent(language, answers, answered, isTrue, looked, steps, offered);
    }

    /// Whether the author was shown the entries that are like this title, and went on.
    public boolean hasLooked(String title) {
        return looked.equals(title);
    }

    ProjectDraftContent withLooked(String title) {
        return new ProjectDraftContent(language, answers, consent, declared, title, steps, offered);
    }

    /// Remembers what was proposed for some fields, besides what was before.
    ProjectDraftContent withOffered(Map<String, Map<String, Integer>> more) {
        Map<String, Map<String, Integer>> all = new LinkedHashMap<>(offered);
        more.forEach((field, ranks) -> {
            Map<String, Integer> both = new LinkedHashMap<>(all.getOrDefault(field, Map.of()));
            both.putAll(ranks);
            all.put(field, both);
        });
        return new ProjectDraftContent(language, answers, consent, declared, looked, steps, all);
    }

    /// Takes over the answers to some fields and leaves all others as they are.
    ProjectDraftContent withAnswers(List<String> fields, Map<String, JsonNode> typed) {
        Map<String, JsonNode> merged = new LinkedHashMap<>(answers);
        for (String field : fields) {
            JsonNode value = typed.get(field);
            if (value == null) merged.remove(field);
            else merged.put(field, value);
        }
        return new ProjectDraftContent(language, merged, consent, declared, looked, steps, offered);
    }

    ProjectDraftContent savedAt(String step, int version) {
        Map<String, Integer> saved = new LinkedHashMap<>(steps);
        saved.put(step, version);
        return new ProjectDraftContent(language, answers, consent, declared, looked, saved, offered);
    }

    /// A draft that is to change an entry begins from what was sent, with every step done.
    static ProjectDraftContent of(NewProject sent, ProjectForm form) {
        Map<String, JsonNode> typed = new LinkedHashMap<>();
        sent.answers()
                .forEach((code, answer) -> form.field(code)
                        .ifPresentOrElse(
                                field -> typed.put(code, TypedAnswer.of(field, answer)),
                                () -> typed.put(code, answer)));
        Consent consent = sent.consent();
        Map<String, Boolean> answered = new LinkedHashMap<>();
        answered.put("name", consent.name());
        answered.put("text", consent.text());
        answered.put("files", consent.files());
        answered.put("quotation", consent.quotation());
        answered.put("translation", consent.translation());
        Map<String, Integer> saved = new LinkedHashMap<>();
        form.sections().forEach(section -> saved.put(section(section.code()), 1));
        saved.put(FILES, 1);
        saved.put(CONSENT, 1);
        return new ProjectDraftContent(sent.language(), typed, answered, false, null, saved, null);
    }

    NewProject toProject(ProjectForm form, List<Attached> files) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        for (Field field : form.fields().toList()) {
            JsonNode typed = answers.get(field.code());
            if (typed == null) continue;
            JsonNode answer = TypedAnswer.read(field, typed);
            if (!Answers.isEmpty(answer)) given.put(field.code(), answer);
        }
        return new NewProject(
                language,
                given,
                new Consent(
                        allows("name"), allows("text"), allows("files"), allows("quotation"), allows("translation")),
                new ArrayList<>(files));
    }

    private boolean allows(String use) {
        return Boolean.TRUE.equals(consent.get(use));
    }
}
