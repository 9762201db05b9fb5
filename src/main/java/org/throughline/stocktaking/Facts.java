package org.throughline.stocktaking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Json;
import org.throughline.platform.PartialDate;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;

/// What lists, facets and counts go by, taken from the answers of one entry by the codes of the standard form.
/// A field that a form does not have is empty. Regions follow from the countries where none is given.
///
/// @param answers those for everybody; `hidden` those for the secretariat only
/// @param naming the codes of those that are for everybody only while the keeper may be named
/// @param completeness how many of the fields for everybody are answered, in per cent, rounded down
record Facts(
        Map<String, JsonNode> answers,
        Map<String, JsonNode> hidden,
        List<String> naming,
        String title,
        String summary,
        String activityType,
        String status,
        String coverage,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean ongoing,
        List<String> actionLines,
        List<String> sdgs,
        List<String> gdc,
        List<String> countries,
        List<String> regions,
        List<String> beneficiaries,
        String entityName,
        String entityType,
        String entityCountry,
        String website,
        int completeness) {

    static Facts of(ProjectForm form, NewProject project, Vocabulary vocabulary) {
        Map<String, JsonNode> open = new LinkedHashMap<>();
        Map<String, JsonNode> hidden = new LinkedHashMap<>();
        int fields = 0;
        for (ProjectForm.Field field : form.fields().toList()) {
            JsonNode answer = project.answers().get(field.code());
            if (!field.hidden()) fields++;
            if (answer != null && !Answers.isEmpty(answer)) (field.hidden() ? hidden : open).put(field.code(), answer);
        }
        List<String> countries = Answers.codes(open.get("countries"));
        String status = Answers.text(open.get("status"));
        String ends = Answers.text(open.get("endsOn"));
        boolean ongoing = open.containsKey("ongoing") && open.get("ongoing").asBoolean(false);
        return new Facts(
                open,
                hidden,
                form.fields()
                        .filter(ProjectForm.Field::naming)
                        .map(ProjectForm.Field::code)
                        .toList(),
                Answers.text(open.get("title")),
                Answers.text(open.get("summary")),
                Answers.text(open.get("activityType")),
                status,
                Answers.text(open.get("coverage")),
                PartialDate.first(Answers.text(open.get("startsOn"))).orElse(null),
                PartialDate.last(ends).orElse(null),
                ongoing,
                Answers.codes(open.get("actionLines")),
                Answers.codes(open.get("sdgs")),
                Answers.codes(open.get("gdc")),
                countries,
                regions(Answers.codes(open.get("regions")), countries, vocabulary),
                Answers.codes(open.get("beneficiaries")),
                Answers.text(open.get("entityName")),
                Answers.text(open.get("entityType")),
                Answers.text(open.get("entityCountry")),
                Answers.text(open.get("website")),
                fields == 0 ? 0 : 100 * open.size() / fields);
    }

    private static List<String> regions(List<String> stated, List<String> countries, Vocabulary vocabulary) {
        if (!stated.isEmpty()) return stated;
        Set<String> regions = new LinkedHashSet<>();
        countries.forEach(country -> vocabulary.regionOf(country).ifPresent(regions::add));
        return new ArrayList<>(regions);
    }

    String answersJson() {
        return Json.write(answers);
    }

    String hiddenJson() {
        return Json.write(hidden);
    }
}
