package org.throughline.letters;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Ids;

/// The rounds of mails of letters, and the one copy that each addressee gets in a round.
@Component
class LetterSendings {

    // Whoever has said something that counts, by the form for decisions or by the call.
    private static final String ANSWERED = """
            (EXISTS (SELECT FROM letters.reply p WHERE p.letter = r.letter AND p.addressee = r.addressee)
             OR EXISTS (SELECT FROM letters.call_answer a WHERE a.letter = r.letter AND a.addressee = r.addressee))""";

    /// Why a round of mails goes out.
    enum Occasion {
        LETTER("letter"),
        /// The letter to those who speak for an addressee only now.
        AGAIN("again"),
        REMINDER("reminder"),
        /// That the deadline was moved, and why.
        EXTENSION("extension"),
        NOTE("note");

        private final String word;

        Occasion(String word) {
            this.word = word;
        }

        static Occasion of(String word) {
            for (Occasion one : values()) if (one.word.equals(word)) return one;
            throw new IllegalArgumentException("Not an occasion: " + word);
        }
    }

    /// @param which the days before the deadline of a reminder, the number of a note
    record Sending(
            UUID id,
            UUID letter,
            Occasion occasion,
            @Nullable Integer which,
            @Nullable Instant finishedAt) {

        String batch() {
            return "letters/" + id;
        }
    }

    /// A mail that waits to be handed over, and who is to get it now.
    record Waiting(UUID addressee, @Nullable FocalPoint focalPoint, boolean answered) {}

    private final JdbcClient jdbc;

    LetterSendings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Orders a round; false when it was ordered before. Its copies are written at once, so that what a restart
    /// finds is the whole list.
    boolean order(UUID letter, Occasion occasion, @Nullable Integer which, Instant now) {
        UUID id = Ids.next();
        int added = jdbc.sql("""
                INSERT INTO letters.sending (id, letter, occasion, days_before, note, ordered_at, next_at, deadline)
                SELECT ?, ?, ?, ?, ?, ?, ?, moved FROM letters.letter_deadline WHERE letter = ? ON CONFLICT DO NOTHING""")
                .params(
                        id,
                        letter,
                        occasion.word,
                        occasion == Occasion.REMINDER ? which : null,
                        occasion == Occasion.NOTE ? which : null,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        letter)
                .update();
        if (added == 0) return false;
        String whom = switch (occasion) {
            case LETTER, EXTENSION, NOTE -> "";
            case REMINDER -> " AND NOT " + ANSWERED;
            case AGAIN -> " AND " + NEVER_REACHED;
        };
        jdbc.sql("""
                INSERT INTO letters.copy (sending, addressee, left_out)
                SELECT :sending, r.addressee, CASE WHEN f.id IS NULL THEN 'no-focal-point'
                    WHEN f.declined_at IS NOT NULL THEN 'declined' END
                FROM letters.recipient r LEFT JOIN letters.focal_point f ON f.addressee = r.addressee AND f.until IS NULL
                WHERE r.letter = :letter""" + whom).param("sending", id).param("letter", letter).update();
        return true;
    }

    // No copy of the letter went, or is about to go, to who speaks for the addressee now.
    private static final String NEVER_REACHED = """
            f.id IS NOT NULL AND f.declined_at IS NULL AND NOT EXISTS (SELECT FROM letters.copy c
                JOIN letters.sending s ON s.id = c.sending WHERE s.letter = r.letter AND c.addressee = r.addressee
                AND s.occasion IN ('letter', 'again')
                AND (c.focal_point = f.id OR c.handed_at IS NULL AND c.left_out IS NULL))""";

    /// To how many addressees the letter could be sent who did not get it, because nobody spoke for them then.
    long neverReached(UUID letter) {
        return jdbc.sql("""
                SELECT count(*) FROM letters.recipient r
                JOIN letters.focal_point f ON f.addressee = r.addressee AND f.until IS NULL
                WHERE r.letter = ? AND
                """ + NEVER_REACHED).param(letter).query(Long.class).single();
    }

    /// Takes the round that is due longest, for this transaction.
    Optional<Sending> takeDue(Instant now) {
        return jdbc.sql("""
                SELECT id, letter, occasion, coalesce(days_before, note) AS which, finished_at FROM letters.sending
                WHERE finished_at IS NULL AND next_at <= ? ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param(Timestamp.from(now))
                .query((row, n) -> new Sending(
                        row.getObject("id", UUID.class),
                        row.getObject("letter", UUID.class),
                        Occasion.of(row.getString("occasion")),
                        row.getObject("which", Integer.class),
                        null))
                .optional();
    }

    List<Waiting> waiting(Sending sending, int most) {
        return jdbc.sql("""
                SELECT r.addressee, f.id AS focal, f.name AS focal_name, f.email, f.language, f.since, f.until, f.declined_at,
                    """ + ANSWERED + """
                     AS answered
                FROM letters.copy c JOIN letters.recipient r ON r.letter = :letter AND r.addressee = c.addressee
                LEFT JOIN letters.focal_point f ON f.addressee = c.addressee AND f.until IS NULL
                WHERE c.sending = :sending AND c.handed_at IS NULL AND c.left_out IS NULL
                ORDER BY c.addressee LIMIT :most""")
                .param("letter", sending.letter())
                .param("sending", sending.id())
                .param("most", most)
                .query((row, n) -> new Waiting(
                        row.getObject("addressee", UUID.class),
                        row.getObject("focal", UUID.class) == null ? null : Addressees.focalPoint(row),
                        row.getBoolean("answered")))
                .list();
    }

    void handed(UUID sending, UUID addressee, UUID focalPoint, Instant now) {
        jdbc.sql("UPDATE letters.copy SET handed_at = ?, focal_point = ? WHERE sending = ? AND addressee = ?")
                .params(Timestamp.from(now), focalPoint, sending, addressee)
                .update();
    }

    void leftOut(UUID sending, UUID addressee, String reason) {
        jdbc.sql("UPDATE letters.copy SET left_out = ? WHERE sending = ? AND addressee = ?")
                .params(reason, sending, addressee)
                .update();
    }

    void lookAgain(UUID sending, Instant when) {
        jdbc.sql("UPDATE letters.sending SET next_at = ? WHERE id = ?")
                .params(Timestamp.from(when), sending)
                .update();
    }

    void finish(UUID sending, long failed, long inDoubt, Instant now) {
        jdbc.sql("UPDATE letters.sending SET finished_at = ?, failed = ?, in_doubt = ? WHERE id = ?")
                .params(Timestamp.from(now), failed, inDoubt, sending)
                .update();
    }

    /// A reminder whose day has come.
    record DueReminder(UUID letter, int daysBefore) {}

    /// Reminders whose day has come and that were not ordered yet. Of several that became due while the program
    /// was away only the last is sent; one whose day was before the dispatch, or before the deadline was moved to
    /// where it is, never is.
    List<DueReminder> dueReminders(Instant now) {
        return jdbc.sql("""
                SELECT DISTINCT ON (l.id) l.id, d.days FROM letters.letter l JOIN letters.letter_deadline c ON c.letter = l.id
                CROSS JOIN LATERAL unnest(l.reminders) AS d (days)
                WHERE l.dispatched_at IS NOT NULL AND c.closes_at > :now
                    AND c.closes_at - make_interval(days => d.days) <= :now
                    AND c.closes_at - make_interval(days => d.days) > greatest(l.dispatched_at, c.moved_at)
                    AND NOT EXISTS (SELECT FROM letters.sending s WHERE s.letter = l.id AND s.occasion = 'reminder'
                        AND s.deadline = c.moved AND s.days_before <= d.days)
                ORDER BY l.id, d.days""")
                .param("now", Timestamp.from(now))
                .query((row, n) -> new DueReminder(row.getObject("id", UUID.class), row.getInt("days")))
                .list();
    }
}
