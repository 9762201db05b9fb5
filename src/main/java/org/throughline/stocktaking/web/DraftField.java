package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.Option;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;

/// One field of the form with what was typed so far.
///
/// @param id of its control, and the name under which it is sent
/// @param labelLang the language of the label where it is not the reader's, likewise that of the hint
/// @param text what was typed, where the answer is a text
/// @param options of a choice; of a long list those that are not chosen
/// @param chosen of a long list, and what a search in it found
/// @param rows of a repeating group; the last ones are empty
/// @param offers whether another row may be added
public record DraftField(
        Field field,
        String id,
        String label,
        @Nullable String labelLang,
        String hint,
        @Nullable String hintLang,
        String text,
        int words,
        List<Option> options,
        List<Option> chosen,
        List<Row> rows,
        boolean offers) {

    /// From here on a choice is a list to search in.
    static final int LONG_LIST = 40;

    /// @param place the prefix of the ids in the row
    /// @param heading what the row is about, where that is fixed
    /// @param keys what the row may be about, where that is chosen
    /// @param filled whether anything was typed in it, so that it can be taken away
    public record Row(
            int index,
            String place,
            @Nullable String heading,
            @Nullable String headingLang,
            List<Option> keys,
            List<Part> parts,
            boolean filled) {}

    /// One control of a row.
    public record Part(
            Field field,
            String id,
            String label,
            @Nullable String labelLang,
            String hint,
            @Nullable String hintLang,
            String text,
            int words) {

        public boolean isLong() {
            return field.kind() == Kind.LONG_TEXT;
        }

        public String inputType() {
            return typeOf(field.kind());
        }
    }

    /// What the control of a single line is for browsers.
    public String inputType() {
        return typeOf(field.kind());
    }

    static String typeOf(Kind kind) {
        return switch (kind) {
            case ADDRESS -> "url";
            case EMAIL -> "email";
            default -> "text";
        };
    }

    static @Nullable String inputModeOf(Kind kind) {
        return kind == Kind.NUMBER ? "numeric" : null;
    }

    public boolean isLongList() {
        return field.kind() == Kind.MULTIPLE_CHOICE && options.size() + chosen.size() > LONG_LIST;
    }

    /// The options of an optional choice have one more, so that an answer can be taken back without script.
    public List<Option> choices(String noAnswer) {
        if (field.required() || options.stream().noneMatch(Option::chosen)) return options;
        List<Option> all = new ArrayList<>(options);
        all.add(new Option("", noAnswer, false));
        return all;
    }

    public @Nullable String hintOrNull() {
        return hint.isEmpty() ? null : hint;
    }
}
