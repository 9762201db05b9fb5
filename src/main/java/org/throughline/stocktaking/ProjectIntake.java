package org.throughline.stocktaking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.Commitment;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Ledger;
import org.throughline.platform.Ids;
import tools.jackson.databind.JsonNode;

/// Writes what comes in, one project or hundreds of a file, in a few statements for all of them, and puts each on
/// record in the ledger. Rules are in [Register].
@Component
class ProjectIntake {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Ledger ledger;
    private final Duplicates duplicates;
    private final ApplicationEventPublisher events;

    ProjectIntake(
            JdbcClient jdbc,
            JdbcTemplate template,
            Ledger ledger,
            Duplicates duplicates,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.template = template;
        this.ledger = ledger;
        this.duplicates = duplicates;
        this.events = events;
    }

    /// A new project and how it came in.
    record Arrival(ProjectId id, long number, NewProject project, Facts facts, Reception reception, Instant at) {}

    /// One state of a project.
    record Revision(
            ProjectId id,
            long project,
            int number,
            NewProject content,
            Facts facts,
            int form,
            @Nullable UUID person,
            Instant at) {}

    List<Long> numbers(int count) {
        return jdbc.sql("SELECT nextval('stocktaking.project_number') FROM generate_series(1, ?) ORDER BY 1")
                .param(count)
                .query(Long.class)
                .list();
    }

    void projects(UUID collection, List<Arrival> arrivals) {
        template.batchUpdate(
                """
                INSERT INTO stocktaking.project (id, collection_id, number, origin, source_key, idempotency_key, brought_in_by,
                    received_at, consent_name, consent_text, consent_files, consent_quotation, consent_translation, confirmed_at,
                    sent_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", arrivals.stream().map(one -> row(collection, one)).toList());
        List<Object[]> keepers = new ArrayList<>();
        for (Arrival one : arrivals)
            if (one.reception().role() != null && one.reception().person() != null)
                keepers.add(new Object[] {
                    one.id().value(),
                    one.reception().person(),
                    one.reception().role().word(),
                    Timestamp.from(one.at())
                });
        if (!keepers.isEmpty())
            template.batchUpdate(
                    "INSERT INTO stocktaking.keeper (project_id, person, role, since) VALUES (?, ?, ?, ?)", keepers);
        List<Object[]> uses = new ArrayList<>();
        for (Arrival one : arrivals) uses.addAll(uses(one));
        if (!uses.isEmpty()) consents(uses);
    }

    private static Object[] row(UUID collection, Arrival one) {
        Consent consent = one.project().consent();
        Reception reception = one.reception();
        Instant confirmed = reception.confirmedAt() == null ? one.at() : reception.confirmedAt();
        return new Object[] {
            one.id().value(),
            collection,
            one.number(),
            reception.origin().word(),
            reception.sourceKey(),
            reception.idempotencyKey(),
            reception.person(),
            Timestamp.from(one.at()),
            consent.name(),
            consent.text(),
            consent.files(),
            consent.quotation(),
            consent.translation(),
            Timestamp.from(confirmed),
            Timestamp.from(one.at())
        };
    }

    private static List<Object[]> uses(Arrival one) {
        List<Object[]> uses = new ArrayList<>();
        uses(one.project().consent()).forEach((use, allowed) -> {
            if (allowed)
                uses.add(event(one.id(), use, true, one.at(), one.reception().person()));
        });
        return uses;
    }

    private static Map<String, Boolean> uses(Consent consent) {
        Map<String, Boolean> uses = new LinkedHashMap<>();
        uses.put("name", consent.name());
        uses.put("text", consent.text());
        uses.put("files", consent.files());
        uses.put("quotation", consent.quotation());
        uses.put("translation", consent.translation());
        return uses;
    }

    private static Object[] event(ProjectId id, String use, boolean allowed, Instant at, @Nullable UUID person) {
        return new Object[] {Ids.next(), id.value(), use, allowed, Timestamp.from(at), person};
    }

    private void consents(List<Object[]> events) {
        template.batchUpdate("""
                INSERT INTO stocktaking.consent_event (id, project_id, usage, allowed, at, person) VALUES (?, ?, ?, ?, ?, ?)""", events);
    }

    /// Writes the history: a line for each use that is allowed now and was not, or the other way round.
    void consentChanged(ProjectId id, Consent before, Consent after, Instant at, @Nullable UUID person) {
        Map<String, Boolean> was = uses(before);
        List<Object[]> events = new ArrayList<>();
        uses(after).forEach((use, allowed) -> {
            if (!allowed.equals(was.get(use))) events.add(event(id, use, allowed, at, person));
        });
        if (!events.isEmpty()) consents(events);
    }

    /// Writes them with their entries in the ledger, in the caller's transaction.
    List<EntryId> revisions(String collection, List<Revision> revisions) {
        return revisions(collection, revisions, null);
    }

    /// @param publicAt when the caller publishes them, in the same transaction; absent where it does not
    List<EntryId> revisions(String collection, List<Revision> revisions, @Nullable Instant publicAt) {
        List<Ledger.Act> acts = new ArrayList<>();
        List<byte[]> salts = new ArrayList<>();
        for (Revision one : revisions) {
            byte[] salt = Commitment.newSalt();
            salts.add(salt);
            acts.add(new Ledger.Act(subject(one.project()), Commitment.of(salt, canonical(collection, one)), one.at()));
        }
        List<EntryId> entries = ledger.appendAll(EntryKind.RECEIPT, acts);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) rows.add(i);
        template.batchUpdate(
                """
                INSERT INTO stocktaking.revision (project_id, number, received_at, person, form_version, language, answers,
                    private_answers, title, summary, activity_type, status, coverage, starts_on, ends_on, ongoing, action_lines,
                    sdgs, gdc, countries, regions, beneficiaries, entity_name, entity_type, entity_country, website,
                    completeness, salt, hash, ledger_entry, allowed, naming, first_public_at)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rows,
                rows.size(),
                (statement, i) -> set(
                        statement,
                        revisions.get(i),
                        salts.get(i),
                        acts.get(i).hash().bytes(),
                        entries.get(i),
                        publicAt));
        attachments(revisions);
        duplicates.keep(revisions);
        events.publishEvent(new EntriesSent(revisions.size()));
        return entries;
    }

    private static void set(
            PreparedStatement row, Revision one, byte[] salt, byte[] hash, EntryId entry, @Nullable Instant publicAt)
            throws SQLException {
        Facts facts = one.facts();
        int at = 0;
        row.setObject(++at, one.id().value());
        row.setInt(++at, one.number());
        row.setTimestamp(++at, Timestamp.from(one.at()));
        row.setObject(++at, one.person());
        row.setInt(++at, one.form());
        row.setString(++at, one.content().language());
        row.setString(++at, facts.answersJson());
        row.setString(++at, facts.hiddenJson());
        row.setString(++at, facts.title());
        row.setString(++at, facts.summary());
        row.setString(++at, facts.activityType());
        row.setString(++at, facts.status());
        row.setString(++at, facts.coverage());
        row.setObject(++at, facts.startsOn());
        row.setObject(++at, facts.endsOn());
        row.setBoolean(++at, facts.ongoing());
        for (List<String> codes : List.of(
                facts.actionLines(),
                facts.sdgs(),
                facts.gdc(),
                facts.countries(),
                facts.regions(),
                facts.beneficiaries())) row.setArray(++at, texts(row.getConnection(), codes));
        row.setString(++at, facts.entityName());
        row.setString(++at, facts.entityType());
        row.setString(++at, facts.entityCountry());
        row.setString(++at, facts.website());
        row.setInt(++at, facts.completeness());
        row.setBytes(++at, salt);
        row.setBytes(++at, hash);
        row.setObject(++at, entry.value());
        row.setString(++at, allowed(one.content().consent()));
        row.setArray(++at, texts(row.getConnection(), facts.naming()));
        row.setTimestamp(++at, publicAt == null ? null : Timestamp.from(publicAt));
    }

    /// The uses that are allowed, as a revision keeps them: `name,text,files`.
    static String allowed(Consent consent) {
        return uses(consent).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
    }

    private static java.sql.Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private void attachments(List<Revision> revisions) {
        List<Object[]> rows = new ArrayList<>();
        for (Revision one : revisions) {
            int position = 0;
            for (NewProject.Attached file : one.content().attachments())
                rows.add(new Object[] {
                    Ids.next(),
                    one.id().value(),
                    one.number(),
                    position++,
                    file.kind().word(),
                    file.file(),
                    file.title(),
                    file.alternative()
                });
        }
        if (rows.isEmpty()) return;
        template.batchUpdate("""
                INSERT INTO stocktaking.attachment (id, project_id, revision, position, kind, file_id, title, alternative)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    /// The public path of a project, by which the ledger and the audit trail call it.
    static String subject(long number) {
        return "stocktaking/" + number;
    }

    /// What the receipt binds: everything that was kept of what was sent.
    static byte[] canonical(String collection, Revision one) {
        Map<String, JsonNode> answers = new LinkedHashMap<>(one.facts().answers());
        answers.putAll(one.facts().hidden());
        return canonical(
                collection,
                one.project(),
                one.number(),
                one.content().language(),
                answers,
                allowed(one.content().consent()),
                one.content().attachments());
    }

    static byte[] canonical(
            String collection,
            long project,
            int revision,
            String language,
            Map<String, JsonNode> answers,
            String allowed,
            List<NewProject.Attached> attachments) {
        List<Map<String, String>> files = attachments.stream()
                .map(file -> Map.of(
                        "kind", file.kind().word(),
                        "file", file.file().toString(),
                        "title", file.title(),
                        "alternative", file.alternative()))
                .toList();
        return CanonicalJson.bytes(Map.of(
                "type",
                "throughline-project/1",
                "collection",
                collection,
                "number",
                Long.toString(project),
                "revision",
                revision,
                "language",
                language,
                "answers",
                answers,
                "allowed",
                allowed,
                "attachments",
                files));
    }
}
