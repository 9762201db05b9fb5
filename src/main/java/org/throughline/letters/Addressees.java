package org.throughline.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Moments;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.web.PageStore;

/// The register of those to whom circular letters are addressed, each with one focal point at most. Everybody may
/// know how many there are; who they are and who speaks for them is the secretariat's.
@Service
public class Addressees {

    private static final String WITH_FOCAL_POINT = """
            SELECT a.id, a.class, a.country, a.name, a.ended_at, a.version, f.id AS focal, f.name AS focal_name, f.email,
                f.language, f.since, f.until, f.declined_at
            FROM letters.addressee a JOIN letters.addressee_class k ON k.code = a.class
            LEFT JOIN letters.focal_point f ON f.addressee = a.id AND f.until IS NULL""";
    private static final String IN_ORDER = " ORDER BY k.position, a.country NULLS LAST, lower(a.name), a.id";

    private final JdbcClient jdbc;
    private final Published published;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    Addressees(JdbcClient jdbc, Published published, AuditTrail audit, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.published = published;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// The classes of addressees, in their order.
    public List<AddresseeClass> classes() {
        return published
                .sql("SELECT code, name, of_states FROM letters.published_class ORDER BY position, code")
                .query((row, n) -> new AddresseeClass(
                        row.getString("code"), LetterRows.text(row, "name"), row.getBoolean("of_states")))
                .list();
    }

    /// How many addressees each class has now, by its code; nothing for a class without any.
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        published
                .sql("SELECT class, addressees FROM letters.published_class_count")
                .query((row, n) -> Map.entry(row.getString("class"), row.getLong("addressees")))
                .list()
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /// Those of a class, or all, that are not ended.
    @Transactional(readOnly = true)
    public List<Addressee> current(@Nullable String addresseeClass, Actor actor) {
        mustManage(actor);
        return jdbc.sql(WITH_FOCAL_POINT
                        + " WHERE a.ended_at IS NULL AND (:class::text IS NULL OR a.class = :class)"
                        + IN_ORDER)
                .param("class", addresseeClass)
                .query(Addressees::addressee)
                .list();
    }

    /// Addressees that no letter can reach, because nobody speaks for them, or the one who did says that they do
    /// not.
    ///
    /// @param due the nearest deadline of a letter that some of them are to answer; absent where none is open
    public record Unreached(long addressees, @Nullable Instant due) {}

    @Transactional(readOnly = true)
    public Unreached unreached() {
        return jdbc.sql("""
                SELECT count(*) AS addressees, min((SELECT min(d.closes_at) FROM letters.recipient r
                    JOIN letters.letter_deadline d ON d.letter = r.letter
                    WHERE r.addressee = a.id AND d.closes_at > :now)) AS due
                FROM letters.addressee a LEFT JOIN letters.focal_point f ON f.addressee = a.id AND f.until IS NULL
                WHERE a.ended_at IS NULL AND (f.id IS NULL OR f.declined_at IS NOT NULL)""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Unreached(row.getLong("addressees"), LetterRows.instant(row, "due")))
                .single();
    }

    @Transactional(readOnly = true)
    public Addressee get(UUID id, Actor actor) {
        mustManage(actor);
        return jdbc.sql(WITH_FOCAL_POINT + " WHERE a.id = :id")
                .param("id", id)
                .query(Addressees::addressee)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /// Everybody who spoke for an addressee, the newest first.
    @Transactional(readOnly = true)
    public List<FocalPoint> focalPoints(UUID addressee, Actor actor) {
        mustManage(actor);
        return jdbc.sql("""
                SELECT id AS focal, name AS focal_name, email, language, since, until, declined_at FROM letters.focal_point
                WHERE addressee = ? ORDER BY since DESC, id DESC""").param(addressee).query((row, n) -> focalPoint(row)).list();
    }

    /// Takes a state or an entity into the register. Refused when it is there.
    ///
    /// @param name empty for a state
    @Transactional
    public UUID add(String addresseeClass, @Nullable String country, String name, Actor actor) {
        mustManage(actor);
        UUID id = Ids.next();
        try {
            jdbc.sql("""
                    INSERT INTO letters.addressee (id, class, country, name, added_at) VALUES (?, ?, ?, ?, ?)""")
                    .params(id, addresseeClass, country, name.strip(), Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw LetterRefusals.addresseeThere();
        }
        audit.record(actor, "addressee-added", subject(id), Map.of("class", addresseeClass));
        pages.changed(CircularLetter.TAG);
        return id;
    }

    /// Takes an addressee out of what later letters are addressed to. What it was sent and answered stays.
    @Transactional
    public void end(UUID id, int seen, Actor actor) {
        mustManage(actor);
        var now = Timestamp.from(clock.instant());
        int changed = jdbc.sql("""
                UPDATE letters.addressee SET ended_at = ?, version = version + 1
                WHERE id = ? AND version = ? AND ended_at IS NULL""").params(now, id, seen).update();
        if (changed == 0) throw Refusal.stale();
        endFocalPoint(id, today());
        audit.record(actor, "addressee-ended", subject(id), Map.of());
        pages.changed(CircularLetter.TAG);
    }

    /// Who is to speak for an addressee.
    public record Appointment(String name, String email, String language, LocalDate since) {}

    /// Names the one who speaks for an addressee. Whoever did before stops on that day, and the links in the
    /// mails they got open nothing more. Refused when somebody else changed it meanwhile, and for a day that is
    /// still to come.
    @Transactional
    public void appoint(UUID id, Appointment who, int seen, Actor actor) {
        mustManage(actor);
        if (who.since().isAfter(today())) throw LetterRefusals.notYet();
        int changed = jdbc.sql("""
                UPDATE letters.addressee SET version = version + 1 WHERE id = ? AND version = ? AND ended_at IS NULL""").params(id, seen).update();
        if (changed == 0) throw Refusal.stale();
        Addressee addressee = get(id, actor);
        FocalPoint before = addressee.focalPoint();
        if (before != null && before.since().isAfter(who.since())) throw LetterRefusals.beforeTheEarlier();
        endFocalPoint(id, who.since());
        jdbc.sql("""
                INSERT INTO letters.focal_point (id, addressee, name, email, language, since) VALUES (?, ?, ?, ?, ?, ?)""")
                .params(Ids.next(), id, who.name().strip(), who.email().strip(), who.language(), who.since())
                .update();
        // Without the name: it would stay in the record when nobody needs it any more.
        audit.record(
                actor,
                "focal-point-appointed",
                subject(id),
                Map.of("since", who.since().toString()));
    }

    private void endFocalPoint(UUID addressee, LocalDate day) {
        jdbc.sql("UPDATE letters.focal_point SET until = greatest(since, ?) WHERE addressee = ? AND until IS NULL")
                .params(day, addressee)
                .update();
        jdbc.sql("DELETE FROM letters.link WHERE addressee = ?")
                .param(addressee)
                .update();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moments.GENEVA);
    }

    static void mustManage(Actor actor) {
        if (!actor.may(Permission.MANAGE_CALLS)) throw Refusal.forbidden();
    }

    private static String subject(UUID id) {
        return "letters/addressees/" + id;
    }

    private static Addressee addressee(ResultSet row, int n) throws SQLException {
        return new Addressee(
                row.getObject("id", UUID.class),
                row.getString("class"),
                row.getString("country"),
                row.getString("name"),
                row.getTimestamp("ended_at") != null,
                row.getInt("version"),
                row.getObject("focal", UUID.class) == null ? null : focalPoint(row));
    }

    static FocalPoint focalPoint(ResultSet row) throws SQLException {
        return new FocalPoint(
                row.getObject("focal", UUID.class),
                row.getString("focal_name"),
                row.getString("email"),
                row.getString("language"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                LetterRows.instant(row, "declined_at"));
    }
}
