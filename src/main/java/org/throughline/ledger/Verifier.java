package org.throughline.ledger;

import static org.throughline.ledger.Finding.Check.*;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throughline.ledger.Verification.Document;
import tools.jackson.databind.JsonNode;

/// Checks receipts, published summaries and reports, and pairs of checkpoints, with arithmetic alone: no
/// database, no network, no trust in the one who wrote them. Without a trusted key it can only say that the file
/// is whole and agrees with the key named in it, and says so. Refuses, as [Unreadable], what is not JSON or not
/// of a known type.
public final class Verifier {

    /// The `type` of a file with two checkpoints and the proof between them.
    public static final String CONSISTENCY_TYPE = "throughline-consistency/1";

    private static final int MAX_PROOF = 64;

    private final Set<VerifierKey> trusted;

    /// @param trusted the keys the reader knows to be the log's; none means that the reader does not know
    public Verifier(Set<VerifierKey> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /// Verifies a JSON document by its `type`.
    public Verification verify(byte[] json) {
        JsonNode document = StrictJson.parse(json);
        // The first summaries were given out without a type.
        String type = SummaryFile.isOne(document)
                ? document.path("type").asString(SummaryFile.TYPE)
                : document.path("type").asString("");
        return switch (type) {
            case Receipt.TYPE -> receipt(document);
            case CONSISTENCY_TYPE -> consistency(document);
            case SummaryFile.TYPE -> summary(document);
            case ReportPackageFile.TYPE -> report(new ByteArrayInputStream(json));
            default ->
                throw new Unreadable(
                        "This file is none of these: a receipt, a pair of checkpoints, a published summary, a published report");
        };
    }

    /// A checkpoint and the key that is said to have signed it.
    public record Signed(Checkpoint checkpoint, VerifierKey key) {}

    /// Two checkpoints, in any order, and the hashes between them: does the later log begin with the earlier one?
    public Verification checkpoints(Signed one, Signed other, List<Hash> proof) {
        var log = new Verification.Log();
        boolean inOrder = one.checkpoint.size() <= other.checkpoint.size();
        Checkpoint first = inOrder ? one.checkpoint : other.checkpoint;
        Checkpoint second = inOrder ? other.checkpoint : one.checkpoint;
        if (!first.origin().equals(second.origin())) log.add(ORIGIN_DIFFERS, first.origin(), second.origin());
        signature(log, first, inOrder ? one.key : other.key);
        signature(log, second, inOrder ? other.key : one.key);
        key(log, one.key);
        if (!other.key.equals(one.key)) key(log, other.key);
        // Every log begins with the empty one; there is nothing to prove then.
        boolean extended = first.size() == 0
                ? first.root().equals(Merkle.EMPTY_ROOT)
                : Merkle.extendsTree(first.size(), first.root(), second.size(), second.root(), proof);
        log.either(extended, EXTENDS, DOES_NOT_EXTEND, first.size(), second.size());
        return log.end(Document.CHECKPOINTS);
    }

    private Verification consistency(JsonNode document) {
        var log = new Verification.Log();
        var fields = new Fields(document, log);
        VerifierKey key = fields.key("publicKey");
        Checkpoint first = fields.checkpoint("first");
        Checkpoint second = fields.checkpoint("second");
        List<Hash> proof = fields.proof(document.path("proof"), "proof");
        if (key == null || first == null || second == null || proof == null) return log.end(Document.CHECKPOINTS);
        return checkpoints(new Signed(first, key), new Signed(second, key), proof);
    }

    private Verification receipt(JsonNode document) {
        var log = new Verification.Log();
        var fields = new Fields(document, log);
        Leaf leaf = fields.leaf("leaf");
        if (leaf != null) {
            leafAgrees(log, document, leaf);
            content(log, document, fields, leaf);
        }
        signedInclusion(log, document, fields, leaf);
        return log.end(Document.RECEIPT);
    }

    private void signedInclusion(Verification.Log log, JsonNode document, Fields fields, @Nullable Leaf leaf) {
        Checkpoint checkpoint = fields.checkpoint("checkpoint");
        if (checkpoint != null) {
            inclusion(log, document, fields, leaf, checkpoint);
            String origin = document.path("origin").asString("");
            if (!origin.equals(checkpoint.origin())) log.add(ORIGIN_DIFFERS, origin, checkpoint.origin());
        }
        VerifierKey key = fields.key("publicKey");
        if (checkpoint != null && key != null) {
            signature(log, checkpoint, key);
            key(log, key);
        }
    }

    private Verification summary(JsonNode document) {
        var log = new Verification.Log();
        var summary = new SummaryFile(document, log);
        if (!summary.fingerprint()) return log.end(Document.SUMMARY);
        proof(log, document, summary::leafAgrees);
        return log.end(Document.SUMMARY);
    }

    /// Verifies an edition of a report as it is given away for programs; read as it comes, however long it is.
    Verification report(InputStream in) {
        var log = new Verification.Log();
        var report = new ReportPackageFile(log);
        proof(log, report.read(in), report::leafAgrees);
        return log.end(Document.REPORT);
    }

    private void proof(Verification.Log log, JsonNode document, Consumer<Leaf> agrees) {
        JsonNode proof = document.path("proof");
        if (!proof.isObject()) {
            log.add(SUMMARY_WITHOUT_PROOF);
            return;
        }
        var fields = new Fields(proof, log);
        Leaf leaf = fields.leaf("leaf");
        if (leaf != null) agrees.accept(leaf);
        signedInclusion(log, proof, fields, leaf);
    }

    private static void leafAgrees(Verification.Log log, JsonNode document, Leaf leaf) {
        List<String> different = new ArrayList<>();
        if (!document.path("id").asString("").equals(leaf.id().toString())) different.add("id");
        if (!document.path("subject").asString("").equals(leaf.subject())) different.add("subject");
        if (!document.path("number").asString("").equals(Leaf.lastPart(leaf.subject()))) different.add("number");
        if (!document.path("hash").asString("").equals(leaf.hash().base64Url())) different.add("hash");
        if (!document.path("receivedAt").asString("").equals(leaf.time())) different.add("receivedAt");
        if (!leaf.kind().equals(EntryKind.RECEIPT.word())) different.add("kind");
        String recorded = leaf.loggedAt().map(Leaf::time).orElse("");
        if (document.has("recordedAt")
                && !document.path("recordedAt").asString("").equals(recorded)) different.add("recordedAt");
        for (String field : different) log.add(LEAF_DIFFERS, field);
        if (different.isEmpty()) log.add(LEAF_AGREES, leaf.subject(), leaf.time());
        leaf.loggedLater().ifPresent(later -> log.add(RECORDED_LATER, Leaf.time(later)));
        way(log, document);
    }

    // Of this the log itself holds nothing, so it is passed on and not judged.
    private static void way(Verification.Log log, JsonNode document) {
        if (!document.has("way")) return;
        JsonNode way = document.path("way");
        if (!way.isString()) log.add(FIELD_BROKEN, "way");
        switch (way.asString("")) {
            case "form" -> log.add(CAME_BY_FORM);
            case "api" -> log.add(CAME_BY_API);
            case "import" -> log.add(CAME_BY_IMPORT);
            case "paper" -> log.add(CAME_ON_PAPER);
            default -> {
                // A way that came to be later.
            }
        }
    }

    private static void content(Verification.Log log, JsonNode document, Fields fields, Leaf leaf) {
        if (!document.has("content") && !document.has("salt")) {
            log.add(CONTENT_ABSENT);
            return;
        }
        byte[] salt = fields.salt("salt");
        if (salt == null) return;
        log.either(opens(leaf.hash(), salt, document.path("content")), CONTENT_MATCHES, CONTENT_CHANGED);
    }

    /// Whether salt and content give this hash.
    static boolean opens(Hash hash, byte[] salt, JsonNode content) {
        try {
            return Commitment.of(salt, CanonicalJson.bytes(content)).equals(hash);
        } catch (IllegalArgumentException noCanonicalForm) {
            return false;
        }
    }

    private static void inclusion(
            Verification.Log log, JsonNode document, Fields fields, @Nullable Leaf leaf, Checkpoint checkpoint) {
        JsonNode inclusion = document.path("inclusion");
        Long index = fields.count(document.path("leafIndex"), "leafIndex");
        Long size = fields.count(inclusion.path("treeSize"), "inclusion.treeSize");
        List<Hash> proof = fields.proof(inclusion.path("proof"), "inclusion.proof");
        if (leaf == null || index == null || size == null || proof == null) return;
        if (size != checkpoint.size()) log.add(SIZE_DIFFERS, size, checkpoint.size());
        boolean included = Merkle.includes(checkpoint.root(), size, index, leaf.leafHash(), proof);
        log.either(included, INCLUDED, NOT_INCLUDED, index, size);
    }

    static void signature(Verification.Log log, Checkpoint checkpoint, VerifierKey key) {
        log.either(checkpoint.isSignedBy(key), SIGNED, NOT_SIGNED, checkpoint.size(), key.name());
    }

    void key(Verification.Log log, VerifierKey key) {
        if (trusted.isEmpty()) log.add(KEY_OF_FILE, key.toString());
        else log.either(trusted.contains(key), KEY_TRUSTED, KEY_OTHER, key.toString());
    }

    /// Reads the fields of a document and notes those that are not in their form.
    record Fields(JsonNode document, Verification.Log log) {

        @Nullable
        Leaf leaf(String name) {
            return read(name, () -> Leaf.parse(text(name)));
        }

        @Nullable
        Checkpoint checkpoint(String name) {
            return read(name, () -> Checkpoint.parse(text(name)));
        }

        @Nullable
        VerifierKey key(String name) {
            return read(name, () -> VerifierKey.parse(text(name)));
        }

        byte @Nullable [] salt(String name) {
            return read(name, () -> {
                byte[] salt = Base64Text.decodeUrl(text(name));
                if (salt.length != Commitment.SALT_LENGTH) throw new Unreadable("A salt has 32 bytes");
                return salt;
            });
        }

        @Nullable
        Long count(JsonNode value, String name) {
            return read(name, () -> {
                if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
                    throw new Unreadable("Not a count");
                }
                return value.longValue();
            });
        }

        @Nullable
        List<Hash> proof(JsonNode value, String name) {
            return read(name, () -> {
                if (!value.isArray() || value.size() > MAX_PROOF) throw new Unreadable("Not a proof");
                List<Hash> hashes = new ArrayList<>();
                for (JsonNode hash : value) hashes.add(Hash.fromBase64Url(hash.asString("")));
                return List.copyOf(hashes);
            });
        }

        String text(String name) {
            JsonNode value = document.path(name);
            if (!value.isString()) throw new Unreadable("Not a text");
            return value.stringValue();
        }

        private <T> @Nullable T read(String name, java.util.function.Supplier<T> reader) {
            try {
                return reader.get();
            } catch (Unreadable | IllegalArgumentException e) {
                log.add(FIELD_BROKEN, name);
                return null;
            }
        }
    }
}
