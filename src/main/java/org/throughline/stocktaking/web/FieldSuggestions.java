package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.SentStep;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.EntryReading;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.stocktaking.ProjectForm.Section;
import org.throughline.suggestions.Suggestion;
import org.throughline.suggestions.Suggestions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a draft's own words suggest for the fields that are chosen from a vocabulary. A person takes a suggestion or
/// not; what was proposed, and what was taken of it, is on record.
@Component
public class FieldSuggestions {

    private static final int MOST_WORDS = 6;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Suggestions suggestions;
    private final FieldChoices choices;

    FieldSuggestions(Suggestions suggestions, FieldChoices choices) {
        this.suggestions = suggestions;
        this.choices = choices;
    }

    /// @param words of the draft that caused it
    public record Suggested(String code, String label, List<String> words) {}

    /// By field; only what is not chosen already.
    Map<String, List<Suggested>> of(Frame frame, Section section, ProjectDraft draft, Map<String, JsonNode> typed) {
        Map<String, List<Suggested>> all = new LinkedHashMap<>();
        String text = text(draft);
        ranked(section, draft, typed)
                .forEach((field, ranks) -> all.put(
                        field.code(),
                        ranks.keySet().stream()
                                .map(one -> new Suggested(
                                        one.code(), choices.name(frame, field, one.code()), words(one, text)))
                                .toList()));
        return all;
    }

    /// What a section proposes to whoever opens it, by field and code, with its place among the suggestions.
    Map<String, Map<String, Integer>> offered(Section section, ProjectDraft draft) {
        Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
        ranked(section, draft, draft.content().answers()).forEach((field, ranks) -> {
            Map<String, Integer> codes = new LinkedHashMap<>();
            ranks.forEach((one, rank) -> codes.put(one.code(), rank));
            all.put(field.code(), codes);
        });
        return all;
    }

    private Map<Field, Map<Suggestion, Integer>> ranked(
            Section section, ProjectDraft draft, Map<String, JsonNode> answers) {
        Map<Field, Map<Suggestion, Integer>> all = new LinkedHashMap<>();
        String text = text(draft);
        if (text.isEmpty()) return all;
        String language = draft.content().language();
        for (Field field : section.fields()) {
            if (!isSuggested(field)) continue;
            List<String> chosen = Answers.codes(answers.get(field.code()));
            Map<Suggestion, Integer> ranks = new LinkedHashMap<>();
            int rank = 0;
            for (Suggestion one : suggested(field, text, Languages.isKnown(language) ? language : null)) {
                rank++;
                if (!chosen.contains(one.code())) ranks.put(one, rank);
            }
            if (!ranks.isEmpty()) all.put(field, ranks);
        }
        return all;
    }

    private static String text(ProjectDraft draft) {
        String text = EntryReading.SAYING.stream()
                .map(draft.content()::text)
                .collect(Collectors.joining("\n"))
                .strip();
        return text.length() > Suggestions.LONGEST_TEXT
                ? Storable.part(text.substring(0, Suggestions.LONGEST_TEXT))
                : text;
    }

    static boolean isSuggested(Field field) {
        return Suggestions.VOCABULARIES.contains(field.vocabulary())
                && (field.kind() == Kind.MULTIPLE_CHOICE || field.kind() == Kind.ROWS);
    }

    private List<Suggestion> suggested(Field field, String text, @Nullable String language) {
        try {
            return suggestions.suggest(field.vocabulary(), text, language, Suggestions.USUAL);
        } catch (Refusal busy) {
            // The form goes on without them.
            return List.of();
        }
    }

    private static List<String> words(Suggestion one, String text) {
        return one.words().stream()
                .map(span -> text.substring(span.start(), span.end()))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /// Puts what was ticked among the suggestions into the answers, and returns it by field.
    static Map<String, List<String>> take(Section section, SentStep sent, Map<String, JsonNode> typed) {
        Map<String, List<String>> taken = new LinkedHashMap<>();
        for (Field field : section.fields()) {
            if (!isSuggested(field)) continue;
            List<String> chosen = Answers.codes(typed.get(field.code()));
            List<String> codes = sent.all("take-" + field.code()).stream()
                    .filter(code -> code.matches("[A-Za-z0-9-]{1,20}") && !chosen.contains(code))
                    .distinct()
                    .toList();
            if (codes.isEmpty()) continue;
            ArrayNode answer = JSON.arrayNode();
            JsonNode before = typed.get(field.code());
            if (before != null && before.isArray()) before.forEach(answer::add);
            for (String code : codes)
                if (field.kind() == Kind.ROWS) answer.add(JSON.objectNode().put("key", code));
                else answer.add(code);
            typed.put(field.code(), answer);
            taken.put(field.code(), new ArrayList<>(codes));
        }
        return taken;
    }
}
