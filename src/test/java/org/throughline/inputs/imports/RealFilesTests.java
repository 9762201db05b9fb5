package org.throughline.inputs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.calls.NewCall;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.DeskLine;
import org.throughline.inputs.Examination.Finding;
import org.throughline.inputs.Families;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.Moderation;
import org.throughline.inputs.Respondent;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.search.Search;
import org.throughline.search.SearchQuery;
import org.throughline.tables.TextFile;
import org.throughline.world.AllInputs;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// Two real collections go in by the mappings that are shipped as examples, are published and are found. Skipped
/// where the collections are not at hand; nothing of them is kept here.
@ThroughlineTest
class RealFilesTests extends Importing {

    private static final Path EXAMPLES = Path.of("docs/examples/import");

    @Autowired
    Moderation moderation;

    @Autowired
    Families families;

    @Autowired
    Search search;

    Path data;

    @BeforeEach
    void theCollectionsAreHere() {
        data = Path.of(System.getenv().getOrDefault("THROUGHLINE_REFERENCE_DATA", "../shared/data"), "dev");
        assumeTrue(Files.isDirectory(data.resolve("netmundial-2014")), "No reference data");
    }

    @Test
    void contributionsToAMeetingGoInWholeArePublishedAndFound() throws IOException {
        String slug = call("netmundial-2014");
        Path file = data.resolve("netmundial-2014/contributions.jsonl");
        ImportResult result = bringIn(slug, file, "netmundial-2014");
        assertThat(List.of(result.rows(), result.inputs(), result.refusedInputs(), result.repairedCells()))
                .containsExactly(125L, 125L, 0L, 0L);
        List<InputRecord> all = publish(slug);
        assertThat(languages(all)).containsEntry("en", 124L).containsEntry("pt", 1L);
        assertThat(all.stream()
                        .map(InputRecord::respondent)
                        .filter(who -> who.region().equals("GLOBAL") && who.country() == null))
                .hasSize(18)
                .allSatisfy(who -> assertThat(who.scope()).isEqualTo(Respondent.Scope.GLOBAL));
        assertThat(title(all, "Universidad Nacional de San Luis"))
                .isEqualTo("Internet Roadmap topics: Freedom and Security in Cyberspace - A Cyber Defense perspective");
        assertThat(hits(slug, "cyberspace law Monte-Carlo")).contains("Institute of International Relations");
        assertThat(hits(slug, "Freedom Cyber Defense perspective")).contains("Universidad Nacional de San Luis");
        assertThat(hits(slug, "governança da Internet")).isNotEmpty();
        ImportResult again = bringIn(slug, file, "netmundial-2014");
        assertThat(List.of(again.inputs(), again.already())).containsExactly(0L, 125L);
    }

    @Test
    void answersOneARowBecomeOneInputEachArePublishedAndFound() throws IOException {
        String slug = call("au-responsible-ai-2023");
        Path file = data.resolve("au-responsible-ai-2023/answers.csv");
        ImportResult result = bringIn(slug, file, "au-responsible-ai-2023");
        assertThat(List.of(result.rows(), result.inputs(), result.refusedInputs()))
                .containsExactly(2468L, 192L, 1L);
        assertThat(result.unclear()).isEqualTo(19L);
        List<InputRecord> all = publish(slug);
        assertThat(languages(all)).containsEntry("en", 192L);
        assertThat(Files.readString(refused())).contains("answers: ");
        assertThat(hits(slug, "prime directives")).isNotEmpty();
        ImportResult again = bringIn(slug, file, "au-responsible-ai-2023");
        assertThat(List.of(again.inputs(), again.already())).containsExactly(0L, 192L);
    }

    @Test
    void theCampaignInARealCollectionIsProposedAndPointersElsewhereAreNot() throws IOException {
        String slug = call("au-responsible-ai-2023");
        bringIn(slug, data.resolve("au-responsible-ai-2023/answers.csv"), "au-responsible-ai-2023");
        CallId call = calls.find(slug).orElseThrow().id();
        var lines = moderation.lines(call);
        Map<Finding, Long> found = lines.stream()
                .flatMap(line -> line.findings().stream())
                .collect(Collectors.groupingBy(finding -> finding, Collectors.counting()));
        assertThat(found).describedAs("%s", found).containsKey(Finding.PERSONAL_DATA);
        assertThat(found.get(Finding.HARDLY_ANYTHING)).describedAs("%s", found).isBetween(15L, 40L);
        assertThat(families.proposed(call))
                .anySatisfy(family -> assertThat(family.members()).hasSizeGreaterThan(9));
        var hardly = lines.stream()
                .filter(line -> line.findings().contains(Finding.HARDLY_ANYTHING))
                .map(DeskLine::number)
                .toList();
        assertThat(families.proposed(call))
                .allSatisfy(family -> assertThat(family.numbers()).doesNotContainAnyElementsOf(hardly));
    }

    @Test
    void filesInWindows1252AreKnownAsSuch() throws IOException {
        try (var files = Files.list(data.resolve("netmundial-2014/raw-cp1252"))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                boolean ascii = true;
                for (byte b : bytes) ascii &= b >= 0;
                TextFile text = TextFile.open(file, "");
                if (ascii) continue;
                assertThat(text.charset()).as(file.toString()).isEqualTo(Charset.forName("windows-1252"));
                assertThat(text.guessed()).as(file.toString()).isFalse();
            }
        }
    }

    private String call(String name) throws IOException {
        JsonNode json = Json.tree(Files.readString(EXAMPLES.resolve(name + ".call.json")));
        String slug = SmallCall.freshSlug();
        CallId call = calls.create(
                new NewCall(
                        slug,
                        null,
                        LocalizedText.of("en", name),
                        LocalizedText.of("en", "To test"),
                        LocalizedText.EMPTY,
                        Call.Mandate.NONE,
                        Instant.parse(json.path("opensAt").asString()),
                        Instant.parse(json.path("closesAt").asString())),
                actor);
        calls.saveQuestionnaire(
                call, Json.mapper().treeToValue(json.path("questionnaire"), Questionnaire.class), actor);
        calls.publish(call, actor);
        return slug;
    }

    private ImportResult bringIn(String slug, Path file, String name) {
        return run(slug, file, Mapping.read(EXAMPLES.resolve(name + ".mapping.json")));
    }

    private List<InputRecord> publish(String slug) {
        CallId call = calls.find(slug).orElseThrow().id();
        AllInputs.of(call, jdbc, publication).forEach(input -> publication.publish(input.id(), actor));
        return AllInputs.of(call, jdbc, publication);
    }

    private static java.util.Map<String, Long> languages(List<InputRecord> inputs) {
        return inputs.stream().collect(Collectors.groupingBy(InputRecord::language, Collectors.counting()));
    }

    private String title(List<InputRecord> inputs, String organisation) {
        InputRecord input = inputs.stream()
                .filter(one -> one.respondent().organisation().equals(organisation))
                .findFirst()
                .orElseThrow();
        return published
                .find(input.call(), input.number())
                .orElseThrow()
                .answers()
                .getFirst()
                .text();
    }

    // The index takes changes in a moment after they are committed.
    private List<String> hits(String slug, String words) {
        SearchQuery query =
                SearchQuery.of(words, "en").ofKinds(List.of("input")).where("call", List.of(slug));
        Instant patience = Instant.now().plusSeconds(120);
        List<String> names = names(query);
        while (names.isEmpty() && Instant.now().isBefore(patience)) names = names(query);
        return names;
    }

    private List<String> names(SearchQuery query) {
        return search.find(query).hits().stream()
                .map(hit -> hit.title().plain())
                .toList();
    }
}
