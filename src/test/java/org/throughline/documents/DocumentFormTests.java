package org.throughline.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.OnePage;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// A document from the first page of the form to its public page, without a script.
@ThroughlineTest
class DocumentFormTests {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    private final String meeting = SampleDocuments.freshMeeting();

    private String begun(Visitor author, String language) throws Exception {
        Visitor.Answer begun = author.send(
                "/documents/new",
                "series",
                "cwg-wsis-sdg",
                "meeting",
                meeting,
                "kind",
                "contribution",
                "language",
                language,
                "source-1-kind",
                "member-state",
                "source-1-name",
                "Kenya",
                "source-2-kind",
                "sector-member",
                "source-2-name",
                "Example Telecom");
        assertThat(begun.status()).isEqualTo(303);
        return begun.location().replace("/header", "");
    }

    private int version(String draft) {
        return jdbc.sql("SELECT version FROM documents.document WHERE id = ?")
                .param(UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)))
                .query(Integer.class)
                .single();
    }

    @Test
    void aDocumentIsWrittenSentNumberedAndPosted() throws Exception {
        Visitor author = Visitor.as(web, people, "contributor");
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String title = "مساهمة بشأن النفاذ " + UUID.randomUUID();
        String draft = begun(author, "ar");

        assertThat(author.see(draft + "/check").words()).contains("Write the title.");
        author.fill(
                draft + "/header",
                draft + "/header",
                "title",
                title,
                "purpose",
                "الغرض",
                "action",
                "note",
                "addressee",
                "group",
                "financial",
                "within-budget",
                "references",
                "A/RES/70/125\n\nWTDC Resolution 30 (Rev. Buenos Aires, 2017)",
                "dated",
                "2026-03");
        author.send(draft + "/text", "version", "" + version(draft), "body", "الفقرة الأولى.\r\n\r\nالثانية.");
        byte[] pdf = OnePage.pdf();
        Visitor.Answer refused = author.send(
                draft + "/files",
                new MockMultipartFile("file", "a.pdf", "application/pdf", new byte[] {1}),
                "go",
                "add");
        assertThat(refused.status()).isEqualTo(415);
        assertThat(author.send(
                                draft + "/files",
                                new MockMultipartFile("file", "Annex.pdf", "application/pdf", pdf),
                                "go",
                                "on")
                        .status())
                .isEqualTo(303);
        var check = author.see(draft + "/check").page();
        assertThat(check.text())
                .contains(title)
                .contains("Annex.pdf")
                .contains("Superseded by")
                .doesNotContain("Before you can");
        Visitor.Answer sent = author.fill(draft + "/check", draft + "/sending");
        assertThat(sent.location()).startsWith("/documents/mine/");

        String id = draft.substring(draft.lastIndexOf('/') + 1);
        String desk = "/documents/desk/" + id;
        assertThat(secretariat.see("/documents/desk").html()).contains(title);
        assertThat(secretariat
                        .fill(desk, desk + "/decision", "act", "accept-and-post")
                        .location())
                .endsWith(desk);
        Visitor.Answer shown = author.see("/ar/documents/CWG-WSIS&SDG-" + meeting + "/1");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.html())
                .contains("lang=\"ar\" dir=\"rtl\">" + title)
                .contains("كينيا")
                .contains("Example Telecom")
                .contains("/ar/mandates/unga-70-125");
        String file = shown.page().selectFirst("a[href^=/documents/files/]").attr("href");
        assertThat(author.see(file).response().getContentAsByteArray()).isEqualTo(pdf);
        assertThat(author.see("/documents/mine").words()).contains("CWG-WSIS&SDG-" + meeting + "/1");
    }

    @Test
    void whatIsReturnedIsADraftAgainAndItsAuthorReadsWhy() throws Exception {
        Visitor author = Visitor.as(web, people, "contributor");
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String draft = begun(author, "en");
        author.fill(draft + "/header", draft + "/header", "title", "To be returned");
        author.send(draft + "/text", "version", "" + version(draft), "body", "Words.");
        author.fill(draft + "/check", draft + "/sending");
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        String desk = "/documents/desk/" + id;

        Visitor.Answer without = secretariat.fill(desk, desk + "/decision", "act", "return");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.html()).contains("Write the reason");
        assertThat(secretariat
                        .fill(desk, desk + "/decision", "act", "return", "reason", "The annex is missing")
                        .status())
                .isEqualTo(303);
        assertThat(secretariat.see(desk).status()).isEqualTo(404);
        assertThat(author.see(draft).html()).contains("The annex is missing");
        assertThat(author.fill(draft + "/check", draft + "/sending").status()).isEqualTo(303);
        assertThat(author.send("/documents/mine/" + id + "/taking-back").location())
                .isEqualTo(draft);
        assertThat(author.send(draft + "/deletion").status()).isEqualTo(303);
        assertThat(author.see(draft).status()).isEqualTo(404);
    }

    @Test
    void draftsAreTheirAuthorsOwnAndSavedTwiceIsSaid() throws Exception {
        Visitor author = Visitor.as(web, people, "contributor");
        Visitor other = Visitor.as(web, people, "analyst");
        String draft = begun(author, "en");

        for (String page : List.of("", "/about", "/header", "/text", "/files", "/check", "/deletion"))
            assertThat(other.see(draft + page).status()).as(page).isIn(403, 404);
        int seen = version(draft);
        author.send(draft + "/text", "version", "" + seen, "body", "Saved in one window.");
        Visitor.Answer late = author.send(draft + "/text", "version", "" + seen, "body", "Typed in another.");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.html()).contains("Typed in another.").contains("was saved in another window");
        assertThat(author.see(draft + "/text").html()).contains("Saved in one window.");
    }

    @Test
    void aStateIsChosenAndFurtherSourcesAreFoldedUntilSomethingStandsInThem() throws Exception {
        Visitor author = Visitor.as(web, people, "contributor");
        var blank = author.see("/ar/documents/new").page();
        assertThat(blank.select("#source-1-country option[value=KE]").text()).isEqualTo("كينيا");
        assertThat(blank.select("details.row-of-group")).hasSize(5);
        assertThat(blank.select("details.row-of-group[open]")).isEmpty();
        assertThat(blank.select("#series option").eachAttr("value")).doesNotContain("record");

        String[] typed = {
            "series",
            "cwg-wsis-sdg",
            "meeting",
            meeting,
            "kind",
            "contribution",
            "language",
            "fr",
            "source-1-kind",
            "member-state",
            "source-1-country",
            "KE",
            "source-3-kind",
            "organization",
            "source-3-name",
            "Example Union"
        };
        String draft = author.send("/documents/new", typed).location().replace("/header", "");
        var about = author.see(draft + "/about").page();
        assertThat(about.select("#source-1-country option[selected]").eachAttr("value"))
                .containsExactly("KE");
        assertThat(about.select("details.row-of-group[open] legend").eachText()).containsExactly("Source 2");
        assertThat(author.see(draft + "/check").words()).contains("Kenya", "Example Union");

        String[] wrong = typed.clone();
        wrong[1] = "record";
        wrong[11] = "";
        wrong[13] = "member-state";
        wrong[15] = "Nowhere at all";
        var answer =
                author.send(draft + "/about", with(wrong, "version", "" + version(draft), "source-4-country", "FR"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".error-summary li a").eachAttr("href"))
                .containsExactly("#series", "#source-1-country", "#source-3-country", "#source-4-kind");
        assertThat(answer.page().select("details.row-of-group[open]")).hasSize(2);
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void whatIsTypedWrongIsSaidFieldByField() throws Exception {
        Visitor author = Visitor.as(web, people, "contributor");
        Visitor.Answer wrong =
                author.send("/documents/new", "meeting", "forty", "language", "xx", "source-1-name", "Kenya");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary li a").eachAttr("href"))
                .containsExactly("#series", "#meeting", "#kind", "#language", "#source-1-kind");
        assertThat(wrong.html()).contains("value=\"Kenya\"");

        String draft = begun(author, "en");
        Visitor.Answer header = author.fill(
                draft + "/header",
                draft + "/header",
                "title",
                "T".repeat(600),
                "action",
                "rm -rf",
                "dated",
                "tomorrow",
                "item",
                UUID.randomUUID().toString());
        assertThat(header.status()).isEqualTo(422);
        assertThat(header.page().select(".error-summary li a").eachAttr("href"))
                .containsExactly("#item", "#title", "#action", "#dated");
        assertThat(author.see("/documents/drafts/not-an-id").status()).isEqualTo(400);
        assertThat(author.send("/documents/desk/" + UUID.randomUUID() + "/decision", "act", "post", "version", "1")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFileWhoseTitleIsTooLongSaysSoAndChangesNothing() throws Exception {
        Visitor author = Visitor.as(web, people, "contributor");
        String draft = begun(author, "en");
        author.fill(draft + "/header", draft + "/header", "title", "Kept as it was");
        byte[] form = author.see(draft + "/form.docx").response().getContentAsByteArray();
        int seen = version(draft);

        byte[] longer = replaced(form, "Kept as it was", "L".repeat(600));
        Visitor.Answer refused = author.send(
                draft + "/docx",
                new MockMultipartFile("file", "form.docx", "application/octet-stream", longer),
                "version",
                "" + seen);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("your draft is as it was: Title – At most 500 characters.");
        assertThat(version(draft)).isEqualTo(seen);
        assertThat(author.see(draft + "/check").words()).contains("Kept as it was");
    }

    @Test
    void aDateIsTakenInWordsAndWhatIsNoneIsNamedWithItsField() throws Exception {
        Visitor author = Visitor.as(web, people, "contributor");
        String draft = begun(author, "fr");
        author.fill(draft + "/header", draft + "/header", "title", "Vues", "dated", "24 novembre 2026");
        assertThat(dated(draft)).isEqualTo("2026-11-24");
        byte[] form = author.see(draft + "/form.docx").response().getContentAsByteArray();

        assertThat(taken(author, draft, replaced(form, "2026-11-24", "25 ноября 2026 г.")))
                .doesNotContain("could not be taken over");
        assertThat(dated(draft)).isEqualTo("2026-11-25");
        assertThat(taken(author, draft, replaced(form, "2026-11-24", "le 24 brumaire")))
                .contains("could not be taken over", "Date: le 24 brumaire");
        assertThat(dated(draft)).isEqualTo("2026-11-25");
        assertThat(author.fill(draft + "/header", draft + "/header", "dated", "20261")
                        .status())
                .isEqualTo(422);
    }

    private String taken(Visitor author, String draft, byte[] docx) throws Exception {
        var file = new MockMultipartFile("file", "form.docx", "application/octet-stream", docx);
        return author.send(draft + "/docx", file, "version", "" + version(draft))
                .words();
    }

    private String dated(String draft) {
        return jdbc.sql("SELECT dated FROM documents.document WHERE id = ?")
                .param(UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    private static byte[] replaced(byte[] docx, String what, String by) throws IOException {
        var made = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(docx));
                var out = new ZipOutputStream(made)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("word/document.xml"))
                    content = new String(content, UTF_8).replace(what, by).getBytes(UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return made.toByteArray();
    }
}
