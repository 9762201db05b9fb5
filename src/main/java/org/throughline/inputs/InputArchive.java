package org.throughline.inputs;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.inputs.InputRecord.State;
import org.throughline.ledger.ArchivedConsent;
import org.throughline.ledger.ArchivedInput;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.Ledger;
import org.throughline.ledger.Receipt;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import tools.jackson.databind.node.ObjectNode;

/// The archive of a call, with which anybody who holds it can show offline that no input was changed and none left
/// out, and that the published editions of its summaries stand as they were. It has private content in it, so it is for
/// the secretariat and for those the secretariat gives it to. What
/// was withdrawn stays out.
///
/// What goes in is the content that was received, as it is kept for the receipt, and beside it what the pages show
/// now (answers, respondent, language, endorsers, date of receipt, consent); so a change behind the program's back
/// in either place is found.
@Service
public class InputArchive {

    private static final int CHUNK = 200;
    private static final int ATTEMPTS = 200;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

    private final InputRows rows;
    private final Calls calls;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final CallEditions editions;
    private final ConsentRecord consents;
    private final JdbcClient jdbc;
    private final TransactionTemplate oneMoment;

    InputArchive(
            InputRows rows,
            Calls calls,
            Ledger ledger,
            AuditTrail audit,
            CallEditions editions,
            ConsentRecord consents,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.editions = editions;
        this.consents = consents;
        this.calls = calls;
        this.ledger = ledger;
        this.audit = audit;
        this.jdbc = jdbc;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// The inputs of a call as they stood when the log had this many leaves; so that the state of each is the one
    /// that follows from its leaves.
    ///
    /// @param endorsers as JSON, of the inputs that have any; those of an earlier text are not kept
    public record Snapshot(Call call, long leaves, List<InputRecord> inputs, Map<UUID, String> endorsers) {}

    /// What the archive of this call is made of; refused as not found when there is no such call, before anything is
    /// written. Waits for what was put on record just now to get its place.
    public Snapshot snapshot(String slug) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Snapshot> settled = Objects.requireNonNull(oneMoment.execute(status -> settled(call)));
            if (settled.isPresent()) return settled.get();
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        throw Ledger.delayed();
    }

    private Optional<Snapshot> settled(Call call) {
        OptionalLong leaves = ledger.settled("calls/" + call.slug());
        return leaves.isEmpty()
                ? Optional.empty()
                : Optional.of(new Snapshot(call, leaves.getAsLong(), rows.ofCall(call.id()), endorsers(call)));
    }

    private Map<UUID, String> endorsers(Call call) {
        Map<UUID, String> endorsers = new HashMap<>();
        jdbc.sql("""
                SELECT e.input_id, jsonb_agg(jsonb_build_object('organisation', e.organisation, 'name', e.name,
                    'email', e.email, 'country', e.country, 'stakeholderType', e.stakeholder_type)
                    ORDER BY e.position) AS endorsers
                FROM inputs.endorser e JOIN inputs.input i ON i.id = e.input_id
                WHERE i.call_id = ? GROUP BY e.input_id""").param(call.id().value()).query(row -> {
            endorsers.put(row.getObject("input_id", UUID.class), row.getString("endorsers"));
        });
        return endorsers;
    }

    public void write(Snapshot snapshot, Actor actor, OutputStream out) throws IOException {
        Call call = snapshot.call();
        audit.record(actor, "archive-taken", "calls/" + call.slug(), Map.of());
        List<InputRecord> inputs = snapshot.inputs();
        Stream<ArchivedInput> archived = IntStream.iterate(0, from -> from < inputs.size(), from -> from + CHUNK)
                .mapToObj(from -> inputs.subList(from, Math.min(inputs.size(), from + CHUNK)))
                .flatMap(some -> revisions(some, snapshot.endorsers()).stream());
        ledger.archive("calls/" + call.slug(), snapshot.leaves(), archived::iterator, editions.of(call.id()), out);
    }

    /// Each time the inputs were sent, input by input, oldest first.
    private List<ArchivedInput> revisions(List<InputRecord> inputs, Map<UUID, String> endorsers) {
        Map<UUID, InputRecord> byId =
                inputs.stream().collect(Collectors.toMap(input -> input.id().value(), input -> input));
        Map<UUID, ArchivedConsent> later = consents.of(byId.keySet());
        // An answer whose value, text and hash do not belong together stands in the archive as its text, or as
        // both, and so does not match.
        return jdbc.sql("""
                SELECT r.input_id, r.number, r.received_at, r.ledger_entry, r.salt, r.content,
                    (SELECT coalesce(jsonb_object_agg(a.question, CASE
                        WHEN a.text_hash <> sha256(convert_to(a.text, 'UTF8')) THEN to_jsonb(a.text)
                        WHEN a.kind IN ('long-text', 'short-text') AND a.value <> to_jsonb(a.text) THEN jsonb_build_array(a.value, a.text)
                        ELSE a.value END), '{}')
                     FROM inputs.answer a WHERE a.input_id = r.input_id AND a.revision = r.number) AS answers
                FROM inputs.revision r JOIN inputs.input i ON i.id = r.input_id
                WHERE r.input_id = ANY (?) ORDER BY i.number, r.number""")
                .param(byId.keySet().toArray(UUID[]::new))
                .query((row, n) -> {
                    UUID id = row.getObject("input_id", UUID.class);
                    InputRecord input = Objects.requireNonNull(byId.get(id));
                    return archived(input, later.get(id), endorsers.getOrDefault(id, "[]"), row);
                })
                .list();
    }

    private static ArchivedInput archived(
            InputRecord input, @Nullable ArchivedConsent later, String endorsers, ResultSet row) throws SQLException {
        boolean newest = row.getInt("number") == input.revision();
        String state = newest ? input.state().name().toLowerCase(Locale.ROOT) : "replaced";
        EntryId entry = new EntryId(row.getObject("ledger_entry", UUID.class));
        Instant receivedAt = row.getTimestamp("received_at").toInstant();
        Instant shownAt = newest ? input.receivedAt() : null;
        if (input.state() == State.WITHDRAWN)
            return new ArchivedInput(entry, state, receivedAt, shownAt, null, null, null);
        var sealed = new Receipt.Opened(row.getBytes("salt"), InputContent.stored(row.getString("content")));
        ObjectNode shown = Json.mapper().createObjectNode();
        shown.set("answers", Json.tree(row.getString("answers")));
        if (newest) {
            shown.put("language", input.language());
            shown.set("respondent", Json.mapper().valueToTree(input.respondent()));
            shown.set("endorsers", Json.tree(endorsers));
            shown.set("consent", Json.mapper().valueToTree(input.consent()));
        }
        return new ArchivedInput(entry, state, receivedAt, shownAt, sealed, shown, newest ? later : null);
    }
}
