package org.throughline.letters;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Answers to a questionnaire that did not come by the link in a mail: on paper, by mail, by the form of the call.
/// The secretariat says whose they are. What was received after the deadline is late, whoever types it in.
@Service
public class TakenAnswers {

    private final JdbcClient jdbc;
    private final CircularLetters letters;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    TakenAnswers(JdbcClient jdbc, CircularLetters letters, AuditTrail audit, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// An input that was said to be the answer of an addressee.
    ///
    /// @param number of the input, in its call
    /// @param country and `name` say who the addressee is
    public record Taken(
            UUID input, int number, @Nullable String country, String name, Instant receivedAt, boolean late) {}

    @Transactional(readOnly = true)
    public List<Taken> of(UUID letter, Actor actor) {
        Addressees.mustManage(actor);
        return jdbc.sql("""
                SELECT t.input, i.number, r.country, r.name, i.received_at, i.received_at >= d.closes_at AS late
                FROM letters.taken_answer t JOIN inputs.input i ON i.id = t.input
                JOIN letters.recipient r ON r.letter = t.letter AND r.addressee = t.addressee
                JOIN letters.letter_deadline d ON d.letter = t.letter
                WHERE t.letter = ? ORDER BY i.received_at, i.number""")
                .param(letter)
                .query((row, n) -> new Taken(
                        row.getObject("input", UUID.class),
                        row.getInt("number"),
                        row.getString("country"),
                        row.getString("name"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBoolean("late")))
                .list();
    }

    /// Says that an input of the letter's call is the answer of one of its addressees. Refused for an input that
    /// there is not, or that answers for somebody already.
    ///
    /// @param number of the input, in the call
    @Transactional
    public void take(UUID id, UUID addressee, int number, Actor actor) {
        Addressees.mustManage(actor);
        CircularLetter letter = locked(id);
        if (letter.content().call() == null || letter.dispatchedAt() == null) throw LetterRefusals.notOpen();
        jdbc.sql("SELECT addressee FROM letters.recipient WHERE letter = ? AND addressee = ?")
                .params(id, addressee)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        UUID input = jdbc.sql("SELECT id FROM inputs.input WHERE call_id = ? AND number = ? AND withdrawn_at IS NULL")
                .params(letter.content().call().value(), number)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> LetterRefusals.noSuchInput(number));
        Optional<Integer> tied = jdbc.sql("""
                SELECT 1 FROM letters.taken_answer WHERE letter = :letter AND input = :input
                UNION SELECT 1 FROM letters.answer a JOIN inputs.draft d ON d.id = a.draft
                WHERE a.letter = :letter AND d.sent_input = :input""")
                .param("letter", id)
                .param("input", input)
                .query(Integer.class)
                .optional();
        if (tied.isPresent()) throw LetterRefusals.answerTied();
        jdbc.sql(
                        "INSERT INTO letters.taken_answer (letter, addressee, input, taken_at, taken_by) VALUES (?, ?, ?, ?, ?)")
                .params(id, addressee, input, Timestamp.from(clock.instant()), actor.person())
                .update();
        audit.record(actor, "answer-taken", CircularLetters.subject(id), Map.of("input", number));
        pages.changed(CircularLetter.TAG);
    }

    /// Takes that back, where it was a mistake. The input itself stays as it is.
    @Transactional
    public void release(UUID id, UUID input, Actor actor) {
        Addressees.mustManage(actor);
        locked(id);
        int released = jdbc.sql("DELETE FROM letters.taken_answer WHERE letter = ? AND input = ?")
                .params(id, input)
                .update();
        if (released == 0) throw Refusal.notFound();
        audit.record(actor, "answer-released", CircularLetters.subject(id), Map.of("input", input.toString()));
        pages.changed(CircularLetter.TAG);
    }

    // Two windows that tie the same input do so one after the other.
    private CircularLetter locked(UUID id) {
        jdbc.sql("SELECT id FROM letters.letter WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        return letters.find(id);
    }
}
