package org.throughline.inputs.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// How the columns of a file become inputs; `docs/guide/import.md` describes the JSON. A plain string in the place of a
/// [Field] names a column.
///
/// @param key columns that name a row for ever, so that importing twice does not double; none means the row's own content
/// @param group for files with one answer a row
/// @param answers by question code
/// @param respondent by field name: behalf, organisation, name, email, stakeholderType, country, region, scope
/// @param consent by use: name, text, files, quotation, translation
/// @param unknownCountry what to do with a row whose country nobody knows: `refuse` it, or keep the `region` only
/// @param wordLimits whether the questionnaire's word limits hold
record Mapping(
        List<String> key,
        @Nullable Group group,
        Map<String, Field> answers,
        Map<String, Field> respondent,
        Map<String, Field> consent,
        @Nullable Field language,
        @Nullable Field receivedAt,
        UnknownCountry unknownCountry,
        boolean wordLimits) {

    enum UnknownCountry {
        REFUSE,
        REGION
    }

    /// Several rows make one input: those with the same values in `by`.
    ///
    /// @param question the column that says which question a row answers
    /// @param questions question codes by the texts in that column; a text that maps to nothing is left out
    record Group(List<String> by, String question, String answer, Map<String, String> questions) {
        @JsonCreator
        static Group of(
                @JsonProperty("by") @Nullable JsonNode by,
                @JsonProperty("question") @Nullable String question,
                @JsonProperty("answer") @Nullable String answer,
                @JsonProperty("questions") @Nullable Map<String, String> questions) {
            if (by == null || question == null || answer == null) throw new IllegalArgumentException("group needs by, question and answer");
            return new Group(texts(by), question, answer, questions == null ? Map.of() : questions);
        }
    }

    /// Where a value comes from.
    ///
    /// @param columns joined by `join` where there are several
    /// @param constant used instead of columns
    /// @param values what stands in the column, and what is meant
    /// @param otherwise used when the column is empty, or when `values` are given and none fits
    /// @param split what separates several choices in one cell
    /// @param json whether the cell holds the answer as JSON
    /// @param pattern of a date, as java.time has it; absent for ISO 8601
    record Field(
            List<String> columns,
            String join,
            @Nullable String constant,
            Map<String, String> values,
            @Nullable String otherwise,
            @Nullable String split,
            boolean json,
            @Nullable String pattern) {

        static Field column(String name) {
            return new Field(List.of(name), "\n\n", null, Map.of(), null, null, false, null);
        }

        static Field constant(String value) {
            return new Field(List.of(), "", value, Map.of(), null, null, false, null);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Field of(JsonNode node) {
            if (node.isString()) return column(node.stringValue());
            if (node.isBoolean()) return constant(String.valueOf(node.booleanValue()));
            if (!node.isObject()) throw new IllegalArgumentException("A field is a column's name or an object");
            JsonNode columns = node.has("columns") ? node.get("columns") : node.path("column");
            return new Field(
                    texts(columns),
                    node.path("join").asString("\n\n"),
                    node.has("constant") ? node.get("constant").asString() : null,
                    node.has("values") ? strings(node.get("values")) : Map.of(),
                    node.has("otherwise") ? node.get("otherwise").asString() : null,
                    node.has("split") ? node.get("split").asString() : null,
                    node.path("json").asBoolean(false),
                    node.has("pattern") ? node.get("pattern").asString() : null);
        }
    }

    @JsonCreator
    static Mapping of(
            @JsonProperty("key") @Nullable JsonNode key,
            @JsonProperty("group") @Nullable Group group,
            @JsonProperty("answers") @Nullable Map<String, Field> answers,
            @JsonProperty("respondent") @Nullable Map<String, Field> respondent,
            @JsonProperty("consent") @Nullable Map<String, Field> consent,
            @JsonProperty("language") @Nullable Field language,
            @JsonProperty("receivedAt") @Nullable Field receivedAt,
            @JsonProperty("unknownCountry") @Nullable String unknownCountry,
            @JsonProperty("wordLimits") @Nullable Boolean wordLimits) {
        return new Mapping(
                key == null ? List.of() : texts(key),
                group,
                answers == null ? Map.of() : answers,
                respondent == null ? Map.of() : respondent,
                consent == null ? Map.of() : consent,
                language,
                receivedAt,
                "region".equals(unknownCountry) ? UnknownCountry.REGION : UnknownCountry.REFUSE,
                Boolean.TRUE.equals(wordLimits));
    }

    /// Refuses a file that is no mapping, saying where.
    static Mapping read(Path file) {
        try {
            if (Files.size(file) > 1 << 20) throw new ImportFailed("The mapping " + file + " is larger than 1 MB.");
            return parse(Files.readString(file), file.toString());
        } catch (java.io.IOException e) {
            throw new ImportFailed("The mapping " + file + " cannot be read: " + e.getMessage());
        }
    }

    /// @param name how messages name the mapping
    static Mapping parse(String json, String name) {
        try {
            return Json.read(json, Mapping.class);
        } catch (JacksonException e) {
            throw new ImportFailed("The mapping " + name + " cannot be read: " + e.getOriginalMessage());
        }
    }

    private static List<String> texts(JsonNode node) {
        if (node.isString()) return List.of(node.stringValue());
        return node.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, String> strings(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asString("")));
        return map;
    }
}
