package org.throughline.inputs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.inputs.Inputs.Checked;
import org.throughline.inputs.NewInput.Endorsement;
import org.throughline.inputs.Respondent.Behalf;
import org.throughline.inputs.Respondent.Scope;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.EntryId;
import org.throughline.platform.Json;

/// The rows of inputs, as the owner's door writes and reads them. Rules are in [Inputs] and [Publication].
@Component
class InputRows {

    private static final String SELECT = """
            SELECT i.*, c.slug FROM inputs.input i JOIN calls.call c ON c.id = i.call_id
            """;

    private static final RowMapper<InputRecord> RECORD = (row, n) -> new InputRecord(
            new InputId(row.getObject("id", UUID.class)),
            new CallId(row.getObject("call_id", UUID.class)),
            row.getString("slug"),
            row.getInt("number"),
            Reception.Origin.valueOf(row.getString("origin").toUpperCase(java.util.Locale.ROOT)),
            row.getObject("owner", UUID.class),
            row.getTimestamp("received_at").toInstant(),
            row.getInt("revision"),
            row.getString("language"),
            new Respondent(
                    Behalf.of(row.getString("behalf")),
                    row.getString("organisation"),
                    row.getString("respondent"),
                    row.getString("email"),
                    row.getString("stakeholder_type"),
                    row.getString("country"),
                    row.getString("region"),
                    Scope.of(row.getString("scope"))),
            new Consent(
                    row.getBoolean("consent_name"),
                    row.getBoolean("consent_text"),
                    row.getBoolean("consent_files"),
                    row.getBoolean("consent_quotation"),
                    row.getBoolean("consent_translation")),
            instant(row, "checked_at"),
            instant(row, "published_at"),
            row.getString("withheld_reason"),
            duplicateOf(row),
            instant(row, "withdrawn_at"),
            row.getInt("version"));

    private final JdbcClient jdbc;
    private final Intake intake;

    InputRows(JdbcClient jdbc, Intake intake) {
        this.jdbc = jdbc;
        this.intake = intake;
    }

    /// A revision just written, with its entry in the ledger.
    record Stored(InputId id, EntryId entry, byte[] hash) {}

    /// What opens the hash of a revision.
    record Sealed(EntryId entry, byte[] salt, byte[] canonicalContent) {}

    private record Asked(
            String email,
            byte[] link,
            Timestamp at,
            @Nullable Timestamp declined) {}

    // An endorsement is of a text: who confirmed the text before is asked anew. All others have their letter
    // already.
    private void replaceEndorsers(UUID input, List<Endorsement> endorsers) {
        List<Asked> asked = jdbc.sql("""
                SELECT email, token_hash, asked_at, declined_at FROM inputs.endorser
                WHERE input_id = ? AND token_hash IS NOT NULL AND confirmed_at IS NULL""")
                .param(input)
                .query((row, n) ->
                        new Asked(row.getString(1), row.getBytes(2), row.getTimestamp(3), row.getTimestamp(4)))
                .list();
        jdbc.sql("DELETE FROM inputs.endorser WHERE input_id = ?").param(input).update();
        intake.endorsers(input, endorsers);
        for (Asked one : asked)
            jdbc.sql(
                            "UPDATE inputs.endorser SET token_hash = ?, asked_at = ?, declined_at = ? WHERE input_id = ? AND email = ?")
                    .params(one.link(), one.at(), one.declined(), input, one.email())
                    .update();
    }

    /// False when the input is no longer at the revision the caller saw.
    boolean nextRevision(InputId id, int seen, Checked checked) {
        NewInput input = checked.input();
        Respondent who = input.respondent();
        int changed = jdbc.sql("""
                UPDATE inputs.input SET revision = revision + 1, version = version + 1, language = ?, behalf = ?,
                    organisation = ?, respondent = ?, email = ?, stakeholder_type = ?, country = ?, region = ?, scope = ?,
                    published_at = NULL, checked_at = NULL, withheld_reason = NULL
                WHERE id = ? AND revision = ? AND withdrawn_at IS NULL""")
                .params(
                        input.language(),
                        who.behalf().word(),
                        who.organisation(),
                        who.name(),
                        who.email(),
                        who.stakeholderType(),
                        who.country(),
                        who.region(),
                        who.scope().word(),
                        id.value(),
                        seen)
                .update();
        if (changed == 0) return false;
        setConsent(id, input.consent());
        replaceEndorsers(id.value(), input.endorsers());
        return true;
    }

    void setConsent(InputId id, Consent consent) {
        jdbc.sql("""
                UPDATE inputs.input SET consent_name = ?, consent_text = ?, consent_files = ?, consent_quotation = ?,
                    consent_translation = ?, version = version + 1,
                    published_at = CASE WHEN ? THEN published_at END
                WHERE id = ?""")
                .params(
                        consent.name(),
                        consent.text(),
                        consent.files(),
                        consent.quotation(),
                        consent.translation(),
                        consent.text(),
                        id.value())
                .update();
    }

    void withdraw(InputId id, Instant at) {
        jdbc.sql("UPDATE inputs.input SET withdrawn_at = ?, published_at = NULL, version = version + 1 WHERE id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    Optional<InputRecord> find(InputId id) {
        return jdbc.sql(SELECT + "WHERE i.id = ?")
                .param(id.value())
                .query(RECORD)
                .optional();
    }

    /// The same, held until the end of the transaction: nobody else changes it meanwhile.
    Optional<InputRecord> locked(InputId id) {
        return jdbc.sql(SELECT + "WHERE i.id = ? FOR UPDATE OF i")
                .param(id.value())
                .query(RECORD)
                .optional();
    }

    Optional<InputRecord> find(CallId call, int number) {
        return jdbc.sql(SELECT + "WHERE i.call_id = ? AND i.number = ?")
                .params(call.value(), number)
                .query(RECORD)
                .optional();
    }

    List<InputRecord> ofOwner(UUID owner) {
        return jdbc.sql(SELECT + "WHERE i.owner = ? ORDER BY i.received_at DESC")
                .param(owner)
                .query(RECORD)
                .list();
    }

    List<InputRecord> ofCall(CallId call) {
        return jdbc.sql(SELECT + "WHERE i.call_id = ? ORDER BY i.number")
                .param(call.value())
                .query(RECORD)
                .list();
    }

    byte[] hash(InputId id) {
        return jdbc.sql("SELECT hash FROM inputs.revision WHERE input_id = ? ORDER BY number DESC LIMIT 1")
                .param(id.value())
                .query(byte[].class)
                .single();
    }

    Sealed sealed(InputId id, int revision) {
        return jdbc.sql("SELECT ledger_entry, salt, content FROM inputs.revision WHERE input_id = ? AND number = ?")
                .params(id.value(), revision)
                .query((row, n) -> new Sealed(
                        new EntryId(row.getObject("ledger_entry", UUID.class)),
                        row.getBytes("salt"),
                        CanonicalJson.bytes(Json.tree(row.getString("content")))))
                .single();
    }

    Set<String> imported(CallId call, Collection<String> keys) {
        return Set.copyOf(jdbc.sql("SELECT import_key FROM inputs.input WHERE call_id = ? AND import_key = ANY (?)")
                .params(call.value(), keys.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /// What an import or a repeated request had stored before; its leaf index is not filled in.
    Optional<Received> answered(CallId call, Reception reception) {
        if (reception.importKey() == null && (reception.idempotencyKey() == null || reception.owner() == null))
            return Optional.empty();
        String condition = reception.importKey() != null
                ? "i.call_id = ? AND i.import_key = ?"
                : "i.owner = ? AND i.idempotency_key = ?";
        Object first = reception.importKey() != null ? call.value() : reception.owner();
        Object second = reception.importKey() != null ? reception.importKey() : reception.idempotencyKey();
        return jdbc.sql("""
                SELECT i.id, c.slug, i.number, r.number AS revision, r.received_at, r.hash, r.ledger_entry
                FROM inputs.input i JOIN calls.call c ON c.id = i.call_id
                JOIN inputs.revision r ON r.input_id = i.id AND r.number = 1
                WHERE """ + " " + condition)
                .params(first, second)
                .query((row, n) -> new Received(
                        new InputId(row.getObject("id", UUID.class)),
                        row.getString("slug"),
                        row.getInt("number"),
                        row.getInt("revision"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBytes("hash"),
                        new EntryId(row.getObject("ledger_entry", UUID.class)),
                        -1,
                        true))
                .optional();
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable InputId duplicateOf(ResultSet row) throws SQLException {
        UUID id = row.getObject("duplicate_of", UUID.class);
        return id == null ? null : new InputId(id);
    }
}
