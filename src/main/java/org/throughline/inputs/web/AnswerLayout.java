package org.throughline.inputs.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Choice;
import org.throughline.calls.Questionnaire.Field;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.inputs.InputUses.InputUse;
import org.throughline.inputs.web.ShownAnswer.Entry;
import org.throughline.inputs.web.ShownAnswer.Form;
import org.throughline.inputs.web.ShownAnswer.Part;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.TermNames;
import tools.jackson.databind.JsonNode;

/// Lays out answers for a reader. Spans address an answer's text in its own language; each choice and each part of a
/// row is found again in that text, so that a span stays marked whatever language its surroundings are shown in. Where
/// text and value do not fit together, the text is shown as it is.
@Component
class AnswerLayout {

    private final TermNames terms;

    AnswerLayout(TermNames terms) {
        this.terms = terms;
    }

    private record Name(String words, @Nullable String language) {}

    ShownAnswer of(Frame frame, Questionnaire questionnaire, String code, JsonNode value, String text) {
        return of(frame, questionnaire, code, value, text, List.of());
    }

    ShownAnswer of(
            Frame frame, Questionnaire questionnaire, String code, JsonNode value, String text, List<InputUse> uses) {
        Question question = questionnaire.question(code).orElse(null);
        List<Entry> entries = question == null ? List.of() : entries(frame, question, value, text, uses);
        if (entries.isEmpty()) return ShownAnswer.text(MarkedText.of(text, uses));
        Form form = switch (question.kind()) {
            case RANKING -> Form.RANKING;
            case GROUP -> Form.ROWS;
            default -> Form.CHOICES;
        };
        return new ShownAnswer(form, MarkedText.of(text, uses), entries);
    }

    private List<Entry> entries(Frame frame, Question question, JsonNode value, String text, List<InputUse> uses) {
        return switch (question.kind()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE, RANKING -> choices(frame, question, value, text, uses);
            case GROUP -> rows(frame, question, value, text, uses);
            case DECLARATION ->
                List.of(entry(new Name(frame.text(question.label()), frame.foreign(question.label())), 0, text, uses));
            case NUMBER -> List.of(entry(new Name(text, null), 0, text, uses));
            case LONG_TEXT, SHORT_TEXT, FILE -> List.of();
        };
    }

    private static Entry entry(Name name, int start, String text, List<InputUse> uses) {
        return new Entry(
                MarkedText.inPlaceOf(start, start + text.length(), name.words(), uses), name.language(), List.of());
    }

    // Each choice is a line of the text.
    private List<Entry> choices(Frame frame, Question question, JsonNode value, String text, List<InputUse> uses) {
        List<String> codes = new ArrayList<>();
        if (value.isString()) codes.add(value.stringValue());
        else value.forEach(code -> codes.add(code.asString("")));
        String[] lines = text.split("\n", -1);
        if (lines.length != codes.size()) return List.of();
        List<Entry> entries = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < lines.length; i++) {
            Name name = name(frame, question, codes.get(i));
            if (name == null) return List.of();
            entries.add(entry(name, start, lines[i], uses));
            start += lines[i].length() + 1;
        }
        return entries;
    }

    private List<Entry> rows(Frame frame, Question question, JsonNode value, String text, List<InputUse> uses) {
        List<Entry> entries = new ArrayList<>();
        int start = 0;
        for (JsonNode row : value) {
            Name name = name(frame, question, row.path("key").asString(""));
            int end = text.indexOf('\n', start);
            if (name == null || end < 0) return List.of();
            int at = end + 1;
            List<Part> parts = new ArrayList<>();
            for (Field field : question.fields()) {
                String own = row.path(field.code()).asString("");
                if (own.isBlank()) continue;
                int words = place(text, own, at);
                if (words < 0) return List.of();
                parts.add(new Part(
                        MarkedText.inPlaceOf(at, words, frame.text(field.label()), uses),
                        frame.foreign(field.label()),
                        MarkedText.of(text, words, words + own.length(), uses)));
                at = words + own.length() + 1;
            }
            // A row of which only the subject was given is not in the text.
            if (parts.isEmpty()) continue;
            entries.add(new Entry(MarkedText.inPlaceOf(start, end, name.words(), uses), name.language(), parts));
            start = at + 1;
        }
        return entries;
    }

    // Behind the name of a part come a colon and what was written, up to the end of its line.
    private static int place(String text, String own, int from) {
        int colon = text.indexOf(": " + own, from);
        while (colon >= 0) {
            int end = colon + 2 + own.length();
            if (end == text.length() || text.charAt(end) == '\n') return colon + 2;
            colon = text.indexOf(": " + own, colon + 1);
        }
        return -1;
    }

    private @Nullable Name name(Frame frame, Question question, String code) {
        if (!question.vocabulary().isEmpty()) {
            LocalizedText names = terms.names(question.vocabulary(), code);
            return names.isEmpty()
                    ? null
                    : new Name(terms.coded(frame, question.vocabulary(), code), frame.foreign(names));
        }
        return question.choices().stream()
                .filter(choice -> choice.code().equals(code))
                .map(Choice::label)
                .findFirst()
                .map(label -> new Name(frame.text(label), frame.foreign(label)))
                .orElse(null);
    }
}
