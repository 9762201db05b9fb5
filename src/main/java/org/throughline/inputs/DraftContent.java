package org.throughline.inputs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.NewInput.Attached;
import org.throughline.inputs.NewInput.Endorsement;
import org.throughline.inputs.Respondent.Behalf;
import org.throughline.inputs.Respondent.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What somebody has typed so far, exactly as typed and right or wrong: nothing is refused while a draft is filled.
///
/// @param who what is said about the sender, by the names of the form's fields
/// @param answers by question; a number stays the text that was typed
/// @param consent the uses that were answered; one that was not asked yet is absent
/// @param endorsers one map of fields for each
/// @param steps the version of the draft at which each step of the form was saved last
public record DraftContent(
        Map<String, String> who,
        Map<String, JsonNode> answers,
        Map<String, Boolean> consent,
        List<Map<String, String>> endorsers,
        Map<String, Integer> steps) {

    public static final DraftContent EMPTY = new DraftContent(null, null, null, null, null);
    public static final String WHO = "who";
    public static final String FILES = "files";
    public static final String ENDORSERS = "endorsers";
    public static final String CONSENT = "consent";

    @JsonCreator
    public DraftContent(
            @JsonProperty("who") @Nullable Map<String, String> who,
            @JsonProperty("answers") @Nullable Map<String, JsonNode> answers,
            @JsonProperty("consent") @Nullable Map<String, Boolean> consent,
            @JsonProperty("endorsers") @Nullable List<Map<String, String>> endorsers,
            @JsonProperty("steps") @Nullable Map<String, Integer> steps) {
        this.who = who == null ? Map.of() : who;
        this.answers = answers == null ? Map.of() : answers;
        this.consent = consent == null ? Map.of() : consent;
        this.endorsers = endorsers == null ? List.of() : endorsers;
        this.steps = steps == null ? Map.of() : steps;
    }

    /// The name of the step that holds a section's questions.
    public static String section(String code) {
        return "section:" + code;
    }

    /// At which version of the draft a step was saved last; 0 when never.
    public int savedAt(String step) {
        return steps.getOrDefault(step, 0);
    }

    public String who(String field) {
        return who.getOrDefault(field, "");
    }

    /// The language of the answers, for `lang` and `dir` of text boxes.
    public String language() {
        return who("language").isBlank() ? "en" : who("language");
    }

    DraftContent withWho(Map<String, String> typed) {
        return new DraftContent(typed, answers, consent, endorsers, steps);
    }

    DraftContent withConsent(Map<String, Boolean> answered) {
        return new DraftContent(who, answers, answered, endorsers, steps);
    }

    DraftContent withEndorsers(List<Map<String, String>> named) {
        return new DraftContent(who, answers, consent, named, steps);
    }

    /// Takes over the answers to some questions and leaves all others as they are.
    DraftContent withAnswers(List<String> questions, Map<String, JsonNode> typed) {
        Map<String, JsonNode> merged = new LinkedHashMap<>(answers);
        for (String question : questions) {
            JsonNode value = typed.get(question);
            if (value == null) merged.remove(question);
            else merged.put(question, value);
        }
        return new DraftContent(who, merged, consent, endorsers, steps);
    }

    DraftContent savedAt(String step, int version) {
        Map<String, Integer> saved = new LinkedHashMap<>(steps);
        saved.put(step, version);
        return new DraftContent(who, answers, consent, endorsers, saved);
    }

    /// As if every step had just been saved: what was sent once has been through all of them.
    DraftContent withAllSteps(Questionnaire questionnaire) {
        Map<String, Integer> saved = new LinkedHashMap<>();
        for (String step : List.of(WHO, FILES, ENDORSERS, CONSENT)) saved.put(step, 1);
        questionnaire.sections().forEach(section -> saved.put(section(section.code()), 1));
        return new DraftContent(who, answers, consent, endorsers, saved);
    }

    NewInput toInput(List<Attached> files) {
        return NewInput.of(
                who("language"),
                Respondent.of(
                        oneOf(Behalf.values(), Behalf::word, who("behalf")),
                        who("organisation"),
                        who("name"),
                        who("email"),
                        who("stakeholderType"),
                        who("country"),
                        who("region"),
                        oneOf(Scope.values(), Scope::word, who("scope"))),
                givenAnswers(),
                Consent.to(java.util.Arrays.stream(Use.values())
                        .filter(use -> Boolean.TRUE.equals(consent.get(use.word())))
                        .toList()),
                endorsers.stream().map(DraftContent::endorsement).toList(),
                files);
    }

    private static Endorsement endorsement(Map<String, String> row) {
        return Endorsement.of(
                row.get("organisation"),
                row.get("name"),
                row.get("email"),
                row.get("country"),
                row.get("stakeholderType"));
    }

    // Empty places of a ranking are kept in the draft as they were chosen, and left out of what is sent.
    private Map<String, JsonNode> givenAnswers() {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        answers.forEach((question, value) ->
                given.put(question, value instanceof ArrayNode list ? withoutBlanks(list) : value));
        return given;
    }

    private static JsonNode withoutBlanks(ArrayNode list) {
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode each : list) if (!(each.isString() && each.stringValue().isBlank())) kept.add(each);
        return JsonNodeFactory.instance.arrayNode().addAll(kept);
    }

    private static <E> @Nullable E oneOf(E[] values, Function<E, String> word, String typed) {
        for (E value : values) if (word.apply(value).equals(typed)) return value;
        return null;
    }
}
