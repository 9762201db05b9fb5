package org.throughline.documents.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.Document.HeaderRow;
import org.throughline.platform.document.DocxWriter;

/// A text that was given out as DOCX comes back from it.
class DocxRoundTripTests {

    static Map<String, byte[]> parts(byte[] docx) {
        var parts = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static ReadDocument again(String language, Body body) {
        return DocxReader.read(parts(DocxWriter.write(BodyBlocksTests.document(language, body))), language);
    }

    @Test
    void aRichTextComesBackWhole() {
        Body body = Body.read("""
                # Follow-up

                1. Facilitators are **requested** to develop *road maps*.^[See [the resolution](https://docs.un.org/A/RES/80/173).]
                2. The Group may wish:
                (a) to note this report;
                (i) in **_both_** languages\\
                and on two lines;

                {ar}
                3. تحيط الجماعة **علماً** بهذه الوثيقة.

                ## Second level

                - one
                  - inner
                    1) deep
                    2) deeper
                - two

                5) fifth
                6) sixth

                {fr}
                - un point

                Table: Regions and inputs

                | Region | **Inputs** |
                | --- | --: |
                | [Africa](https://example.int/) | 12^[So far.] |
                |  | *none*<br>yet |

                > Quoted in

                {zh}
                > 第一段。
                >
                > 第二段。

                Last words.
                """);
        for (String language : List.of("en", "es", "ru")) {
            ReadDocument read = again(language, body);
            assertThat(read.body().markup()).isEqualTo(body.markup());
            assertThat(read.losses()).isEmpty();
            assertThat(read.fields()).containsEntry(HeaderField.TITLE, "Title");
        }
    }

    @Test
    void textsOfEveryKindComeBack() {
        int compared = 0;
        for (long seed = 0; seed < 600; seed++) {
            Body body = Bodies.of(seed);
            Body heading = DocxTexts.comparable(body);
            if (heading.isEmpty()) continue;
            String language = Languages.ALL.get((int) (seed % 6));
            Body mine = DocxTexts.inLanguage(heading, language);
            assertThat(again(language, mine).body().markup())
                    .as("seed %d", seed)
                    .isEqualTo(mine.markup());
            compared++;
        }
        assertThat(compared).isGreaterThan(400);
    }

    @Test
    void theRowsOfAHeaderAreFields() {
        Document document = new Document(
                "en",
                "CWG-WSIS&SDG-40/12",
                "Views on the review",
                "",
                List.of(
                        new HeaderRow("Source", "Russian Federation"),
                        new HeaderRow("Purpose", "This document informs."),
                        new HeaderRow("Relevant link(s) with the Strategic Plan", "Convening platforms"),
                        new HeaderRow("Colour", "blue")),
                BodyBlocks.of(Body.read("1. One."), ""),
                "",
                java.time.Instant.EPOCH);
        ReadDocument read = DocxReader.read(parts(DocxWriter.write(document)), "en");
        assertThat(read.fields())
                .containsEntry(HeaderField.TITLE, "Views on the review")
                .containsEntry(HeaderField.SYMBOL, "CWG-WSIS&SDG-40/12")
                .containsEntry(HeaderField.SOURCE, "Russian Federation")
                .containsEntry(HeaderField.PURPOSE, "This document informs.")
                .containsEntry(HeaderField.STRATEGIC, "Convening platforms");
        assertThat(read.losses()).containsExactly(new Loss(Loss.Kind.OUTSIDE_FIELDS, "Colour: blue"));
        assertThat(read.body().markup()).isEqualTo("1. One.\n");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        for (String part :
                List.of("", "<a", "<w:document/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a>".repeat(9_000))) {
            assertThatThrownBy(() ->
                            DocxReader.read(Map.of("word/document.xml", part.getBytes(StandardCharsets.UTF_8)), "en"))
                    .isInstanceOf(Refusal.class);
        }
    }
}
