package org.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// `throughline verify`: what it prints and how it ends, for receipts, and for files that are meant to harm.
class VerifyCommandTests extends VerifyRun {

    @Test
    void aReceiptHolds() throws IOException {
        assertThat(run(log.receipt(13, 40).toJson().getBytes(StandardCharsets.UTF_8)))
                .isZero();
        assertThat(printed)
                .contains("ok      Leaf 13 is in the log of 40 entries.")
                .contains("note    The key is the one named in the file itself")
                .endsWith("Everything that could be checked holds.\n");
    }

    @Test
    void aChangedReceiptEndsWithOne() throws IOException {
        String json = log.receipt(13, 40).toJson().replace("Input 7", "Input 8");
        assertThat(run(json.getBytes(StandardCharsets.UTF_8))).isOne();
        assertThat(printed)
                .contains("BROKEN  The content is not the one that was received")
                .endsWith("1 thing does not hold.\n");
    }

    @Test
    void aGivenKeyDecides() throws IOException {
        Path key = folder.resolve("key");
        Files.writeString(key, log.key.verifier() + "\n");
        Path receipt = Files.writeString(
                folder.resolve("receipt.json"), log.receipt(1, 2).toJson());
        assertThat(run(receipt, Optional.of(key))).isZero();
        assertThat(printed).contains("ok      The key is one the log is known by");
        Files.writeString(key, SigningKey.generate("example.org/log").verifier() + "\n");
        assertThat(run(receipt, Optional.of(key))).isOne();
        Files.writeString(key, "\n");
        assertThat(run(receipt, Optional.of(key))).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadEndsWithTwo() throws IOException {
        assertThat(run("{".getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
        assertThat(run(new byte[0])).isEqualTo(2);
        assertThat(run("PK nonsense".getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
        assertThat(run(zip(Map.of("a", "b")))).isEqualTo(2);
        assertThat(run(folder.resolve("absent"), Optional.empty())).isEqualTo(2);
        assertThat(run(folder, Optional.empty())).isEqualTo(2);
        assertThat(printed).startsWith("Not verified: ");
    }

    @Test
    void aZipBombIsRefusedQuickly() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            byte[] spaces = new byte[1 << 20];
            java.util.Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 64; i++) zip.write(spaces);
        }
        assertThat(bytes.size()).isLessThan(200_000);
        assertThat(run(bytes.toByteArray())).isEqualTo(2);
        assertThat(printed).contains("The file manifest.json in the archive is too long");
        assertThat(run(changed("leaves.jsonl", text -> " ".repeat(1 << 20)))).isEqualTo(2);
        assertThat(printed).contains("A line in leaves.jsonl is too long");
    }

    @Test
    void aDamagedArchiveEndsWithTwo() throws IOException {
        byte[] archive = log.archive();
        for (int i = 60; i < 400; i++) archive[i] ^= 0x5a;
        assertThat(run(archive)).isEqualTo(2);
    }

    @Test
    void anArchiveCannotWriteOnTheTerminal() throws IOException {
        Map<String, String> files = unzip(log.archive());
        files.put("inputs/\u001b[2J\u202e99.json", "x");
        assertThat(run(zip(files))).isOne();
        assertThat(printed).contains("[2J").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aPlaceBeyondEveryNumberIsNoPlace() throws IOException {
        assertThat(run(changed(
                        "inputs/17.json",
                        text -> text.replaceAll("\"leafIndex\" : 33", "\"leafIndex\" : 99999999999999999999"))))
                .isOne();
        assertThat(printed).contains("BROKEN  Input 17: it names leaf 99999999999999999999");
    }

    @Test
    void afterAThousandThingsThatDoNotHoldTheRestIsNotKept() {
        var log = new Verification.Log();
        for (int i = 0; i < 5_000; i++) log.add(Finding.Check.LEAF_CHANGED, String.valueOf(i), "–");
        assertThat(log.end(Verification.Document.ARCHIVE).findings()).hasSize(1_000);
    }
}
