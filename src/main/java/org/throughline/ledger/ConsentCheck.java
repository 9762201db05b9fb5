package org.throughline.ledger;

import static org.throughline.ledger.Finding.Check.*;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Holds the uses of an input that are in force to what is on record: the consent in its newest receipt, and the
/// newest one that its owner gave after that. Changes from before such changes were put on record are taken on the
/// archive's word, and said to be.
final class ConsentCheck {

    private final Verification.Log log;
    private final Map<Long, Leaf> leaves = new HashMap<>();
    private Instant onRecordSince = Instant.MAX;
    private int consentsThatFollow;

    ConsentCheck(Verification.Log log) {
        this.log = log;
    }

    /// Each leaf of the log, in their order.
    void add(String call, long index, Leaf leaf) {
        if (!leaf.kind().equals(EntryKind.CONSENT.word())) return;
        if (leaf.at().isBefore(onRecordSince)) onRecordSince = leaf.at();
        if (CallArchive.isConsent(call, leaf)) leaves.put(index, leaf);
    }

    /// The newest receipt of an input, with its content.
    void check(String number, InputHistory history, JsonNode input) {
        JsonNode received = input.path("content").path("consent");
        JsonNode shown = input.path("shown").path("consent");
        Leaf leaf = leaves.get(history.consent());
        if (received.isMissingNode() && shown.isMissingNode() && leaf == null) return;
        Set<String> changed = new TreeSet<>();
        SortedMap<String, Boolean> inForce;
        if (leaf == null) {
            inForce = uses(received);
            input.path("consentChanges").forEach(change -> apply(change, inForce, changed));
        } else {
            JsonNode given = input.path("consent");
            if (given.path("leafIndex").asLong(-1) != history.consent() || !opens(leaf, given)) {
                log.add(CONSENT_NOT_ON_RECORD, number, String.valueOf(history.consent()));
                return;
            }
            inForce = uses(given.path("content").path("consent"));
        }
        if (!inForce.equals(uses(shown))) {
            log.add(CONSENT_DIFFERS, number, words(uses(shown)), words(inForce));
            return;
        }
        consentsThatFollow++;
        if (!changed.isEmpty()) log.add(CONSENT_CHANGED_BEFORE, number, String.join(", ", changed));
    }

    void end() {
        if (consentsThatFollow > 0) log.add(CONSENTS_FOLLOW, consentsThatFollow);
    }

    /// A change that would have a leaf, had it been made by the program, counts for nothing.
    private void apply(JsonNode change, Map<String, Boolean> inForce, Set<String> changed) {
        Instant at = instant(change.path("at").asString(""));
        if (at == null || !at.isBefore(onRecordSince)) return;
        inForce.put(change.path("use").asString(""), change.path("allowed").asBoolean(false));
        changed.add(Leaf.time(at));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static boolean opens(Leaf leaf, JsonNode given) {
        try {
            return Verifier.opens(
                    leaf.hash(), Base64Text.decodeUrl(given.path("salt").asString("")), given.path("content"));
        } catch (IllegalArgumentException noSalt) {
            return false;
        }
    }

    private static SortedMap<String, Boolean> uses(JsonNode consent) {
        var uses = new TreeMap<String, Boolean>();
        consent.properties()
                .forEach(use -> uses.put(use.getKey(), use.getValue().asBoolean(false)));
        return uses;
    }

    private static String words(SortedMap<String, Boolean> uses) {
        String words = uses.keySet().stream().filter(uses::get).collect(Collectors.joining(", "));
        return words.isEmpty() ? "–" : words;
    }
}
