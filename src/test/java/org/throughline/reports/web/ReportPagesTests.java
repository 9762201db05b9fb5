package org.throughline.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Json;
import org.throughline.platform.web.PageStore;
import org.throughline.reports.Edition;
import org.throughline.reports.Making;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.Recipe;
import org.throughline.reports.Report;
import org.throughline.reports.ReportComments;
import org.throughline.reports.ReportEditions;
import org.throughline.reports.Reports;
import org.throughline.reports.SmallReport;
import org.throughline.reports.Stage;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class ReportPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Reports reports;

    @Autowired
    Making making;

    @Autowired
    ReportEditions editions;

    @Autowired
    PublishedReports published;

    @Autowired
    ReportComments comments;

    @Autowired
    ReportFiles files;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    ReportDocuments documents;

    @Autowired
    DataFolder data;

    @Autowired
    PageStore pages;

    @Autowired
    JdbcClient jdbc;

    private Taken taken;

    private PublishedReport publish(Stage stage) {
        ProjectCollection collection = SmallRegister.fresh(collections);
        taken = SmallRegister.publish(register, collection, SmallRegister.project("Solar schools"));
        SmallRegister.publish(register, collection, SmallRegister.project("Village radio"));
        Report report =
                reports.create(SmallReport.freshSlug(), SmallReport.recipe(collection), SmallReport.SECRETARIAT);
        Edition edition = SmallReport.make(making, editions, report, stage);
        editions.publish(edition, SmallReport.SECRETARIAT);
        return published.find(report.slug(), null).orElseThrow();
    }

    private MockHttpServletResponse open(String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address))).andReturn().getResponse();
    }

    private String text(String address) throws Exception {
        MockHttpServletResponse response = open(address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void everyChapterIsAPageInEveryLanguage() throws Exception {
        String slug = publish(Stage.FINAL).slug();
        String home = text("/reports/" + slug);
        assertThat(home).contains("The first words.").contains("This report covers 2 projects");
        String arabic = text("/ar/reports/" + slug + "/chapters/overview");
        assertThat(arabic).contains("المشاريع حسب خط العمل").contains("direction=\"rtl\"");
        assertThat(text("/reports/" + slug + "/chapters/line-c2"))
                .contains("Solar schools")
                .contains("Village schools get solar power");
        assertThat(text("/reports/" + slug + "/chapters/annex"))
                .contains("href=\"/stocktaking/" + taken.number() + "\"");
        assertThat(text("/reports/" + slug + "/chapters/claims")).contains("No total is given");
    }

    @Test
    void factsReadAsAnEditorWouldWriteThem() throws Exception {
        ProjectCollection collection = SmallRegister.fresh(collections);
        SmallRegister.publish(register, collection, SmallRegister.project("Solar schools"));
        Recipe like = SmallReport.recipe(collection);
        var recipe = new Recipe(
                like.title(),
                like.collection(),
                like.regions(),
                like.period(),
                like.chapters(),
                List.of("C2", "C10"),
                like.figures(),
                like.digests(),
                like.featured(),
                like.languages(),
                like.language(),
                like.words());
        Report report = reports.create(SmallReport.freshSlug(), recipe, SmallReport.SECRETARIAT);
        editions.publish(SmallReport.make(making, editions, report, Stage.FINAL), SmallReport.SECRETARIAT);
        String chapters = "/reports/" + report.slug() + "/chapters/";
        assertThat(text(chapters + "line-c2")).contains("since 2024", "Goal 4 ·");
        assertThat(text("/ar" + chapters + "line-c2")).contains("منذ 2024", "الهدف 4");
        assertThat(text("/zh" + chapters + "line-c2")).contains("（民间社会）", "本行动方面。<a");
        assertThat(text(chapters + "line-c10"))
                .contains("No project names this action line")
                .doesNotContain("allows its words", "list in the register");
    }

    @Test
    void addressesThatChooseNothingAreNotFound() throws Exception {
        String slug = publish(Stage.FINAL).slug();
        for (String address : new String[] {
            "/reports/none",
            "/reports/" + slug + "?edition=2",
            "/reports/" + slug + "?edition=x",
            "/reports/" + slug + "/chapters/none",
            "/reports/" + slug + "/chapters/annex?page=9",
            "/reports/" + slug + "/chapters/annex?page=-1",
            "/reports/" + slug + "/figures/none.csv",
            "/reports/" + slug + "/comments",
            "/reports/" + slug + ".pdf?language=tlh"
        }) assertThat(open(address).getStatus()).as(address).isEqualTo(404);
    }

    @Test
    void aWithdrawnProjectLeavesThePagesAtOnce() throws Exception {
        String slug = publish(Stage.FINAL).slug();
        assertThat(text("/reports/" + slug + "/chapters/line-c2")).contains("Solar schools");
        register.withdraw(taken.id(), SmallReport.SECRETARIAT);
        assertThat(text("/reports/" + slug + "/chapters/line-c2"))
                .doesNotContain("Solar schools")
                .contains("was withdrawn from the register");
        assertThat(text("/reports/" + slug + "/chapters/annex")).doesNotContain("Solar schools");
        assertThat(text("/reports/" + slug)).contains("2 projects at publication; 1 can still be read today");
        assertThat(text("/reports/" + slug + ".json")).doesNotContain("Solar schools");
    }

    @Test
    void theSameEditionGivesTheSameBytes() throws Exception {
        PublishedReport report = publish(Stage.FINAL);
        for (String format : new String[] {"html", "docx", "pdf"}) {
            Path file = files.get(report, "ar", format);
            byte[] first = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(Files.readAllBytes(files.get(report, "ar", format)))
                    .as(format)
                    .isEqualTo(first);
        }
        String before = Files.readString(files.get(report, "en", "html"));
        assertThat(before).contains("Solar schools");
        register.withdraw(taken.id(), SmallReport.SECRETARIAT);
        PublishedReport after = published.find(report.slug(), null).orElseThrow();
        assertThat(Files.readString(files.get(after, "en", "html"))).doesNotContain("Solar schools");
        try (var left = Files.list(files.get(after, "en", "html").getParent())) {
            assertThat(left.toList()).hasSize(1);
        }
    }

    @Test
    void whatStrangersAskForAgainLooksAtNoEntries() throws Exception {
        PublishedReport report = publish(Stage.FINAL);
        String slug = report.slug();
        String[] addresses = {
            "/reports/" + slug + ".json", "/reports/" + slug + "/figures/country.csv", "/api/v1/reports/" + slug
        };
        for (String address : addresses) text(address);
        // A node that gets no time of the processor trusts nothing it keeps for a while, and looks again.
        boolean quiet = false;
        for (int round = 0; round < 30 && !quiet; round++) {
            long before = looks();
            for (String address : addresses) text(address + "?again=" + round);
            quiet = looks() == before;
        }
        assertThat(quiet).isTrue();
        register.withdraw(taken.id(), SmallReport.SECRETARIAT);
        assertThat(text("/reports/" + slug + ".json"))
                .doesNotContain("Solar schools")
                .contains("\"noLongerPublic\":1");
    }

    // How often the entries of any edition were read, by their index or all of them.
    private long looks() {
        jdbc.sql("SELECT pg_stat_force_next_flush()").query((row, n) -> "").single();
        jdbc.sql("SELECT pg_stat_clear_snapshot()").query((row, n) -> "").single();
        return jdbc.sql("""
                SELECT coalesce(seq_scan, 0) + coalesce(idx_scan, 0) FROM pg_stat_user_tables
                WHERE schemaname = 'reports' AND relname = 'edition_project'""").query(Long.class).single();
    }

    @Test
    void whatWasHalfWrittenIsSweptAndADiscardedEditionLeavesNoFiles() throws Exception {
        PublishedReport report = publish(Stage.FINAL);
        Path folder = files.get(report, "en", "html").getParent();
        Path half = Files.createTempFile(folder, "writing", ".part");
        new ReportFiles(documents, published, data, pages);
        assertThat(half).doesNotExist();
        assertThat(files.get(report, "en", "html")).exists();
        files.forget(report.edition());
        assertThat(folder).doesNotExist();
    }

    @Test
    void aFileIsOfOneMomentThoughSomethingLeavesWhileItIsWritten() throws Exception {
        PublishedReport report = publish(Stage.FINAL);
        int[] asked = {0};
        Path file = files.entries(report, out -> {
            if (asked[0]++ == 0) register.withdraw(taken.id(), SmallReport.SECRETARIAT);
            out.write(("written " + asked[0]).getBytes(StandardCharsets.UTF_8));
        });
        assertThat(Files.readString(file)).isEqualTo("written 2");
        assertThat(file.getFileName().toString()).doesNotContain("whole");
        try (var left = Files.list(file.getParent())) {
            assertThat(left.toList()).hasSize(1);
        }
    }

    @Test
    void thePackageHasWhatTheFingerprintIsOf() throws Exception {
        PublishedReport report = publish(Stage.FINAL);
        JsonNode json = Json.tree(text("/reports/" + report.slug() + ".json"));
        assertThat(json.path("entries").size()).isEqualTo(2);
        assertThat(json.path("hash").asString("")).isEqualTo(report.hash().base64Url());
        assertThat(org.throughline.ledger.Hash.sha256(org.throughline.ledger.CanonicalJson.bytes(json.path("content"))))
                .isEqualTo(report.hash());
        JsonNode figure = Json.tree(text("/reports/" + report.slug() + "/figures/action-line.json"));
        assertThat(figure.path("overlapping").asBoolean(false)).isTrue();
        assertThat(figure.path("unit").asString("")).isEqualTo("projects");
        assertThat(text("/reports/" + report.slug() + "/figures/country.csv")).contains("\"KE\",\"Kenya\",2");
    }

    @Test
    void readersCommentOnADraftAndTheSecretariatDecides() throws Exception {
        PublishedReport report = publish(Stage.DRAFT);
        String address = "/reports/" + report.slug() + "/comments";
        assertThat(text(address)).contains("from 1 to");
        assertThat(mvc.perform(post(address)
                                .with(csrf())
                                .param("paragraph", "9999")
                                .param("text", "<script>alert(1)</script>")
                                .param("language", "en")
                                .param("name", "A Reader")
                                .param("email", "nobody"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(mvc.perform(post(address)
                                .with(csrf())
                                .param("paragraph", "2")
                                .param("text", "<b>This is not so.</b>")
                                .param("language", "en")
                                .param("name", "A Reader")
                                .param("email", "reader@example.org"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isBetween(302, 303);
        assertThat(text(address)).doesNotContain("This is not so.");
        Edition edition =
                editions.find(reports.find(report.slug()).orElseThrow(), 1).orElseThrow();
        comments.show(edition, 1, "It is.", "en", 0, SmallReport.SECRETARIAT);
        assertThat(text(address))
                .contains("&lt;b")
                .contains("This is not so.")
                .contains("It is.")
                .doesNotContain("A Reader")
                .doesNotContain("reader@example.org");
        assertThat(text("/reports/" + report.slug())).contains("This is not so.");
    }
}
