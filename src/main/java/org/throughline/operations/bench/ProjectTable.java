package org.throughline.operations.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.NewProject;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;

/// The sample projects as the table that an organization sends: countries and choices by their names.
final class ProjectTable {

    /// A word of no language, in each row's text: how many the search finds of it is how many it knows.
    static final String MARK = "qxzimported";

    private static final List<String> TEXTS = List.of(
            "title",
            "activityType",
            "summary",
            "goals",
            "status",
            "coverage",
            "startsOn",
            "endsOn",
            "entityName",
            "relation",
            "contactName",
            "contactEmail",
            "website",
            "results",
            "challenges",
            "sustainability",
            "replicability",
            "addedValue");
    private static final Map<String, String> NAMED = Map.of(
            "countries", Vocabulary.COUNTRIES,
            "actionLines", Vocabulary.ACTION_LINES,
            "entityType", Vocabulary.STAKEHOLDER_TYPES,
            "entityCountry", Vocabulary.COUNTRIES);
    private static final List<String> CODES = List.of("beneficiaries", "gdc");

    private ProjectTable() {}

    /// @param count from number 1
    static void write(Path file, int count) throws IOException {
        var vocabulary = Vocabulary.shipped();
        var sample = new SampleProject(new ManyWords());
        List<String> head = new ArrayList<>(List.of("key", "language", "receivedAt", "confirmedAt"));
        head.addAll(TEXTS);
        head.addAll(NAMED.keySet().stream().sorted().toList());
        head.addAll(CODES);
        head.add("sdgs");
        List.of("name", "text", "files", "quotation", "translation").forEach(use -> head.add("consent." + use));
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            Csv.row(csv, head);
            for (int number = 1; number <= count; number++)
                Csv.row(csv, row(number, count, sample.project(number), sample, vocabulary));
        }
    }

    private static List<Object> row(
            int number, int of, NewProject project, SampleProject sample, Vocabulary vocabulary) {
        Map<String, JsonNode> answers = project.answers();
        List<Object> cells = new ArrayList<>(List.of(
                "bench-" + number,
                project.language(),
                sample.receivedAt(number, of).toString().substring(0, 10),
                sample.confirmedAt(number, of).toString().substring(0, 10)));
        for (String code : TEXTS) cells.add(Answers.text(answers.get(code)) + (code.equals("goals") ? " " + MARK : ""));
        NAMED.keySet().stream()
                .sorted()
                .forEach(code -> cells.add(codes(answers.get(code)).stream()
                        .map(one -> vocabulary.name(NAMED.get(code), one, "en"))
                        .collect(Collectors.joining(";"))));
        for (String code : CODES) cells.add(String.join(";", codes(answers.get(code))));
        cells.add(Json.write(answers.get("sdgs")));
        for (int use = 0; use < 5; use++) cells.add("yes");
        return cells;
    }

    private static List<String> codes(JsonNode answer) {
        if (answer == null) return List.of();
        if (answer.isString()) return List.of(answer.stringValue());
        return answer.valueStream().map(JsonNode::asString).toList();
    }
}
