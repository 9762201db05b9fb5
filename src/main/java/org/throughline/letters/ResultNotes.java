package org.throughline.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
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
import org.throughline.letters.LetterSendings.Occasion;
import org.throughline.letters.MajorityRule.Outcome;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// The notes that state the result of letters, frozen when they are made.
@Service
public class ResultNotes {

    public static final int LONGEST = 10_000;

    private final JdbcClient jdbc;
    private final Published published;
    private final PublishedLetters letters;
    private final CircularLetters desk;
    private final LetterSendings sendings;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    ResultNotes(
            JdbcClient jdbc,
            Published published,
            PublishedLetters letters,
            CircularLetters desk,
            LetterSendings sendings,
            AuditTrail audit,
            PageStore pages,
            Clock clock) {
        this.jdbc = jdbc;
        this.published = published;
        this.letters = letters;
        this.desk = desk;
        this.sendings = sendings;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// The notes of a public letter, the first first.
    public List<ResultNote> of(UUID letter) {
        return published
                .sql("SELECT * FROM letters.published_note WHERE letter = ? ORDER BY number")
                .param(letter)
                .query(ResultNotes::note)
                .list();
    }

    /// A note for an addressee of its letter, who may read it whether the letter is public or not.
    @Transactional(readOnly = true)
    public List<ResultNote> forAddressee(CircularReplies.Visit visit) {
        return read(visit.letter());
    }

    /// The notes of a letter for the secretariat.
    @Transactional(readOnly = true)
    public List<ResultNote> of(CircularLetter letter, Actor actor) {
        Addressees.mustManage(actor);
        return read(letter);
    }

    private List<ResultNote> read(CircularLetter letter) {
        return jdbc.sql("""
                SELECT number, figures, CASE WHEN ? THEN replies ELSE '[]' END AS replies, outcome, decision, correction, made_at
                FROM letters.note WHERE letter = ? ORDER BY number""")
                .params(letter.content().repliesPublic(), letter.id())
                .query(ResultNotes::note)
                .list();
    }

    /// Makes the next note of a letter from what was counted. Refused before the deadline, and for a second note
    /// without a word about what was wrong in the one before. Returns its number.
    @Transactional
    public int make(UUID letter, LocalizedText decision, LocalizedText correction, Actor actor) {
        Addressees.mustManage(actor);
        jdbc.sql("SELECT id FROM letters.letter WHERE id = ? FOR UPDATE")
                .param(letter)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        CircularLetter about = desk.find(letter);
        if (about.dispatchedAt() == null || !about.isClosedAt(clock.instant())) throw LetterRefusals.noResultYet();
        int number = jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM letters.note WHERE letter = ?")
                .param(letter)
                .query(Integer.class)
                .single();
        if (number > 1 && correction.isEmpty()) throw LetterRefusals.reasonMissing();
        LetterFigures figures = jdbc.sql("SELECT * FROM letters.letter_figures WHERE letter = ?")
                .param(letter)
                .query(LetterRows::figures)
                .single();
        String outcome = letters.rule(about.content().rule())
                .map(rule -> rule.decide(figures).name())
                .orElse("");
        jdbc.sql("""
                INSERT INTO letters.note (letter, number, figures, replies, outcome, decision, correction, made_at, made_by)
                VALUES (?, ?, ?::jsonb, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?, ?)""")
                .params(
                        letter,
                        number,
                        Json.write(figures),
                        Json.write(replies(letter)),
                        outcome,
                        Json.write(decision),
                        Json.write(number == 1 ? LocalizedText.EMPTY : correction),
                        Timestamp.from(clock.instant()),
                        actor.person())
                .update();
        audit.record(actor, "result-note-published", CircularLetters.subject(letter), Map.of("note", number));
        pages.changed(CircularLetter.TAG);
        return number;
    }

    private List<ResultNote.Line> replies(UUID letter) {
        return jdbc.sql("""
                SELECT c.country, c.name, r.choice, r.late FROM letters.reply r
                JOIN letters.recipient c ON c.letter = r.letter AND c.addressee = r.addressee
                WHERE r.letter = ? AND r.superseded_at IS NULL
                ORDER BY r.late, c.country NULLS LAST, lower(c.name), r.received_at""")
                .param(letter)
                .query((row, n) -> new ResultNote.Line(
                        row.getString("country"),
                        row.getString("name"),
                        row.getString("choice"),
                        row.getBoolean("late")))
                .list();
    }

    /// Sends a note to those to whom its letter went, once.
    @Transactional
    public void dispatch(UUID letter, int number, Actor actor) {
        Addressees.mustManage(actor);
        jdbc.sql("SELECT number FROM letters.note WHERE letter = ? AND number = ?")
                .params(letter, number)
                .query(Integer.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        if (sendings.order(letter, Occasion.NOTE, number, clock.instant()))
            audit.record(actor, "result-note-dispatched", CircularLetters.subject(letter), Map.of("note", number));
    }

    public Optional<ResultNote> find(UUID letter, int number) {
        return of(letter).stream().filter(one -> one.number() == number).findFirst();
    }

    private static ResultNote note(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        return new ResultNote(
                row.getInt("number"),
                Json.read(row.getString("figures"), LetterFigures.class),
                Arrays.asList(Json.read(row.getString("replies"), ResultNote.Line[].class)),
                outcome(outcome),
                LetterRows.text(row, "decision"),
                LetterRows.text(row, "correction"),
                row.getTimestamp("made_at").toInstant());
    }

    private static @Nullable Outcome outcome(String word) {
        return word.isEmpty() ? null : Outcome.valueOf(word);
    }
}
