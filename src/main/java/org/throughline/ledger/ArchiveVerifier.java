package org.throughline.ledger;

import static org.throughline.ledger.Finding.Check.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.throughline.ledger.Verification.Document;
import tools.jackson.databind.JsonNode;

/// Checks a [CallArchive] offline: computes every leaf, the root and every commitment again and says what was
/// changed, by input. Refuses, as [Unreadable], what is not such an archive, is damaged, or unpacks to more than
/// anybody's archive would.
public final class ArchiveVerifier {

    private static final int MAX_SMALL = 64 * 1024;
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_INPUT = 16 * 1024 * 1024;

    private final Verifier verifier;

    public ArchiveVerifier(Set<VerifierKey> trusted) {
        this.verifier = new Verifier(trusted);
    }

    public Verification verify(Path file) throws IOException {
        try (var zip = new BoundedZip(file)) {
            return new Run(zip).verify();
        }
    }

    /// One verification of one archive.
    private final class Run {

        private final BoundedZip zip;
        private final Verification.Log log = new Verification.Log();
        private final Frontier tree = Frontier.empty();
        /// The receipts of this call, by their place in the log.
        private final SortedMap<Long, Leaf> receipts = new TreeMap<>();
        private final Set<Long> changedLeaves = new HashSet<>();
        private final Set<Long> shown = new HashSet<>();

        Run(BoundedZip zip) {
            this.zip = zip;
        }

        Verification verify() throws IOException {
            JsonNode manifest = StrictJson.parse(zip.bytes(CallArchive.MANIFEST, MAX_SMALL));
            if (!CallArchive.TYPE.equals(manifest.path("type").asString("")))
                throw new Unreadable("This is not an archive of a call");
            String call = manifest.path("subject").asString("");
            VerifierKey key = VerifierKey.parse(manifest.path("publicKey").asString(""));
            Checkpoint checkpoint = Checkpoint.parse(text(zip.bytes(CallArchive.CHECKPOINT, MAX_SMALL)));
            Verifier.signature(log, checkpoint, key);
            verifier.key(log, key);
            zip.lines(CallArchive.LEAVES, MAX_LINE, line -> leaf(call, line));
            root(manifest, checkpoint);
            zip.lines(CallArchive.PROOFS, MAX_LINE, line -> proof(checkpoint, line));
            for (String name : zip.namesIn(CallArchive.INPUTS)) input(name);
            missing();
            return log.end(Document.ARCHIVE);
        }

        private void leaf(String call, byte[] line) {
            long index = tree.size();
            tree.append(Merkle.leaf(line));
            try {
                Leaf leaf = Leaf.parse(text(line));
                boolean receipt = leaf.kind().equals(EntryKind.RECEIPT.word());
                if (receipt && CallArchive.isInputOf(call, leaf.subject())) receipts.put(index, leaf);
            } catch (Unreadable e) {
                changed(index, "–");
            }
        }

        private void root(JsonNode manifest, Checkpoint checkpoint) {
            long claimed = manifest.path("leaves").asLong(-1);
            if (claimed != checkpoint.size()) log.add(COUNT_DIFFERS, claimed, checkpoint.size());
            if (tree.size() != checkpoint.size()) log.add(COUNT_DIFFERS, tree.size(), checkpoint.size());
            log.either(tree.root().equals(checkpoint.root()), ROOT_AGREES, ROOT_DIFFERS, tree.size());
            String origin = manifest.path("origin").asString("");
            if (!origin.equals(checkpoint.origin())) log.add(ORIGIN_DIFFERS, origin, checkpoint.origin());
        }

        private void proof(Checkpoint checkpoint, byte[] line) {
            JsonNode proof = StrictJson.parse(line);
            var fields = new Verifier.Fields(proof, log);
            Long index = fields.count(proof.path("leafIndex"), "proofs.jsonl: leafIndex");
            List<Hash> hashes = fields.proof(proof.path("proof"), "proofs.jsonl: proof");
            if (index == null || hashes == null) return;
            Leaf leaf = receipts.get(index);
            boolean included = leaf != null
                    && Merkle.includes(checkpoint.root(), checkpoint.size(), index, leaf.leafHash(), hashes);
            if (!included) changed(index, leaf == null ? "–" : leaf.subject());
        }

        private void changed(long index, String subject) {
            if (changedLeaves.add(index)) log.add(LEAF_CHANGED, String.valueOf(index), subject);
        }

        private void input(String name) throws IOException {
            JsonNode input;
            try {
                input = StrictJson.parse(zip.bytes(name, MAX_INPUT));
            } catch (Unreadable e) {
                log.add(INPUT_UNREADABLE, name);
                return;
            }
            String subject = input.path("subject").asString("");
            String number = Leaf.lastPart(subject);
            JsonNode place = input.path("leafIndex");
            Leaf leaf = place.isIntegralNumber() && place.canConvertToLong() ? receipts.get(place.longValue()) : null;
            if (leaf == null || !leaf.subject().equals(subject)) {
                log.add(INPUT_OF_OTHER_LEAF, number, place.asString("–"));
                return;
            }
            long index = place.longValue();
            shown.add(index);
            if (!input.has("salt") && !input.has("content")) {
                log.add(INPUT_WITHHELD, number, String.valueOf(index));
            } else {
                log.either(opens(leaf, input), INPUT_MATCHES, INPUT_CHANGED, number, String.valueOf(index));
            }
        }

        private boolean opens(Leaf leaf, JsonNode input) {
            try {
                return Verifier.opens(
                        leaf.hash(), Base64Text.decodeUrl(input.path("salt").asString("")), input.path("content"));
            } catch (IllegalArgumentException noSalt) {
                return false;
            }
        }

        /// Every receipt of the call must be shown; only one that a later receipt of the same input replaced may be
        /// absent.
        private void missing() {
            Set<String> laterShown = new HashSet<>();
            new TreeMap<>(receipts).descendingMap().forEach((index, leaf) -> {
                if (shown.contains(index)) laterShown.add(leaf.subject());
                else if (!laterShown.contains(leaf.subject())) {
                    log.add(INPUT_MISSING, Leaf.lastPart(leaf.subject()), String.valueOf(index));
                }
            });
        }

        private static String text(byte[] utf8) {
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }
}
