package org.throughline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class DocumentsTests {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private DocumentDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    private SampleDocuments samples;
    private String meeting;

    @BeforeEach
    void fresh() {
        samples = new SampleDocuments(program);
        meeting = SampleDocuments.freshMeeting();
    }

    private Visitor reader() throws Exception {
        return Visitor.as(web, people, "contributor");
    }

    @Test
    void numbersAreUniqueAndWithoutGapsWhenManyAcceptAtOnce() throws Exception {
        List<UUID> sent = IntStream.range(0, 80)
                .mapToObj(i -> samples.sent(meeting, "Document " + i))
                .toList();
        List<Callable<String>> acts = new ArrayList<>();
        for (int person = 0; person < 10; person++) {
            List<UUID> own = sent.subList(person * 8, person * 8 + 8);
            acts.add(() -> {
                for (UUID id : own) desk.acceptAndPost(id, samples.version(id), SampleDocuments.SECRETARIAT);
                return "";
            });
        }
        try (ExecutorService ten = Executors.newFixedThreadPool(10)) {
            for (Future<String> done : ten.invokeAll(acts)) done.get();
        }
        assertThat(serials())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 80).boxed().toList());
    }

    @Test
    void aNumberThatWasRolledBackIsGivenToTheNext() {
        UUID lost = samples.sent(meeting, "Lost");
        UUID kept = samples.sent(meeting, "Kept");
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    desk.accept(lost, samples.version(lost), SampleDocuments.SECRETARIAT);
                    throw new IllegalStateException("The machine went down");
                }))
                .hasMessageContaining("went down");

        assertThat(desk.accept(kept, samples.version(kept), SampleDocuments.SECRETARIAT))
                .isEqualTo("CWG-WSIS&SDG-" + meeting + "/1");
        assertThat(desk.accept(lost, samples.version(lost), SampleDocuments.SECRETARIAT))
                .endsWith("/2");
    }

    private List<Integer> serials() {
        return jdbc.sql(
                        "SELECT serial FROM documents.document WHERE series = 'cwg-wsis-sdg' AND meeting = ? ORDER BY serial")
                .param(meeting)
                .query(Integer.class)
                .list();
    }

    @Test
    void twoOfTheSecretariatDoNotBothAccept() {
        UUID id = samples.sent(meeting, "Once");
        int seen = samples.version(id);
        desk.accept(id, seen, SampleDocuments.SECRETARIAT);

        assertThatThrownBy(() -> desk.accept(id, seen, SampleDocuments.SECRETARIAT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("stale");
        assertThatThrownBy(() -> desk.accept(id, samples.version(id), SampleDocuments.SECRETARIAT))
                .hasMessageContaining("document-not-in-this-state");
        assertThat(serials()).containsExactly(1);
    }

    @Test
    void anotherMeetingHasAnotherAgenda() {
        var drafts = program.getBean(DocumentDrafts.class);
        Actor author = SampleDocuments.author();
        UUID id = samples.draft("40", "A contribution", "Words.", List.of(), author);
        UUID item = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO groups.agenda_item (id, meeting_id, number, title, position, struck_at)
                SELECT ?, id, '9', '{}', 9, now() FROM groups.meeting LIMIT 1""").param(item).update();
        jdbc.sql("UPDATE documents.document SET agenda_item = ? WHERE id = ?")
                .params(item, id)
                .update();
        for (String meeting : List.of("40", "39")) {
            assertThat(samples.find(id).item()).isNotNull();
            var about = new DocumentDrafts.About(
                    "cwg-wsis-sdg",
                    meeting,
                    DocumentKind.CONTRIBUTION,
                    samples.find(id).sources(),
                    "en");
            drafts.saveAbout(id, samples.version(id), about, author);
        }
        assertThat(samples.find(id).item()).isNull();
    }

    @Test
    void everySpellingOfASymbolLeadsToOneAddress() throws Exception {
        DocumentWork one = samples.posted(meeting, "On connectivity");
        String address = "/documents/CWG-WSIS&SDG-" + meeting + "/1";
        Visitor reader = reader();

        assertThat(reader.see(address).html())
                .contains("On connectivity")
                .contains("Second paragraph.")
                .contains("Kenya")
                .contains("Within the allocated resources");
        for (String spelled : List.of(
                "cwg-wsis&sdg-" + meeting + "/1",
                "CWG-WSIS%20&%20SDG-" + meeting + "/1",
                "CWG-WSIS%26SDG-" + meeting + "/1-E")) {
            Visitor.Answer moved = reader.see("/documents/" + spelled);
            assertThat(moved.status()).as(spelled).isEqualTo(301);
            assertThat(moved.location()).as(spelled).startsWith(address);
        }
        assertThat(reader.see("/fr/documents/cwg-wsis&sdg-" + meeting + "/1").location())
                .isEqualTo("/fr" + address);
        assertThat(one.symbol()).isEqualTo("CWG-WSIS&SDG-" + meeting + "/1");
        assertThat(reader.see("/documents/CWG-WSIS&SDG-" + meeting + "/2").status())
                .isEqualTo(404);
        assertThat(reader.see("/documents/%3Cscript%3E").status()).isEqualTo(404);
    }

    @Test
    void aRevisionTakesThePlaceOfTheDocumentAndBothSaySo() throws Exception {
        DocumentWork one = samples.posted(meeting, "First words");
        DocumentWork corrected = samples.changed(one, Change.CORRIGENDUM);
        DocumentWork revised = samples.changed(one, Change.REVISION);
        DocumentWork again = samples.changed(revised, Change.REVISION);
        Visitor reader = reader();

        assertThat(List.of(corrected.symbol(), revised.symbol(), again.symbol()))
                .containsExactly(one.symbol() + " Corr.1", one.symbol() + " Rev.1", one.symbol() + " Rev.2");
        assertThat(again.parent()).isEqualTo(one.id());
        String first = reader.see("/documents/" + one.address()).html();
        assertThat(first)
                .contains("has been superseded by")
                .contains("Corrigendum 1")
                .contains("Revision 2");
        assertThat(reader.see("/documents/" + again.address()).html())
                .doesNotContain("has been superseded by")
                .contains("This document belongs to");
        assertThat(reader.see("/documents/CWG-WSIS&SDG-" + meeting + "/1%20Rev.%201")
                        .location())
                .isEqualTo("/documents/CWG-WSIS&SDG-" + meeting + "/1-Rev.1");
        assertThat(serials()).containsOnly(1);
    }

    @Test
    void whatIsWithdrawnLeavesATombstoneAndItsNumberIsNotGivenAgain() throws Exception {
        DocumentWork one = samples.posted(meeting, "A title to be gone");
        Visitor reader = reader();
        assertThat(reader.see("/documents/" + one.address()).status()).isEqualTo(200);

        assertThatThrownBy(() -> desk.withdraw(one.id(), one.version(), " ", SampleDocuments.SECRETARIAT))
                .hasMessageContaining("reason-missing");
        desk.withdraw(one.id(), one.version(), "Sent twice", SampleDocuments.SECRETARIAT);

        Visitor.Answer gone = reader.see("/documents/" + one.address());
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.html()).contains("Sent twice").doesNotContain("A title to be gone");
        assertThat(samples.posted(meeting, "The next").symbol()).endsWith("/2");
    }

    @Test
    void referencesSayWhatHasBeenReplacedAndDocumentsSayWhoCitesThem() throws Exception {
        DocumentWork cited = samples.posted(meeting, "What is cited");
        DocumentWork citing = samples.posted(
                meeting,
                "What cites",
                List.of("WTSA Resolution 75 (Rev. Geneva, 2022)", cited.symbol(), "A brochure of 2019", "<b>bold</b>"));
        Visitor reader = reader();

        String html = reader.see("/documents/" + citing.address()).html();
        assertThat(html)
                .contains("/mandates/wtsa-75")
                .contains("href=\"/documents/CWG-WSIS&amp;SDG-" + meeting + "/1\"")
                .contains("A brochure of 2019")
                .doesNotContain("<b>bold</b>");
        assertThat(reader.see("/documents/" + cited.address()).words()).contains("Cited by " + citing.symbol());
        samples.changed(cited, Change.REVISION);
        assertThat(reader.see("/documents/" + citing.address()).words())
                .contains("Today: superseded by " + cited.symbol()
                        + " Rev.1 At the document’s date, 2 March 2026: current")
                .contains("Superseded by Rev. New Delhi, 2024, already at the document’s date");
        JsonNode names = Json.tree(
                        reader.see("/api/v1/documents/" + citing.address()).html())
                .at("/header/references/1/names/0");
        assertThat(names.get("status").asString()).isEqualTo("superseded");
        assertThat(names.get("statusThen").asString()).isEqualTo("current");
    }

    @Test
    void theListIsNarrowedAndComesPageByPage() throws Exception {
        for (int i = 0; i < 52; i++) samples.posted(meeting, "Page by page " + i);
        Visitor reader = reader();
        String list = "/documents?series=cwg-wsis-sdg&meeting=" + meeting;

        var first = reader.see(list).page();
        assertThat(first.select("main li h2")).hasSize(50);
        assertThat(first.text()).contains("52 documents");
        var second = reader.see(first.selectFirst("a[rel=next]").attr("href")).page();
        assertThat(second.select("main li h2").eachText())
                .containsExactly("CWG-WSIS&SDG-" + meeting + "/51", "CWG-WSIS&SDG-" + meeting + "/52");
        assertThat(reader.see(list + "&kind=agenda").words()).contains("No documents");
        assertThat(reader.see("/documents?after=1-zzz&year=abc&kind=%00").status())
                .isEqualTo(200);
    }

    @Test
    void aSlashThatIsEncodedLeadsToTheAddressAndIsRefusedElsewhere() throws Exception {
        samples.posted(meeting, "Encoded");
        String address = "http://localhost:" + port + "/fr/documents/CWG-WSIS%26SDG-" + meeting + "%2F1";
        try (HttpClient client = HttpClient.newHttpClient()) {
            var moved = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            assertThat(moved.statusCode()).isEqualTo(301);
            assertThat(moved.headers().firstValue("Location"))
                    .hasValue("/fr/documents/CWG-WSIS%26SDG-" + meeting + "/1");
            var elsewhere = URI.create("http://localhost:" + port + "/calls/..%2F..%2Fetc");
            assertThat(client.send(HttpRequest.newBuilder(elsewhere).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void programsReadTheHeaderAndWhatWasWithdrawnIsSaidToThem() throws Exception {
        DocumentWork one = samples.posted(meeting, "For programs", List.of("A/RES/70/125"));
        Visitor reader = reader();
        String api = "/api/v1/documents/CWG-WSIS&SDG-" + meeting + "/1";

        JsonNode json = Json.tree(reader.see(api).html());
        assertThat(json.at("/header/action").asString()).isEqualTo("consider");
        assertThat(json.at("/header/references/0/names/0/url").asString()).contains("/mandates/unga-70-125");
        assertThat(json.at("/sources/0/country").asString()).isEqualTo("KE");
        assertThat(json.get("sha256").asString()).hasSize(64);
        JsonNode list = Json.tree(reader.see("/api/v1/documents?series=cwg-wsis-sdg&meeting=" + meeting)
                .html());
        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(reader.see("/documents.atom").html()).contains("For programs");
        desk.withdraw(one.id(), one.version(), "Sent twice", SampleDocuments.SECRETARIAT);
        Visitor.Answer gone = reader.see(api);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.html()).contains("Sent twice");
    }

    @Test
    void aMeetingShowsItsDocumentsAndSymbolsInATextLeadToThem() throws Exception {
        DocumentWork one = samples.posted("41", "For the forty-first " + UUID.randomUUID());
        Visitor reader = reader();

        assertThat(reader.see("/groups/cwg-wsis-sdg/meetings/41").html())
                .contains(one.symbol().replace("&", "&amp;"))
                .contains(one.original().title());
        assertThat(reader.see("/documents/" + one.address()).html()).contains("/groups/cwg-wsis-sdg/meetings/41");
        assertThat(reader.send("/citations", "text", "As said in Document " + one.symbol() + ".")
                        .html())
                .contains("href=\"/documents/" + one.address().replace("&", "&amp;") + "\"");
    }

    @Test
    void aTranslationStandsBesideTheOriginalAndSaysWhoseItIs() throws Exception {
        DocumentWork one = samples.posted(meeting, "The original title");
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String form = "/documents/desk/" + one.id() + "/translation";

        assertThat(secretariat.fill(form, form, "language", "en").status()).isEqualTo(422);
        assertThat(secretariat
                        .fill(
                                form,
                                form,
                                "language",
                                "fr",
                                "standing",
                                "machine",
                                "title",
                                "Le titre",
                                "body",
                                "Texte.")
                        .status())
                .isEqualTo(303);
        Visitor reader = reader();
        assertThat(reader.see("/fr/documents/" + one.address()).html())
                .contains("Le titre")
                .contains("traduit par un programme");
        assertThat(reader.see("/documents/" + one.address()).html())
                .contains("The original title")
                .contains("?in=fr");
        assertThat(reader.see("/documents/CWG-WSIS&SDG-" + meeting + "/1-F").location())
                .endsWith("/1?in=fr");
    }

    @Test
    void nothingThatIsNotPostedIsPublicAndNoAuthorIs() throws Exception {
        String secret = "Canary" + UUID.randomUUID().toString().replace("-", "");
        Visitor author = Visitor.as(web, people, "contributor");
        Actor writes = SampleDocuments.author();
        samples.draft(meeting, secret + "draft", secret, List.of(), writes);
        UUID returned = samples.sent(meeting, secret + "returned");
        desk.giveBack(returned, samples.version(returned), secret + "reason", SampleDocuments.SECRETARIAT);
        samples.sent(meeting, secret + "sent");
        UUID numbered = samples.sent(meeting, secret + "numbered");
        desk.accept(numbered, samples.version(numbered), SampleDocuments.SECRETARIAT);
        DocumentWork posted = samples.posted(meeting, "Posted");

        for (String page : List.of(
                "/documents",
                "/documents.atom",
                "/documents/" + posted.address(),
                "/documents/CWG-WSIS&SDG-" + meeting + "/1",
                "/api/v1/documents",
                "/api/v1/documents/CWG-WSIS&SDG-" + meeting + "/1",
                "/search?q=" + secret,
                "/data/log"))
            assertThat(author.see(page).html().replace("?q=" + secret, "").replace("value=\"" + secret, ""))
                    .as(page)
                    .doesNotContain(secret + "draft")
                    .doesNotContain(secret + "returned")
                    .doesNotContain(secret + "reason")
                    .doesNotContain(secret + "sent")
                    .doesNotContain(secret + "numbered")
                    .doesNotContain("Nadifa");
        assertThat(author.see("/documents/CWG-WSIS&SDG-" + meeting + "/1").status())
                .isEqualTo(404);
    }
}
