package org.throughline.journeys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.Commitment;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.ledger.PublicLog;
import org.throughline.ledger.Receipt;
import org.throughline.ledger.Verifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Receipts and pairs of checkpoints from the log of the tests, as they were given and spoiled in many ways, by name.
final class VerifierFiles {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OTHER_HASH = Hash.sha256(new byte[] {7}).base64Url();

    /// What is hard to write canonically.
    private static final String CONTENT = """
            {"text": "مياه 水 \\ud83d\\ude00 \\u0001\\n\\u2028\\u007f \\"/\\\\", "words": 1E3, "share": 0.10, "\\ufb33": [],
             "\\ud83d\\ude00": {"small": 1e-7, "large": 1e21, "whole": 9007199254740992}, "none": null, "all": true}""";

    private final Map<String, String> files = new LinkedHashMap<>();

    private VerifierFiles() {}

    static Map<String, String> of(Ledger ledger, PublicLog log, PlatformTransactionManager transactions) {
        var made = new VerifierFiles();
        made.receipts(ledger, transactions);
        made.checkpoints(log);
        return made.files;
    }

    private void receipts(Ledger ledger, PlatformTransactionManager transactions) {
        var opened = new Receipt.Opened(Commitment.newSalt(), CanonicalJson.bytes(JSON.readTree(CONTENT)));
        Hash hash = Commitment.of(opened.salt(), opened.canonicalContent());
        String call = "calls/offline-" + UUID.randomUUID() + "/inputs/";
        EntryId entry = new TransactionTemplate(transactions).execute(status -> {
            ledger.append(EntryKind.PUBLICATION, call + 1, Hash.sha256());
            ledger.append(EntryKind.PUBLICATION, call + 2, Hash.sha256());
            return ledger.append(EntryKind.RECEIPT, call + 3, hash);
        });
        ledger.await(entry);
        String genuine = ledger.receipt(entry, opened).cameBy("form").toJson();
        files.put("genuine receipt", genuine);
        files.put("receipt without content", ledger.receipt(entry, null).toJson());
        spoiled(genuine, "changed answer", receipt -> content(receipt).put("text", "مياه"));
        spoiled(
                genuine,
                "content of no canonical form",
                receipt -> content(receipt).put("words", 9007199254740993L));
        spoiled(genuine, "half a surrogate pair", receipt -> content(receipt).put("text", "\ud83d"));
        spoiled(genuine, "no content to the salt", receipt -> receipt.remove("content"));
        spoiled(genuine, "short salt", receipt -> receipt.put("salt", "AAAA"));
        spoiled(
                genuine,
                "changed proof",
                receipt -> ((ArrayNode) receipt.at("/inclusion/proof"))
                        .set(0, JSON.getNodeFactory().stringNode(OTHER_HASH)));
        spoiled(genuine, "shorter proof", receipt -> ((ArrayNode) receipt.at("/inclusion/proof")).remove(0));
        spoiled(genuine, "no proof", receipt -> receipt.remove("inclusion"));
        spoiled(genuine, "other place", receipt -> receipt.put("leafIndex", 0));
        spoiled(genuine, "place beyond the log", receipt -> receipt.put("leafIndex", 1234567L));
        spoiled(genuine, "half a place", receipt -> receipt.put("leafIndex", 1.5));
        spoiled(genuine, "other size", receipt -> ((ObjectNode) receipt.get("inclusion")).put("treeSize", 1000000));
        spoiled(
                genuine,
                "other facts",
                receipt -> receipt.put("number", 9)
                        .put("receivedAt", "2025-01-01T00:00:00.000Z")
                        .put("recordedAt", "2025-01-01T00:00:00.000Z")
                        .put("origin", "example.org/other")
                        .put("way", 5));
        spoiled(genuine, "later leaf", receipt -> {
            String leaf = receipt.get("leaf").stringValue();
            receipt.put("leaf", leaf.replaceFirst("\"at\":\"\\d{4}", "\"at\":\"2003"));
        });
        spoiled(
                genuine,
                "leaf with a space",
                receipt -> receipt.put("leaf", receipt.get("leaf").stringValue().replace("{", "{ ")));
        spoiled(
                genuine,
                "checkpoint without its end",
                receipt -> receipt.put(
                        "checkpoint", receipt.get("checkpoint").stringValue().strip()));
        spoiled(
                genuine,
                "checkpoint with other words",
                receipt -> receipt.put(
                        "checkpoint", receipt.get("checkpoint").stringValue().replace("\n\n", "\nmore\n\n")));
        spoiled(
                genuine,
                "key of another hash",
                receipt -> receipt.put(
                        "publicKey",
                        receipt.get("publicKey").stringValue().replaceFirst("\\+[0-9a-f]{8}", "+00000000")));
        var other = OtherKey.make();
        spoiled(
                genuine,
                "signed by another key",
                receipt -> receipt.put(
                                "checkpoint",
                                other.signed(receipt.get("checkpoint").stringValue()))
                        .put("publicKey", other.text(receipt.get("origin").stringValue())));
        spoiled(
                genuine,
                "signed by another key in our name",
                receipt -> receipt.put(
                        "checkpoint", other.signed(receipt.get("checkpoint").stringValue())));
    }

    private static ObjectNode content(ObjectNode receipt) {
        return (ObjectNode) receipt.get("content");
    }

    private void checkpoints(PublicLog log) {
        long size = log.size();
        PublicLog.Consistency held = log.consistency(size - 2, size);
        ObjectNode file = JSON.createObjectNode()
                .put("type", Verifier.CONSISTENCY_TYPE)
                .put("publicKey", log.key().toString())
                .put("first", held.first().note())
                .put("second", held.second().note());
        ArrayNode proof = file.putArray("proof");
        held.proof().forEach(hash -> proof.add(hash.base64Url()));
        String genuine = JSON.writeValueAsString(file);
        files.put("genuine checkpoints", genuine);
        spoiled(
                genuine,
                "forged checkpoint",
                pair -> pair.put(
                        "first",
                        held.first()
                                .note()
                                .replace(
                                        held.first().root().base64(),
                                        Hash.sha256().base64())));
        spoiled(
                genuine,
                "changed proof of checkpoints",
                pair -> pair.putArray("proof").add(OTHER_HASH));
        spoiled(genuine, "no proof of checkpoints", pair -> pair.putArray("proof"));
        spoiled(
                genuine,
                "same size, proof too much",
                pair -> pair.put("second", held.first().note()));
        spoiled(genuine, "no checkpoint", pair -> pair.put("first", "x"));
        // Well signed by one key, and of two logs: only the hashes can tell.
        var other = OtherKey.make();
        spoiled(
                genuine,
                "two logs of another key",
                pair -> pair.put("publicKey", other.text(log.key().name()))
                        .put(
                                "first",
                                other.signed(held.first()
                                        .note()
                                        .replace(
                                                held.first().root().base64(),
                                                Hash.sha256().base64())))
                        .put("second", other.signed(held.second().note())));
    }

    private void spoiled(String genuine, String name, Consumer<ObjectNode> spoil) {
        var file = (ObjectNode) JSON.readTree(genuine);
        spoil.accept(file);
        files.put(name, JSON.writeValueAsString(file));
    }

    /// A key that is none of the log's, and what it signs, in the form of the standard.
    private record OtherKey(KeyPair pair) {

        static OtherKey make() {
            try {
                return new OtherKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private byte[] typed() {
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] typed = Arrays.copyOfRange(encoded, encoded.length - 33, encoded.length);
            typed[0] = 1;
            return typed;
        }

        private byte[] id(String name) {
            byte[] hash = Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed())
                    .bytes();
            return Arrays.copyOf(hash, 4);
        }

        String text(String name) {
            return name + "+" + HexFormat.of().formatHex(id(name)) + "+"
                    + Base64.getEncoder().encodeToString(typed());
        }

        /// The same note with our signature in the place of the one it has.
        String signed(String note) {
            String text = note.substring(0, note.indexOf("\n\n") + 1);
            String name = text.substring(0, text.indexOf('\n'));
            try {
                Signature signer = Signature.getInstance("Ed25519");
                signer.initSign(pair.getPrivate());
                signer.update(text.getBytes(StandardCharsets.UTF_8));
                byte[] signature = signer.sign();
                byte[] marked = Arrays.copyOf(id(name), 4 + signature.length);
                System.arraycopy(signature, 0, marked, 4, signature.length);
                return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(marked) + "\n";
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
