package org.throughline.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.throughline.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Where in a row a value stands: a column, or within the JSON of a column, as in `sdgs[].goal` (of all in the list),
/// `types[0]`, `organizations[org_type=owner].name`, `owner.name`. A column that is called just so comes first.
record CellPath(String column, List<Step> steps) {

    private static final Pattern FORM = Pattern.compile("([^.\\[]+)((?:\\[[^\\]]*\\]|\\.[^.\\[]+)+)");
    private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)\\]|\\.([^.\\[]+)");

    /// One step into JSON: a member, a place in a list, all of a list, or those with a member of some value.
    private record Step(String member, String which) {

        Stream<JsonNode> from(JsonNode node) {
            if (!member.isEmpty()) return Stream.of(node.path(member));
            if (!node.isArray()) return which.isEmpty() ? Stream.of(node) : Stream.empty();
            if (which.isEmpty()) return node.valueStream();
            int equals = which.indexOf('=');
            if (equals < 0) return Stream.of(node.path(Integer.parseInt(which)));
            String name = which.substring(0, equals);
            String value = which.substring(equals + 1);
            return node.valueStream().filter(one -> value.equals(one.path(name).asString("")));
        }
    }

    static CellPath of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) return new CellPath(text, List.of());
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(form.group(2));
        while (step.find()) {
            if (step.group(2) != null) steps.add(new Step(step.group(2), ""));
            else if (isWhich(step.group(1))) steps.add(new Step("", step.group(1)));
            else return new CellPath(text, List.of());
        }
        return new CellPath(form.group(1), steps);
    }

    private static boolean isWhich(String which) {
        return which.isEmpty() || which.matches("\\d{1,4}") || which.matches("[^=]+=.*");
    }

    /// The values there, in their order; nothing where the cell is no JSON.
    static List<String> texts(Row row, String path) {
        return nodes(row, path).stream()
                .map(CellPath::text)
                .filter(text -> !text.isBlank())
                .toList();
    }

    static List<JsonNode> nodes(Row row, String path) {
        if (row.cells().containsKey(path))
            return List.of(Json.mapper().getNodeFactory().stringNode(row.get(path)));
        CellPath way = of(path);
        String cell = row.get(way.column);
        if (way.steps.isEmpty() || cell.isBlank()) return List.of();
        try {
            Stream<JsonNode> nodes = Stream.of(Json.tree(cell));
            for (Step step : way.steps) nodes = nodes.flatMap(step::from);
            return nodes.toList();
        } catch (JacksonException notJson) {
            return List.of();
        }
    }

    /// What a list holds, also where a cell holds it as text; any other value itself.
    static Stream<JsonNode> opened(JsonNode node) {
        if (node.isArray()) return node.valueStream();
        String text = node.isString() ? node.stringValue().strip() : "";
        if (!text.startsWith("[") && !text.startsWith("{")) return Stream.of(node);
        try {
            JsonNode inside = Json.tree(text);
            return inside.isArray() ? inside.valueStream() : Stream.of(inside);
        } catch (JacksonException notJson) {
            return Stream.of(node);
        }
    }

    static String text(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) return "";
        return node.isString() ? node.stringValue() : node.toString();
    }
}
