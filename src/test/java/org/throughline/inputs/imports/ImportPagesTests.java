package org.throughline.inputs.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.Publication;
import org.throughline.platform.command.Arguments;
import org.throughline.tables.JobRows;
import org.throughline.tables.JobState;
import org.throughline.tables.RemoteImport;
import org.throughline.world.AllInputs;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// A file brought in by the browser, and by the command against a running server.
@ThroughlineTest
class ImportPagesTests {

    private static final String HEAD = "key,organisation,stakeholderType,country,consent.text,consent.name,q1,other\n";
    private static final String ROWS = HEAD
            + "a,Society A,civil society,Kenya,yes,yes,Networks reached the villages in the last years.,x\n"
            + "b,Society B,CSO,Atlantis,yes,yes,They did not reach all of them.,x\n"
            + "c,Society C,CSO,KE,yes,yes,Ja!,x\n";

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    Publication publication;

    @Autowired
    ImportJobs jobs;

    @Autowired
    DemoPeople people;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    CallId call;
    String slug;
    String base;
    Visitor secretariat;

    @BeforeEach
    void anOpenCall() throws Exception {
        slug = SmallCall.freshSlug();
        base = "/calls/" + slug + "/import";
        call = SmallCall.open(calls, slug);
        secretariat = Visitor.as(web, people, "secretariat");
    }

    @Test
    void aFileIsLookedAtFirstAndThenTakenIn() throws Exception {
        assertThat(secretariat.see("/calls/" + slug + "/desk").page().select("a[href=" + base + "]"))
                .hasSize(1);
        String looked = ended(hand("in.csv", ROWS));
        var page = secretariat.see(looked);
        assertThat(page.words())
                .contains(
                        "2 inputs would be taken in.",
                        "1 input is refused.",
                        "Atlantis",
                        "Society A",
                        "UTF-8",
                        "other not used",
                        "answer to “\u2068What was achieved?\u2069”",
                        "consent: ",
                        "what names the row for ever");
        assertThat(AllInputs.of(call, jdbc, publication)).isEmpty();
        var begun = secretariat.send(looked + "/start");
        String done = ended(begun.location());
        assertThat(secretariat.see(done).words()).contains("Done.", "2 inputs were taken in.", "1 input is refused.");
        assertThat(AllInputs.of(call, jdbc, publication)).hasSize(2);
        assertThat(secretariat.see(base).words())
                .contains("in.csv", "2 inputs were taken in.", "2 inputs would be taken in.");
        assertThat(secretariat.send(looked + "/start").status())
                .as("the file is gone once it was taken in")
                .isEqualTo(409);
    }

    /// Whoever brings inputs in gets the receipt of each: the page of the import leads there.
    @Test
    void theReceiptOfEachImportedInputIsAtHand() throws Exception {
        String job =
                ended(secretariat.send(ended(hand("in.csv", ROWS)) + "/start").location());
        var done = secretariat.see(job);
        assertThat(done.words()).contains("Each input has a receipt");
        assertThat(done.page().select("a[href=/calls/" + slug + "/archive.zip]"))
                .hasSize(1);
        String desk = done.page().selectFirst("a[href$=/desk]").attr("href");
        String receipt = secretariat
                .see(desk + "/2")
                .page()
                .selectFirst("a[href$=/receipt]")
                .attr("href");
        assertThat(secretariat.see(receipt).words())
                .contains("The input has arrived.", "imported")
                .doesNotContain("Your input", "comes to you by mail");
        assertThat(secretariat.see(receipt + ".json").html()).contains("throughline-receipt/1");
    }

    @Test
    void reasonsAreGivenInTheReadersLanguageAndRowsComeBackWhole() throws Exception {
        String job = ended(hand("in.csv", ROWS.replace("They did", "=They did")));
        assertThat(secretariat.see("/fr" + job).words()).contains("Le pays « Atlantis » n’est pas connu.");
        assertThat(secretariat.see("/ar" + job).words()).contains("البلد «Atlantis» غير معروف.");
        String csv = secretariat.see("/ru" + job + "/refused.csv").html();
        assertThat(csv).contains("Страна «Atlantis» неизвестна.", "\"'=They did not reach all of them.\"", "\"b\"");
        String mended = ended(secretariat
                .send(ended(hand("mended.csv", csv.replace("\"Atlantis\"", "\"KE\""))) + "/start")
                .location());
        assertThat(secretariat.see(mended).words()).contains("1 input was taken in.");
        assertThat(AllInputs.of(call, jdbc, publication)).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsSaidOnThePage() throws Exception {
        assertThat(secretariat.send(base).words()).contains("Choose the file that holds the inputs.");
        String job = ended(hand("in.csv", HEAD + "a,\"open\n"));
        assertThat(secretariat.see(job).words()).contains("could not be brought in", "quotation mark");
        assertThat(secretariat.see("/es" + ended(hand("in.csv", "a,b\nx,y\n"))).words())
                .contains("Ninguna columna se llama");
        var file = new MockMultipartFile(
                "mapping",
                "m.json",
                "application/json",
                "{\"consent\": {\"txt\": true}}".getBytes(StandardCharsets.UTF_8));
        assertThat(secretariat.send(base, file).words()).contains("Choose the file");
    }

    @Test
    void mistakesInAMappingAreNamedInTheReadersLanguage() throws Exception {
        var misspelt = hand("/fr" + base, ROWS, "{\"answrs\": {\"q1\": \"q1\"}}");
        assertThat(misspelt.status()).isEqualTo(422);
        assertThat(misspelt.words()).contains("n’y sont pas connus : answrs");
        String column = ended(hand(base, ROWS, "{\"answers\": {\"q1\": \"q1\"}, \"consent\": {\"name\": \"Nope\"}}"));
        assertThat(secretariat.see("/es" + column).words())
                .contains("columnas que el archivo no tiene: “Nope” (consent.name)");
        String question = ended(hand(base, ROWS, "{\"answers\": {\"zz\": \"q1\"}}"));
        assertThat(secretariat.see(question).words()).contains("questions that the call does not have: zz");
        assertThat(AllInputs.of(call, jdbc, publication)).isEmpty();
    }

    @Test
    void anEncodingThatWasGuessedIsSaid() throws Exception {
        byte[] bytes = ROWS.replace("Society A", "Да").getBytes(Charset.forName("windows-1251"));
        Path file = Files.write(folder.resolve("in.csv"), bytes);
        var content = new MockMultipartFile("file", "in.csv", "text/csv", bytes);
        assertThat(secretariat.see(ended(secretariat.send(base, content))).words())
                .contains("The encoding was guessed as windows-1251");
        var out = new ByteArrayOutputStream();
        remote(file, token("secretariat"), out, new ByteArrayOutputStream(), "--dry-run");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Warning: the encoding was guessed as windows-1251");
    }

    @Test
    void anImportWhoseProgramEndedIsInterruptedAndCanBeRepeated() throws Exception {
        ended(hand("other.csv", ROWS));
        String job = ended(hand("in.csv", ROWS));
        UUID id = UUID.fromString(job.substring(job.lastIndexOf('/') + 1));
        jdbc.sql(
                        "UPDATE inputs.import_job SET state = 'running', dry_run = false, done = 1, ended_at = NULL, seen_at = ?, node = 'another' WHERE id = ?")
                .params(Timestamp.from(Instant.now().minus(JobRows.SILENCE).minusSeconds(5)), id)
                .update();
        assertThat(jobs.find(call, id).orElseThrow().state()).isEqualTo(JobState.INTERRUPTED);
        jdbc.sql("UPDATE inputs.import_job SET seen_at = now() WHERE id = ?")
                .param(id)
                .update();
        assertThat(jobs.find(call, id).orElseThrow().state()).isEqualTo(JobState.RUNNING);
        jdbc.sql(
                        "UPDATE inputs.import_job SET node = (SELECT node FROM inputs.import_job WHERE node <> 'another' LIMIT 1) WHERE id = ?")
                .param(id)
                .update();
        assertThat(jobs.find(call, id).orElseThrow().state())
                .as("after a restart")
                .isEqualTo(JobState.INTERRUPTED);
        assertThat(secretariat.see(job).words())
                .contains("Interrupted.", "Take in what is missing", "nothing is doubled");
        assertThat(secretariat
                        .see(ended(secretariat.send(job + "/start").location()))
                        .words())
                .contains("2 inputs were taken in.");
    }

    @Test
    void aRunningImportShowsCountedProgressAndIsTheOnlyOne() throws Exception {
        String job = ended(hand("in.csv", ROWS));
        UUID id = UUID.fromString(job.substring(job.lastIndexOf('/') + 1));
        jdbc.sql(
                        "UPDATE inputs.import_job SET state = 'running', rows = 10, done = 4, seen_at = ?, node = 'another' WHERE id = ?")
                .params(Timestamp.from(Instant.now()), id)
                .update();
        var page = secretariat.see(job);
        assertThat(page.words()).contains("4 of 10 rows done.", "It goes on when you close this page.");
        assertThat(page.page().select("progress[value=40]")).hasSize(1);
        assertThat(hand("in.csv", ROWS).words()).contains("Another file is being brought in");
        assertThat(secretariat.send(job + "/stop").status()).isEqualTo(303);
    }

    @Test
    void onlyWhoManagesCallsMayDoThat() throws Exception {
        assertThat(Visitor.as(web, people, "contributor").see(base).status()).isEqualTo(403);
        assertThat(Visitor.as(web, people, "analyst").send(base).status()).isEqualTo(403);
    }

    @Test
    void theCommandHandsAFileToARunningServer() throws Exception {
        Path file = Files.writeString(folder.resolve("in.csv"), ROWS);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        assertThat(remote(file, token("secretariat"), out, err, "--dry-run")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("would take in 2 inputs");
        assertThat(AllInputs.of(call, jdbc, publication)).isEmpty();
        assertThat(remote(file, token("secretariat"), out, err)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("took in 2 inputs", "Refused 1 input,");
        assertThat(Files.readString(folder.resolve("in.csv.refused.csv"))).contains("Atlantis");
        assertThat(AllInputs.of(call, jdbc, publication)).hasSize(2);
        Files.writeString(file, ROWS.replace("Atlantis", "KE"));
        assertThat(remote(file, token("secretariat"), out, err)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("took in 1 input; 2 had been imported before");
        assertThat(remote(file, token("contributor"), out, err)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("403");
        Files.writeString(file, "a,b\nx,y\n");
        assertThat(remote(file, token("secretariat"), out, err)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No column is called like a question");
    }

    private int remote(Path file, String token, ByteArrayOutputStream out, ByteArrayOutputStream err, String... more) {
        var words = new java.util.ArrayList<>(
                List.of("--call", slug, file.toString(), "--server", "http://localhost:" + port, "--token", token));
        words.addAll(List.of(more));
        Arguments arguments = Arguments.parse(words, Set.of("call", "server", "token", "mapping"), Set.of("dry-run"));
        return RemoteImport.run(
                new RemoteImport.Kind(
                        "/api/v1/calls/" + slug + "/imports?dryRun=" + words.contains("--dry-run"), "input", "inputs"),
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String token(String persona) {
        return people.ensure().stream()
                .filter(account -> account.persona().equals(persona))
                .findFirst()
                .orElseThrow()
                .token();
    }

    private Visitor.Answer hand(String name, String content) throws Exception {
        return secretariat.send(
                base, new MockMultipartFile("file", name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private Visitor.Answer hand(String page, String rows, String mapping) throws Exception {
        return secretariat.send(
                page,
                List.of(
                        new MockMultipartFile("file", "in.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)),
                        new MockMultipartFile(
                                "mapping", "m.json", "application/json", mapping.getBytes(StandardCharsets.UTF_8))));
    }

    private String ended(Visitor.Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.html()).isEqualTo(303);
        return ended(answer.location());
    }

    private String ended(String location) throws InterruptedException {
        UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (jobs.find(call, id).orElseThrow().isRunning()) {
            assertThat(Instant.now()).isBefore(patience);
            Thread.sleep(50);
        }
        return location;
    }
}
