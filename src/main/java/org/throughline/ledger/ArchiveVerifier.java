package org.throughline.ledger;

import static org.throughline.ledger.Finding.Check.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.ledger.Verification.Document;
import tools.jackson.databind.JsonNode;

/// Checks a [CallArchive] offline: computes every leaf, the root and every commitment again, holds the state of each
/// input to its leaves, and says what was changed, by input and by edition. Refuses, as [Unreadable], what is not such
/// an archive, is damaged, or unpacks to more than anybody's archive would.
public final class ArchiveVerifier {

    private static final int MAX_SMALL = 64 * 1024;
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_INPUT = 16 * 1024 * 1024;
    /// What pages read from elsewhere than the sealed content: of every receipt, and of the newest of an input.
    private static final List<String> SHOWN = List.of("answers");
    private static final List<String> SHOWN_OF_NEWEST = List.of("answers", "language", "respondent", "endorsers");

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
        private final ConsentCheck consents = new ConsentCheck(log);
        private final Frontier tree = Frontier.empty();
        /// The receipts of this call, by their place in the log.
        private final SortedMap<Long, Leaf> receipts = new TreeMap<>();
        private final SortedMap<Long, Leaf> editions = new TreeMap<>();
        private final Map<String, InputHistory> histories = new HashMap<>();
        private final Set<Long> changedLeaves = new HashSet<>();
        private final Set<Long> shown = new HashSet<>();
        private int statesThatFollow;
        private int datesThatAgree;
        private boolean withShown;

        Run(BoundedZip zip) {
            this.zip = zip;
        }

        Verification verify() throws IOException {
            JsonNode manifest = StrictJson.parse(zip.bytes(CallArchive.MANIFEST, MAX_SMALL));
            String type = manifest.path("type").asString("");
            boolean withoutEditions = type.equals(CallArchive.WITHOUT_EDITIONS);
            withShown = type.equals(CallArchive.TYPE);
            if (!withoutEditions && !withShown && !type.equals(CallArchive.WITHOUT_SHOWN))
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
            if (statesThatFollow > 0) log.add(STATES_FOLLOW, statesThatFollow);
            if (datesThatAgree > 0) log.add(DATES_AGREE, datesThatAgree);
            consents.end();
            missing();
            for (String name : zip.namesIn(CallArchive.EDITIONS)) edition(name);
            if (withoutEditions && !shown.containsAll(editions.keySet())) log.add(EDITIONS_NOT_HELD);
            else missingEditions();
            if (!withShown) log.add(SHOWN_NOT_HELD);
            return log.end(Document.ARCHIVE);
        }

        private void leaf(String call, byte[] line) {
            long index = tree.size();
            tree.append(Merkle.leaf(line));
            try {
                Leaf leaf = Leaf.parse(text(line));
                if (CallArchive.isReceipt(call, leaf)) receipts.put(index, leaf);
                if (CallArchive.isOfInput(call, leaf))
                    histories
                            .computeIfAbsent(leaf.subject(), subject -> new InputHistory())
                            .add(index, leaf);
                consents.add(call, index, leaf);
                if (CallArchive.isEdition(call, leaf)) editions.put(index, leaf);
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
            Leaf leaf = receipts.getOrDefault(index, editions.get(index));
            boolean included = leaf != null
                    && Merkle.includes(checkpoint.root(), checkpoint.size(), index, leaf.leafHash(), hashes);
            if (!included) changed(index, leaf == null ? "–" : leaf.subject());
        }

        private void changed(long index, String subject) {
            if (changedLeaves.add(index)) log.add(LEAF_CHANGED, String.valueOf(index), subject);
        }

        private void input(String name) throws IOException {
            JsonNode input = parsed(name);
            if (input == null) return;
            Leaf leaf = leafOf(input, receipts, INPUT_OF_OTHER_LEAF);
            if (leaf == null) return;
            String number = Leaf.lastPart(leaf.subject());
            long index = input.path("leafIndex").longValue();
            InputHistory history = Objects.requireNonNull(histories.get(leaf.subject()));
            if (input.has("salt") || input.has("content")) {
                log.either(opens(leaf, input), INPUT_MATCHES, INPUT_CHANGED, number, String.valueOf(index));
                if (withShown) shown(number, history.isNewest(index), input);
                if (withShown && history.isNewest(index)) consents.check(number, history, input);
            } else {
                // What everybody can read cannot be too private for the archive.
                log.either(
                        !history.isPublished(index),
                        INPUT_WITHHELD,
                        PUBLISHED_WITHOUT_CONTENT,
                        number,
                        String.valueOf(index));
            }
            if (withShown) dates(number, leaf, history, input);
            state(number, input.path("state").asString(""), history.states(index));
        }

        private void shown(String number, boolean newest, JsonNode input) {
            String different = (newest ? SHOWN_OF_NEWEST : SHOWN)
                    .stream()
                            .filter(member -> !sameText(
                                    input.path("content").path(member),
                                    input.path("shown").path(member)))
                            .collect(Collectors.joining(", "));
            if (!different.isEmpty()) log.add(SHOWN_DIFFERS, number, different);
        }

        private static boolean sameText(JsonNode one, JsonNode other) {
            if (one.isMissingNode() || other.isMissingNode()) return one.isMissingNode() && other.isMissingNode();
            try {
                return CanonicalJson.text(one).equals(CanonicalJson.text(other));
            } catch (IllegalArgumentException noCanonicalForm) {
                return false;
            }
        }

        /// Leaves have milliseconds, and so has what is compared with them.
        private void dates(String number, Leaf leaf, InputHistory history, JsonNode input) {
            boolean kept = date(number, input.path("receivedAt"), leaf.at());
            boolean shown = !history.isNewest(input.path("leafIndex").longValue())
                    || date(number, input.path("shownAt"), history.firstReceived());
            if (kept && shown) datesThatAgree++;
        }

        private boolean date(String number, JsonNode claimed, Instant recorded) {
            boolean agrees = claimed.asString("").equals(Leaf.time(recorded));
            if (!agrees) log.add(DATE_DIFFERS, number, claimed.asString("–"), Leaf.time(recorded));
            return agrees;
        }

        private void state(String number, String claimed, Set<String> possible) {
            if (possible.contains(claimed)) statesThatFollow++;
            else
                log.add(
                        STATE_DIFFERS,
                        number,
                        claimed,
                        possible.stream().sorted().collect(Collectors.joining(" / ")));
        }

        private void edition(String name) throws IOException {
            JsonNode edition = parsed(name);
            if (edition == null) return;
            Leaf leaf = leafOf(edition, editions, EDITION_OF_OTHER_LEAF);
            if (leaf == null) return;
            log.either(
                    isHash(leaf.hash(), edition.path("content")),
                    EDITION_MATCHES,
                    EDITION_CHANGED,
                    Leaf.lastPart(leaf.subject()),
                    String.valueOf(edition.path("leafIndex").longValue()));
        }

        private @Nullable JsonNode parsed(String name) throws IOException {
            try {
                return StrictJson.parse(zip.bytes(name, MAX_INPUT));
            } catch (Unreadable e) {
                log.add(FILE_UNREADABLE, name);
                return null;
            }
        }

        /// The leaf that a file says it belongs to; nothing, and said, when that is another's.
        private @Nullable Leaf leafOf(JsonNode file, Map<Long, Leaf> leaves, Finding.Check other) {
            String subject = file.path("subject").asString("");
            JsonNode place = file.path("leafIndex");
            Leaf leaf = place.isIntegralNumber() && place.canConvertToLong() ? leaves.get(place.longValue()) : null;
            if (leaf == null || !leaf.subject().equals(subject)) {
                log.add(other, Leaf.lastPart(subject), place.asString("–"));
                return null;
            }
            shown.add(place.longValue());
            return leaf;
        }

        private static boolean isHash(Hash hash, JsonNode content) {
            try {
                return Hash.sha256(CanonicalJson.bytes(content)).equals(hash);
            } catch (IllegalArgumentException noCanonicalForm) {
                return false;
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

        private void missingEditions() {
            editions.forEach((index, leaf) -> {
                if (!shown.contains(index))
                    log.add(EDITION_MISSING, Leaf.lastPart(leaf.subject()), String.valueOf(index));
            });
        }

        private static String text(byte[] utf8) {
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }
}
