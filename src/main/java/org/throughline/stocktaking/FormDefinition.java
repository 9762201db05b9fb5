package org.throughline.stocktaking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads a form that somebody wrote as JSON, and says everything that is wrong with it and where. Fields with a code
/// of the standard form keep its kind, for lists, facets and counts go by them.
public final class FormDefinition {

    static final int LONGEST = 400_000;
    static final int MOST_SECTIONS = 30;
    static final int MOST_FIELDS = 200;
    /// A list has nothing in it.
    public static final String EMPTY_LIST = "stocktaking.collection.form.list";

    /// A form without a title.
    public static final String NO_TITLE = "stocktaking.collection.form.title";

    /// A code of the standard form on a field of another kind, which is named.
    public static final String OF_ANOTHER_KIND = "stocktaking.collection.form.standard";

    private static final Pattern SECTION = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
    private static final Pattern CODE = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern CHOICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
    /// Codes that mean something else in what is sent.
    public static final Set<String> RESERVED = Set.of("language", "consent", "files", "key");
    /// The kinds that a part of a row can have.
    public static final Set<Kind> OF_PARTS =
            Set.of(Kind.SHORT_TEXT, Kind.LONG_TEXT, Kind.NUMBER, Kind.DATE, Kind.ADDRESS, Kind.EMAIL);
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "form", Set.of("sections"),
            "section", Set.of("code", "title", "intro", "fields"),
            "field",
                    Set.of(
                            "code",
                            "kind",
                            "label",
                            "hint",
                            "required",
                            "private",
                            "naming",
                            "maxLength",
                            "minWords",
                            "maxWords",
                            "choices",
                            "vocabulary",
                            "max",
                            "parts"),
            "choice", Set.of("code", "label"));
    private static final int MOST_NAMED = 50;

    private final Vocabulary vocabulary;
    private final List<Violation> wrong = new ArrayList<>();

    private FormDefinition(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// @param form absent where something is wrong
    /// @param wrong by the path in the JSON, such as `sections[0].fields[2].kind`
    public record Read(@Nullable ProjectForm form, List<Violation> wrong) {}

    public static Read read(String json, Vocabulary vocabulary) {
        if (json.length() > LONGEST)
            return new Read(null, List.of(Violation.of("", "stocktaking.collection.form.too-long", LONGEST)));
        var reading = new FormDefinition(vocabulary);
        try {
            JsonNode tree = Json.tree(json);
            reading.form(tree);
            if (!reading.wrong.isEmpty())
                return new Read(null, reading.wrong.subList(0, Math.min(MOST_NAMED, reading.wrong.size())));
            ProjectForm form = Json.read(json, ProjectForm.class);
            reading.meaning(form);
            return reading.wrong.isEmpty() ? new Read(form, List.of()) : new Read(null, List.copyOf(reading.wrong));
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? "1:1"
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            return new Read(null, List.of(Violation.of("", "stocktaking.collection.form.no-json", where)));
        }
    }

    /// Everything that is wrong with a form, by its place as in [#read].
    public static List<Violation> check(ProjectForm form, Vocabulary vocabulary) {
        return read(Json.write(form), vocabulary).wrong();
    }

    /// What is wrong with one field by itself, whatever form it stands in: the member and the mistake.
    public static List<Violation> check(Field field, Vocabulary vocabulary) {
        List<Field> fields = field.code().equals("title")
                ? List.of(field)
                : List.of(field, StandardForm.read().field("title").orElseThrow());
        return of(fields, "sections[0].fields[0].", field.code(), vocabulary);
    }

    /// The same for a part of a row.
    public static List<Violation> checkPart(Field part, Vocabulary vocabulary) {
        Field title = StandardForm.read().field("title").orElseThrow();
        LocalizedText words = title.label();
        Field rows = Field.of(
                "rowsOfPart",
                Kind.ROWS,
                words,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(part));
        return of(List.of(rows, title), "sections[0].fields[0].parts[0].", null, vocabulary);
    }

    private static List<Violation> of(List<Field> fields, String prefix, @Nullable String code, Vocabulary vocabulary) {
        LocalizedText words = StandardForm.read().sections().getFirst().title();
        var form = new ProjectForm(List.of(new ProjectForm.Section("one", words, null, fields)));
        return check(form, vocabulary).stream()
                .filter(one -> one.field().startsWith(prefix) || one.field().equals(code))
                .map(one -> new Violation(
                        one.field().equals(code) ? "code" : one.field().substring(prefix.length()),
                        one.messageKey(),
                        one.arguments()))
                .toList();
    }

    private void wrong(String path, String key, Object... arguments) {
        wrong.add(Violation.of(path, key, arguments));
    }

    private void form(JsonNode form) {
        if (!object("", form, "form")) return;
        JsonNode sections = form.path("sections");
        if (!sections.isArray() || sections.isEmpty() || sections.size() > MOST_SECTIONS) {
            wrong("sections", "stocktaking.collection.form.sections", MOST_SECTIONS);
            return;
        }
        Set<String> codes = new HashSet<>();
        Set<String> fields = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) section("sections[" + i + "]", sections.get(i), codes, fields);
        if (fields.size() > MOST_FIELDS) wrong("sections", "stocktaking.collection.form.fields", MOST_FIELDS);
    }

    private boolean object(String path, JsonNode node, String kind) {
        if (!node.isObject()) {
            wrong(path, "stocktaking.collection.form.object");
            return false;
        }
        for (var member : node.properties())
            if (!MEMBERS.get(kind).contains(member.getKey()))
                wrong(dot(path, member.getKey()), "stocktaking.collection.form.unknown", member.getKey());
        return true;
    }

    private static String dot(String path, String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    private void section(String path, JsonNode section, Set<String> codes, Set<String> fields) {
        if (!object(path, section, "section")) return;
        code(path, section, SECTION, codes);
        words(path + ".title", section.get("title"), true);
        words(path + ".intro", section.get("intro"), false);
        list(path + ".fields", section.get("fields"), true);
        JsonNode all = section.path("fields");
        for (int i = 0; i < all.size(); i++) field(path + ".fields[" + i + "]", all.get(i), fields, false);
    }

    private void code(String path, JsonNode node, Pattern form, Set<String> seen) {
        String code = node.path("code").asString("");
        if (!form.matcher(code).matches() || RESERVED.contains(code))
            wrong(path + ".code", "stocktaking.collection.form.code", code);
        else if (!seen.add(code)) wrong(path + ".code", "stocktaking.collection.form.twice", code);
    }

    private void list(String path, @Nullable JsonNode list, boolean needed) {
        boolean there = list != null && list.isArray() && !list.isEmpty();
        if (!there && (needed || list != null)) wrong(path, EMPTY_LIST);
    }

    private void words(String path, @Nullable JsonNode words, boolean needed) {
        boolean there = words != null && words.isObject() && !words.isEmpty();
        if (!there) {
            if (needed || words != null && !words.isObject()) wrong(path, "stocktaking.collection.form.words");
            return;
        }
        for (var word : words.properties())
            if (!Languages.isKnown(word.getKey()) || !word.getValue().isString())
                wrong(path + "." + word.getKey(), "stocktaking.collection.form.words");
    }

    private void field(String path, JsonNode field, Set<String> codes, boolean part) {
        if (!object(path, field, "field")) return;
        code(path, field, CODE, codes);
        words(path + ".label", field.get("label"), true);
        words(path + ".hint", field.get("hint"), false);
        Kind kind;
        try {
            kind = Kind.of(field.path("kind").asString(""));
        } catch (IllegalArgumentException e) {
            wrong(
                    path + ".kind",
                    "stocktaking.collection.form.kind",
                    field.path("kind").asString(""));
            return;
        }
        if (part && !OF_PARTS.contains(kind)) wrong(path + ".kind", "stocktaking.collection.form.kind", kind.stored());
        for (String flag : List.of("required", "private", "naming"))
            if (field.has(flag) && !field.get(flag).isBoolean())
                wrong(dot(path, flag), "stocktaking.collection.form.true-false");
        // What is private is kept apart as whole answers, and what names somebody is withheld as such.
        for (String flag : List.of("private", "naming"))
            if (part && field.has(flag)) wrong(dot(path, flag), "stocktaking.collection.form.unknown", flag);
        for (String limit : List.of("maxLength", "minWords", "maxWords", "max"))
            if (field.has(limit)
                    && !(field.get(limit).isInt() && field.get(limit).intValue() >= 0))
                wrong(dot(path, limit), "stocktaking.collection.form.number");
        choices(path, field, kind);
        if (kind == Kind.ROWS) {
            list(path + ".parts", field.get("parts"), true);
            Set<String> parts = new HashSet<>();
            for (int i = 0; i < field.path("parts").size(); i++)
                field(path + ".parts[" + i + "]", field.get("parts").get(i), parts, true);
        } else if (field.has("parts")) wrong(path + ".parts", "stocktaking.collection.form.unknown", "parts");
    }

    private void choices(String path, JsonNode field, Kind kind) {
        boolean chooses = kind == Kind.SINGLE_CHOICE || kind == Kind.MULTIPLE_CHOICE;
        String named = field.path("vocabulary").asString("");
        if (!named.isEmpty() && vocabulary.terms(named).isEmpty())
            wrong(path + ".vocabulary", "stocktaking.collection.form.vocabulary", named);
        if (chooses && named.isEmpty()) list(path + ".choices", field.get("choices"), true);
        Set<String> codes = new HashSet<>();
        JsonNode choices = field.path("choices");
        for (int i = 0; i < choices.size(); i++) {
            String at = path + ".choices[" + i + "]";
            if (!object(at, choices.get(i), "choice")) continue;
            code(at, choices.get(i), CHOICE, codes);
            words(at + ".label", choices.get(i).get("label"), true);
        }
    }

    // What lists and counts are made of.
    private void meaning(ProjectForm form) {
        Field title = form.field("title").orElse(null);
        if (title == null || title.kind() != Kind.SHORT_TEXT || title.hidden() || !title.required())
            wrong("title", NO_TITLE);
        StandardForm.read()
                .fields()
                .forEach(standard -> form.field(standard.code())
                        .filter(field -> field.kind() != standard.kind() || !sameList(field, standard))
                        .ifPresent(field -> wrong(
                                field.code(), OF_ANOTHER_KIND, standard.kind().stored())));
        // What lists and counts go by is shown in any case.
        StandardForm.read()
                .fields()
                .filter(standard -> !standard.naming())
                .forEach(standard -> form.field(standard.code())
                        .filter(Field::naming)
                        .ifPresent(field -> wrong(field.code(), "stocktaking.collection.form.naming")));
    }

    private static boolean sameList(Field field, Field standard) {
        return standard.vocabulary().isEmpty() || field.vocabulary().equals(standard.vocabulary());
    }
}
