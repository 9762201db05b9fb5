package org.throughline.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.directory.EmailAddress;
import org.throughline.platform.Ids;

/// The tables of those who follow something, and of what.
@Component
class FollowRows {

    private static final String FOLLOW = """
            SELECT id, subscriber, kind, target, rhythm, created_at, confirmed_at, paused_at, told_until, next_at
            FROM notices.follow""";
    private static final String SUBSCRIBER = "SELECT id, person, address, language, stopped_at FROM notices.subscriber";

    private final JdbcClient jdbc;

    FollowRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID ofPerson(UUID person, String language, Instant now) {
        jdbc.sql("""
                INSERT INTO notices.subscriber (id, person, language, created_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (person) DO NOTHING""").params(Ids.next(), person, language, Timestamp.from(now)).update();
        return findPerson(person).orElseThrow().id();
    }

    /// The subscriber of an address; whoever has said yes once keeps their language, whoever asks.
    UUID ofAddress(EmailAddress address, String language, Instant now) {
        return jdbc.sql("""
                INSERT INTO notices.subscriber AS s (id, address, language, created_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (address) DO UPDATE SET language = CASE
                    WHEN EXISTS (SELECT FROM notices.follow f WHERE f.subscriber = s.id AND f.confirmed_at IS NOT NULL)
                    THEN s.language ELSE excluded.language END
                RETURNING s.id""")
                .params(Ids.next(), address.value(), language, Timestamp.from(now))
                .query(UUID.class)
                .single();
    }

    Optional<Subscriber> findPerson(UUID person) {
        return jdbc.sql(SUBSCRIBER + " WHERE person = ?")
                .param(person)
                .query(FollowRows::subscriber)
                .optional();
    }

    Optional<Subscriber> find(UUID subscriber) {
        return jdbc.sql(SUBSCRIBER + " WHERE id = ?")
                .param(subscriber)
                .query(FollowRows::subscriber)
                .optional();
    }

    /// Gives what an address alone follows to the person whose address it is.
    void adopt(UUID person, EmailAddress address) {
        jdbc.sql("""
                UPDATE notices.follow f SET subscriber = mine.id
                FROM notices.subscriber mine, notices.subscriber theirs
                WHERE mine.person = ? AND theirs.address = ? AND f.subscriber = theirs.id AND f.confirmed_at IS NOT NULL
                      AND NOT EXISTS (SELECT 1 FROM notices.follow g
                                      WHERE g.subscriber = mine.id AND g.kind = f.kind AND g.target = f.target)""").params(person, address.value()).update();
        jdbc.sql("DELETE FROM notices.subscriber WHERE address = ?")
                .param(address.value())
                .update();
    }

    /// The follow of this target, made when there is none yet; one that waits to be confirmed begins anew.
    UUID follow(UUID subscriber, Target target, Rhythm rhythm, @Nullable Instant confirmed, Instant now) {
        return jdbc.sql("""
                INSERT INTO notices.follow AS f
                    (id, subscriber, kind, target, rhythm, created_at, confirmed_at, told_until, next_at)
                VALUES (:id, :subscriber, :kind, :target, :rhythm, :now, :confirmed, :now, :next)
                ON CONFLICT (subscriber, kind, target) DO UPDATE SET
                    rhythm = CASE WHEN f.confirmed_at IS NULL OR :confirmed::timestamptz IS NOT NULL
                                  THEN excluded.rhythm ELSE f.rhythm END,
                    next_at = CASE WHEN f.confirmed_at IS NULL OR :confirmed::timestamptz IS NOT NULL
                                   THEN excluded.next_at ELSE f.next_at END,
                    created_at = CASE WHEN f.confirmed_at IS NULL THEN excluded.created_at ELSE f.created_at END,
                    confirmed_at = coalesce(f.confirmed_at, excluded.confirmed_at)
                RETURNING id""")
                .param("id", Ids.next())
                .param("subscriber", subscriber)
                .param("kind", target.kind().column)
                .param("target", target.key())
                .param("rhythm", rhythm.word())
                .param("now", Timestamp.from(now))
                .param("confirmed", confirmed == null ? null : Timestamp.from(confirmed), java.sql.Types.TIMESTAMP)
                .param("next", Timestamp.from(rhythm.after(now)))
                .query(UUID.class)
                .single();
    }

    /// How many things a subscriber follows; what was asked for and not confirmed is none.
    int count(UUID subscriber) {
        return jdbc.sql("SELECT count(*) FROM notices.follow WHERE subscriber = ? AND confirmed_at IS NOT NULL")
                .param(subscriber)
                .query(Integer.class)
                .single();
    }

    /// Forgets the oldest of what waits to be confirmed, so that no more of it than this waits.
    void keepWaiting(UUID subscriber, int most) {
        jdbc.sql("""
                DELETE FROM notices.follow WHERE id IN (SELECT id FROM notices.follow
                    WHERE subscriber = ? AND confirmed_at IS NULL ORDER BY created_at DESC, id DESC OFFSET ?)""").params(subscriber, most).update();
    }

    Optional<Follow> findFollow(UUID id) {
        return jdbc.sql(FOLLOW + " WHERE id = ?")
                .param(id)
                .query(FollowRows::follow)
                .optional();
    }

    void confirm(Follow follow, Instant now) {
        jdbc.sql("""
                UPDATE notices.follow SET confirmed_at = ?, told_until = ?, next_at = ?
                WHERE id = ? AND confirmed_at IS NULL""")
                .params(
                        Timestamp.from(now),
                        Timestamp.from(now),
                        Timestamp.from(follow.rhythm().after(now)),
                        follow.id())
                .update();
        goOn(follow.subscriber());
    }

    List<Follow> of(UUID subscriber) {
        return jdbc.sql(FOLLOW + " WHERE subscriber = ? AND confirmed_at IS NOT NULL ORDER BY created_at DESC, id DESC")
                .param(subscriber)
                .query(FollowRows::follow)
                .list();
    }

    void pause(UUID subscriber, UUID follow, Instant now) {
        jdbc.sql("UPDATE notices.follow SET paused_at = coalesce(paused_at, ?) WHERE id = ? AND subscriber = ?")
                .params(Timestamp.from(now), follow, subscriber)
                .update();
    }

    // What happened in the pause is not told afterwards: whoever pauses did not want to hear it.
    void unpause(Follow follow, Instant now) {
        jdbc.sql(
                        "UPDATE notices.follow SET paused_at = NULL, told_until = ?, next_at = ? WHERE id = ? AND paused_at IS NOT NULL")
                .params(Timestamp.from(now), Timestamp.from(follow.rhythm().after(now)), follow.id())
                .update();
    }

    void rhythm(UUID subscriber, UUID follow, Rhythm rhythm, Instant now) {
        jdbc.sql("UPDATE notices.follow SET rhythm = ?, next_at = ? WHERE id = ? AND subscriber = ?")
                .params(rhythm.word(), Timestamp.from(rhythm.after(now)), follow, subscriber)
                .update();
    }

    void end(UUID subscriber, UUID follow) {
        jdbc.sql("DELETE FROM notices.follow WHERE id = ? AND subscriber = ?")
                .params(follow, subscriber)
                .update();
        jdbc.sql("""
                DELETE FROM notices.subscriber s WHERE id = ? AND address IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM notices.follow WHERE subscriber = s.id)""").param(subscriber).update();
    }

    void stop(UUID subscriber, Instant now) {
        jdbc.sql("UPDATE notices.subscriber SET stopped_at = coalesce(stopped_at, ?) WHERE id = ?")
                .params(Timestamp.from(now), subscriber)
                .update();
    }

    void goOn(UUID subscriber) {
        jdbc.sql("UPDATE notices.subscriber SET stopped_at = NULL WHERE id = ?")
                .param(subscriber)
                .update();
    }

    void toldUntil(UUID subscriber, Instant moment) {
        jdbc.sql("UPDATE notices.follow SET told_until = ? WHERE subscriber = ?")
                .params(Timestamp.from(moment), subscriber)
                .update();
    }

    /// Subscribers for whom a digest is due.
    List<UUID> due(Instant now, int most) {
        return jdbc.sql("""
                SELECT DISTINCT f.subscriber FROM notices.follow f JOIN notices.subscriber s ON s.id = f.subscriber
                WHERE f.next_at <= ? AND f.confirmed_at IS NOT NULL AND f.paused_at IS NULL AND s.stopped_at IS NULL
                LIMIT ?""").params(Timestamp.from(now), most).query(UUID.class).list();
    }

    /// From when on changes have to be known for everybody's due digests.
    Optional<Instant> earliestDue(Instant now) {
        return jdbc.sql("""
                SELECT min(f.told_until) AS earliest
                FROM notices.follow f JOIN notices.subscriber s ON s.id = f.subscriber
                WHERE f.next_at <= ? AND f.confirmed_at IS NOT NULL AND f.paused_at IS NULL AND s.stopped_at IS NULL""")
                .param(Timestamp.from(now))
                .query((row, n) -> Optional.ofNullable(MailingRows.instant(row, "earliest")))
                .single();
    }

    /// The due follows of a subscriber, for this transaction alone.
    List<Follow> takeDue(UUID subscriber, Instant now) {
        return jdbc.sql(FOLLOW + """
                 WHERE subscriber = ? AND next_at <= ? AND confirmed_at IS NOT NULL AND paused_at IS NULL
                ORDER BY created_at, id FOR UPDATE SKIP LOCKED""")
                .params(subscriber, Timestamp.from(now))
                .query(FollowRows::follow)
                .list();
    }

    void told(Follow follow, Instant until, Instant next) {
        jdbc.sql("UPDATE notices.follow SET told_until = ?, next_at = ? WHERE id = ?")
                .params(Timestamp.from(until), Timestamp.from(next), follow.id())
                .update();
    }

    void remember(UUID follow, Collection<Long> numbers) {
        if (numbers.isEmpty()) return;
        jdbc.sql("INSERT INTO notices.told (follow, number) SELECT ?, unnest(?::bigint[]) ON CONFLICT DO NOTHING")
                .params(follow, numbers.toArray(Long[]::new))
                .update();
    }

    Set<Long> toldOf(UUID follow, Collection<Long> numbers) {
        if (numbers.isEmpty()) return Set.of();
        return jdbc
                .sql("SELECT number FROM notices.told WHERE follow = ? AND number = ANY (?)")
                .params(follow, numbers.toArray(Long[]::new))
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void forgetUnconfirmedBefore(Instant moment) {
        jdbc.sql("DELETE FROM notices.follow WHERE confirmed_at IS NULL AND created_at < ?")
                .param(Timestamp.from(moment))
                .update();
        jdbc.sql("""
                DELETE FROM notices.subscriber s WHERE address IS NOT NULL AND created_at < ?
                AND NOT EXISTS (SELECT 1 FROM notices.follow WHERE subscriber = s.id)""").param(Timestamp.from(moment)).update();
    }

    void forget(UUID person) {
        jdbc.sql("DELETE FROM notices.subscriber WHERE person = ?")
                .param(person)
                .update();
    }

    private static Subscriber subscriber(ResultSet row, int n) throws SQLException {
        return new Subscriber(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("address"),
                row.getString("language"),
                MailingRows.instant(row, "stopped_at"));
    }

    private static Follow follow(ResultSet row, int n) throws SQLException {
        return new Follow(
                row.getObject("id", UUID.class),
                row.getObject("subscriber", UUID.class),
                Target.stored(row.getString("kind"), row.getString("target")),
                Rhythm.of(row.getString("rhythm")).orElseThrow(),
                row.getTimestamp("created_at").toInstant(),
                MailingRows.instant(row, "confirmed_at"),
                MailingRows.instant(row, "paused_at"),
                row.getTimestamp("told_until").toInstant(),
                row.getTimestamp("next_at").toInstant());
    }
}
