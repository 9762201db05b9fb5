package org.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `throughline verify`: what it prints and how it ends, for receipts and for archives that somebody changed.
class VerifyCommandTests {

    @TempDir
    Path folder;

    private final SampleLog log = SampleLog.of(20);
    private String printed = "";

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
    void anArchiveHolds() throws IOException {
        assertThat(run(log.archive())).isZero();
        assertThat(printed)
                .contains("ok      The 40 leaves in the archive give the root that the checkpoint signs.")
                .contains("ok      Input 17: the stored content matches its receipt (leaf 33).")
                .doesNotContain("BROKEN");
    }

    @Test
    void aChangedInputIsNamed() throws IOException {
        assertThat(run(changed("inputs/17.json", text -> text.replace("Input 17", "Input 17!"))))
                .isOne();
        assertThat(printed)
                .contains("BROKEN  Input 17: the stored content does not match its receipt (leaf 33).")
                .contains("ok      Input 16:")
                .endsWith("1 thing does not hold.\n");
    }

    @Test
    void aChangedSaltIsNamed() throws IOException {
        assertThat(run(changed("inputs/3.json", text -> text.replaceAll("\"salt\" : \"..", "\"salt\" : \"zz"))))
                .isOne();
        assertThat(printed).contains("BROKEN  Input 3: the stored content does not match its receipt (leaf 5).");
    }

    @Test
    void aLeafChangedTogetherWithItsInputIsNamed() throws IOException {
        Leaf old = log.leaf(33);
        Leaf forged = new Leaf(old.id(), old.kind(), old.subject(), Hash.sha256(new byte[] {1}), old.at());
        assertThat(run(changed("leaves.jsonl", text -> text.replace(old.canonical(), forged.canonical()))))
                .isOne();
        assertThat(printed)
                .contains("BROKEN  Leaf 33 (call/sample/inputs/17) is not the one in the signed log.")
                .contains("BROKEN  The 40 leaves in the archive do not give the root")
                .contains("BROKEN  Input 17:")
                .endsWith("3 things do not hold.\n");
    }

    @Test
    void aLeafOfAnotherCallThatWasChangedIsNoticed() throws IOException {
        assertThat(run(changed(
                        "leaves.jsonl",
                        text -> text.replace("call/elsewhere/inputs/9\"", "call/elsewhere/inputs/8\""))))
                .isOne();
        assertThat(printed).contains("do not give the root").endsWith("1 thing does not hold.\n");
    }

    @Test
    void aLeafTakenOutIsNoticed() throws IOException {
        assertThat(run(changed("leaves.jsonl", text -> text.replace(log.leaf(33).canonical() + "\n", ""))))
                .isOne();
        assertThat(printed).contains("The archive has or names 39 leaves, the checkpoint signs 40.");
    }

    @Test
    void anInputLeftOutIsNamed() throws IOException {
        Map<String, String> files = unzip(log.archive());
        files.remove("inputs/17.json");
        assertThat(run(zip(files))).isOne();
        assertThat(printed).contains("BROKEN  Input 17: it was received (leaf 33), but is not in this archive.");
    }

    @Test
    void anInputPutInAnothersPlaceIsNamed() throws IOException {
        Map<String, String> files = unzip(log.archive());
        files.put("inputs/17.json", files.get("inputs/16.json").replace("inputs/16", "inputs/17"));
        assertThat(run(zip(files))).isOne();
        assertThat(printed)
                .contains("BROKEN  Input 17: it names leaf 31, which is not its receipt.")
                .contains("Input 17: it was received");
    }

    @Test
    void anAddedInputIsNamed() throws IOException {
        Map<String, String> files = unzip(log.archive());
        files.put("inputs/21.json", files.get("inputs/17.json").replace("inputs/17", "inputs/21"));
        assertThat(run(zip(files))).isOne();
        assertThat(printed).contains("BROKEN  Input 21: it names leaf 33, which is not its receipt.");
    }

    @Test
    void onlyAnInputThatIsNotPublishedMayComeWithoutItsContent() throws IOException {
        Map<String, String> files = unzip(log.archive());
        files.put("inputs/17.json", withoutContent("withheld"));
        assertThat(run(zip(files))).isZero();
        assertThat(printed).contains("note    Input 17: its content is not in this archive; its receipt is leaf 33.");
        log.publish(17);
        files = unzip(log.archive());
        assertThat(run(zip(files))).isZero();
        files.put("inputs/17.json", withoutContent("published"));
        assertThat(run(zip(files))).isOne();
        assertThat(printed)
                .contains(
                        "BROKEN  Input 17: it is published, but its salt and content are not in this archive (leaf 33).")
                .endsWith("1 thing does not hold.\n");
        files.put("inputs/17.json", withoutContent("withheld"));
        assertThat(run(zip(files))).isOne();
        assertThat(printed).endsWith("2 things do not hold.\n");
        log.endPublication(17, "withheld");
        files = unzip(log.archive());
        files.put("inputs/17.json", withoutContent("withheld"));
        assertThat(run(zip(files))).isZero();
    }

    private static String withoutContent(String state) {
        String at = "2025-03-14T22:59:59.900Z";
        return """
                {"subject":"call/sample/inputs/17","leafIndex":33,"state":"%s","receivedAt":"%s","shownAt":"%s"}""".formatted(state, at, at);
    }

    /// Three inputs are published, one of them no longer, and one was withdrawn without ever having been public.
    @ParameterizedTest
    @CsvSource({
        "1, received, published, received / withheld",
        "1, received, withdrawn, received / withheld",
        "1, received, replaced, received / withheld",
        "1, received, '', received / withheld",
        "1, received, open, received / withheld",
        "2, published, withheld, published",
        "2, published, received, published",
        "2, published, duplicate, published",
        "2, published, withdrawn, published",
        "3, withheld, published, withdrawn / withheld",
        "4, withdrawn, published, withdrawn",
        "4, withdrawn, withheld, withdrawn",
        "5, replaced, published, replaced",
        "5-2, published, replaced, published"
    })
    void aStateThatDoesNotFollowFromTheLeavesIsNamed(String file, String before, String after, String said)
            throws IOException {
        for (int number : List.of(2, 3, 5)) log.publish(number);
        log.endPublication(3, "withheld");
        log.endPublication(4, "withdrawn");
        log.endPublication(5, "received");
        log.input(5, Map.of("text", "Better"));
        log.publish(5);
        assertThat(run(log.archive())).isZero();
        assertThat(printed).contains("ok      The states of 21 inputs are those that follow from the leaves");
        assertThat(run(changed(
                        "inputs/" + file + ".json",
                        text -> text.replace("\"state\" : \"" + before, "\"state\" : \"" + after))))
                .isOne();
        assertThat(printed)
                .containsPattern("BROKEN  Input " + file.charAt(0) + ": the archive says “" + after
                        + "”, but its leaves in the log say: .*" + said + "\\.")
                .endsWith("1 thing does not hold.\n");
    }

    @Test
    void whatIsNoLongerPublicMayHaveAnyStateThatEndsAPublication() throws IOException {
        log.publish(3);
        log.endPublication(3, "withheld");
        for (String state : List.of("received", "duplicate", "withdrawn")) {
            assertThat(run(changed("inputs/3.json", text -> text.replace("withheld", state))))
                    .isZero();
        }
    }

    @Test
    void aReplacedInputNeedsItsNewestReceiptOnly() throws IOException {
        long newest = log.input(17, Map.of("text", "Better"));
        Map<String, String> files = unzip(log.archive());
        assertThat(files).containsKeys("inputs/17.json", "inputs/17-2.json");
        assertThat(run(zip(files))).isZero();
        String older = files.remove("inputs/17.json");
        assertThat(run(zip(files))).isZero();
        files.remove("inputs/17-2.json");
        files.put("inputs/17.json", older);
        assertThat(run(zip(files))).isOne();
        assertThat(printed).contains("Input 17: it was received (leaf " + newest + "), but is not in this archive.");
    }

    @Test
    void anEditionIsHeldToItsLeaf() throws IOException {
        log.edition(1, Map.of("sentences", List.of("Roads are long.")));
        Map<String, String> files = unzip(log.archive());
        assertThat(run(zip(files))).isZero();
        assertThat(printed)
                .contains("ok      Edition 1 of the summary: what is stored is what was published (leaf 40).");
        String edition = files.get("editions/1.json");
        files.put("editions/1.json", edition.replace("long", "short"));
        assertThat(run(zip(files))).isOne();
        assertThat(printed)
                .contains("BROKEN  Edition 1 of the summary: what is stored is not what was published (leaf 40).");
        files.put("editions/1.json", edition.replace(": 40", ": 39"));
        assertThat(run(zip(files))).isOne();
        assertThat(printed)
                .contains("BROKEN  Edition 1 of the summary: it names leaf 39, which is not its own.")
                .contains("BROKEN  Edition 1 of the summary: it was published (leaf 40), but is not in this archive.");
        files.put("editions/1.json", "{");
        assertThat(run(zip(files))).isOne();
        assertThat(printed).contains("The file editions/1.json cannot be read.");
        files.remove("editions/1.json");
        assertThat(run(zip(files))).isOne();
    }

    @Test
    void anArchiveOfTheFirstFormStillHolds() throws IOException {
        log.edition(1, Map.of("sentences", List.of("Roads are long.")));
        Map<String, String> files = unzip(log.archive());
        files.remove("editions/1.json");
        files.compute("manifest.json", (name, text) -> text.replace("throughline-archive/3", "throughline-archive/1"));
        files.compute(
                "proofs.jsonl",
                (name, text) -> text.lines()
                        .filter(line -> !line.contains("\"leafIndex\":40,"))
                        .collect(Collectors.joining("\n", "", "\n")));
        assertThat(run(zip(files))).isZero();
        assertThat(printed).contains("note    This archive is of an older form, without the editions of the summary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receivedAt", "shownAt"})
    void aMovedDateIsNamed(String member) throws IOException {
        assertThat(run(changed(
                        "inputs/17.json",
                        text -> text.replace(
                                "\"" + member + "\" : \"2025-03-14T22:59", "\"" + member + "\" : \"2025-02-14T22:59"))))
                .isOne();
        assertThat(printed)
                .contains(
                        "BROKEN  Input 17: the archive says it was received at 2025-02-14T22:59:59.900Z, but its leaf")
                .endsWith("1 thing does not hold.\n");
        assertThat(run(changed("inputs/17.json", text -> text.replace(member, "otherwise"))))
                .isOne();
        assertThat(printed).endsWith("1 thing does not hold.\n");
    }

    @Test
    void anArchiveOfTheSecondFormStillHolds() throws IOException {
        assertThat(run(changed(
                        "manifest.json", text -> text.replace("throughline-archive/3", "throughline-archive/2"))))
                .isZero();
        assertThat(printed).contains("note    This archive is of an older form. Whether the sealed content");
        assertThat(run(changed(
                        "manifest.json", text -> text.replace("throughline-archive/3", "throughline-archive/4"))))
                .isEqualTo(2);
    }

    @Test
    void aChangedCheckpointOrProofOrManifestIsNoticed() throws IOException {
        assertThat(run(changed("checkpoint.txt", text -> text.replace("\n40\n", "\n41\n"))))
                .isOne();
        assertThat(printed).contains("is not signed");
        assertThat(run(changed("proofs.jsonl", text -> text.replace("\"leafIndex\":33", "\"leafIndex\":31"))))
                .isOne();
        assertThat(printed).contains("BROKEN  Leaf 31");
        assertThat(run(changed("manifest.json", text -> text.replace("\"leaves\" : 40", "\"leaves\" : 39"))))
                .isOne();
        assertThat(run(changed("manifest.json", text -> text.replace("example.org/log\"", "example.org/other\""))))
                .isOne();
        String other = SigningKey.generate("example.org/log").verifier().toString();
        assertThat(run(changed(
                        "manifest.json", text -> text.replace(log.key.verifier().toString(), other))))
                .isOne();
        assertThat(run(changed("inputs/1.json", text -> text + "x"))).isOne();
        assertThat(printed).contains("The file inputs/1.json cannot be read.");
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

    private byte[] changed(String file, UnaryOperator<String> change) throws IOException {
        Map<String, String> files = unzip(log.archive());
        String before = files.get(file);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        files.put(file, after);
        return zip(files);
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private int run(byte[] content) throws IOException {
        return run(Files.write(folder.resolve("file"), content), Optional.empty());
    }

    private int run(Path file, Optional<Path> key) {
        var out = new ByteArrayOutputStream();
        int status = VerifyCommand.run(file, new PrintStream(out, true, StandardCharsets.UTF_8), key);
        printed = out.toString(StandardCharsets.UTF_8);
        return status;
    }
}
