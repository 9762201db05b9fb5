package org.throughline.tables;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where a value comes from, as a mapping says it in JSON; a plain string in its place names a column.
///
/// @param columns joined by `join` where there are several; within JSON also by a path ([CellPath])
/// @param firstOf true to take the first of the columns that has something instead
/// @param longest of several columns, those whose text is longer are passed over; 0 for any length
/// @param constant used instead of columns
/// @param values what stands in the column, and what is meant
/// @param otherwise used when the column is empty, or when `values` are given and none fits
/// @param split what separates several values in one cell
/// @param json whether the cell holds the value as JSON
/// @param pattern of a date, as java.time has it; absent for the usual ways
/// @param before words at which the text of the cell ends; what stands from there on belongs to something else
/// @param parts of values that have several, each by its name; `columns` then names the list they are taken from
public record Field(
        List<String> columns,
        String join,
        boolean firstOf,
        int longest,
        @Nullable String constant,
        Map<String, String> values,
        @Nullable String otherwise,
        @Nullable String split,
        boolean json,
        @Nullable String pattern,
        @Nullable String before,
        Map<String, Field> parts) {

    private static final String PARAGRAPH = "\n\n";

    public static Field column(String name) {
        return new Field(List.of(name), PARAGRAPH, false, 0, null, Map.of(), null, null, false, null, null, Map.of());
    }

    public static Field constant(String value) {
        return new Field(List.of(), "", false, 0, value, Map.of(), null, null, false, null, null, Map.of());
    }

    /// A column with several values, or with JSON.
    public static Field column(String name, @Nullable String split, boolean json) {
        return new Field(List.of(name), PARAGRAPH, false, 0, null, Map.of(), null, split, json, null, null, Map.of());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Field of(JsonNode node) {
        if (node.isString()) return column(node.stringValue());
        if (node.isBoolean()) return constant(String.valueOf(node.booleanValue()));
        if (!node.isObject()) throw new IllegalArgumentException("A field is a column's name or an object");
        boolean firstOf = node.has("firstOf");
        JsonNode columns = firstOf
                ? node.get("firstOf")
                : node.has("columns") ? node.get("columns") : node.has("each") ? node.get("each") : node.path("column");
        Map<String, Field> parts = new LinkedHashMap<>();
        node.path("parts").properties().forEach(part -> parts.put(part.getKey(), of(part.getValue())));
        return new Field(
                texts(columns),
                node.path("join").asString(PARAGRAPH),
                firstOf,
                node.path("longest").asInt(0),
                node.has("constant") ? node.get("constant").asString() : null,
                node.has("values") ? strings(node.get("values")) : Map.of(),
                node.has("otherwise") ? node.get("otherwise").asString() : null,
                node.has("split") ? node.get("split").asString() : null,
                node.path("json").asBoolean(false),
                node.has("pattern") ? node.get("pattern").asString() : null,
                node.has("before") ? node.get("before").asString() : null,
                parts);
    }

    /// The value in a row, or what is meant by it.
    public String value(Row row) {
        if (constant != null) return constant;
        return meant(ended(firstOf ? firstThatFits(row) : joined(row)));
    }

    /// The several values in a row: of a list within JSON, or of a cell that [#split] takes apart.
    ///
    /// @param usual what separates them when the mapping does not say
    public List<String> several(Row row, String usual) {
        if (constant != null) return split(constant, usual);
        List<String> found = columns.stream()
                .flatMap(column -> CellPath.nodes(row, column).stream())
                .flatMap(CellPath::opened)
                .flatMap(node -> split(ended(CellPath.text(node)), usual).stream())
                .map(this::meant)
                .flatMap(text -> values.isEmpty() ? Stream.of(text) : split(text, ";").stream())
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
        return found.isEmpty() && otherwise != null && !otherwise.isBlank() ? split(otherwise, ";") : found;
    }

    /// The rows that the list within a row makes, for values with [#parts].
    public List<Row> each(Row row) {
        return columns.stream()
                .flatMap(column -> CellPath.nodes(row, column).stream())
                .flatMap(CellPath::opened)
                .filter(JsonNode::isObject)
                .map(node -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    node.properties().forEach(one -> cells.put(one.getKey(), CellPath.text(one.getValue())));
                    return Row.of(row.number(), cells);
                })
                .toList();
    }

    /// Whether a column of a file is one of those it reads.
    public boolean reads(String column) {
        return columns.stream()
                .anyMatch(one -> one.equals(column) || CellPath.of(one).column().equals(column));
    }

    private Stream<String> first(Row row) {
        return columns.stream()
                .map(column -> String.join(join, CellPath.texts(row, column)))
                .filter(text -> !text.isBlank());
    }

    private String firstThatFits(Row row) {
        return first(row)
                .filter(text -> longest == 0 || text.strip().length() <= longest)
                .findFirst()
                .orElse("");
    }

    private String joined(Row row) {
        return first(row).reduce((a, b) -> a + join + b).orElse("");
    }

    private String ended(String text) {
        int end = before == null ? -1 : text.indexOf(before);
        return end < 0 ? text : text.substring(0, end);
    }

    private String meant(String text) {
        if (values.containsKey(text.strip())) return values.get(text.strip());
        if (otherwise != null && (text.isBlank() || !values.isEmpty())) return otherwise;
        return text;
    }

    private List<String> split(String text, String usual) {
        String separator = split == null ? usual : split;
        if (separator.isEmpty()) return List.of(text);
        return Stream.of(text.split(Pattern.quote(separator)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// A string, or a list of them.
    public static List<String> texts(JsonNode node) {
        if (node.isString()) return List.of(node.stringValue());
        return node.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, String> strings(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asString("")));
        return map;
    }
}
