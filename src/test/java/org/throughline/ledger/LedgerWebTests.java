package org.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Moments;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// What people and programs outside get to see of the log, and that all of it verifies.
@ThroughlineTest
class LedgerWebTests {

    @Autowired
    MockMvc web;

    @Autowired
    Ledger ledger;

    @Autowired
    PublicLog publicLog;

    @Autowired
    PlatformTransactionManager transactions;

    private final Receipt.Opened opened =
            new Receipt.Opened(Commitment.newSalt(), CanonicalJson.bytes(Map.of("text", "<b>Text</b> & مياه")));
    private Receipt receipt;

    @BeforeEach
    void aReceiptIsGiven() {
        EntryId entry = new TransactionTemplate(transactions)
                .execute(status -> ledger.append(
                        EntryKind.RECEIPT,
                        "call/web/inputs/7",
                        Commitment.of(opened.salt(), opened.canonicalContent())));
        ledger.await(entry);
        receipt = ledger.receipt(entry, opened);
    }

    @Test
    void theCheckpointIsANoteOrJson() throws Exception {
        Checkpoint checkpoint = Checkpoint.parse(text("/api/v1/ledger/checkpoint"));
        assertThat(checkpoint.isSignedBy(VerifierKey.parse(text("/api/v1/ledger/key"))))
                .isTrue();
        JsonNode json = json(get("/api/v1/ledger/checkpoint").accept("application/json"));
        assertThat(Checkpoint.parse(json.get("note").stringValue()).size())
                .isEqualTo(json.get("size").longValue());
        JsonNode key = json(get("/api/v1/ledger/key").accept("application/json"));
        assertThat(key.get("publicKey").stringValue()).isEqualTo(publicLog.key().toString());
        assertThat(key.get("keys").get(0).get("firstUsedAt").stringValue()).isNotEmpty();
    }

    @Test
    void theWholeLogCanBeReadAndItsRootComputed() throws Exception {
        Checkpoint checkpoint = Checkpoint.parse(text("/api/v1/ledger/checkpoint"));
        Frontier tree = Frontier.empty();
        String next = "/api/v1/ledger/entries?start=0&end=" + checkpoint.size();
        while (next != null) {
            JsonNode page = json(get(next));
            for (JsonNode entry : page.get("items")) {
                assertThat(entry.get("leafIndex").longValue()).isEqualTo(tree.size());
                tree.append(Merkle.leaf(entry.get("leaf").stringValue().getBytes(StandardCharsets.UTF_8)));
            }
            next = page.path("next").asString(null);
        }
        assertThat(tree.root()).isEqualTo(checkpoint.root());
    }

    @Test
    void entriesComeInPages() throws Exception {
        JsonNode page = json(get("/api/v1/ledger/entries?start=0&end=1"));
        assertThat(page.get("items").size()).isOne();
        assertThat(page.get("total").longValue()).isGreaterThanOrEqualTo(1);
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(json(get("/api/v1/ledger/entries?start=999999999"))
                        .get("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void proofsVerify() throws Exception {
        JsonNode inclusion = json(get("/api/v1/ledger/proofs/inclusion?leaf=" + receipt.leafIndex()));
        List<Hash> proof = new ArrayList<>();
        inclusion.get("proof").forEach(hash -> proof.add(Hash.fromBase64Url(hash.stringValue())));
        Checkpoint checkpoint = Checkpoint.parse(inclusion.get("checkpoint").stringValue());
        Hash leaf = Merkle.leaf(inclusion.get("leaf").stringValue().getBytes(StandardCharsets.UTF_8));
        assertThat(Merkle.includes(checkpoint.root(), checkpoint.size(), receipt.leafIndex(), leaf, proof))
                .isTrue();
        String consistency = text("/api/v1/ledger/proofs/consistency?from=1&to=" + publicLog.size());
        assertThat(new Verifier(Set.of(publicLog.key()))
                        .verify(consistency.getBytes(StandardCharsets.UTF_8))
                        .holds())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entries?start=-1",
                "entries?start=5&end=4",
                "entries?start=x",
                "proofs/inclusion",
                "proofs/inclusion?leaf=-1",
                "proofs/inclusion?leaf=99999999",
                "proofs/inclusion?leaf=0&size=99999999",
                "proofs/consistency?from=0",
                "proofs/consistency?from=2&to=1",
                "proofs/consistency?from=1&to=99999999",
                "proofs/consistency?from=99999999999999999999"
            })
    void whatTheLogCannotGiveIsAProblem(String path) throws Exception {
        MockHttpServletResponse response = response(get("/api/v1/ledger/" + path));
        assertThat(response.getStatus()).isIn(400, 404);
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ar", "/fr", "/ru", "/es", "/zh"})
    void theLogIsShownInEveryLanguage(String prefix) throws Exception {
        Document page = Jsoup.parse(text(prefix + "/data/log"));
        assertThat(page.text()).contains(publicLog.key().name(), "call/web/inputs/7", receipt.hash());
        assertThat(page.select("tbody tr")).isNotEmpty();
        Document form = Jsoup.parse(text(prefix + "/data/verify"));
        assertThat(form.select("form[method=post]")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(form.select("form input[name=_csrf]")).isNotEmpty();
    }

    @Test
    void whatIsOnRecordAboutOneThingIsShownByItself() throws Exception {
        Instant then = Instant.now().minus(Duration.ofDays(400));
        String subject = "call/about-" + UUID.randomUUID() + "/inputs/1";
        EntryId entry = new TransactionTemplate(transactions).execute(status -> {
            ledger.append(EntryKind.RECEIPT, subject, Hash.sha256(), then);
            ledger.append(EntryKind.RECEIPT, subject + "2", Hash.sha256());
            return ledger.append(EntryKind.PUBLICATION, subject, Hash.sha256());
        });
        long index = ledger.await(entry).leafIndex();
        Document page = Jsoup.parse(text("/data/log?about=" + subject));
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("tbody td:nth-child(4)").eachText()).containsOnly(subject);
        // What happens is put on record at once; for what was brought in later both times stand there.
        assertThat(page.select("#leaf-" + index + " td").first().text()).doesNotContain("Put on record");
        assertThat(page.select("tbody tr").last().select("td").first().text())
                .contains("Happened on " + (then.atZone(Moments.GENEVA).getDayOfMonth()))
                .contains("Put on record on");
        String proof = page.selectFirst("#leaf-" + index + " a").attr("href");
        assertThat(json(get(proof)).get("leaf").stringValue()).contains(subject);
        assertThat(Jsoup.parse(text("/data/log?about=no/such/thing")).select("tbody tr"))
                .isEmpty();
        assertThat(response(get("/data/log?about=" + "x".repeat(201))).getStatus())
                .isEqualTo(400);
    }

    @Test
    void olderEntriesAreReachedPageByPage() throws Exception {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int i = 1; i <= 60; i++)
                ledger.append(EntryKind.PUBLICATION, "call/web-pages/inputs/" + i, Hash.sha256());
        });
        aReceiptIsGiven();
        Document newest = Jsoup.parse(text("/data/log"));
        assertThat(newest.select("a[rel=prev]")).isEmpty();
        Document older = Jsoup.parse(text(newest.select("a[rel=next]").attr("href")));
        assertThat(older.select("tbody tr")).isNotEmpty();
        assertThat(older.select("a[rel=prev]")).hasSize(1);
        assertThat(response(get("/data/log?before=-1")).getStatus()).isEqualTo(400);
        assertThat(response(get("/data/log?before=99999999")).getStatus()).isEqualTo(200);
    }

    @Test
    void aReceiptIsVerifiedFromAFileOrFromText() throws Exception {
        byte[] json = receipt.toJson().getBytes(StandardCharsets.UTF_8);
        for (RequestBuilder request : List.of(
                multipart("/data/verify")
                        .file(new MockMultipartFile("receipt", "receipt.json", "application/json", json))
                        .session(new MockHttpSession())
                        .with(csrf()),
                post("/data/verify").param("text", "\n " + receipt.toJson()).with(csrf()))) {
            Document page = Jsoup.parse(response(request).getContentAsString(StandardCharsets.UTF_8));
            assertThat(page.select("[role=status]").text()).isEqualTo("Everything that could be checked holds.");
            assertThat(page.select("ol li"))
                    .hasSize(5)
                    .allMatch(step -> step.text().startsWith("Holds"));
        }
    }

    @Test
    void aChangedReceiptIsSaidToBeBroken() throws Exception {
        String changed = receipt.toJson().replace("Text", "Test");
        Document page = Jsoup.parse(
                response(post("/fr/data/verify").param("text", changed).with(csrf()))
                        .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("[role=status]").text()).isEqualTo("1 point est inexact.");
        assertThat(page.select("ol li").text()).contains("Inexact Le contenu n’est pas celui qui a été reçu");
        assertThat(page.select("textarea#text").val().strip()).isEqualTo(changed.strip());
    }

    @Test
    void aReceiptOfAnotherLogIsSaidToBeStrange() throws Exception {
        var other = SampleLog.of(3);
        Document page = Jsoup.parse(response(post("/data/verify")
                        .param("text", other.receipt(1, 4).toJson())
                        .with(csrf()))
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("ol li").text()).contains("Broken The key is none the log is known by");
    }

    @Test
    void whatIsNoReceiptGetsAClearAnswer() throws Exception {
        assertThat(errorOf(post("/data/verify").with(csrf()))).startsWith("Choose a file");
        assertThat(errorOf(post("/data/verify")
                        .param("text", "<script>alert(1)</script>")
                        .with(csrf())))
                .startsWith("This is not a receipt");
        var large = new MockMultipartFile("receipt", "receipt.json", "application/json", new byte[1024 * 1024 + 1]);
        assertThat(errorOf(multipart("/data/verify")
                        .file(large)
                        .session(new MockHttpSession())
                        .with(csrf())))
                .startsWith("A receipt has at most 1 MB");
        var bomb = new MockMultipartFile(
                "receipt", "r", "application/json", "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        assertThat(errorOf(multipart("/data/verify")
                        .file(bomb)
                        .session(new MockHttpSession())
                        .with(csrf())))
                .startsWith("This is not a receipt");
        assertThat(response(post("/data/verify").param("text", "x")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void twoCheckpointsAreCompared() throws Exception {
        String old = publicLog.checkpoint(1).note();
        Document page = Jsoup.parse(response(post("/data/verify/checkpoints")
                        .param("first", old.replace("\n", "\r\n").strip())
                        .with(csrf()))
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("[role=status]").text()).isEqualTo("Everything that could be checked holds.");
        String forged = old.replace(
                publicLog.checkpoint(1).root().base64(), Hash.sha256().base64());
        Document broken = Jsoup.parse(response(post("/data/verify/checkpoints")
                        .param("first", forged)
                        .param("second", publicLog.checkpoint(publicLog.size()).note())
                        .with(csrf()))
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(broken.select("[role=status]").text()).isEqualTo("2 things do not hold.");
        assertThat(errorOf(post("/data/verify/checkpoints").param("first", "x").with(csrf())))
                .startsWith("This is not a checkpoint");
        assertThat(errorOf(post("/data/verify/checkpoints")
                        .param("first", SampleLog.of(1).checkpoint(1).note())
                        .with(csrf())))
                .startsWith("This checkpoint is of another log");
        assertThat(response(get("/data/verify/checkpoints")).getStatus()).isEqualTo(303);
    }

    private String errorOf(RequestBuilder request) throws Exception {
        MockHttpServletResponse response = response(request);
        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
        String target = page.select(".error-summary a").attr("href");
        assertThat(page.select(target)).as("the field the summary links to").hasSize(1);
        return page.select(".error-summary a").text();
    }

    private String text(String path) throws Exception {
        MockHttpServletResponse response = response(get(path));
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private JsonNode json(RequestBuilder request) throws Exception {
        return StrictJson.parse(response(request).getContentAsByteArray());
    }

    private MockHttpServletResponse response(RequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }
}
