package org.throughline.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.platform.Languages;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.DocxWriter;
import org.throughline.platform.document.HtmlWriter;

/// One text in all formats: what is written keeps the numbers, the languages and the footnotes.
class BodyBlocksTests {

    static Document document(String language, Body body) {
        return new Document(
                language,
                "CWG-WSIS&SDG-40/12",
                "Title",
                "",
                List.of(),
                BodyBlocks.of(body, "Notes"),
                "",
                Instant.EPOCH);
    }

    @Test
    void aPageHasTheNumbersTheLanguagesAndTheFootnotes() {
        Body body = Body.read("""
                ### Deep first

                12 bis. The Group **notes** this.^[See [the list](https://example.int/).]

                (a) below

                {ar}
                تحيط علماً
                """);
        String page = HtmlWriter.article(document("en", body));
        assertThat(page)
                .contains(
                        "<h2 id=\"sec_1\">Deep first</h2>",
                        "<p class=\"doc-numbered doc-depth-0\" id=\"para_12-bis\"><span class=\"doc-number\">12 bis.</span>",
                        "id=\"para_12-bis__subpara_a\"",
                        "<p lang=\"ar\" dir=\"rtl\">",
                        "<sup><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>",
                        "id=\"fn-1\"");
    }

    @Test
    void everyTextMakesADocumentInEveryLanguage() {
        for (long seed = 0; seed < 300; seed++) {
            for (String language : Languages.ALL) {
                Document document = document(language, Bodies.of(seed));
                assertThat(HtmlWriter.article(document)).contains("</article>");
                if (seed < 40) assertThat(DocxWriter.write(document)).isNotEmpty();
            }
        }
    }
}
