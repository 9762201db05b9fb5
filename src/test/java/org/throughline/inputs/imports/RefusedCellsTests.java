package org.throughline.inputs.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.calls.CallId;
import org.throughline.world.AllInputs;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// A refused row keeps everything it held, and goes in once it is mended.
@ThroughlineTest
class RefusedCellsTests extends Importing {

    private static final String HEAD = "organisation,stakeholderType,country,q1,consent.text\n";

    CallId call;
    String slug;

    @BeforeEach
    void anOpenCall() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
    }

    @Test
    void moreCellsThanColumnsAreKeptAndTheMendedRowGoesIn() throws IOException {
        ImportResult result = run(slug, csv(HEAD + "A,CSO,KE,Right.,yes\nB,CSO,KE,One, two, three, four,yes\n"), null);
        assertThat(List.of(result.inputs(), result.refusedRows())).containsExactly(1L, 1L);
        String kept = Files.readString(refused());
        assertThat(kept)
                .contains("\"(cell 6)\",\"(cell 7)\",\"(cell 8)\"")
                .contains("\"One\",\" two\",\" three\",\" four\",\"yes\"");
        // Taken back as it is, it is refused again and still whole.
        Path again = csv(kept + "9,,C,CSO,KE,Fine.,yes\r\n");
        assertThat(run(slug, again, null).refusedRows()).isEqualTo(1L);
        assertThat(Files.readString(refused())).contains("\"One\",\" two\",\" three\",\" four\",\"yes\"");
        Path mended = csv(kept.replace(
                "\"One\",\" two\",\" three\",\" four\",\"yes\"", "\"One, two, three, four\",\"yes\",\"\",\"\",\"\""));
        assertThat(run(slug, mended, null).inputs()).isEqualTo(1L);
        assertThat(AllInputs.of(call, jdbc, publication)).hasSize(3);
    }

    @Test
    void emptyCellsBeyondTheHeaderSayNothing() throws IOException {
        assertThat(run(slug, csv(HEAD + "A,CSO,KE,Right.,yes,,,\n"), null).inputs())
                .isEqualTo(1L);
    }

    @Test
    void linesOfJsonKeepMembersThatTheFirstOneHasNot() throws IOException {
        Path file = Files.writeString(folder.resolve("in.jsonl"), """
                {"organisation": "A", "stakeholderType": "martians", "country": "KE", "q1": "One."}
                {"organisation": "B", "stakeholderType": "martians", "country": "KE", "q1": "Two.", "note": "Kept too"}
                {"organisation":
                """);
        assertThat(run(slug, file, null).refusedRows()).isEqualTo(3L);
        String kept = Files.readString(refused());
        assertThat(kept.lines().findFirst().orElseThrow()).contains("\"note\",\"line\"");
        assertThat(run(slug, csv(kept.replace("martians", "CSO")), null).inputs())
                .isEqualTo(2L);
    }

    @Test
    void aLanguageThatNobodyKnowsIsRefusedAndOneIsKnownByNameOrCode() throws IOException {
        ImportResult result = run(
                slug,
                csv(
                        "language," + HEAD
                                + "xx,A,CSO,KE,One.,yes\nKlingon,B,CSO,KE,Two.,yes\nFrench,C,CSO,KE,Trois.,yes\npt-BR,D,CSO,KE,Quatro.,yes\n"),
                null);
        assertThat(List.of(result.inputs(), result.refusedRows())).containsExactly(2L, 2L);
        assertThat(Files.readString(refused())).contains("“xx”", "“Klingon”");
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text);
    }
}
