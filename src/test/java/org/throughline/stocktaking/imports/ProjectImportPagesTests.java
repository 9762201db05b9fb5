package org.throughline.stocktaking.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import org.throughline.directory.DemoPeople;
import org.throughline.platform.command.Arguments;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.tables.RemoteImport;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// A file of projects brought in by the browser, taken back, and brought in by the command against a running server.
@ThroughlineTest
class ProjectImportPagesTests {

    private static final String BASE = "/stocktaking/imports";
    private static final String HEAD =
            "key,title,activityType,summary,goals,status,coverage,countries,actionLines,sdgs,entityName,entityType,relation,language,consent.text,consent.name,else\n";
    private static final String ROWS = HEAD
            + "a,Solar schools,project,Schools get power.,Goals.,ongoing,national,Kenya,C2,4,Us,CSO,owner,en,yes,yes,x\n"
            + "b,Lost island,project,Words.,Goals.,ongoing,national,Atlantis,C2,4,Us,CSO,owner,en,yes,yes,x\n"
            + "c,Village radio,project,Radio.,Goals.,ongoing,national,UG,C9,4,Us,CSO,owner,en,yes,yes,x\n";

    @Autowired
    MockMvc web;

    @Autowired
    ProjectCollections collections;

    @Autowired
    ProjectImports imports;

    @Autowired
    DemoPeople people;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    ProjectCollection collection;
    Visitor secretariat;

    @BeforeEach
    void aFreshRegister() throws Exception {
        collection = SmallRegister.fresh(collections);
        secretariat = Visitor.as(web, people, "secretariat");
    }

    @Test
    void aFileIsLookedAtThenTakenInAndTakenBack() throws Exception {
        String looked = ended(hand(ROWS, "publish", "true", "basis", "Told the test."));
        var page = secretariat.see(looked);
        assertThat(page.words())
                .contains(
                        "2 projects would be taken in.",
                        "1 row is refused.",
                        "Atlantis",
                        "Solar schools",
                        "else not used",
                        "consent: publish the entry",
                        "Told the test.");
        assertThat(publicTitles()).isEmpty();
        String done = ended(secretariat.send(looked + "/start").location());
        assertThat(secretariat.see(done).words())
                .contains(
                        "Done.",
                        "2 projects were taken in.",
                        "What was taken in is public.",
                        "2 entries of this import stand.");
        assertThat(publicTitles()).containsExactly("Solar schools", "Village radio");
        assertThat(secretariat.see(done + "/refused.csv").html()).contains("Lost island", "Atlantis");
        String undone = ended(secretariat.send(done + "/undo").location());
        assertThat(secretariat.see(undone).words()).contains("Taken back.", "2 entries were withdrawn.");
        assertThat(publicTitles()).isEmpty();
        assertThat(secretariat.see(done).page().select("form[action$=/undo]")).isEmpty();
        assertThat(secretariat.send(done + "/undo").status()).isEqualTo(409);
        assertThat(secretariat.see("/ar" + BASE).words()).contains("لم");
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndWhatWasTypedIsKept() throws Exception {
        var answer = secretariat.send(
                BASE,
                List.of(new MockMultipartFile("file", "in.csv", "text/csv", ROWS.getBytes(StandardCharsets.UTF_8))),
                "collection",
                collection.slug(),
                "publish",
                "true");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#basis-error").text()).contains("Say on what the consent rests");
        assertThat(answer.page().select("#publish[checked]")).hasSize(1);
        assertThat(secretariat.send(BASE).status()).isEqualTo(422);
    }

    @Test
    void onlyWhoModeratesTheRegisterMayDoThat() throws Exception {
        assertThat(Visitor.as(web, people, "contributor").see(BASE).status()).isEqualTo(403);
        assertThat(Visitor.as(web, people, "analyst").send(BASE).status()).isEqualTo(403);
    }

    @Test
    void theCommandHandsAFileToARunningServer() throws Exception {
        Path file = Files.writeString(folder.resolve("in.csv"), ROWS);
        var out = new ByteArrayOutputStream();
        assertThat(remote(file, out, true)).isEqualTo(1);
        assertThat(text(out)).contains("would take in 2 projects");
        assertThat(remote(file, out, false)).isEqualTo(1);
        assertThat(text(out)).contains("took in 2 projects; 0 had been imported before.", "Refused 1 project,");
        assertThat(Files.readString(folder.resolve("in.csv.refused.csv"))).contains("Atlantis");
        Files.writeString(file, ROWS.replace("Atlantis", "KE").replace("Radio.", "More radio."));
        assertThat(remote(file, out, false)).isZero();
        assertThat(text(out))
                .contains(
                        "took in 1 project; 1 had been imported before.", "Changed since the last import: 1 project.");
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int remote(Path file, ByteArrayOutputStream out, boolean dryRun) {
        String token = people.ensure().stream()
                .filter(account -> account.persona().equals("secretariat"))
                .findFirst()
                .orElseThrow()
                .token();
        Arguments arguments = Arguments.parse(
                new ArrayList<>(List.of(file.toString(), "--server", "http://localhost:" + port, "--token", token)),
                Set.of("server", "token", "mapping"),
                Set.of());
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return RemoteImport.run(
                new RemoteImport.Kind(
                        "/api/v1/projects/imports?collection=" + collection.slug() + "&dryRun=" + dryRun,
                        "project",
                        "taken"),
                arguments,
                stream,
                stream);
    }

    private String hand(String rows, String... parameters) throws Exception {
        var all = new ArrayList<>(List.of("collection", collection.slug()));
        all.addAll(List.of(parameters));
        return secretariat
                .send(
                        BASE,
                        List.of(new MockMultipartFile(
                                "file", "in.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8))),
                        all.toArray(String[]::new))
                .location();
    }

    private String ended(String address) throws InterruptedException {
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        for (int i = 0; i < 1200 && imports.find(id).orElseThrow().isRunning(); i++)
            Thread.sleep(Duration.ofMillis(50));
        assertThat(imports.find(id).orElseThrow().isRunning()).isFalse();
        return address;
    }

    private List<String> publicTitles() {
        return jdbc.sql("SELECT title FROM stocktaking.published_project WHERE collection = ? ORDER BY number")
                .param(collection.slug())
                .query(String.class)
                .list();
    }
}
