package org.throughline.stocktaking.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.PartialDate;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.FormerAddresses;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.imports.ProjectMapping.Derived;
import org.throughline.tables.Field;
import org.throughline.tables.Reason;
import org.throughline.tables.Repair;
import org.throughline.tables.Row;
import org.throughline.tables.RowRefused;
import org.throughline.tables.WrittenDate;
import org.throughline.vocabulary.LanguageDetector;
import org.throughline.vocabulary.Match;
import org.throughline.vocabulary.TermMatcher;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Makes a project of a row. Refuses what it does not understand rather than guess, all of it at once, each with the
/// field that is meant.
final class ProjectReader {

    private static final List<String> TELLING = List.of("title", "summary", "description", "goals", "results");

    private static final int SHOWN = 120;

    private final ProjectMapping mapping;
    private final ProjectForm form;
    private final AnswerReader answers;
    private final TermMatcher terms;
    private final Clock clock;

    ProjectReader(ProjectMapping mapping, ProjectForm form, AnswerReader answers, TermMatcher terms, Clock clock) {
        this.mapping = mapping;
        this.form = form;
        this.answers = answers;
        this.terms = terms;
        this.clock = clock;
    }

    /// What a row says.
    ///
    /// @param unclear whether its words did not tell its language
    /// @param problems what of it is not understood; none when it is a project
    record Read(
            NewProject project,
            @Nullable Instant receivedAt,
            @Nullable Instant confirmedAt,
            @Nullable String formerId,
            boolean unclear,
            List<Reason> problems) {}

    Read read(Row row) {
        List<Reason> problems = new ArrayList<>();
        Map<String, JsonNode> read = new LinkedHashMap<>();
        var places = new AnswerReader.Places();
        form.fields().forEach(asked -> {
            Field field = mapping.answers().get(asked.code());
            if (field == null) return;
            JsonNode answer = guarded(
                    asked.code(), problems, () -> answers.answer(asked, field, row, mapping.unknownCountry(), places));
            if (answer == null || Answers.isEmpty(answer)) return;
            if (answer.isString() && Repair.hasLostLetters(answer.stringValue()))
                problems.add(
                        new Reason(asked.code(), "imports.row.letters-lost", List.of(shortened(answer.stringValue()))));
            read.put(asked.code(), answer);
        });
        addRegions(read, places);
        withoutTheLead(read);
        if (mapping.derive().contains(Derived.STATUS)) deriveStatus(read);
        if (mapping.derive().contains(Derived.COVERAGE)) deriveCoverage(read);
        Instant received = guarded("receivedAt", problems, () -> moment(mapping.receivedAt(), row));
        Instant confirmed = guarded("confirmedAt", problems, () -> moment(mapping.confirmedAt(), row));
        String stated = guarded("language", problems, () -> stated(row));
        String found = stated == null || stated.isEmpty() ? detected(read) : stated;
        String former = guarded("formerId", problems, () -> former(row));
        boolean unclear = found.equals(LanguageDetector.UNKNOWN)
                && !mapping.languageIfUnclear().isEmpty();
        String language = unclear ? mapping.languageIfUnclear() : found;
        return new Read(
                NewProject.of(language, read, consent(row)),
                received,
                confirmed == null ? received : confirmed,
                former,
                unclear,
                problems);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }

    private interface Reading<T> {
        @Nullable
        T get();
    }

    private static <T> @Nullable T guarded(String field, List<Reason> problems, Reading<T> reading) {
        try {
            return reading.get();
        } catch (RowRefused e) {
            problems.add(new Reason(field, e.reason().key(), e.reason().arguments()));
            return null;
        }
    }

    // Regions that stand where countries do, beside those that have a column of their own.
    private void addRegions(Map<String, JsonNode> read, AnswerReader.Places places) {
        if (places.regions().isEmpty() || form.field("regions").isEmpty()) return;
        List<String> regions = new ArrayList<>(Answers.codes(read.get("regions")));
        places.regions().stream().filter(region -> !regions.contains(region)).forEach(regions::add);
        // Regions follow from the countries where none is given; where one is, those of the countries are said too.
        places.ofCountries().stream()
                .filter(region -> !regions.contains(region))
                .forEach(regions::add);
        read.put("regions", AnswerReader.list(regions));
    }

    // Who runs the project is no partner of it.
    private static void withoutTheLead(Map<String, JsonNode> read) {
        JsonNode partners = read.get("partners");
        if (partners == null || !partners.isArray()) return;
        String lead = Answers.text(read.get("entityName"));
        List<String> others = partners.valueStream()
                .map(Answers::text)
                .filter(name -> !name.equalsIgnoreCase(lead))
                .toList();
        if (others.isEmpty()) read.remove("partners");
        else read.put("partners", AnswerReader.list(others));
    }

    private void deriveStatus(Map<String, JsonNode> read) {
        if (read.containsKey("status")) return;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate starts = PartialDate.first(Answers.text(read.get("startsOn"))).orElse(null);
        LocalDate ends = PartialDate.last(Answers.text(read.get("endsOn"))).orElse(null);
        if (ends != null && ends.isBefore(today)) put(read, "status", "completed");
        else if (starts != null) put(read, "status", starts.isAfter(today) ? "planned" : "ongoing");
    }

    private static void deriveCoverage(Map<String, JsonNode> read) {
        if (read.containsKey("coverage")) return;
        List<String> countries = Answers.codes(read.get("countries"));
        List<String> regions = Answers.codes(read.get("regions"));
        if (countries.size() == 1 && regions.isEmpty()) put(read, "coverage", "national");
        else if (regions.contains(Vocabulary.GLOBAL) || regions.size() > 1) put(read, "coverage", "international");
        else if (regions.size() == 1) put(read, "coverage", "regional");
        else if (countries.size() > 1) put(read, "coverage", "international");
    }

    private static void put(Map<String, JsonNode> read, String code, String value) {
        read.put(code, JsonNodeFactory.instance.stringNode(value));
    }

    private Consent consent(Row row) {
        return new Consent(
                allows("name", row),
                allows("text", row),
                allows("files", row),
                allows("quotation", row),
                allows("translation", row));
    }

    private boolean allows(String use, Row row) {
        Field field = mapping.consent().get(use);
        return field != null && AnswerReader.isYes(field.value(row));
    }

    private @Nullable Instant moment(@Nullable Field field, Row row) {
        if (field == null) return null;
        String text = field.value(row).strip();
        if (text.isEmpty()) return null;
        Instant day = PartialDate.first(WrittenDate.of(text, field.pattern()))
                .map(date -> date.atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElseThrow(() -> new RowRefused("imports.row.no-date", text));
        if (day.isAfter(clock.instant())) throw new RowRefused("stocktaking.imports.row.in-the-future", text);
        return day;
    }

    private @Nullable String former(Row row) {
        String id =
                mapping.formerId() == null ? "" : mapping.formerId().value(row).strip();
        if (id.isEmpty()) return null;
        if (!FormerAddresses.isOne(id)) throw new RowRefused("stocktaking.imports.row.no-former-id", id);
        return id;
    }

    private String stated(Row row) {
        Field field = mapping.language();
        String given = field == null ? "" : field.value(row).strip();
        if (given.isEmpty()) return "";
        if (given.length() <= 3 || given.contains("-")) return given.toLowerCase(Locale.ROOT);
        Match match = terms.match(Vocabulary.LANGUAGES, given);
        if (match.code() == null)
            throw new RowRefused("imports.row.language-unknown", given, AnswerReader.among(match));
        return match.code();
    }

    private static String detected(Map<String, JsonNode> read) {
        var text = new StringBuilder();
        TELLING.forEach(code -> text.append(Answers.text(read.get(code))).append('\n'));
        return LanguageDetector.detect(text.toString()).code();
    }
}
