package org.throughline.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.documents.text.Redline.Kind;
import org.throughline.platform.WordDiff;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.DocxWriter;
import org.throughline.platform.document.HtmlWriter;

/// A comparison shows what changed, and loses no word of either text.
class RedlineTests {

    private static final Body BEFORE = Body.read("""
            # Action

            1. The Group notes the report of the secretariat on action lines.
            2. The Group invites all members to contribute before March.
            3. The Group decides to meet again in Geneva in the autumn.
            4. A paragraph that nobody wants any more at all.
            """);

    private static final Body AFTER = Body.read("""
            # Action

            1. The Group decides to meet again in Geneva in the autumn.
            2. The Group notes the report of the secretariat on action lines.
            3. The Group invites all members to contribute before June.
            4. Something entirely different stands here instead now.
            """);

    private static String words(List<Redline.Row> rows, WordDiff.Kind without) {
        return rows.stream()
                .flatMap(row -> row.pieces().stream())
                .filter(piece -> piece.kind() != without)
                .map(piece -> piece.text().replaceAll("\\s+", ""))
                .collect(Collectors.joining());
    }

    @Test
    void whatMovedWhatChangedAndWhatIsGoneAreToldApart() {
        List<Redline.Row> rows = Redline.of(BEFORE, AFTER);
        assertThat(rows.stream().map(Redline.Row::kind))
                .containsExactly(Kind.SAME, Kind.MOVED, Kind.CHANGED, Kind.CHANGED, Kind.NEW, Kind.GONE);
        assertThat(rows.get(3).pieces())
                .contains(
                        new WordDiff.Piece(WordDiff.Kind.GONE, "March"), new WordDiff.Piece(WordDiff.Kind.NEW, "June"));
    }

    @Test
    void noWordOfTheNewTextIsLost() {
        for (long seed = 0; seed < 400; seed++) {
            Body before = Bodies.of(seed);
            var parts = new ArrayList<>(before.parts());
            Collections.shuffle(parts, new Random(seed));
            if (parts.size() > 2) parts.removeLast();
            parts.addAll(Bodies.of(seed + 10_000).parts());
            var after = new Body(parts);
            String now = Line.of(after).stream()
                    .map(line -> line.shown().replaceAll("\\s+", ""))
                    .collect(Collectors.joining());
            assertThat(words(Redline.of(before, after), WordDiff.Kind.GONE)).isEqualTo(now);
            assertThat(Redline.of(before, before)).allMatch(row -> row.kind() == Kind.SAME);
        }
    }

    @Test
    void aPageSaysItWithoutColourAndAFileHasTrackedChanges() {
        var blocks = RedlineBlocks.of(Redline.of(BEFORE, AFTER), "Moved:");
        var document = new Document("en", "", "Changes", "", List.of(), blocks, "", java.time.Instant.EPOCH);
        assertThat(HtmlWriter.article(document)).contains("<del>[\u2212March]</del><ins>[+June]</ins>", "<em>Moved:");
        byte[] docx = DocxWriter.write(document);
        String xml = new String(DocxRoundTripTests.parts(docx).get("word/document.xml"), StandardCharsets.UTF_8);
        assertThat(xml).contains("<w:delText xml:space=\"preserve\">March</w:delText>", "<w:ins w:id=");
        ReadDocument accepted = DocxReader.read(DocxRoundTripTests.parts(docx), "en");
        assertThat(accepted.body().plain()).contains("contribute before June.").doesNotContain("March");
        assertThat(accepted.losses()).extracting(Loss::kind).contains(Loss.Kind.TRACKED_CHANGE);
    }

    @Test
    void twoHundredPagesAreComparedInAMoment() {
        var random = new Random(1);
        var parts = new ArrayList<Part>();
        for (int i = 0; i < 2_500; i++) {
            var text = new StringBuilder();
            for (int w = 0; w < 45; w++)
                text.append("word").append(random.nextInt(4_000)).append(' ');
            parts.add(new Part.Numbered((i + 1) + ".", List.of(Span.text(text.toString())), null));
        }
        var changed = new ArrayList<Part>();
        for (Part part : parts) {
            if (random.nextInt(20) == 0) continue;
            String text = Span.plain(((Part.Numbered) part).text());
            String other = random.nextInt(3) == 0 ? text.replace("word1", "new") : text;
            changed.add(new Part.Numbered((changed.size() + 1) + ".", List.of(Span.text(other)), null));
        }
        Collections.swap(changed, 100, 2_000);
        long began = System.nanoTime();
        List<Redline.Row> rows = Redline.of(new Body(parts), new Body(changed));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(rows).filteredOn(row -> row.kind() == Kind.MOVED).hasSize(2);
    }
}
