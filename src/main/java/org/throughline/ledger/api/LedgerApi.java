package org.throughline.ledger.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.ledger.Checkpoint;
import org.throughline.ledger.Hash;
import org.throughline.ledger.PlacedLeaf;
import org.throughline.ledger.PublicLog;
import org.throughline.ledger.Verifier;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;

/// What a verifier, a mirror or a witness of the log asks for. Checkpoint and key are plain text unless JSON is
/// asked for.
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerApi {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final PublicLog log;

    LedgerApi(PublicLog log) {
        this.log = log;
    }

    /// What a checkpoint says, beside the note that says it under the log's signature.
    record CheckpointJson(String origin, long size, String root, String note) {
        static CheckpointJson of(Checkpoint checkpoint) {
            return new CheckpointJson(
                    checkpoint.origin(), checkpoint.size(), checkpoint.root().base64(), checkpoint.note());
        }
    }

    record KeyJson(String origin, String publicKey, List<PublicLog.KnownKey> keys) {}

    /// One entry; `leaf` is the text whose bytes are hashed into the tree.
    record EntryJson(long leafIndex, String id, String kind, String subject, String hash, String at, String leaf) {
        static EntryJson of(PlacedLeaf placed) {
            var leaf = placed.leaf();
            return new EntryJson(
                    placed.index(),
                    leaf.id().toString(),
                    leaf.kind(),
                    leaf.subject(),
                    leaf.hash().base64Url(),
                    leaf.time(),
                    leaf.canonical());
        }
    }

    record EntriesJson(
            List<EntryJson> items, long total, @Nullable String next) {}

    record InclusionJson(
            long leafIndex, long treeSize, String leaf, List<String> proof, String root, String checkpoint) {}

    /// Saved as a file, this is what `throughline verify` takes.
    record ConsistencyJson(
            String type, String publicKey, long from, long to, String first, String second, List<String> proof) {}

    @OpenToAll
    @GetMapping("/checkpoint")
    ResponseEntity<Object> checkpoint(@RequestHeader(value = "Accept", defaultValue = "*/*") String accept) {
        Checkpoint newest = log.newest();
        var response =
                ResponseEntity.ok().header(HttpHeaders.VARY, "Accept").header(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (accept.contains("json")) return response.body(CheckpointJson.of(newest));
        return response.eTag("\"" + newest.size() + "\"").contentType(TEXT).body(newest.note());
    }

    @OpenToAll
    @GetMapping("/key")
    ResponseEntity<Object> key(@RequestHeader(value = "Accept", defaultValue = "*/*") String accept) {
        var response = ResponseEntity.ok().header(HttpHeaders.VARY, "Accept");
        if (accept.contains("json")) {
            return response.body(new KeyJson(log.key().name(), log.key().toString(), log.keys()));
        }
        return response.contentType(TEXT).body(log.key() + "\n");
    }

    @OpenToAll
    @GetMapping("/entries")
    ResponseEntity<EntriesJson> entries(
            @RequestParam(defaultValue = "0") long start, @RequestParam(required = false) @Nullable Long end) {
        if (start < 0 || (end != null && end < start)) throw Refusal.badRequest();
        long total = log.size();
        long last = Math.min(end == null ? total : end, total);
        List<EntryJson> items =
                log.entries(start, last).stream().map(EntryJson::of).toList();
        long reached = start + items.size();
        String next = items.isEmpty() || reached >= last
                ? null
                : "/api/v1/ledger/entries?start=" + reached + (end == null ? "" : "&end=" + end);
        var response = ResponseEntity.ok();
        // A range that is full will never change.
        if (end != null && reached == end)
            response.cacheControl(
                    CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        if (next != null) response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        return response.body(new EntriesJson(items, total, next));
    }

    /// Without a size the proof is to the newest checkpoint.
    @OpenToAll
    @GetMapping("/proofs/inclusion")
    InclusionJson inclusion(@RequestParam long leaf, @RequestParam(required = false) @Nullable Long size) {
        PublicLog.Inclusion inclusion = size == null ? log.inclusion(leaf) : log.inclusion(leaf, size);
        Checkpoint checkpoint = inclusion.checkpoint();
        return new InclusionJson(
                leaf,
                checkpoint.size(),
                inclusion.leaf().leaf().canonical(),
                texts(inclusion.proof()),
                checkpoint.root().base64Url(),
                checkpoint.note());
    }

    @OpenToAll
    @GetMapping("/proofs/consistency")
    ConsistencyJson consistency(@RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        long second = to == null ? log.newest().size() : to;
        PublicLog.Consistency consistency = log.consistency(from, second);
        return new ConsistencyJson(
                Verifier.CONSISTENCY_TYPE,
                log.key().toString(),
                from,
                second,
                consistency.first().note(),
                consistency.second().note(),
                texts(consistency.proof()));
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64Url).toList();
    }
}
