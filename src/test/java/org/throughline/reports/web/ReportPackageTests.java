package org.throughline.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.ledger.VerifyCommand;
import org.throughline.platform.Json;
import org.throughline.reports.Edition;
import org.throughline.reports.Making;
import org.throughline.reports.Report;
import org.throughline.reports.ReportEditions;
import org.throughline.reports.Reports;
import org.throughline.reports.SmallReport;
import org.throughline.reports.Stage;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.Line;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.node.ObjectNode;

/// The package of a report is verified offline by the command, and whoever changes anything in it is found out.
@ThroughlineTest
class ReportPackageTests {

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    Reports reports;

    @Autowired
    Making making;

    @Autowired
    ReportEditions editions;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    private Taken first;
    private String slug;

    @BeforeEach
    void aPublishedEditionOfTwoProjects() {
        ProjectCollection collection = SmallRegister.fresh(collections);
        first = SmallRegister.publish(register, collection, SmallRegister.project("Solar schools"));
        SmallRegister.publish(register, collection, SmallRegister.project("Village radio"));
        slug = SmallReport.freshSlug();
        Report report = reports.create(slug, SmallReport.recipe(collection), SmallReport.SECRETARIAT);
        Edition edition = SmallReport.make(making, editions, report, Stage.FINAL);
        editions.publish(edition, SmallReport.SECRETARIAT);
    }

    // The log gives the edition its place in its own time.
    private ObjectNode given() throws Exception {
        for (int i = 0; i < 100; i++) {
            ObjectNode file = (ObjectNode)
                    Json.tree(new Line(port).see("/reports/" + slug + ".json").text());
            if (file.has("proof")) return file;
            Thread.sleep(100);
        }
        throw new AssertionError("The edition has no place in the log");
    }

    private record Said(int status, String lines) {}

    private Said verify(ObjectNode file) throws Exception {
        return verify(file.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Said verify(byte[] file) throws Exception {
        Path path = folder.resolve("report.json");
        Files.write(path, file);
        var out = new ByteArrayOutputStream();
        int status = VerifyCommand.run(path, new PrintStream(out, true, StandardCharsets.UTF_8), Optional.empty());
        return new Said(status, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsGivenAwayHolds() throws Exception {
        Said said = verify(given());
        assertThat(said.lines())
                .contains(
                        "ok      2 entries give their own hashes",
                        "ok      Edition 1 of the report " + slug,
                        "ok      The leaf says the same: reports/" + slug + "/editions/1")
                .doesNotContain("BROKEN");
        assertThat(said.status()).isZero();
    }

    @Test
    void whatWasWithdrawnSinceIsHeldByItsHash() throws Exception {
        register.withdraw(first.id(), SmallReport.SECRETARIAT);
        ObjectNode file = given();
        assertThat(file.toString()).doesNotContain("Solar schools");
        Said said = verify(file);
        assertThat(said.lines()).contains("ok      1 entry gives its own hash", "note    1 entry is no longer shown");
        assertThat(said.status()).isZero();
    }

    private String changed(Consumer<ObjectNode> change) throws Exception {
        ObjectNode file = given();
        change.accept(file);
        Said said = verify(file);
        assertThat(said.status()).isEqualTo(1);
        return said.lines();
    }

    @Test
    void everyChangeIsFoundOut() throws Exception {
        assertThat(changed(file -> data(file).put("title", "Another title")))
                .contains("BROKEN  The content of entry " + first.number());
        assertThat(changed(file -> entry(file).put("hash", "0".repeat(64))))
                .contains("BROKEN  The hashes of all entries together do not give");
        assertThat(changed(file -> file.withArray("entries").remove(0))).contains("BROKEN  The hashes of all entries");
        assertThat(changed(file -> ((ObjectNode) file.get("content")).put("projects", 3)))
                .contains("BROKEN  Edition 1 of the report");
        assertThat(changed(file -> file.put("publishedAt", "2020-01-01T00:00:00Z")))
                .contains("BROKEN  The leaf is not that of this edition");
        assertThat(changed(file -> file.put("hash", "A".repeat(43)))).contains("BROKEN  Edition 1 of the report");
    }

    private static ObjectNode entry(ObjectNode file) {
        return (ObjectNode) file.get("entries").get(0);
    }

    private static ObjectNode data(ObjectNode file) {
        return (ObjectNode) entry(file).get("data");
    }

    @Test
    void whatIsNoPackageIsNotVerified() throws Exception {
        String start = "{\"type\":\"throughline-report-package/1\"";
        for (String wrong :
                new String[] {start, start + ",\"entries\":3}", start + ",\"entries\":[1]}", start + "} {}"})
            assertThat(verify(wrong.getBytes(StandardCharsets.UTF_8)).status())
                    .describedAs(wrong)
                    .isEqualTo(2);
        assertThat(verify((start + "}").getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(1);
    }
}
