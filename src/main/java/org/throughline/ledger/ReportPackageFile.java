package org.throughline.ledger;

import static org.throughline.ledger.Finding.Check.*;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An edition of a report as the site gives it away for programs, held to its fingerprint: each entry to its own
/// hash, the hashes of all entries to the one in what is fingerprinted, and that to the fingerprint. Of an entry
/// that may no longer be shown, or not whole, the hash is left, so that the rest can be checked all the same.
/// Read entry by entry, however long it is.
final class ReportPackageFile {

    static final String TYPE = "throughline-report-package/1";

    private static final String FINGERPRINTED = "throughline-report/1";
    private static final String ENTRIES = "entries";
    private static final int BEGINNING = 256;

    private final Verification.Log log;
    private final MessageDigest digest = Hash.newDigest();
    private long whole;
    private long withheld;
    private @Nullable ObjectNode head;

    ReportPackageFile(Verification.Log log) {
        this.log = log;
    }

    /// Whether a file says in its first words that it is one.
    static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains("\"" + TYPE + "\"");
        }
    }

    /// Reads and checks all of it; what it says beside the entries. Refuses what is no JSON of such a form.
    JsonNode read(InputStream in) {
        try (JsonParser json = StrictJson.MAPPER.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) throw new Unreadable("This is not a JSON object");
            ObjectNode read = JsonNodeFactory.instance.objectNode();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals(ENTRIES)) entries(json, this::entry);
                else read.set(name, json.<JsonNode>readValueAsTree());
            }
            if (json.nextToken() != null) throw new Unreadable("There is something after the end of the JSON");
            head = read;
            end(read);
            return read;
        } catch (JacksonException e) {
            throw new Unreadable("This is not well-formed JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void entries(JsonParser json, Consumer<JsonNode> each) {
        if (json.currentToken() != JsonToken.START_ARRAY) throw new Unreadable("The entries are not a list");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) throw new Unreadable("An entry is not a JSON object");
            each.accept(json.readValueAsTree());
        }
    }

    private void entry(JsonNode entry) {
        JsonNode number = entry.path("number");
        JsonNode version = entry.path("version");
        String hash = entry.path("hash").asString("");
        String line = number.asString("") + " " + version.asString("") + " " + hash + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        if (!entry.has("data")) withheld++;
        else if (hash.equals(hashOf(entry.path("data")))
                && entry.path("data").path("number").equals(number)
                && entry.path("data").path("version").equals(version)) whole++;
        else log.add(ENTRY_CHANGED, number.asString("–"));
    }

    private static String hashOf(JsonNode data) {
        try {
            return Hash.sha256(CanonicalJson.bytes(data)).hex();
        } catch (IllegalArgumentException noCanonicalForm) {
            return "";
        }
    }

    private void end(JsonNode document) {
        JsonNode content = document.path("content");
        String entries = Hash.of(digest.digest()).hex();
        log.either(
                entries.equals(content.path("entriesHash").asString("")),
                ENTRIES_MATCH,
                ENTRIES_DIFFER,
                whole,
                withheld);
        if (withheld > 0) log.add(ENTRIES_WITHHELD, withheld);
        log.either(
                content.path("type").asString("").equals(FINGERPRINTED)
                        && fingerprint(content).equals(document.path("hash").asString("")),
                REPORT_MATCHES,
                REPORT_CHANGED,
                content.path("edition").asString("–"),
                content.path("report").asString("–"),
                content.path("projects").asLong(0),
                document.path("hash").asString("–"));
    }

    private static String fingerprint(JsonNode content) {
        try {
            return Hash.sha256(CanonicalJson.bytes(content)).base64Url();
        } catch (IllegalArgumentException noCanonicalForm) {
            return "none";
        }
    }

    /// Holds the leaf to be the one of this edition, with this fingerprint and this date.
    void leafAgrees(Leaf leaf) {
        JsonNode document = head == null ? JsonNodeFactory.instance.objectNode() : head;
        JsonNode content = document.path("content");
        String subject = "reports/" + content.path("report").asString("") + "/editions/"
                + content.path("edition").asString("");
        boolean own = leaf.kind().equals(EntryKind.EDITION.word())
                && leaf.subject().equals(subject)
                && leaf.hash().base64Url().equals(document.path("hash").asString(""))
                && isPublished(document, leaf.at());
        log.either(own, SUMMARY_ON_RECORD, SUMMARY_OF_OTHER_LEAF, leaf.subject(), leaf.time());
        leaf.loggedLater().ifPresent(later -> log.add(RECORDED_LATER, Leaf.time(later)));
    }

    private static boolean isPublished(JsonNode document, Instant at) {
        try {
            return Instant.parse(document.path("publishedAt").asString(""))
                    .truncatedTo(ChronoUnit.MILLIS)
                    .equals(at);
        } catch (DateTimeException noDate) {
            return false;
        }
    }
}
