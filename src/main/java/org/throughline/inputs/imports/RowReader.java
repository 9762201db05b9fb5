package org.throughline.inputs.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.inputs.Consent;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Respondent;
import org.throughline.inputs.Respondent.Behalf;
import org.throughline.inputs.Respondent.Scope;
import org.throughline.inputs.Use;
import org.throughline.inputs.imports.Mapping.UnknownCountry;
import org.throughline.platform.Json;
import org.throughline.tables.Field;
import org.throughline.tables.Row;
import org.throughline.tables.RowRefused;
import org.throughline.vocabulary.CountryMatcher;
import org.throughline.vocabulary.LanguageDetector;
import org.throughline.vocabulary.Match;
import org.throughline.vocabulary.StakeholderTypeMatcher;
import org.throughline.vocabulary.TermMatcher;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Makes an input of the rows that belong together. Refuses what it does not understand rather than guess, with the
/// reason in words.
final class RowReader {

    private static final Set<String> YES =
            Set.of("true", "yes", "y", "1", "x", "oui", "sí", "si", "да", "نعم", "是", "sim");

    /// What messages are told in the place of what could be meant, when that is nothing.
    private static final String NONE = "none";

    private final Mapping mapping;
    private final Questionnaire questionnaire;
    private final CountryMatcher countries;
    private final StakeholderTypeMatcher types;
    private final TermMatcher terms;
    private final String ifUnclear;
    private boolean unclear;

    RowReader(
            Mapping mapping,
            Questionnaire questionnaire,
            CountryMatcher countries,
            StakeholderTypeMatcher types,
            TermMatcher terms) {
        this.mapping = mapping;
        this.questionnaire = questionnaire;
        this.countries = countries;
        this.types = types;
        this.terms = terms;
        this.ifUnclear =
                mapping.languageIfUnclear().isEmpty() ? onlyLanguageOf(questionnaire) : mapping.languageIfUnclear();
    }

    NewInput read(List<Row> rows) {
        Row first = rows.getFirst();
        unclear = false;
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        questionnaire.questions().forEach(question -> {
            Field field = mapping.answers().get(question.code());
            if (field == null) return;
            JsonNode answer = answer(question, field, field.value(first));
            if (answer != null) answers.put(question.code(), answer);
        });
        Mapping.Group group = mapping.group();
        if (group != null) rows.forEach(row -> addGrouped(group, row, answers));
        return NewInput.of(language(first, answers), respondent(first), answers, consent(first), null, null);
    }

    private void addGrouped(Mapping.Group group, Row row, Map<String, JsonNode> answers) {
        String asked = row.get(group.question()).strip();
        String code = group.questions().getOrDefault(asked, group.questions().isEmpty() ? asked : null);
        if (code == null) throw new RowRefused("imports.row.unmapped-question", asked);
        if (code.isEmpty()) return;
        Question question =
                questionnaire.question(code).orElseThrow(() -> new RowRefused("imports.row.no-question", code));
        JsonNode answer = answer(question, Field.column(group.answer()), row.get(group.answer()));
        if (answer == null) return;
        JsonNode before = answers.put(code, answer);
        if (before != null) throw new RowRefused("imports.row.answered-twice", asked);
    }

    private @Nullable JsonNode answer(Question question, Field field, String text) {
        if (text.isBlank()) return null;
        if (field.json() || question.kind() == Questionnaire.Kind.GROUP) return json(question, text);
        return switch (question.kind()) {
            case LONG_TEXT, SHORT_TEXT, NUMBER -> JsonNodeFactory.instance.stringNode(text);
            case SINGLE_CHOICE -> JsonNodeFactory.instance.stringNode(choice(question, text));
            case MULTIPLE_CHOICE, RANKING -> {
                var list = JsonNodeFactory.instance.arrayNode();
                String separator = field.split() == null ? ";" : field.split();
                if (text.stripLeading().startsWith("[")) yield json(question, text);
                for (String part : text.split(java.util.regex.Pattern.quote(separator)))
                    if (!part.isBlank()) list.add(choice(question, part));
                yield list;
            }
            case DECLARATION -> JsonNodeFactory.instance.booleanNode(isYes(text));
            case GROUP -> json(question, text);
            case FILE -> throw new RowRefused("imports.row.takes-files", question.code());
        };
    }

    private static JsonNode json(Question question, String text) {
        try {
            return Json.tree(text);
        } catch (JacksonException e) {
            throw new RowRefused("imports.row.not-json", question.code());
        }
    }

    private String choice(Question question, String raw) {
        String text = raw.strip();
        if (!question.vocabulary().isEmpty()) {
            Match match = terms.match(question.vocabulary(), text);
            if (match.code() != null) return match.code();
            throw new RowRefused("imports.row.not-offered", text, question.code(), among(match));
        }
        return question.choices().stream()
                .filter(choice -> choice.code().equalsIgnoreCase(text)
                        || choice.label().texts().values().stream()
                                .anyMatch(label -> label.strip().equalsIgnoreCase(text)))
                .map(Questionnaire.Choice::code)
                .findFirst()
                .orElseThrow(() -> new RowRefused("imports.row.not-offered", text, question.code(), NONE));
    }

    private Respondent respondent(Row row) {
        String organisation = field("organisation", row);
        String behalf = field("behalf", row);
        Place place = place(field("country", row), field("region", row), field("scope", row));
        return new Respondent(
                behalf.isEmpty() ? organisation.isEmpty() ? Behalf.SELF : Behalf.ORGANISATION : behalf(behalf),
                organisation,
                field("name", row),
                field("email", row),
                type(field("stakeholderType", row)),
                place.country(),
                place.region(),
                place.scope());
    }

    private static Behalf behalf(String text) {
        try {
            return Behalf.of(text);
        } catch (IllegalArgumentException e) {
            throw new RowRefused("imports.row.behalf", text);
        }
    }

    private String type(String text) {
        if (text.isEmpty()) throw new RowRefused("imports.row.type-missing");
        Match match = types.match(text);
        if (match.code() == null) throw new RowRefused("imports.row.type-unknown", text, among(match));
        return match.code();
    }

    private record Place(@Nullable String country, String region, Scope scope) {}

    private Place place(String country, String region, String scope) {
        Scope reach = scope.isEmpty() ? null : scope(scope);
        if (country.isEmpty()) return new Place(null, region, reach == null ? reachOf(region) : reach);
        Match match = countries.match(country);
        if (match.isCountry()) return new Place(match.code(), region, reach == null ? Scope.NATIONAL : reach);
        if (match.found()) return new Place(null, Vocabulary.GLOBAL, Scope.GLOBAL);
        if (match.how() == Match.How.REGION)
            return match.region() == null
                    ? new Place(null, Vocabulary.GLOBAL, Scope.GLOBAL)
                    : new Place(null, match.region(), Scope.REGIONAL);
        if (mapping.unknownCountry() == UnknownCountry.REGION)
            return new Place(
                    null, region.isEmpty() ? Vocabulary.GLOBAL : region, reach == null ? reachOf(region) : reach);
        throw new RowRefused("imports.row.country-unknown", country, among(match));
    }

    private static Scope reachOf(String region) {
        return region.isEmpty() || region.equals(Vocabulary.GLOBAL) ? Scope.GLOBAL : Scope.REGIONAL;
    }

    private static Scope scope(String text) {
        try {
            return Scope.of(text);
        } catch (IllegalArgumentException e) {
            throw new RowRefused("imports.row.scope", text);
        }
    }

    private static String among(Match match) {
        return match.candidates().isEmpty() ? NONE : String.join(", ", match.candidates());
    }

    private Consent consent(Row row) {
        Set<Use> uses = EnumSet.noneOf(Use.class);
        for (Use use : Use.values()) {
            Field field = mapping.consent().get(use.word());
            if (field != null && isYes(field.value(row))) uses.add(use);
        }
        return Consent.to(uses);
    }

    private static boolean isYes(String text) {
        return YES.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private String language(Row row, Map<String, JsonNode> answers) {
        if (mapping.language() != null) {
            String given = mapping.language().value(row).strip();
            if (!given.isEmpty())
                return given.length() > 3 && !given.contains("-")
                        ? languageCalled(given)
                        : given.toLowerCase(Locale.ROOT);
        }
        var texts = new StringBuilder();
        answers.values().stream()
                .filter(JsonNode::isString)
                .forEach(answer -> texts.append(answer.stringValue()).append('\n'));
        String detected = LanguageDetector.detect(texts.toString()).code();
        if (!detected.equals(LanguageDetector.UNKNOWN) || ifUnclear.isEmpty()) return detected;
        unclear = true;
        return ifUnclear;
    }

    /// Whether the words of the last input did not tell its language, so that [#ifUnclear] was taken.
    boolean wasUnclear() {
        return unclear;
    }

    String ifUnclear() {
        return ifUnclear;
    }

    private static String onlyLanguageOf(Questionnaire questionnaire) {
        Set<String> languages = questionnaire
                .questions()
                .flatMap(question -> question.label().texts().keySet().stream())
                .collect(Collectors.toSet());
        return languages.size() == 1 ? languages.iterator().next() : "";
    }

    private String languageCalled(String name) {
        Match match = terms.match(Vocabulary.LANGUAGES, name);
        if (match.code() == null) throw new RowRefused("imports.row.language-unknown", name, among(match));
        return match.code();
    }

    @Nullable
    Instant receivedAt(Row row) {
        Field field = mapping.receivedAt();
        if (field == null) return null;
        String text = field.value(row).strip();
        if (text.isEmpty()) return null;
        try {
            DateTimeFormatter format = field.pattern() == null
                    ? DateTimeFormatter.ISO_DATE_TIME
                    : DateTimeFormatter.ofPattern(field.pattern(), Locale.ENGLISH);
            boolean dateOnly = field.pattern() == null && !text.contains("T");
            TemporalAccessor read = dateOnly
                    ? LocalDate.parse(text)
                    : format.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
            return switch (read) {
                case Instant instant -> instant;
                case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
                default -> throw new DateTimeParseException("no date", text, 0);
            };
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw field.pattern() == null
                    ? new RowRefused("imports.row.not-a-date", text)
                    : new RowRefused("imports.row.not-a-date-of", text, field.pattern());
        }
    }

    private String field(String name, Row row) {
        Field field = mapping.respondent().get(name);
        return field == null ? "" : field.value(row).strip();
    }
}
