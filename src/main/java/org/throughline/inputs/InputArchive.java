package org.throughline.inputs;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.inputs.InputRecord.State;
import org.throughline.ledger.ArchivedInput;
import org.throughline.ledger.CanonicalJson;
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
/// What goes in is what the pages show now (answers, respondent, language), put into the content that was received;
/// so a change behind the program's back in either place is found.
@Service
public class InputArchive {

    private static final int CHUNK = 200;

    private final InputRows rows;
    private final Calls calls;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final CallEditions editions;
    private final JdbcClient jdbc;

    InputArchive(InputRows rows, Calls calls, Ledger ledger, AuditTrail audit, CallEditions editions, JdbcClient jdbc) {
        this.rows = rows;
        this.editions = editions;
        this.calls = calls;
        this.ledger = ledger;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /// The call whose archive is wanted; refused as not found when there is none, before anything is written.
    public Call call(String slug) {
        return calls.find(slug).orElseThrow(Refusal::notFound);
    }

    public void write(Call call, Actor actor, OutputStream out) throws IOException {
        audit.record(actor, "archive-taken", "calls/" + call.slug(), Map.of());
        List<InputRecord> inputs = rows.ofCall(call.id());
        Stream<ArchivedInput> archived = IntStream.iterate(0, from -> from < inputs.size(), from -> from + CHUNK)
                .mapToObj(from -> inputs.subList(from, Math.min(inputs.size(), from + CHUNK)))
                .flatMap(some -> revisions(some).stream());
        ledger.archive("calls/" + call.slug(), archived::iterator, editions.of(call.id()), out);
    }

    /// Each time the inputs were sent, input by input, oldest first.
    private List<ArchivedInput> revisions(List<InputRecord> inputs) {
        Map<UUID, InputRecord> byId =
                inputs.stream().collect(Collectors.toMap(input -> input.id().value(), input -> input));
        // An answer whose text is not the one its hash was made of stands in the archive as that text, and so does
        // not match.
        return jdbc.sql("""
                SELECT r.input_id, r.number, r.ledger_entry, r.salt, r.content,
                    (SELECT coalesce(jsonb_object_agg(a.question, CASE
                        WHEN a.kind IN ('long-text', 'short-text') OR a.text_hash <> sha256(convert_to(a.text, 'UTF8')) THEN to_jsonb(a.text)
                        ELSE a.value END), '{}')
                     FROM inputs.answer a WHERE a.input_id = r.input_id AND a.revision = r.number) AS answers
                FROM inputs.revision r JOIN inputs.input i ON i.id = r.input_id
                WHERE r.input_id = ANY (?) ORDER BY i.number, r.number""")
                .param(byId.keySet().toArray(UUID[]::new))
                .query((row, n) ->
                        archived(Objects.requireNonNull(byId.get(row.getObject("input_id", UUID.class))), row))
                .list();
    }

    private static ArchivedInput archived(InputRecord input, ResultSet row) throws SQLException {
        boolean newest = row.getInt("number") == input.revision();
        String state = newest ? input.state().name().toLowerCase(Locale.ROOT) : "replaced";
        EntryId entry = new EntryId(row.getObject("ledger_entry", UUID.class));
        if (input.state() == State.WITHDRAWN) return new ArchivedInput(entry, state, null);
        ObjectNode content = (ObjectNode) Json.tree(row.getString("content"));
        content.set("answers", Json.tree(row.getString("answers")));
        if (newest) {
            content.put("language", input.language());
            content.set("respondent", Json.mapper().valueToTree(input.respondent()));
        }
        return new ArchivedInput(entry, state, new Receipt.Opened(row.getBytes("salt"), CanonicalJson.bytes(content)));
    }
}
