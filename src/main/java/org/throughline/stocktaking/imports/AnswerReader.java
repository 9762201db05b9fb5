package org.throughline.stocktaking.imports;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.imports.ProjectMapping.UnknownCountry;
import org.throughline.tables.Field;
import org.throughline.tables.Row;
import org.throughline.tables.RowRefused;
import org.throughline.tables.WrittenDate;
import org.throughline.vocabulary.CountryMatcher;
import org.throughline.vocabulary.Match;
import org.throughline.vocabulary.TermMatcher;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes an answer to a field of the form from what a row says, in the shape the form wants: codes for names, dates for
/// words, lists for cells that hold several.
@Component
class AnswerReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> YES =
            Set.of("true", "yes", "y", "1", "x", "oui", "sí", "si", "да", "نعم", "是", "sim");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "non", "нет", "لا", "否", "não");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern HOST = Pattern.compile("(?i)[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+([:/?#].*)?");

    /// What messages are told in the place of what could be meant, when that is nothing.
    private static final String NONE = "none";

    private final CountryMatcher countries;
    private final TermMatcher terms;

    AnswerReader(CountryMatcher countries, TermMatcher terms) {
        this.countries = countries;
        this.terms = terms;
    }

    /// Regions that a row names where its countries stand, and those its countries lie in.
    record Places(Set<String> regions, Set<String> ofCountries) {
        Places() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    /// Nothing where the row says nothing. Refuses what cannot be an answer.
    @Nullable
    JsonNode answer(ProjectForm.Field asked, Field field, Row row, UnknownCountry unknown, Places places) {
        return switch (asked.kind()) {
            case MULTIPLE_CHOICE ->
                asked.vocabulary().equals(Vocabulary.COUNTRIES)
                        ? countries(field, row, unknown, places)
                        : list(field.several(row, ";").stream()
                                .map(text -> choice(asked, text))
                                .distinct()
                                .toList());
            case LINES -> list(field.several(row, "\n"));
            case ROWS -> rows(asked, field, row);
            default -> single(asked, field, field.value(row));
        };
    }

    private @Nullable JsonNode single(ProjectForm.Field asked, Field field, String raw) {
        String text = raw.strip();
        if (text.isEmpty()) return null;
        return switch (asked.kind()) {
            case SHORT_TEXT -> JSON.stringNode(text.replaceAll("\\s+", " "));
            case LONG_TEXT -> JSON.stringNode(text.replace("\r\n", "\n").replace('\r', '\n'));
            case SINGLE_CHOICE -> JSON.stringNode(choice(asked, text));
            case DATE -> JSON.stringNode(WrittenDate.of(text, field.pattern()));
            case YES_NO -> JSON.booleanNode(yesOrNo(text));
            case NUMBER -> JSON.numberNode(number(text));
            case ADDRESS -> JSON.stringNode(address(text));
            case EMAIL -> JSON.stringNode(text.replaceFirst("(?i)^mailto:", ""));
            case MULTIPLE_CHOICE, LINES, ROWS -> throw new IllegalArgumentException("Several: " + asked.code());
        };
    }

    private @Nullable JsonNode countries(Field field, Row row, UnknownCountry unknown, Places places) {
        Set<String> codes = new LinkedHashSet<>();
        for (String text : field.several(row, "")) {
            for (Match match : countries.matchAll(text)) {
                if (match.isCountry()) {
                    codes.add(match.code());
                    if (match.region() != null) places.ofCountries().add(match.region());
                } else if (match.found()) places.regions().add(Vocabulary.GLOBAL);
                else if (match.region() != null) places.regions().add(match.region());
                else if (match.how() == Match.How.REGION && !match.candidates().isEmpty())
                    places.regions().addAll(match.candidates());
                else if (unknown == UnknownCountry.REFUSE)
                    throw new RowRefused("imports.row.country-unknown", text, among(match));
            }
        }
        return codes.isEmpty() ? null : list(codes);
    }

    private String choice(ProjectForm.Field asked, String raw) {
        String text = raw.strip();
        if (!asked.vocabulary().isEmpty()) {
            Match match = terms.match(asked.vocabulary(), text);
            if (match.code() != null) return match.code();
            throw new RowRefused("stocktaking.imports.row.no-choice", text, among(match));
        }
        return asked.choices().stream()
                .filter(choice -> choice.code().equalsIgnoreCase(text)
                        || choice.label().texts().values().stream()
                                .anyMatch(label -> label.strip().equalsIgnoreCase(text)))
                .map(ProjectForm.Choice::code)
                .findFirst()
                .orElseThrow(() -> new RowRefused("stocktaking.imports.row.no-choice", text, NONE));
    }

    /// Rows of a list within the row, of the cell's own JSON, or of codes alone. Rows with the same key become one.
    private @Nullable JsonNode rows(ProjectForm.Field asked, Field field, Row row) {
        List<Row> given = field.each(row);
        Map<String, ObjectNode> byKey = new LinkedHashMap<>();
        if (given.isEmpty() && isKeyed(asked) && field.parts().isEmpty())
            field.several(row, ";").forEach(code -> {
                ObjectNode one = JSON.objectNode();
                one.put("key", choice(asked, code));
                byKey.putIfAbsent(one.get("key").stringValue(), one);
            });
        int number = 0;
        for (Row one : given) {
            ObjectNode made = row(asked, field, one);
            if (made.isEmpty()) continue;
            String key = isKeyed(asked) ? Answers.text(made.get("key")) : Integer.toString(number++);
            ObjectNode before = byKey.putIfAbsent(key, made);
            if (before != null) join(before, made);
        }
        if (byKey.isEmpty()) return null;
        ArrayNode list = JSON.arrayNode();
        byKey.values().forEach(list::add);
        return list;
    }

    private static boolean isKeyed(ProjectForm.Field asked) {
        return !asked.vocabulary().isEmpty() || !asked.choices().isEmpty();
    }

    private ObjectNode row(ProjectForm.Field asked, Field field, Row one) {
        ObjectNode made = JSON.objectNode();
        if (isKeyed(asked)) {
            String key = part(field, "key").value(one).strip();
            if (!key.isEmpty()) made.put("key", choice(asked, key));
        }
        for (ProjectForm.Field part : asked.parts()) {
            JsonNode value = single(
                    part, part(field, part.code()), part(field, part.code()).value(one));
            if (value != null) made.set(part.code(), value);
        }
        return made;
    }

    // Without parts in the mapping, the members of the list are called as the form calls them.
    private static Field part(Field field, String code) {
        Field part = field.parts().get(code);
        if (part != null) return part;
        return field.parts().isEmpty() ? Field.column(code) : Field.constant("");
    }

    private static void join(ObjectNode before, ObjectNode more) {
        more.properties().forEach(part -> {
            JsonNode there = before.get(part.getKey());
            String text = Answers.text(part.getValue());
            if (there == null) before.set(part.getKey(), part.getValue());
            else if (!part.getKey().equals("key")
                    && there.isString()
                    && !there.stringValue().contains(text))
                before.put(part.getKey(), there.stringValue() + "\n\n" + text);
        });
    }

    static boolean isYes(String text) {
        return YES.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean yesOrNo(String text) {
        if (isYes(text)) return true;
        if (NO.contains(text.toLowerCase(Locale.ROOT))) return false;
        throw new RowRefused("stocktaking.check.yes-no");
    }

    private static BigDecimal number(String text) {
        String plain = text.replaceAll("[\\s\\u00A0\\u202F]", "");
        if (THOUSANDS.matcher(plain).matches()) plain = plain.replace(",", "");
        try {
            BigDecimal number = new BigDecimal(plain);
            if (Math.abs((long) number.scale()) > 30 || number.precision() > 30) throw new NumberFormatException();
            return number;
        } catch (NumberFormatException e) {
            throw new RowRefused("stocktaking.check.number");
        }
    }

    // People leave out how an address begins.
    private static String address(String text) {
        return HOST.matcher(text).matches() && !text.contains("://") ? "https://" + text : text;
    }

    static JsonNode list(Collection<String> values) {
        ArrayNode list = JSON.arrayNode();
        values.forEach(list::add);
        return list;
    }

    static String among(Match match) {
        return match.candidates().isEmpty() ? NONE : String.join(", ", match.candidates());
    }
}
