package org.throughline.groups;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.audit.FieldChanges;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Where the secretariat adds seats and corrects them, those of the program as well. Every change is on record field
/// by field; one that was put in by mistake is taken back for a reason and stays on record.
@Service
public class SeatDesk {

    public static final int LONGEST_REASON = 1_000;

    private static final String KEPT = """
            SELECT b.code, s.id, s.role, s.country, s.entity, s.person, s.region, s.starts, s.ends, s.status, s.note,
                   s.certainty, s.source, s.source_url, s.version, s.retired_reason
            FROM groups.seat s JOIN groups.body b ON b.id = s.group_id""";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final PageStore pages;

    SeatDesk(JdbcClient jdbc, AuditTrail audit, PageStore pages) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.pages = pages;
    }

    /// A seat as the desk keeps it.
    ///
    /// @param group the code of its group
    /// @param version how often it was written
    /// @param retired why it was taken back; empty for one that stands
    public record Kept(String group, Seat seat, int version, String retired) {}

    /// Those of a group, also those that were taken back, oldest first.
    @Transactional(readOnly = true)
    public List<Kept> of(String group) {
        return kept(jdbc.sql(KEPT + " WHERE b.code = ? ORDER BY s.position").param(group)).stream()
                .sorted(Comparator.comparing(Kept::seat, Seats.IN_TIME))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(String group, UUID id) {
        return kept(jdbc.sql(KEPT + " WHERE b.code = ? AND s.id = ?").params(group, id)).stream()
                .findFirst();
    }

    private static List<Kept> kept(StatementSpec statement) {
        return statement
                .query((row, n) -> new Kept(
                        row.getString("code"), Seats.seat(row), row.getInt("version"), row.getString("retired_reason")))
                .list();
    }

    /// Refused where the same seat is on record.
    @Transactional
    public UUID add(Group group, SeatFacts facts, Actor actor) {
        UUID id = Ids.next();
        written(bound(facts, jdbc.sql("""
                INSERT INTO groups.seat (id, group_id, role, country, entity, person, region, starts, ends, status, note,
                    certainty, source, source_url)
                VALUES (:id, :group, :role, :country, :entity::jsonb, :person, :region, :starts, :ends, :status, :note::jsonb,
                    :certainty, :source, :url)""")).param("id", id).param("group", group.id()));
        audit.record(
                actor,
                "seat-added",
                subject(group.code(), id),
                Map.of("role", facts.role().word()));
        pages.changed(Groups.TAG);
        return id;
    }

    /// Does nothing where nothing is different. Refused where the same seat is on record twice then.
    ///
    /// @param version the version the editor saw; refused as stale when somebody changed the seat since
    @Transactional
    public void change(String group, UUID id, SeatFacts facts, int version, Actor actor) {
        Kept before = locked(group, id, version);
        var changes = FieldChanges.between(SeatFacts.of(before.seat()).form(), facts.form());
        if (changes.isEmpty()) return;
        written(bound(facts, jdbc.sql("""
                UPDATE groups.seat SET role = :role, country = :country, entity = :entity::jsonb, person = :person,
                    region = :region, starts = :starts, ends = :ends, status = :status, note = :note::jsonb,
                    certainty = :certainty, source = :source, source_url = :url, version = version + 1
                WHERE id = :id""")).param("id", id));
        audit.record(actor, "seat-edited", subject(group, id), changes);
        pages.changed(Groups.TAG);
    }

    /// Takes back a seat that was put in by mistake. Later starts of the program do not bring it again.
    @Transactional
    public void retire(String group, UUID id, String reason, int version, Actor actor) {
        if (reason.isBlank()) throw GroupRefusals.reasonMissing();
        locked(group, id, version);
        jdbc.sql("UPDATE groups.seat SET status = 'mistaken', retired_reason = ?, version = version + 1 WHERE id = ?")
                .params(reason.strip(), id)
                .update();
        audit.record(actor, "seat-retired", subject(group, id), Map.of("reason", reason.strip()));
        pages.changed(Groups.TAG);
    }

    private Kept locked(String group, UUID id, int version) {
        Kept one = kept(jdbc.sql(KEPT + " WHERE b.code = ? AND s.id = ? FOR UPDATE OF s")
                        .params(group, id))
                .stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (one.version() != version || !one.retired().isEmpty()) throw Refusal.stale();
        return one;
    }

    private static StatementSpec bound(SeatFacts facts, StatementSpec statement) {
        return statement
                .param("role", facts.role().word())
                .param("country", facts.country())
                .param("entity", Json.write(facts.entity()))
                .param("person", facts.person())
                .param("region", facts.region())
                .param("starts", facts.starts())
                .param("ends", facts.ends())
                .param("status", facts.status())
                .param("note", Json.write(facts.note()))
                .param("certainty", facts.source().certainty().word())
                .param("source", facts.source().title())
                .param("url", facts.source().url());
    }

    private static void written(StatementSpec statement) {
        try {
            statement.update();
        } catch (DuplicateKeyException e) {
            throw GroupRefusals.seatThere();
        }
    }

    /// What acts on a seat are recorded under.
    public static String subject(String group, UUID id) {
        return GroupDesk.subject(group) + "/seats/" + id;
    }
}
