package org.throughline.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectBatch;
import org.throughline.stocktaking.ProjectBatches;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.Naughty;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// Dumps say what the register says, in every format the same, and nothing that was withdrawn.
@ThroughlineTest
class DumpsTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Dumps dumps;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    MockMvc web;

    private ProjectCollection collection;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
    }

    private Taken publish(NewProject project) {
        return SmallRegister.publish(register, collection, project);
    }

    private MockHttpServletResponse get(String address) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(address)).andReturn().getResponse();
    }

    private String file(DumpEdition edition, String name) throws Exception {
        MockHttpServletResponse answer = get("/data/register/" + edition.name() + "/" + name);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private JsonNode line(DumpEdition edition, long number) throws Exception {
        return file(edition, "register.jsonl")
                .lines()
                .map(Json::tree)
                .filter(line -> line.get("number").asLong() == number)
                .findFirst()
                .orElseThrow();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDumpHoldsWhatIsPublicAndItsFilesAreWhatItsStateSays() throws Exception {
        Taken open = publish(SmallRegister.project("Solar schools"));
        Taken waiting = register.receive(
                collection,
                SmallRegister.project("Waiting"),
                org.throughline.stocktaking.Reception.imported(null, "w", null),
                SECRETARIAT);
        DumpEdition edition = dumps.take(SECRETARIAT);
        DumpState state = dumps.state(edition).orElseThrow();
        for (DumpState.DumpFile one : state.files()) {
            String text = file(edition, one.name());
            assertThat(sha256(text)).isEqualTo(one.sha256());
            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize((int) one.bytes());
            assertThat(text).contains("Solar schools").doesNotContain("Private Person", "private.person");
        }
        JsonNode line = line(edition, open.number());
        assertThat(line.get("entityName").stringValue()).isEqualTo("Example Society");
        assertThat(line.get("regions").get(0).stringValue()).isEqualTo("AFR");
        assertThat(line.has("contactName")).isFalse();
        assertThat(file(edition, "register.jsonl").lines().map(Json::tree))
                .noneMatch(one -> one.get("number").asLong() == waiting.number());
        assertThat(get("/data/register/latest/register.jsonl").getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(file(edition, "register.jsonl"));
    }

    @Test
    void theFingerprintCanBeTakenFromTheCsvFileAsWell() throws Exception {
        for (String naughty : Naughty.storable()) {
            if (naughty.isBlank() || naughty.length() > 200) continue;
            Map<String, JsonNode> answers = SmallRegister.answers("x");
            answers.put("title", Json.mapper().valueToTree(naughty));
            answers.put("goals", Json.mapper().valueToTree(naughty + "\nand more"));
            answers.put("partners", Json.mapper().valueToTree(List.of(naughty, "Second; partner")));
            NewProject project = NewProject.of("en", answers, Consent.ALL);
            if (register.check(collection, project).isEmpty()) publish(project);
        }
        DumpEdition edition = dumps.take(SECRETARIAT);
        var fingerprint = MessageDigest.getInstance("SHA-256");
        List<String> differing = new ArrayList<>();
        List<String> lines = file(edition, "register.jsonl").lines().toList();
        try (var csv = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(file(edition, "register.csv")))) {
            int at = 0;
            for (CSVRecord record : csv) {
                Map<String, Object> row = CsvDump.row(csv.getHeaderNames(), record.toList());
                String canonical = DumpRow.canonical(new TreeMap<>(row));
                if (!canonical.equals(lines.get(at++))) differing.add(canonical + "\n" + lines.get(at - 1));
                fingerprint.update((canonical + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(differing).isEmpty();
        assertThat(HexFormat.of().formatHex(fingerprint.digest()))
                .isEqualTo(dumps.state(edition).orElseThrow().fingerprint());
    }

    @Test
    void whatIsWithdrawnIsGoneFromOldDumpsAtOnceAndLeavesATombstone() throws Exception {
        Taken taken = publish(SmallRegister.project("Words to be withdrawn"));
        DumpEdition edition = dumps.take(SECRETARIAT);
        String before = dumps.state(edition).orElseThrow().fingerprint();
        assertThat(line(edition, taken.number()).get("title").stringValue()).isEqualTo("Words to be withdrawn");
        register.withdraw(taken.id(), SECRETARIAT);
        for (String name : List.of("register.csv", "register.jsonl", "register.iati.xml"))
            assertThat(file(edition, name)).doesNotContain("Words to be withdrawn");
        assertThat(file(edition, "register.iati.xml")).contains("-" + taken.number() + " withdrawn");
        assertThat(file(edition, "register.csv")).contains("/stocktaking/" + taken.number());
        JsonNode line = line(edition, taken.number());
        assertThat(line.get("state").stringValue()).isEqualTo("withdrawn");
        assertThat(line.has("title")).isFalse();
        DumpEdition after = dumps.find(edition.name()).orElseThrow();
        assertThat(after.revision()).isGreaterThan(edition.revision());
        assertThat(dumps.state(after).orElseThrow().fingerprint()).isNotEqualTo(before);
        assertThat(dumps.states(after)).extracting(DumpState::fingerprint).contains(before);
    }

    @Test
    void aNameThatMayNoLongerBeShownIsGoneFromOldDumps() throws Exception {
        Taken taken = publish(SmallRegister.project("Solar schools"));
        DumpEdition edition = dumps.take(SECRETARIAT);
        assertThat(line(edition, taken.number()).has("entityName")).isTrue();
        register.consent(taken.id(), new Consent(false, true, true, true, true), SECRETARIAT);
        assertThat(line(edition, taken.number()).has("entityName")).isFalse();
        assertThat(line(edition, taken.number()).get("title").stringValue()).isEqualTo("Solar schools");
    }

    @Test
    void anOldDumpGoesOnSayingWhatItsDaySaid() throws Exception {
        Taken taken = publish(SmallRegister.project("First words"));
        DumpEdition edition = dumps.take(SECRETARIAT);
        int seen = register.find(taken.id()).orElseThrow().version();
        register.change(taken.id(), seen, SmallRegister.project("Second words"), SECRETARIAT);
        register.publish(taken.id(), SECRETARIAT);
        assertThat(line(edition, taken.number()).get("title").stringValue()).isEqualTo("First words");
        DumpEdition next = dumps.take(SECRETARIAT);
        assertThat(line(next, taken.number()).get("title").stringValue()).isEqualTo("Second words");
        assertThat(next.name()).isNotEqualTo(edition.name());
        assertThat(dumps.find(edition.name()).orElseThrow().revision()).isEqualTo(edition.revision());
    }

    @Autowired
    ProjectBatches batches;

    @Test
    void aVersionWhosePublicationWasUndoneIsGoneFromOldDumps() throws Exception {
        Taken taken = publish(SmallRegister.project("First words"));
        DumpEdition early = dumps.take(SECRETARIAT);
        int seen = register.find(taken.id()).orElseThrow().version();
        register.change(taken.id(), seen, SmallRegister.project("Words taken back"), SECRETARIAT);
        UUID batch = batches.begin(
                ProjectBatch.Kind.PUBLISH, "", List.of(new ProjectBatches.Pick(taken.number(), seen + 1)), SECRETARIAT);
        batches.work(batch);
        DumpEdition edition = dumps.take(SECRETARIAT);
        assertThat(line(edition, taken.number()).get("title").stringValue()).isEqualTo("Words taken back");
        batches.undo(batch);
        batches.work(batch);
        for (String name : List.of("register.csv", "register.jsonl", "register.iati.xml"))
            assertThat(file(edition, name)).doesNotContain("Words taken back");
        assertThat(line(edition, taken.number()).get("state").stringValue()).isEqualTo("unpublished");
        assertThat(line(early, taken.number()).get("title").stringValue()).isEqualTo("First words");
        assertThat(dumps.find(early.name()).orElseThrow().revision()).isEqualTo(early.revision());
        register.publish(taken.id(), SECRETARIAT);
        assertThat(line(edition, taken.number()).get("title").stringValue()).isEqualTo("Words taken back");
    }

    @Test
    void aCompressedFileCanBeAskedForInParts() throws Exception {
        publish(SmallRegister.project("Solar schools"));
        DumpEdition edition = dumps.take(SECRETARIAT);
        var part = web.perform(MockMvcRequestBuilders.get("/data/register/" + edition.name() + "/register.csv.gz")
                        .header("Range", "bytes=0-1"))
                .andReturn()
                .getResponse();
        assertThat(part.getStatus()).isEqualTo(206);
        assertThat(part.getContentAsByteArray()).containsExactly(0x1f, (byte) 0x8b);
        assertThat(get("/data/register/1999-01-01/register.csv").getStatus()).isEqualTo(404);
    }
}
