package org.throughline.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;

/// The tables of letters to many and of those who get them.
@Component
class MailingRows {

    private static final String COLUMNS = """
            SELECT id, kind, subject, body, per_minute, version, written_by, created_at, released_at, listed_until,
                   listed_at, listed, handed, left_out, next_at, stopped_at, finished_at
            FROM notices.mailing""";

    /// Somebody on the list who has not been looked at yet.
    record Waiting(int place, UUID person, byte[] addressHash) {}

    /// A person for the list of recipients.
    record Listed(UUID person, byte[] addressHash) {}

    private final JdbcClient jdbc;

    MailingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Mailing mailing) {
        jdbc.sql("""
                INSERT INTO notices.mailing (id, kind, subject, body, per_minute, written_by, created_at)
                VALUES (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)""")
                .params(
                        mailing.id().value(),
                        mailing.kind().column,
                        Json.write(mailing.subject()),
                        Json.write(mailing.body()),
                        mailing.perMinute(),
                        mailing.writtenBy(),
                        Timestamp.from(mailing.createdAt()))
                .update();
    }

    /// False when it was changed or released meanwhile.
    boolean change(
            MailingId id,
            int version,
            LocalizedText subject,
            LocalizedText body,
            int perMinute,
            @Nullable UUID author) {
        return jdbc.sql("""
                        UPDATE notices.mailing SET subject = ?::jsonb, body = ?::jsonb, per_minute = ?, written_by = ?,
                            version = version + 1
                        WHERE id = ? AND version = ? AND released_at IS NULL""")
                        .params(Json.write(subject), Json.write(body), perMinute, author, id.value(), version)
                        .update()
                == 1;
    }

    boolean delete(MailingId id) {
        return jdbc.sql("DELETE FROM notices.mailing WHERE id = ? AND released_at IS NULL")
                        .param(id.value())
                        .update()
                == 1;
    }

    boolean release(MailingId id, int version, @Nullable UUID by, Instant now) {
        return jdbc.sql("""
                        UPDATE notices.mailing SET released_at = ?, released_by = ?, next_at = ?, version = version + 1
                        WHERE id = ? AND version = ? AND released_at IS NULL""")
                        .params(Timestamp.from(now), by, Timestamp.from(now), id.value(), version)
                        .update()
                == 1;
    }

    boolean stop(MailingId id, Instant now) {
        return jdbc.sql("""
                        UPDATE notices.mailing SET stopped_at = ?
                        WHERE id = ? AND released_at IS NOT NULL AND stopped_at IS NULL AND finished_at IS NULL""").params(Timestamp.from(now), id.value()).update() == 1;
    }

    boolean resume(MailingId id, Instant now) {
        return jdbc.sql(
                                "UPDATE notices.mailing SET stopped_at = NULL, next_at = ? WHERE id = ? AND stopped_at IS NOT NULL")
                        .params(Timestamp.from(now), id.value())
                        .update()
                == 1;
    }

    Optional<Mailing> find(MailingId id) {
        return jdbc.sql(COLUMNS + " WHERE id = ?")
                .param(id.value())
                .query(MailingRows::mailing)
                .optional();
    }

    List<Mailing> newest(int limit) {
        return jdbc.sql(COLUMNS + " WHERE kind = 'members' ORDER BY created_at DESC, id DESC LIMIT ?")
                .param(limit)
                .query(MailingRows::mailing)
                .list();
    }

    /// The mailing that is due longest, for this transaction alone; whoever else looks sees the next one.
    Optional<Mailing> takeDue(Instant now) {
        return jdbc.sql(COLUMNS + """
                 WHERE released_at IS NOT NULL AND stopped_at IS NULL AND finished_at IS NULL AND next_at <= ?
                ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param(Timestamp.from(now))
                .query(MailingRows::mailing)
                .optional();
    }

    /// When something is to be done next, if at all.
    @Nullable
    Instant nextDue() {
        return jdbc.sql("""
                SELECT min(next_at) AS next_at FROM notices.mailing
                WHERE released_at IS NOT NULL AND stopped_at IS NULL AND finished_at IS NULL""")
                .query((row, n) -> Optional.ofNullable(instant(row, "next_at")))
                .single()
                .orElse(null);
    }

    /// Puts people on the list; an address that stands there already is left out. How many were put.
    int list(MailingId mailing, List<Listed> people) {
        return jdbc.sql("""
                INSERT INTO notices.recipient (mailing, address_hash, person, place)
                SELECT :mailing, p.address_hash, p.person, last.place + p.n
                FROM unnest(:hashes::text[], :people::text[]::uuid[]) WITH ORDINALITY AS q (hash, person, n)
                     CROSS JOIN LATERAL (SELECT decode(q.hash, 'hex') AS address_hash, q.person, q.n) AS p
                     CROSS JOIN (SELECT coalesce(max(place), 0) AS place FROM notices.recipient
                                 WHERE mailing = :mailing) AS last
                ON CONFLICT (mailing, address_hash) DO NOTHING""")
                .param("mailing", mailing.value())
                .param(
                        "hashes",
                        people.stream().map(p -> Addresses.hex(p.addressHash())).toArray(String[]::new))
                .param("people", people.stream().map(p -> p.person().toString()).toArray(String[]::new))
                .update();
    }

    void listedUntil(MailingId id, UUID last, int added, Instant next) {
        jdbc.sql("UPDATE notices.mailing SET listed_until = ?, listed = listed + ?, next_at = ? WHERE id = ?")
                .params(last, added, Timestamp.from(next), id.value())
                .update();
    }

    void listed(MailingId id, Instant now) {
        jdbc.sql("UPDATE notices.mailing SET listed_at = ?, next_at = ? WHERE id = ?")
                .params(Timestamp.from(now), Timestamp.from(now), id.value())
                .update();
    }

    List<Waiting> waiting(MailingId mailing, int most) {
        return jdbc.sql("""
                SELECT place, person, address_hash FROM notices.recipient
                WHERE mailing = ? AND handed_at IS NULL AND left_out IS NULL ORDER BY place LIMIT ?""")
                .params(mailing.value(), most)
                .query((row, n) -> new Waiting(
                        row.getInt("place"), row.getObject("person", UUID.class), row.getBytes("address_hash")))
                .list();
    }

    void handed(MailingId mailing, Collection<Integer> places, Instant now) {
        jdbc.sql("UPDATE notices.recipient SET handed_at = ? WHERE mailing = ? AND place = ANY (?)")
                .params(Timestamp.from(now), mailing.value(), places.toArray(Integer[]::new))
                .update();
    }

    void leftOut(MailingId mailing, Collection<Integer> places, String why) {
        if (places.isEmpty()) return;
        jdbc.sql("UPDATE notices.recipient SET left_out = ? WHERE mailing = ? AND place = ANY (?)")
                .params(why, mailing.value(), places.toArray(Integer[]::new))
                .update();
    }

    void wentOn(MailingId id, int handed, int leftOut, Instant next) {
        jdbc.sql("UPDATE notices.mailing SET handed = handed + ?, left_out = left_out + ?, next_at = ? WHERE id = ?")
                .params(handed, leftOut, Timestamp.from(next), id.value())
                .update();
    }

    void finish(MailingId id, long failed, long inDoubt, Instant now) {
        jdbc.sql("UPDATE notices.mailing SET finished_at = ?, failed = ?, in_doubt = ? WHERE id = ?")
                .params(Timestamp.from(now), failed, inDoubt, id.value())
                .update();
    }

    /// Puts recipients back on the list, so that they get the letter again.
    void putBack(MailingId id, List<byte[]> addressHashes, Instant now) {
        int again = jdbc.sql("""
                UPDATE notices.recipient SET handed_at = NULL
                WHERE mailing = ? AND handed_at IS NOT NULL
                      AND address_hash IN (SELECT decode(hash, 'hex') FROM unnest(?::text[]) AS hash)""")
                .params(id.value(), addressHashes.stream().map(Addresses::hex).toArray(String[]::new))
                .update();
        jdbc.sql("""
                UPDATE notices.mailing SET handed = handed - ?, finished_at = NULL, failed = NULL, in_doubt = NULL,
                    next_at = ? WHERE id = ?""").params(again, Timestamp.from(now), id.value()).update();
    }

    /// Why those on the list who get no letter get none.
    Map<String, Integer> reasons(MailingId id) {
        return Map.copyOf(jdbc
                .sql("""
                SELECT left_out, count(*) AS number FROM notices.recipient
                WHERE mailing = ? AND left_out IS NOT NULL GROUP BY left_out""")
                .param(id.value())
                .query((row, n) -> Map.entry(row.getString("left_out"), row.getInt("number")))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// What became of a finished mailing: given up, in doubt.
    long[] outcome(MailingId id) {
        return jdbc.sql("SELECT coalesce(failed, 0), coalesce(in_doubt, 0) FROM notices.mailing WHERE id = ?")
                .param(id.value())
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }

    /// How many lists were forgotten whose mailing was over before a moment.
    int forgetListsBefore(Instant moment) {
        return jdbc.sql("""
                DELETE FROM notices.recipient
                WHERE mailing IN (SELECT id FROM notices.mailing WHERE finished_at < ?)""").param(Timestamp.from(moment)).update();
    }

    void forget(UUID person) {
        jdbc.sql("DELETE FROM notices.recipient WHERE person = ?").param(person).update();
    }

    private static Mailing mailing(ResultSet row, int n) throws SQLException {
        Instant next = instant(row, "next_at");
        return new Mailing(
                new MailingId(row.getObject("id", UUID.class)),
                Mailing.Kind.of(row.getString("kind")),
                Json.read(row.getString("subject"), LocalizedText.class),
                Json.read(row.getString("body"), LocalizedText.class),
                row.getInt("per_minute"),
                row.getInt("version"),
                row.getObject("written_by", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "released_at"),
                row.getObject("listed_until", UUID.class),
                instant(row, "listed_at"),
                row.getInt("listed"),
                row.getInt("handed"),
                row.getInt("left_out"),
                next == null ? Instant.EPOCH : next,
                instant(row, "stopped_at"),
                instant(row, "finished_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
