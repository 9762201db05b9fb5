package org.throughline.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.notices.UpdateCall.Question;

/// The tables of update calls. Who keeps an entry and when it was last confirmed is the register's to say.
@Component
class UpdateCallRows {

    // Whoever has confirmed an entry in the last weeks is not asked about it again.
    private static final Duration SETTLED = Duration.ofDays(60);

    private static final String CALL =
            "SELECT id, collection, mailing, reminder, closes_at, created_at, opened_at FROM notices.update_call";
    /// Entries of a register that somebody is asked about, with who keeps them.
    private static final String IN_QUESTION = " " + """
            FROM stocktaking.keeper k
            JOIN stocktaking.project p ON p.id = k.project_id
            JOIN stocktaking.collection c ON c.id = p.collection_id
            WHERE c.slug = :collection AND p.published_at IS NOT NULL AND p.closed_at IS NULL
                  AND p.confirmed_at < :before""";
    private static final String QUESTION = """
            SELECT q.id, q.letter, l.person, q.project, q.number, q.answer, p.confirmed_at > c.opened_at AS settled,
                   c.closes_at
            FROM notices.update_question q
            JOIN notices.update_letter l ON l.id = q.letter
            JOIN notices.update_call c ON c.id = l.call
            JOIN stocktaking.project p ON p.id = q.project
            JOIN stocktaking.keeper k ON k.project_id = p.id AND k.person = l.person
            WHERE p.published_at IS NOT NULL""" + " ";

    private final JdbcClient jdbc;

    UpdateCallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UpdateCall call) {
        jdbc.sql("""
                INSERT INTO notices.update_call (id, collection, mailing, closes_at, created_at)
                VALUES (?, ?, ?, ?, ?)""")
                .params(
                        call.id(),
                        call.collection(),
                        call.mailing().value(),
                        Timestamp.from(call.closesAt()),
                        Timestamp.from(call.createdAt()))
                .update();
    }

    List<UpdateCall> all() {
        return jdbc.sql(CALL + " ORDER BY created_at DESC, id DESC LIMIT 50")
                .query(UpdateCallRows::call)
                .list();
    }

    Optional<UpdateCall> find(UUID id) {
        return jdbc.sql(CALL + " WHERE id = ?")
                .param(id)
                .query(UpdateCallRows::call)
                .optional();
    }

    Optional<UpdateCall> ofMailing(MailingId mailing) {
        return jdbc.sql(CALL + " WHERE mailing = ? OR reminder = ?")
                .params(mailing.value(), mailing.value())
                .query(UpdateCallRows::call)
                .optional();
    }

    /// False when there is a reminder already.
    boolean remind(UUID call, MailingId reminder) {
        return jdbc.sql("UPDATE notices.update_call SET reminder = ? WHERE id = ? AND reminder IS NULL")
                        .params(reminder.value(), call)
                        .update()
                == 1;
    }

    long countPeople(String collection, Instant now) {
        return jdbc.sql("SELECT count(DISTINCT k.person)" + IN_QUESTION)
                .param("collection", collection)
                .param("before", Timestamp.from(now.minus(SETTLED)))
                .query(Long.class)
                .single();
    }

    /// Writes down who is asked about what; the statements are few, however large the register.
    void open(UpdateCall call, Instant now) {
        Timestamp before = Timestamp.from(now.minus(SETTLED));
        jdbc.sql("UPDATE notices.update_call SET opened_at = ? WHERE id = ?")
                .params(Timestamp.from(now), call.id())
                .update();
        jdbc.sql(
                        "INSERT INTO notices.update_letter (id, call, person) SELECT gen_random_uuid(), :call, person FROM (SELECT DISTINCT k.person"
                                + IN_QUESTION + ") AS keepers ON CONFLICT DO NOTHING")
                .param("call", call.id())
                .param("collection", call.collection())
                .param("before", before)
                .update();
        jdbc.sql("INSERT INTO notices.update_question (id, letter, project, number)"
                        + " SELECT gen_random_uuid(), l.id, asked.id, asked.number FROM (SELECT k.person, p.id, p.number"
                        + IN_QUESTION
                        + ") AS asked JOIN notices.update_letter l ON l.call = :call AND l.person = asked.person"
                        + " ON CONFLICT DO NOTHING")
                .param("call", call.id())
                .param("collection", call.collection())
                .param("before", before)
                .update();
    }

    /// The next people who were asked, in the order of their ids.
    ///
    /// @param openOnly only those who have an entry without an answer
    List<UUID> peopleAfter(UUID call, @Nullable UUID after, boolean openOnly, int most) {
        return jdbc.sql("""
                SELECT l.person FROM notices.update_letter l
                WHERE l.call = :call AND l.person > :after
                      AND (NOT :open OR EXISTS (SELECT 1 FROM notices.update_question q
                                                JOIN stocktaking.project p ON p.id = q.project
                                                JOIN notices.update_call c ON c.id = l.call
                                                WHERE q.letter = l.id AND q.answer IS NULL
                                                      AND p.confirmed_at <= c.opened_at AND p.published_at IS NOT NULL))
                ORDER BY l.person LIMIT :most""")
                .param("call", call)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("open", openOnly)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    Optional<UUID> letter(UUID call, UUID person) {
        return jdbc.sql("SELECT id FROM notices.update_letter WHERE call = ? AND person = ?")
                .params(call, person)
                .query(UUID.class)
                .optional();
    }

    List<Question> questions(UUID letter) {
        return jdbc.sql(QUESTION + "AND q.letter = ? ORDER BY q.number")
                .param(letter)
                .query(UpdateCallRows::question)
                .list();
    }

    Optional<Question> question(UUID id) {
        return jdbc.sql(QUESTION + "AND q.id = ?")
                .param(id)
                .query(UpdateCallRows::question)
                .optional();
    }

    /// Letters of calls that are open, to a person, with entries that have no answer: the letter, how many, until
    /// when.
    record Waiting(UUID letter, int entries, Instant closesAt) {}

    List<Waiting> waiting(UUID person, Instant now) {
        return jdbc.sql("""
                SELECT l.id, count(*) AS entries, c.closes_at
                FROM notices.update_letter l
                JOIN notices.update_call c ON c.id = l.call
                JOIN notices.update_question q ON q.letter = l.id
                JOIN stocktaking.project p ON p.id = q.project
                JOIN stocktaking.keeper k ON k.project_id = p.id AND k.person = l.person
                WHERE l.person = ? AND c.closes_at > ? AND q.answer IS NULL AND p.confirmed_at <= c.opened_at
                      AND p.published_at IS NOT NULL
                GROUP BY l.id, c.closes_at ORDER BY c.closes_at""")
                .params(person, Timestamp.from(now))
                .query((row, n) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getInt("entries"),
                        row.getTimestamp("closes_at").toInstant()))
                .list();
    }

    void answer(UUID question, String answer, Instant now) {
        jdbc.sql("UPDATE notices.update_question SET answer = ?, answered_at = ? WHERE id = ?")
                .params(answer, Timestamp.from(now), question)
                .update();
    }

    // Each entry counts once, however many people keep it.
    UpdateCall.Answers answers(UUID call) {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM notices.update_letter WHERE call = :call) AS people, count(*) AS entries,
                       count(*) FILTER (WHERE confirmed AND NOT over) AS confirmed, count(*) FILTER (WHERE over) AS over,
                       count(*) FILTER (WHERE NOT confirmed AND NOT over AND settled) AS otherwise
                FROM (SELECT q.project, coalesce(bool_or(q.answer = 'true'), false) AS confirmed,
                             coalesce(bool_or(q.answer = 'over'), false) AS over,
                             bool_or(p.confirmed_at > c.opened_at) AS settled
                      FROM notices.update_question q
                      JOIN notices.update_letter l ON l.id = q.letter
                      JOIN notices.update_call c ON c.id = l.call
                      JOIN stocktaking.project p ON p.id = q.project
                      WHERE l.call = :call GROUP BY q.project) AS entry""")
                .param("call", call)
                .query((row, n) -> new UpdateCall.Answers(
                        row.getLong("people"),
                        row.getLong("entries"),
                        row.getLong("confirmed"),
                        row.getLong("over"),
                        row.getLong("otherwise")))
                .single();
    }

    void forget(UUID person) {
        jdbc.sql("DELETE FROM notices.update_letter WHERE person = ?")
                .param(person)
                .update();
    }

    private static UpdateCall call(ResultSet row, int n) throws SQLException {
        UUID reminder = row.getObject("reminder", UUID.class);
        return new UpdateCall(
                row.getObject("id", UUID.class),
                row.getString("collection"),
                new MailingId(row.getObject("mailing", UUID.class)),
                reminder == null ? null : new MailingId(reminder),
                row.getTimestamp("closes_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                MailingRows.instant(row, "opened_at"));
    }

    private static Question question(ResultSet row, int n) throws SQLException {
        return new Question(
                row.getObject("id", UUID.class),
                row.getObject("letter", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("project", UUID.class),
                row.getLong("number"),
                row.getString("answer"),
                row.getBoolean("settled"),
                row.getTimestamp("closes_at").toInstant());
    }
}
