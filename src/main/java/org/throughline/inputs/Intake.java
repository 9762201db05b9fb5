package org.throughline.inputs;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.inputs.Inputs.Checked;
import org.throughline.inputs.NewInput.Attached;
import org.throughline.inputs.NewInput.Endorsement;
import org.throughline.ledger.EntryId;
import org.throughline.platform.Ids;

/// Writes what comes in: one input that somebody sends, or hundreds of a file, in a few statements for all of them.
/// Rules are in [Inputs].
@Component
class Intake {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Fingerprints fingerprints;

    Intake(JdbcClient jdbc, JdbcTemplate template, Fingerprints fingerprints) {
        this.jdbc = jdbc;
        this.template = template;
        this.fingerprints = fingerprints;
    }

    /// A new input and how it came in.
    record Arrival(InputId id, int number, Checked checked, Reception reception, Instant at) {}

    /// One revision of an input with all that binds it.
    record Revision(
            InputId id,
            int number,
            Instant at,
            int questionnaire,
            byte[] content,
            byte[] salt,
            byte[] hash,
            EntryId entry,
            Checked checked) {}

    /// The first of so many new numbers in a row. Numbers of inputs that are then refused stay unused.
    int nextNumbers(CallId call, int count) {
        if (count == 1)
            return jdbc.sql("SELECT inputs.next_number(?)")
                    .param(call.value())
                    .query(Integer.class)
                    .single();
        return jdbc.sql("SELECT inputs.next_numbers(?, ?)")
                .params(call.value(), count)
                .query(Integer.class)
                .single();
    }

    void inputs(CallId call, List<Arrival> arrivals) {
        template.batchUpdate("""
                INSERT INTO inputs.input (id, call_id, number, origin, owner, import_key, idempotency_key, received_at,
                    language, behalf, organisation, respondent, email, stakeholder_type, country, region, scope,
                    consent_name, consent_text, consent_files, consent_quotation, consent_translation)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", arrivals.stream().map(one -> row(call, one)).toList());
        List<Object[]> allowed = new ArrayList<>();
        for (Arrival one : arrivals)
            for (Use use : Use.values())
                if (one.checked().input().consent().allows(use))
                    allowed.add(new Object[] {
                        Ids.next().toString(),
                        one.id().value().toString(),
                        use.word(),
                        one.at().toString()
                    });
        consent(allowed);
        for (Arrival one : arrivals)
            endorsers(one.id().value(), one.checked().input().endorsers());
    }

    private static Object[] row(CallId call, Arrival one) {
        NewInput input = one.checked().input();
        Reception reception = one.reception();
        Respondent who = input.respondent();
        Consent consent = input.consent();
        return new Object[] {
            one.id().value(),
            call.value(),
            one.number(),
            reception.origin().word(),
            reception.owner(),
            reception.importKey(),
            reception.idempotencyKey(),
            Timestamp.from(one.at()),
            input.language(),
            who.behalf().word(),
            who.organisation(),
            who.name(),
            who.email(),
            who.stakeholderType(),
            who.country(),
            who.region(),
            who.scope().word(),
            consent.name(),
            consent.text(),
            consent.files(),
            consent.quotation(),
            consent.translation()
        };
    }

    private void consent(List<Object[]> allowed) {
        if (allowed.isEmpty()) return;
        jdbc.sql("""
                INSERT INTO inputs.consent_event (id, input_id, usage, allowed, at)
                SELECT u.id, u.input, u.usage, true, u.at
                FROM unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[]::timestamptz[]) AS u (id, input, usage, at)""")
                .params(column(allowed, 0), column(allowed, 1), column(allowed, 2), column(allowed, 3))
                .update();
    }

    private static String[] column(List<Object[]> rows, int column) {
        return rows.stream().map(row -> (String) row[column]).toArray(String[]::new);
    }

    void endorsers(UUID input, List<Endorsement> endorsers) {
        for (int i = 0; i < endorsers.size(); i++) {
            Endorsement endorser = endorsers.get(i);
            jdbc.sql("""
                    INSERT INTO inputs.endorser (id, input_id, position, organisation, name, email, country, stakeholder_type)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            Ids.next(),
                            input,
                            i,
                            endorser.organisation(),
                            endorser.name(),
                            endorser.email(),
                            endorser.country(),
                            endorser.stakeholderType())
                    .update();
        }
    }

    /// Writes revisions with their answers, attachments and, where it is there already, what the checks read out of
    /// them.
    void revisions(List<Revision> revisions) {
        template.batchUpdate("""
                INSERT INTO inputs.revision (id, input_id, number, received_at, questionnaire_version, content, salt, hash, ledger_entry)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""", revisions, BATCH, (statement, one) -> {
            statement.setObject(1, Ids.next());
            statement.setObject(2, one.id().value());
            statement.setInt(3, one.number());
            statement.setTimestamp(4, Timestamp.from(one.at()));
            statement.setInt(5, one.questionnaire());
            statement.setString(6, new String(one.content(), StandardCharsets.UTF_8));
            statement.setBytes(7, one.salt());
            statement.setBytes(8, one.hash());
            statement.setObject(9, one.entry().value());
        });
        List<Fingerprints.Read> read = new ArrayList<>();
        for (Revision one : revisions)
            if (one.checked().reading() != null)
                read.add(new Fingerprints.Read(
                        one.id(), one.number(), one.checked().reading()));
        if (!read.isEmpty()) fingerprints.keep(read);
        answers(revisions);
        for (Revision one : revisions) attachments(one);
    }

    private record Row(Revision of, Answer answer) {}

    private void answers(List<Revision> revisions) {
        List<Row> rows = revisions.stream()
                .flatMap(one -> one.checked().answers().stream().map(answer -> new Row(one, answer)))
                .toList();
        template.batchUpdate("""
                INSERT INTO inputs.answer (id, input_id, revision, question, position, kind, value, text, text_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""", rows, BATCH, (statement, row) -> {
            Answer answer = row.answer();
            statement.setObject(1, Ids.next());
            statement.setObject(2, row.of().id().value());
            statement.setInt(3, row.of().number());
            statement.setString(4, answer.question());
            statement.setInt(5, answer.position());
            statement.setString(6, answer.kind().stored());
            statement.setString(7, answer.value().toString());
            statement.setString(8, answer.text());
            statement.setBytes(9, InputRows.sha256(answer.text()));
        });
    }

    private void attachments(Revision of) {
        List<Attached> files = of.checked().input().files();
        for (int i = 0; i < files.size(); i++)
            jdbc.sql("""
                    INSERT INTO inputs.attachment (id, input_id, revision, question, position, file_id, title)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            Ids.next(),
                            of.id().value(),
                            of.number(),
                            files.get(i).question(),
                            i,
                            files.get(i).file(),
                            files.get(i).title())
                    .update();
    }
}
