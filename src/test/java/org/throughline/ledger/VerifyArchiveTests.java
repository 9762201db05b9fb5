package org.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `throughline verify` on the archive of a call that somebody changed: each change is named.
class VerifyArchiveTests extends VerifyRun {

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
}
