package org.throughline.inputs.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.platform.web.Option;

/// One question of the form with what was typed so far.
///
/// @param id of its control, and the name under which it is sent
/// @param labelLang the language of the label where it is not the reader's, likewise that of the hint
/// @param text what was typed, where the answer is a text or a number
/// @param words in it
/// @param options of a choice
/// @param places of a ranking, each with all options
/// @param rows of a repeating group; the last ones are empty
/// @param offers whether another row may be added
public record QuestionField(
        Question question,
        String id,
        String label,
        @Nullable String labelLang,
        String hint,
        @Nullable String hintLang,
        String text,
        int words,
        List<Option> options,
        List<List<Option>> places,
        List<Row> rows,
        boolean checked,
        boolean offers) {

    /// @param keys what the row may be about
    /// @param filled whether anything was typed in it, so that it can be taken away
    public record Row(int index, List<Option> keys, List<Part> parts, boolean filled) {}

    /// One text box of a row.
    public record Part(String id, String label, @Nullable String labelLang, String text, int words, int maxWords) {}

    /// The options of an optional choice have one more, so that an answer can be taken back without script.
    public List<Option> choices(String noAnswer) {
        if (question.required() || options.stream().noneMatch(Option::chosen)) return options;
        List<Option> all = new ArrayList<>(options);
        all.add(new Option("", noAnswer, false));
        return all;
    }

    /// The hint with a sentence added; nothing when both are empty.
    public @Nullable String hintWith(String sentence) {
        String both = (hint + " " + sentence).strip();
        return both.isEmpty() ? null : both;
    }
}
