package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// An input that came on paper or by mail: typed in by the secretariat, with its original as proof.
@ThroughlineTest
class PaperDeskTests {

    private static final String STRANGE =
            "<script>alert(1)</script> \" & =cmd|' /C calc'!A0 \u202Eabc \uD83D\uDE00 {0} %s";
    private static final String[] FIELDS = {
        "received",
        "2026-01-05",
        "behalf",
        "organisation",
        "organisation",
        STRANGE,
        "type",
        "CSO",
        "country",
        "KE",
        "scope",
        "national",
        "language",
        "en",
        "answers-q1",
        "On paper we say this.",
        "answers-q2-1",
        "C2",
        "answers-q4-0-key",
        "C2",
        "answers-q4-0-milestone",
        "A mast",
        "answers-q5",
        "12",
        "consent",
        "text",
        "consent",
        "files"
    };

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    Publication publication;

    @Autowired
    Moderation moderation;

    @Autowired
    DemoPeople people;

    CallId call;
    String slug;
    String desk;
    Visitor secretariat;

    @BeforeEach
    void anOpenCall() throws Exception {
        slug = SmallCall.freshSlug();
        desk = "/calls/" + slug + "/desk";
        call = SmallCall.open(calls, slug);
        secretariat = Visitor.as(web, people, "secretariat");
    }

    @Test
    void anInputFromPaperKeepsItsOriginalOutOfThePublic() throws Exception {
        var form = secretariat.see(desk + "/new").page();
        assertThat(form.select("#answers-q1, #answers-q2-1, #answers-q4-0-milestone, #answers-q5"))
                .hasSize(4);
        var pdf = new MockMultipartFile("original", "letter.pdf", "application/pdf", pdf());
        var without = secretariat.send(desk + "/new", FIELDS);
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.page().selectFirst("#answers-q1").val()).isEqualTo("On paper we say this.");
        var taken = secretariat.send(desk + "/new", pdf, FIELDS);
        assertThat(taken.status()).describedAs(taken.words()).isEqualTo(303);
        var dossier = moderation.dossier(call, 1).orElseThrow();
        assertThat(dossier.input().origin()).isEqualTo(Reception.Origin.PAPER);
        assertThat(dossier.input().respondent().organisation()).isEqualTo(STRANGE);
        assertThat(dossier.answers()).hasSize(4);
        assertThat(dossier.files()).hasSize(1).allMatch(Dossier.Attachment::isOriginal);
        publication.publish(dossier.input().id(), Actor.system("test"));
        assertThat(secretariat
                        .see(desk + "/1/files/" + dossier.files().getFirst().file())
                        .status())
                .isEqualTo(200);
        assertThat(secretariat.see(desk + "/1/files/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(web.perform(get("/calls/" + slug + "/inputs/1"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("On paper we say this.")
                .doesNotContain("letter.pdf")
                .doesNotContain("the original");
    }

    @Test
    void theOriginalMayBeAMail() throws Exception {
        byte[] said = "Subject: Our input\r\n\r\n<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var mail = new MockMultipartFile("original", "mail.eml", "message/rfc822", said);
        assertThat(secretariat.send(desk + "/new", mail, FIELDS).status()).isEqualTo(303);
        var file = moderation.dossier(call, 1).orElseThrow().files().getFirst().file();
        var given = secretariat.see(desk + "/1/files/" + file).response();
        assertThat(given.getContentType()).isEqualTo("text/plain");
        assertThat(given.getHeader("Content-Disposition")).startsWith("attachment; filename=\"mail.eml\"");
        assertThat(given.getContentAsByteArray()).isEqualTo(said);
        var program = new MockMultipartFile("original", "mail.eml", "message/rfc822", new byte[] {77, 90, 0, 1});
        assertThat(secretariat.send(desk + "/new", program, FIELDS).words()).contains("nor plain text");
    }

    private static byte[] pdf() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        return out.toByteArray();
    }
}
