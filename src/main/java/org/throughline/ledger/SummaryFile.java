package org.throughline.ledger;

import static org.throughline.ledger.Finding.Check.*;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A published summary as the site gives it away in JSON, held to its fingerprint: the SHA-256 of the canonical JSON of
/// call, edition, title, language, number of published inputs, and of each sentence with what it is measured against,
/// the places and the hashes of the passages it rests on. Names, themes, shares and the header are not part of it.
/// Passages that may no longer be shown are missing from the file; then nothing can be said of the rest either.
final class SummaryFile {

    static final String TYPE = "throughline-edition/1";

    private static final String FINGERPRINTED = "throughline-summary/1";

    private final JsonNode document;
    private final Verification.Log log;

    SummaryFile(JsonNode document, Verification.Log log) {
        this.document = document;
        this.log = log;
    }

    static boolean isOne(JsonNode document) {
        return document.path("sections").isArray()
                && document.path("edition").isIntegralNumber()
                && document.path("hash").isString();
    }

    /// Computes the fingerprint again; answers whether that was possible.
    boolean fingerprint() {
        SortedMap<Long, Map<String, Object>> said = new TreeMap<>();
        int sentences = 0;
        int passages = 0;
        int inputsGone = 0;
        for (JsonNode section : document.path("sections")) {
            for (JsonNode sentence : section.path("sentences")) {
                said.put(
                        sentence.path("line").asLong(0),
                        sentence(section.path("code").asString(""), sentence));
                sentences++;
                passages += sentence.path("evidence").size();
                JsonNode counts = sentence.path("counts");
                if (counts.path("inputs").asLong(0)
                        != counts.path("inputsAtPublication").asLong(0)) inputsGone++;
            }
        }
        if (inputsGone > 0) {
            log.add(SUMMARY_INCOMPLETE, inputsGone);
            return false;
        }
        // A sentence is cited by its number, so the numbers are held as well.
        boolean numbered =
                said.size() == sentences && (said.isEmpty() || said.firstKey() == 1 && said.lastKey() == said.size());
        log.either(
                numbered
                        && hash(List.copyOf(said.values()))
                                .filter(text("hash")::equals)
                                .isPresent(),
                SUMMARY_MATCHES,
                SUMMARY_CHANGED,
                text("edition"),
                text("call"),
                sentences,
                passages,
                text("hash"));
        return true;
    }

    private Optional<String> hash(List<Map<String, Object>> sentences) {
        try {
            return Optional.of(Hash.sha256(CanonicalJson.bytes(Map.of(
                            "type", FINGERPRINTED,
                            "call", document.path("call"),
                            "edition", document.path("edition"),
                            "title", document.path("title"),
                            "language", document.path("language"),
                            "published", document.path("publishedInputs"),
                            "sentences", sentences)))
                    .base64Url());
        } catch (IllegalArgumentException noCanonicalForm) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> sentence(String section, JsonNode sentence) {
        List<Map<String, Object>> evidence = new ArrayList<>();
        for (JsonNode passage : sentence.path("evidence")) {
            evidence.add(Map.of(
                    "input", passage.path("input"),
                    "question", passage.path("question"),
                    "start", passage.path("start"),
                    "end", passage.path("end"),
                    "hash", wordsHash(passage)));
        }
        Map<String, Object> said = new TreeMap<>();
        said.put("section", section);
        said.put("text", sentence.path("text"));
        if (sentence.has("base")) said.put("base", sentence.path("base"));
        said.put("evidence", evidence);
        return said;
    }

    private static String wordsHash(JsonNode passage) {
        return Hash.sha256(passage.path("quote").asString("").getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /// Holds the leaf to be the one of this edition, with this fingerprint and this date.
    void leafAgrees(Leaf leaf) {
        boolean own = leaf.kind().equals(EntryKind.EDITION.word())
                && leaf.subject().equals("calls/" + text("call") + "/summary/editions/" + text("edition"))
                && leaf.hash().base64Url().equals(text("hash"))
                && isPublished(leaf.at());
        log.either(own, SUMMARY_ON_RECORD, SUMMARY_OF_OTHER_LEAF, leaf.subject(), leaf.time());
        leaf.loggedLater().ifPresent(later -> log.add(RECORDED_LATER, Leaf.time(later)));
    }

    private boolean isPublished(Instant at) {
        try {
            return Instant.parse(text("publishedAt"))
                    .truncatedTo(ChronoUnit.MILLIS)
                    .equals(at);
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    private String text(String field) {
        return document.path(field).asString("");
    }
}
