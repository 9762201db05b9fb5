package org.throughline.citations;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.world.ThroughlineTest;

/// The page on which anybody has a text or a document looked through.
@ThroughlineTest
class CitationsPagesTests {

    private static final String TEXT =
            "See <Resolution 30 (Rev. Buenos Aires, 2017)>, Resolution 30 (Rev. Kigali, 2022) and Council Resolution 4711.";

    @Autowired
    private MockMvc web;

    @Test
    void citationsAreMarkedAndLinkedAndTheirAgeStandsInWords() throws Exception {
        web.perform(post("/citations").with(csrf()).param("text", TEXT).param("date", "2022-03"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("3 places cite 3 instruments and documents.")))
                .andExpect(content().string(containsString("1 place cites what has been replaced.")))
                .andExpect(content().string(containsString("1 place cites what is not on record.")))
                .andExpect(content()
                        .string(containsString(
                                "&lt;<mark id=\"c1\"><a class=\"marked\" href=\"/mandates/wtdc-30#r2\">")))
                .andExpect(content()
                        .string(containsString("World Telecommunication Development Conference – Resolution 30 – ")))
                .andExpect(content().string(containsString("Superseded by Rev. Kigali, 2022</span>&gt;")))
                .andExpect(content().string(containsString("At the text’s own date, March 2022: Current")));
    }

    @Test
    void theArabicPageSaysTheSame() throws Exception {
        web.perform(post("/ar/citations").with(csrf()).param("text", TEXT))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/ar/mandates/wtdc-30#r2\"")))
                .andExpect(content().string(containsString("حلّ محله \u2068Rev. Kigali, 2022\u2069")));
    }

    @Test
    void aDocumentIsReadAndItsTextLookedThrough() throws Exception {
        var file = new MockMultipartFile("file", "paper.pdf", "application/pdf", pdf("Pursuant to PP-Resolution 140"));
        web.perform(multipart("/citations").file(file).with(csrf()).session(new MockHttpSession()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/mandates/pp-140\"")));
    }

    @Test
    void whatCannotBeReadIsAnsweredInWordsAndNothingTypedIsLost() throws Exception {
        web.perform(post("/citations").with(csrf()).param("text", " "))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("There is no text to read")));
        web.perform(post("/citations")
                        .with(csrf())
                        .param("text", "Tunis Agenda")
                        .param("date", "in spring"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"date-error\"")))
                .andExpect(content().string(containsString("value=\"in spring\"")))
                .andExpect(content().string(containsString("Tunis Agenda</textarea>")));
        var file = new MockMultipartFile("file", "paper.pdf", "application/pdf", new byte[] {1, 2, 3});
        web.perform(multipart("/citations").file(file).with(csrf()).session(new MockHttpSession()))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("id=\"file-error\"")))
                .andExpect(content().string(not(containsString("id=\"results\""))));
    }

    private static byte[] pdf(String words) throws Exception {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText(words);
                content.endText();
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
