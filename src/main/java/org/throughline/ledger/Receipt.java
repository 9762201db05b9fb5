package org.throughline.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Proof, for the one who holds it, that something arrived and was put on record. It is complete in itself:
/// `throughline verify` and the verifying page need nothing else, and neither do other people's tools.
///
/// - `type` is always "throughline-receipt/1".
/// - `id`, `subject`, `hash` and `receivedAt` are those of the leaf; `number` is the last part of the subject.
/// - `salt` (base64url, 32 bytes) and `content` give the hash: SHA-256 over the salt and the canonical JSON of the
///   content. Who holds the receipt can so show what was sent; both are left out where only the arrival is to be
///   shown.
/// - `recordedAt` says when it was put on record, which the leaf's id tells too; later than `receivedAt` where it was
///   brought in from elsewhere. `way` is what this log's keeper says of how it came: form, api, import or paper. Older
///   receipts have neither.
/// - `leaf` is the text whose UTF-8 bytes, after a zero byte, are hashed to the leaf of the tree at `leafIndex`.
/// - `inclusion` leads from there to the root of the tree with `treeSize` leaves (RFC 9162, 2.1.3; hashes as
///   base64url).
/// - `checkpoint` is the log's signed statement about that tree, `origin` its name, and `publicKey` the key that
///   signed, as C2SP's tlog-checkpoint and signed-note formats have them.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        String type,
        UUID id,
        String subject,
        long number,
        String hash,
        @Nullable String salt,
        @Nullable JsonNode content,
        long leafIndex,
        String receivedAt,
        @Nullable String recordedAt,
        @Nullable String way,
        String origin,
        String publicKey,
        String leaf,
        Inclusion inclusion,
        String checkpoint) {

    public static final String TYPE = "throughline-receipt/1";

    /// The hashes beside the way from the leaf to the root, the leaf's neighbour first.
    public record Inclusion(long treeSize, List<String> proof) {}

    static Receipt of(
            Leaf leaf,
            long leafIndex,
            List<Hash> proof,
            Checkpoint checkpoint,
            VerifierKey key,
            @Nullable Opened opened) {
        return new Receipt(
                TYPE,
                leaf.id(),
                leaf.subject(),
                Long.parseLong(Leaf.lastPart(leaf.subject())),
                leaf.hash().base64Url(),
                opened == null ? null : Base64Text.encodeUrl(opened.salt()),
                opened == null ? null : StrictJson.parse(opened.canonicalContent()),
                leafIndex,
                leaf.time(),
                leaf.loggedAt().map(Leaf::time).orElse(null),
                null,
                checkpoint.origin(),
                key.toString(),
                leaf.canonical(),
                new Inclusion(
                        checkpoint.size(), proof.stream().map(Hash::base64Url).toList()),
                checkpoint.note());
    }

    /// The same, and how it came in: "form", "api", "import" or "paper".
    public Receipt cameBy(String word) {
        return new Receipt(
                type,
                id,
                subject,
                number,
                hash,
                salt,
                content,
                leafIndex,
                receivedAt,
                recordedAt,
                word,
                origin,
                publicKey,
                leaf,
                inclusion,
                checkpoint);
    }

    /// When it was put on record, where that was later than it was received.
    public Optional<Instant> recordedLater() {
        return Leaf.parse(leaf).loggedLater();
    }

    /// What opens a commitment: the salt and the canonical JSON of the content.
    public record Opened(byte[] salt, byte[] canonicalContent) {}

    /// The receipt as a file, indented for reading.
    public String toJson() {
        return StrictJson.MAPPER.writeValueAsString(this) + "\n";
    }
}
