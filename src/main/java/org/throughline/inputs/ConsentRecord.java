package org.throughline.inputs;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.ledger.ArchivedConsent;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.Commitment;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.ledger.Receipt;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// What owners allowed, and when. The consent given with an input is part of what its receipt binds; each later
/// one has an entry of its own in the ledger. That tells that it was changed, and only who has the archive sees how.
@Component
class ConsentRecord {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    ConsentRecord(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /// Writes the history: a line for each use that is allowed now and was not, or the other way round.
    void history(InputId id, Consent before, Consent after, Instant at, @Nullable UUID person) {
        for (Use use : Use.values())
            if (before.allows(use) != after.allows(use))
                jdbc.sql("""
                        INSERT INTO inputs.consent_event (id, input_id, usage, allowed, at, person)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                        .params(Ids.next(), id.value(), use.word(), after.allows(use), Timestamp.from(at), person)
                        .update();
    }

    /// Puts the uses now in force on record, in the caller's transaction; nothing where they are those from before.
    void changed(InputRecord before, Consent after, Instant at) {
        if (before.consent().equals(after)) return;
        byte[] salt = Commitment.newSalt();
        byte[] content = canonical(after);
        Hash hash = Commitment.of(salt, content);
        EntryId entry = ledger.append(EntryKind.CONSENT, before.subject(), hash, at);
        jdbc.sql("""
                INSERT INTO inputs.consent_entry (ledger_entry, input_id, at, content, salt)
                VALUES (?, ?, ?, ?::jsonb, ?)""")
                .params(
                        entry.value(),
                        before.id().value(),
                        Timestamp.from(at),
                        new String(content, StandardCharsets.UTF_8),
                        salt)
                .update();
    }

    static byte[] canonical(Consent consent) {
        JsonNode uses = Json.mapper().valueToTree(consent);
        return CanonicalJson.bytes(Map.of("type", "throughline-consent/1", "consent", uses));
    }

    /// What is kept of later consents of these inputs, for the archive.
    Map<UUID, ArchivedConsent> of(Collection<UUID> inputs) {
        UUID[] ids = inputs.toArray(UUID[]::new);
        Map<UUID, List<ArchivedConsent.Recorded>> recorded = new HashMap<>();
        jdbc.sql("SELECT input_id, ledger_entry, salt, content FROM inputs.consent_entry WHERE input_id = ANY (?)")
                .param(ids)
                .query(row -> {
                    recorded.computeIfAbsent(row.getObject("input_id", UUID.class), id -> new ArrayList<>())
                            .add(new ArchivedConsent.Recorded(
                                    new EntryId(row.getObject("ledger_entry", UUID.class)),
                                    new Receipt.Opened(
                                            row.getBytes("salt"), InputContent.stored(row.getString("content")))));
                });
        Map<UUID, ArrayNode> unrecorded = unrecorded(ids);
        Map<UUID, ArchivedConsent> all = new HashMap<>();
        for (UUID id : ids)
            all.put(
                    id,
                    new ArchivedConsent(
                            recorded.getOrDefault(id, List.of()),
                            unrecorded.getOrDefault(id, Json.mapper().createArrayNode())));
        return all;
    }

    // What was given with an input has the moment of its receipt.
    private Map<UUID, ArrayNode> unrecorded(UUID[] inputs) {
        Map<UUID, ArrayNode> changes = new HashMap<>();
        jdbc.sql("""
                SELECT e.input_id, e.usage, e.allowed, e.at
                FROM inputs.consent_event e
                JOIN inputs.input i ON i.id = e.input_id
                JOIN inputs.revision r ON r.input_id = i.id AND r.number = i.revision
                WHERE e.input_id = ANY (?) AND e.at > r.received_at
                  AND NOT EXISTS (SELECT FROM inputs.consent_entry c WHERE c.input_id = e.input_id AND c.at = e.at)
                ORDER BY e.at, e.id""").param(inputs).query(row -> {
            changes.computeIfAbsent(
                            row.getObject("input_id", UUID.class),
                            id -> Json.mapper().createArrayNode())
                    .addObject()
                    .put("at", row.getTimestamp("at").toInstant().toString())
                    .put("use", row.getString("usage"))
                    .put("allowed", row.getBoolean("allowed"));
        });
        return changes;
    }
}
