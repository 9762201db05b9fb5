package org.throughline.inputs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.calls.CallId;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.TextFile;
import org.throughline.world.AllInputs;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// Whatever program saved a table, its letters arrive, or the file is refused with what to do.
@ThroughlineTest
class EncodingTests extends Importing {

    private static final String HEAD = "key,organisation,stakeholderType,country,consent.text,q1\n";
    private static final String RUSSIAN =
            "Доступ к интернету должен быть обеспечен для всех жителей, включая сельские районы и малые города.";

    CallId call;
    String slug;

    @BeforeEach
    void anOpenCall() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "x-MacRoman", "IBM850"})
    void oneRowOfAWesternLanguageIsEnough(String charset) throws IOException {
        for (String words : new String[] {
            "Des réponses équilibrées à la fracture numérique.",
            "La participación según el país: mañana será público.",
            "Größere Netze für Jugendliche, überall.",
            "A governança não é só técnica; participação das nações."
        }) assertReadsAs(words, charset, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866"})
    void oneRowOfRussianIsEnough(String charset) throws IOException {
        assertReadsAs(RUSSIAN, charset, false);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1256, يجب أن يكون الوصول إلى الإنترنت متاحاً للجميع",
        "windows-1253, Η πρόσβαση στο διαδίκτυο για όλους",
        "windows-1250, Dostęp do sieci musi być zapewniony dla wszystkich również na wsi",
        "GB18030, 必须保障所有人的互联网接入，包括农村地区和小城市。我们认为这非常重要。",
        "x-MacRoman, It’s the people’s choice – “everybody’s” choice"
    })
    void otherLanguagesAndMarksAreKnownToo(String charset, String words) throws IOException {
        assertReadsAs(words, charset, false);
    }

    private void assertReadsAs(String words, String charset, boolean guessed) throws IOException {
        byte[] bytes = (HEAD + "a,Society,CSO,KE,yes,\"" + words + "\"\n").getBytes(Charset.forName(charset));
        assertThat(new String(bytes, Charset.forName(charset))).contains(words);
        TextFile text = TextFile.open(Files.write(folder.resolve("one.csv"), bytes), "");
        try (var reader = text.reader()) {
            assertThat(reader.readAllAsString()).as("%s", text).contains(words);
        }
        assertThat(text.guessed()).as("%s", text).isEqualTo(guessed);
    }

    @Test
    void whatIsStoredIsWhatWasWritten() throws IOException {
        String row = "a,Société à équilibrer,CSO,KE,yes,Des réponses équilibrées.\n";
        ImportResult result = bringIn(HEAD + row, "x-MacRoman", null);
        assertThat(result.encoding()).isEqualTo("x-MacRoman");
        assertThat(result.encodingGuessed()).isFalse();
        assertThat(AllInputs.of(call, jdbc, publication).getFirst().respondent().organisation())
                .isEqualTo("Société à équilibrer");
    }

    @Test
    void wordsTooFewToTellAreAGuessThatIsSaid() throws IOException {
        ImportResult result = bringIn(HEAD + "a,Да,CSO,KE,yes,Words.\n", "windows-1251", null);
        assertThat(result.encodingGuessed()).isTrue();
    }

    @Test
    void bytesThatMeanNothingAreRefusedAndNeverLost() throws IOException {
        byte[] bytes = (HEAD + "a,Société,CSO,KE,yes,Déjà vu à l’été.\nb,Broken @,CSO,KE,yes,Une réponse.\n")
                .getBytes(Charset.forName("windows-1252"));
        for (int i = 0; i < bytes.length; i++) if (bytes[i] == '@') bytes[i] = (byte) 0x81;
        assertRefused(Files.write(folder.resolve("in.csv"), bytes), null, "line 3", "windows-1252", "UTF-8", "mapping");
        assertThat(AllInputs.of(call, jdbc, publication)).isEmpty();
    }

    @Test
    void aMarkOfUtf8BeforeSomethingElseIsRefused() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        bytes.write((HEAD + "a,Société,CSO,KE,yes,Words.\n").getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(Files.write(folder.resolve("in.csv"), bytes.toByteArray()), null, "line 2", "UTF-8");
    }

    @Test
    void noiseIsNoText() throws IOException {
        byte[] noise = (HEAD + "a,@,CSO,KE,yes,Words.\n".repeat(3)).getBytes(StandardCharsets.US_ASCII);
        var bytes = new java.io.ByteArrayOutputStream();
        for (byte b : noise)
            if (b == '@') for (int i = 0x80; i < 0x100; i += 3) bytes.write(i);
            else bytes.write(b);
        assertRefused(Files.write(folder.resolve("in.csv"), bytes.toByteArray()), null, "Save the file as UTF-8");
    }

    @Test
    void theMappingNamesAnEncodingAndLeavesTheColumnsToTheirNames() throws IOException {
        Mapping mapping = Mapping.parse("{\"encoding\": \"IBM866\"}", "mapping.json");
        ImportResult result = bringIn(HEAD + "a,Да,CSO,KE,yes,Words.\n", "IBM866", mapping);
        assertThat(result.encodingGuessed()).isFalse();
        assertThat(AllInputs.of(call, jdbc, publication).getFirst().respondent().organisation())
                .isEqualTo("Да");
        Path file = folder.resolve("in.csv");
        assertRefused(file, Mapping.parse("{\"encoding\": \"UTF-8\"}", "mapping.json"), "line 2", "UTF-8");
        assertRefused(file, Mapping.parse("{\"encoding\": \"Klingon 8\"}", "mapping.json"), "Klingon 8");
    }

    private void assertRefused(Path file, @Nullable Mapping mapping, String... words) {
        assertThatThrownBy(() -> run(slug, file, mapping))
                .isInstanceOfSatisfying(
                        ImportFailed.class,
                        e -> assertThat(e.reason().words(messages.in("en"))).contains(words));
    }

    private ImportResult bringIn(String text, String charset, @Nullable Mapping mapping) throws IOException {
        Path file = Files.write(folder.resolve("in.csv"), text.getBytes(Charset.forName(charset)));
        return run(slug, file, mapping);
    }
}
