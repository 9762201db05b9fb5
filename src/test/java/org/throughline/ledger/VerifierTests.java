package org.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.ledger.Finding.Check;
import org.throughline.ledger.Finding.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A receipt as it was given holds; with anything in it changed it does not.
class VerifierTests {

    private final SampleLog log = SampleLog.of(20);
    private final Receipt receipt = log.receipt(13, log.size());

    @Test
    void aReceiptHoldsAndEveryStepIsNamed() {
        Verification verification = new Verifier(Set.of(log.key.verifier())).verify(bytes(receipt.toJson()));
        assertThat(verification.holds()).isTrue();
        assertThat(verification.document()).isEqualTo(Verification.Document.RECEIPT);
        assertThat(verification.findings())
                .extracting(Finding::check)
                .containsExactly(
                        Check.LEAF_AGREES,
                        Check.RECORDED_LATER,
                        Check.CONTENT_MATCHES,
                        Check.INCLUDED,
                        Check.SIGNED,
                        Check.KEY_TRUSTED);
    }

    @Test
    void everyReceiptHoldsAtEverySizeOfTheLog() {
        for (long size = 2; size <= log.size(); size++) {
            for (long index = 1; index < size; index += 2) {
                assertThat(verify(log.receipt(index, size).toJson()).holds()).isTrue();
            }
        }
    }

    @Test
    void withoutATrustedKeyTheReaderIsTold() {
        Verification verification = verify(receipt.toJson());
        assertThat(verification.holds()).isTrue();
        assertThat(checks(verification)).contains(Check.KEY_OF_FILE);
    }

    @Test
    void aReceiptOfAnotherKeyDoesNotHold() {
        SigningKey other = SigningKey.generate("example.org/log");
        Verification verification = new Verifier(Set.of(other.verifier())).verify(bytes(receipt.toJson()));
        assertThat(verification.holds()).isFalse();
        assertThat(checks(verification)).contains(Check.KEY_OTHER);
    }

    @Test
    void aReceiptWithoutContentShowsTheArrivalOnly() {
        ObjectNode shorter = tree();
        shorter.remove("content");
        shorter.remove("salt");
        Verification verification = verify(shorter.toString());
        assertThat(verification.holds()).isTrue();
        assertThat(checks(verification)).contains(Check.CONTENT_ABSENT);
    }

    @Test
    void howItCameIsPassedOn() {
        assertThat(checks(verify(receipt.cameBy("import").toJson()))).contains(Check.CAME_BY_IMPORT);
        assertThat(checks(verify(receipt.cameBy("paper").toJson()))).contains(Check.CAME_ON_PAPER);
        ObjectNode spoiled = tree();
        spoiled.put("way", 1);
        assertThat(checks(verify(spoiled.toString()))).contains(Check.FIELD_BROKEN);
    }

    @Test
    void aReceiptAsItWasBeforeItSaidWhenItWasRecordedStillHolds() {
        ObjectNode older = tree();
        older.remove("recordedAt");
        assertThat(checks(verify(older.toString()))).contains(Check.LEAF_AGREES, Check.RECORDED_LATER);
    }

    @Test
    void theOrderOfKeysAndTheSpacesDoNotMatter() {
        ObjectNode content = (ObjectNode) tree().get("content");
        JsonNode words = content.remove("words");
        content.set("text", content.remove("text"));
        content.set("words", words);
        ObjectNode again = tree();
        again.set("content", content);
        assertThat(verify(again.toString()).holds()).isTrue();
        assertThat(verify(again.toPrettyString()).holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "subject",
                "hash",
                "salt",
                "receivedAt",
                "recordedAt",
                "origin",
                "publicKey",
                "leaf",
                "checkpoint",
                "content.text"
            })
    void noCharacterOfATextInItCanBeChanged(String field) {
        String[] path = field.split("\\.");
        ObjectNode holder = path.length == 1 ? null : (ObjectNode) tree().get(path[0]);
        String text =
                (holder == null ? tree() : holder).get(path[path.length - 1]).stringValue();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'x' ? 'y' : 'x';
            ObjectNode spoiled = tree();
            ObjectNode target = path.length == 1 ? spoiled : (ObjectNode) spoiled.get(path[0]);
            target.put(path[path.length - 1], text.substring(0, i) + other + text.substring(i + 1));
            assertThat(verify(spoiled.toString()).holds())
                    .as("%s, character %d", field, i)
                    .isFalse();
        }
    }

    @Test
    void noNumberInItCanBeChanged() {
        for (String field : List.of("number", "leafIndex")) {
            for (long wrong : new long[] {-1, 0, 1, 12, 14, 40, Long.MAX_VALUE}) {
                ObjectNode spoiled = tree();
                spoiled.put(field, wrong);
                assertThat(verify(spoiled.toString()).holds())
                        .as("%s %d", field, wrong)
                        .isFalse();
            }
        }
        for (long wrong : new long[] {-1, 0, 13, 14, 39, 41, Long.MAX_VALUE}) {
            ObjectNode spoiled = tree();
            ((ObjectNode) spoiled.get("inclusion")).put("treeSize", wrong);
            assertThat(verify(spoiled.toString()).holds())
                    .as("treeSize %d", wrong)
                    .isFalse();
        }
        ObjectNode spoiled = tree();
        ((ObjectNode) spoiled.get("content")).put("words", 15);
        assertThat(checks(verify(spoiled.toString()))).contains(Check.CONTENT_CHANGED);
    }

    @Test
    void noHashOfTheProofCanBeChangedDroppedOrAdded() {
        for (int i = 0; i < receipt.inclusion().proof().size(); i++) {
            ObjectNode changed = tree();
            proof(changed).set(i, proof(changed).stringNode(Hash.sha256().base64Url()));
            assertThat(checks(verify(changed.toString()))).contains(Check.NOT_INCLUDED);
            ObjectNode shorter = tree();
            proof(shorter).remove(i);
            assertThat(verify(shorter.toString()).holds()).isFalse();
        }
        ObjectNode longer = tree();
        proof(longer).add(Hash.sha256().base64Url());
        assertThat(verify(longer.toString()).holds()).isFalse();
    }

    @Test
    void noFieldCanBeTakenOutOrHaveAnotherType() {
        for (String field : tree().propertyNames()) {
            if (field.equals("type")) continue;
            ObjectNode without = tree();
            without.remove(field);
            // Older receipts do not have it.
            assertThat(verify(without.toString()).holds())
                    .as("without " + field)
                    .isEqualTo(field.equals("recordedAt"));
            for (String other : List.of("null", "{}", "[]", "true", "1.5", "\"\"")) {
                ObjectNode spoiled = tree();
                spoiled.set(field, StrictJson.MAPPER.readTree(other));
                assertThat(verify(spoiled.toString()).holds())
                        .as(field + " = " + other)
                        .isFalse();
            }
        }
    }

    @Test
    void aMovedPlaceWithTheRightProofOfAnotherLeafDoesNotHold() {
        Receipt other = log.receipt(15, log.size());
        ObjectNode mixed = tree();
        mixed.put("leafIndex", 15);
        mixed.set("inclusion", StrictJson.MAPPER.readTree(other.toJson()).get("inclusion"));
        assertThat(checks(verify(mixed.toString()))).contains(Check.NOT_INCLUDED);
    }

    @Test
    void twoCheckpointsOfOneLogHold() {
        for (long first = 1; first <= log.size(); first++) {
            Verification verification =
                    verify(consistency(first, log.size(), log).toString());
            assertThat(verification.holds()).isTrue();
            assertThat(checks(verification)).contains(Check.EXTENDS);
        }
    }

    @Test
    void aLogThatWasRewrittenIsFound() {
        ObjectNode spoiled = consistency(10, 30, log);
        Hash other = Hash.sha256(new byte[] {1});
        spoiled.put("first", Checkpoint.sign(log.key, 10, other).note());
        assertThat(checks(verify(spoiled.toString()))).contains(Check.DOES_NOT_EXTEND);
        ObjectNode strange = consistency(10, 30, log);
        strange.put("first", SampleLog.of(10).checkpoint(10).note());
        assertThat(checks(verify(strange.toString()))).contains(Check.NOT_SIGNED, Check.DOES_NOT_EXTEND);
        ObjectNode broken = consistency(10, 30, log);
        broken.put("second", "no checkpoint");
        assertThat(checks(verify(broken.toString()))).containsExactly(Check.FIELD_BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "\"text\"",
                "{",
                "{}",
                "{\"type\":\"throughline-receipt/2\"}",
                "{\"type\":[]}",
                "{\"type\":\"throughline-receipt/1\",\"type\":\"throughline-receipt/1\"}",
                "{\"type\":\"throughline-receipt/1\"} {}"
            })
    void whatIsNoReceiptIsRefused(String text) {
        assertThatThrownBy(() -> verify(text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void endlessNestingIsRefused() {
        String deep = "{\"type\":\"throughline-receipt/1\",\"content\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> verify(deep)).isInstanceOf(Unreadable.class);
    }

    private ObjectNode consistency(long first, long second, SampleLog of) {
        ObjectNode node = StrictJson.MAPPER.createObjectNode();
        node.put("type", Verifier.CONSISTENCY_TYPE);
        node.put("publicKey", of.key.verifier().toString());
        node.put("first", of.checkpoint(first).note());
        node.put("second", of.checkpoint(second).note());
        ArrayNode proof = node.putArray("proof");
        of.consistency(first, second).forEach(hash -> proof.add(hash.base64Url()));
        return node;
    }

    private static ArrayNode proof(ObjectNode receipt) {
        return (ArrayNode) receipt.get("inclusion").get("proof");
    }

    private ObjectNode tree() {
        return (ObjectNode) StrictJson.parse(bytes(receipt.toJson()));
    }

    private static Verification verify(String json) {
        return new Verifier(Set.of()).verify(bytes(json));
    }

    private static List<Check> checks(Verification verification) {
        assertThat(verification.holds())
                .isEqualTo(verification.findings().stream().noneMatch(finding -> finding.outcome() == Outcome.BROKEN));
        return verification.findings().stream().map(Finding::check).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
