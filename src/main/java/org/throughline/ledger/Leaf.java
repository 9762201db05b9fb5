package org.throughline.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.throughline.platform.Ids;
import tools.jackson.databind.JsonNode;

/// One entry of the log as everybody may see it: an identifier, what kind of act, about which public thing, the
/// hash that binds it to a content, and when. Its canonical JSON, with the keys at, hash, id, kind and subject, is
/// the leaf of the tree, byte for byte. Times have milliseconds, always three digits, in UTC. Refuses subjects that
/// are not a plain path, so that no personal data gets in.
public record Leaf(UUID id, String kind, String subject, Hash hash, Instant at) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~:/-]{0,199}");
    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public Leaf {
        if (!KIND.matcher(kind).matches()) throw new IllegalArgumentException("Not a kind of entry: " + kind);
        if (!SUBJECT.matcher(subject).matches()) throw new IllegalArgumentException("Not a subject: " + subject);
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /// Reads a canonical leaf. Refuses any other text, even one that means the same, because its hash would be
    /// another.
    static Leaf parse(String canonical) {
        JsonNode node = StrictJson.parse(canonical.getBytes(StandardCharsets.UTF_8));
        try {
            Leaf leaf = new Leaf(
                    UUID.fromString(text(node, "id")),
                    text(node, "kind"),
                    text(node, "subject"),
                    Hash.fromBase64Url(text(node, "hash")),
                    Instant.parse(text(node, "at")));
            if (leaf.canonical().equals(canonical)) return leaf;
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new Unreadable("This is not a leaf of the log", e);
        }
        throw new Unreadable("This leaf is not in its canonical form");
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) throw new Unreadable("The leaf has no " + field);
        return value.stringValue();
    }

    /// The text whose UTF-8 bytes are the leaf.
    public String canonical() {
        return CanonicalJson.text(
                Map.of("id", id.toString(), "kind", kind, "subject", subject, "hash", hash.base64Url(), "at", time()));
    }

    /// When it was put on record, which its identifier tells; later than the act where the past was brought in.
    public Optional<Instant> loggedAt() {
        return Ids.madeAt(id);
    }

    /// The same, where that was not at once: what was brought in from a file, from paper, or from before the log began.
    public Optional<Instant> loggedLater() {
        return loggedAt().filter(logged -> logged.isAfter(at.plus(AT_ONCE)));
    }

    public String time() {
        return time(at);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    Hash leafHash() {
        return Merkle.leaf(canonical().getBytes(StandardCharsets.UTF_8));
    }

    /// The last part of the subject, by which people call the thing: "17" for "calls/wsis20/inputs/17".
    static String lastPart(String subject) {
        return subject.substring(subject.lastIndexOf('/') + 1);
    }
}
