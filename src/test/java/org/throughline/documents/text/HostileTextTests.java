package org.throughline.documents.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.throughline.platform.Refusal;

/// A text that was made to cost much costs little more than others of its length.
class HostileTextTests {

    private static <T> T quickly(Supplier<T> work) {
        long began = System.nanoTime();
        T made = work.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        return made;
    }

    private static int cells(Body body) {
        return body.parts().stream()
                .mapToInt(part -> part instanceof Part.Table table
                        ? table.columns().size() * table.rows().size()
                        : 0)
                .sum();
    }

    @Test
    void aWideTableWithManyShortRowsIsReadAsWords() {
        String wide = "|" + "a|".repeat(20_000) + "\n|" + "-|".repeat(20_000) + "\n" + "|b|\n".repeat(5_000);
        assertThat(cells(quickly(() -> Body.read(wide)))).isZero();
        String long_ = "|a|b|\n|---|---|\n" + "|one|two|\n".repeat(5_000);
        assertThat(cells(quickly(() -> Body.read(long_)))).isEqualTo(10_000);
    }

    @Test
    void aFootnoteIsNotShownWithoutEnd() {
        String note = "x".repeat(50_000);
        String repeated = "Word[^a] ".repeat(10_000) + "\n\n[^a]: " + note + "\n";
        Body body = quickly(() -> Body.read(repeated));
        assertThat(body.notes()).isNotEmpty();
        assertThat(body.markup().length()).isLessThan(8 * repeated.length());
        assertThat(Body.read("One[^a] and two[^a].\n\n[^a]: A note.\n").notes()).hasSize(2);
    }

    @Test
    void anAddressIsNotShownWithoutEnd() {
        for (String address : new String[] {"https://example.org/" + "x".repeat(1_900), "y".repeat(50_000)}) {
            String repeated = "[a] ".repeat(10_000) + "\n\n[a]: " + address + "\n";
            Body body = quickly(() -> Body.read(repeated));
            assertThat(body.markup().length()).isLessThan(8 * repeated.length());
        }
    }

    @Test
    void numbersAtEveryLineAndStylesAtEveryLetterAreReadAtOnce() {
        quickly(() -> Body.read("a) x\n".repeat(20_000)));
        quickly(() -> Body.read("|\n".repeat(20_000)));
        quickly(() -> Body.read("x<!-- -->".repeat(20_000)));
    }

    private static ReadDocument word(String body, String note) {
        String space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        String document = "<w:document" + space + "><w:body>" + body + "</w:body></w:document>";
        String notes =
                "<w:footnotes" + space + "><w:footnote w:id=\"7\"><w:p>" + note + "</w:p></w:footnote></w:footnotes>";
        return DocxReader.read(
                Map.of(
                        "word/document.xml", document.getBytes(StandardCharsets.UTF_8),
                        "word/footnotes.xml", notes.getBytes(StandardCharsets.UTF_8)),
                "en");
    }

    private static String run(String inside) {
        return "<w:r>" + inside + "</w:r>";
    }

    @Test
    void aFileOfManyPiecesIsReadAtOnce() {
        String pieces = run("<w:rPr><w:b/></w:rPr><w:t>x</w:t>").repeat(40_000);
        ReadDocument read = quickly(() -> word("<w:p>" + pieces + "</w:p>", ""));
        assertThat(read.body().plain()).hasSize(40_000);
    }

    @Test
    void whatAFileLosesIsSaidUpToALimit() {
        ReadDocument read = quickly(() ->
                word("<w:p>" + run("<w:t>x</w:t><w:sym/><w:commentReference/>").repeat(20_000) + "</w:p>", ""));
        assertThat(read.losses()).hasSizeBetween(2, 200);
    }

    @Test
    void aFootnoteThatAFileRefersToWithoutEndIsTakenAFewTimes() {
        String note = run("<w:t>y</w:t>").repeat(20_000);
        String references = run("<w:t>x</w:t><w:footnoteReference w:id=\"7\"/>").repeat(10_000);
        ReadDocument read = quickly(() -> word("<w:p>" + references + "</w:p>", note));
        assertThat(read.body().notes()).hasSizeLessThan(20);
    }

    @Test
    void blanksWithoutEndAreNoNumber() {
        quickly(() -> word("<w:p>" + run("<w:t>" + " ".repeat(200_000) + "x</w:t>") + "</w:p>", ""));
        quickly(() -> word("<w:p>" + run("<w:t>1" + " ".repeat(200_000) + "x</w:t>") + "</w:p>", ""));
    }

    @Test
    void aTableOfAFileThatWouldBeFilledUpWithoutEndIsRefused() {
        String cell = "<w:tc><w:p/></w:tc>";
        String table = "<w:tbl><w:tr>" + cell.repeat(10_000) + "</w:tr>" + ("<w:tr>" + cell + "</w:tr>").repeat(10_000)
                + "</w:tbl>";
        assertThatThrownBy(() -> quickly(() -> word(table, ""))).isInstanceOf(Refusal.class);
    }
}
