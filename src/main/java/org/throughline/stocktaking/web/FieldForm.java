package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.FormDefinition;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Choice;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.stocktaking.StandardForm;
import org.throughline.stocktaking.Violation;
import org.throughline.vocabulary.Vocabulary;

/// The form of one field of a register's form: read from what was typed, and filled from a field.
final class FieldForm {

    private static final int LONGEST = 2_000;
    private static final String OF_FIELD = "field:";
    private static final Set<String> STANDARD =
            new HashSet<>(StandardForm.read().fields().map(Field::code).toList());

    private FieldForm() {}

    static boolean isText(Kind kind) {
        return kind == Kind.SHORT_TEXT || kind == Kind.LONG_TEXT;
    }

    static boolean hasList(Kind kind) {
        return kind == Kind.SINGLE_CHOICE || kind == Kind.MULTIPLE_CHOICE || kind == Kind.ROWS;
    }

    static boolean hasMost(Kind kind) {
        return kind == Kind.MULTIPLE_CHOICE || kind == Kind.LINES || kind == Kind.ROWS;
    }

    static boolean isStandard(String code) {
        return STANDARD.contains(code);
    }

    static Typed filled(Field field, String section) {
        var typed = new Typed.Filler()
                .put("section", section)
                .put("code", field.code())
                .put("label", field.label())
                .put("hint", field.hint())
                .put("required", field.required() ? "true" : "")
                .put("private", field.hidden() ? "true" : "")
                .put("naming", field.naming() ? "true" : "")
                .put("maxLength", number(field.maxLength()))
                .put("minWords", number(field.minWords()))
                .put("maxWords", number(field.maxWords()))
                .put("vocabulary", field.vocabulary())
                .put("max", number(field.max()));
        FieldLines.fill(typed, field.choices());
        return typed.done();
    }

    private static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    /// What was typed as a field; null when something is wrong, which then stands in `errors`.
    ///
    /// @param part whether it is a part of a row
    /// @param form that it stands in
    /// @param taken whether another field has a code
    static @Nullable Field read(
            Frame frame,
            Typed typed,
            Kind kind,
            boolean part,
            ProjectForm form,
            Predicate<String> taken,
            Vocabulary vocabulary,
            FormErrors.Collector errors) {
        typed.unstorable().forEach(name -> errors.add(name, frame.t("calls.desk.unstorable")));
        LocalizedText label = typed.text("label");
        words(frame, typed, "label", errors);
        words(frame, typed, "hint", errors);
        if (label.in(Languages.DEFAULT).isEmpty())
            errors.add("label-" + Languages.DEFAULT, frame.t("stocktaking.editor.english"));
        String code = typed.of("code").strip();
        if (code.isEmpty()) code = free(FieldLines.code(typed.of("label-" + Languages.DEFAULT)), part, taken);
        else if (taken.test(code)) errors.add("code", frame.t("calls.question.code.taken", code));
        boolean lists = hasList(kind) && !part;
        String wanted = lists ? typed.of("vocabulary") : "";
        String named = wanted.startsWith(OF_FIELD) ? "" : wanted;
        List<Choice> choices = lists && named.isEmpty() ? choices(frame, typed, wanted, form, errors) : List.of();
        if (lists && wanted.isEmpty() && choices.isEmpty() && kind != Kind.ROWS)
            errors.add("choices-" + Languages.DEFAULT, frame.t("stocktaking.editor.choices.none"));
        int maxLength = isText(kind) ? count(frame, typed, "maxLength", errors) : 0;
        int minWords = isText(kind) ? count(frame, typed, "minWords", errors) : 0;
        int maxWords = isText(kind) ? count(frame, typed, "maxWords", errors) : 0;
        if (maxWords > 0 && minWords > maxWords) errors.add("minWords", frame.t("stocktaking.editor.words.bounds"));
        int max = hasMost(kind) ? count(frame, typed, "max", errors) : 0;
        if (!errors.isEmpty()) return null;
        Field field = Field.of(
                code,
                kind,
                label,
                typed.text("hint"),
                typed.has("required", "true"),
                !part && typed.has("private", "true"),
                !part && typed.has("naming", "true"),
                maxLength,
                minWords,
                maxWords,
                choices,
                named,
                max,
                List.of());
        check(frame, field, part, vocabulary, errors);
        return errors.isEmpty() ? field : null;
    }

    // Those that are written, or a copy of what another field has.
    private static List<Choice> choices(
            Frame frame, Typed typed, String wanted, ProjectForm form, FormErrors.Collector errors) {
        if (!wanted.startsWith(OF_FIELD)) return FieldLines.read(frame, typed, errors);
        List<Choice> copied = form.field(wanted.substring(OF_FIELD.length()))
                .map(Field::choices)
                .orElse(List.of());
        if (copied.isEmpty()) errors.add("vocabulary", frame.t("stocktaking.editor.choices.gone"));
        return copied;
    }

    /// The lists a field can have: those of the program, and the choices of the form's other fields.
    static List<Option> lists(Frame frame, ProjectForm form, String code, Typed typed, Vocabulary vocabulary) {
        List<Option> lists = new ArrayList<>();
        form.fields()
                .filter(one -> !one.choices().isEmpty() && !one.code().equals(code))
                .forEach(one -> lists.add(option(
                        OF_FIELD + one.code(), frame.t("stocktaking.editor.list.of", frame.text(one.label())), typed)));
        vocabulary.schemes().forEach(one -> lists.add(option(one.name(), frame.text(one.title()), typed)));
        return lists;
    }

    private static Option option(String value, String label, Typed typed) {
        return new Option(value, label, typed.has("vocabulary", value));
    }

    // The same check as for the whole form, so that what is wrong is said where it is typed.
    private static void check(
            Frame frame, Field field, boolean part, Vocabulary vocabulary, FormErrors.Collector errors) {
        List<Violation> wrong =
                part ? FormDefinition.checkPart(field, vocabulary) : FormDefinition.check(field, vocabulary);
        for (Violation one : wrong) {
            // The parts of rows come one by one.
            if (one.field().equals("parts")) continue;
            errors.add(control(one.field()), FieldWords.spoken(frame, one));
        }
    }

    private static String control(String member) {
        String first = member.replaceAll("[.\\[].*", "");
        return switch (first) {
            case "label", "hint", "choices" -> first + "-" + Languages.DEFAULT;
            case "vocabulary", "maxLength", "minWords", "maxWords", "max" -> first;
            default -> "code";
        };
    }

    // A made code never takes the meaning of a field of the standard form.
    private static String free(String code, boolean part, Predicate<String> taken) {
        String free = code;
        for (int n = 2; taken.test(free) || FormDefinition.RESERVED.contains(free) || !part && isStandard(free); n++)
            free = code.substring(0, Math.min(code.length(), 36)) + n;
        return free;
    }

    private static void words(Frame frame, Typed typed, String name, FormErrors.Collector errors) {
        typed.text(name).texts().forEach((language, words) -> {
            if (words.length() > LONGEST)
                errors.add(name + "-" + language, frame.t("calls.desk.too-long", words.length(), LONGEST));
        });
    }

    private static int count(Frame frame, Typed typed, String name, FormErrors.Collector errors) {
        String value = typed.of(name).strip();
        if (value.isEmpty()) return 0;
        if (value.matches("[0-9]{1,6}")) return Integer.parseInt(value);
        errors.add(name, frame.t("calls.question.count.wrong"));
        return 0;
    }
}
