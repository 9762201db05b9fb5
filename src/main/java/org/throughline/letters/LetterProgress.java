package org.throughline.letters;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.letters.LetterSendings.Occasion;
import org.throughline.mail.Outbox;

/// How far a dispatched letter has come, for the secretariat: each round of mails, and each addressee.
@Service
public class LetterProgress {

    private final JdbcClient jdbc;
    private final LetterSendings sendings;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final java.time.Clock clock;

    LetterProgress(JdbcClient jdbc, LetterSendings sendings, Outbox outbox, AuditTrail audit, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.sendings = sendings;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /// One round of mails.
    ///
    /// @param which the days before the deadline of a reminder, the number of a note; 0 for others
    /// @param waiting not handed over yet, or not with the mail server
    /// @param failed which the mail server did not take, or of which it said that there is no such address
    /// @param inDoubt perhaps sent: the line ended at that moment, and they are not sent again
    public record Round(
            String occasion,
            int which,
            Instant orderedAt,
            long sent,
            long waiting,
            long leftOut,
            long failed,
            long inDoubt,
            boolean finished) {

        public long all() {
            return sent + waiting + leftOut + failed + inDoubt;
        }
    }

    @Transactional(readOnly = true)
    public List<Round> rounds(UUID letter, Actor actor) {
        Addressees.mustManage(actor);
        record Row(
                UUID id,
                String occasion,
                int which,
                Instant at,
                long handed,
                long unhanded,
                long leftOut,
                boolean over,
                long failed,
                long doubt) {}
        return jdbc
                .sql("""
                SELECT s.id, s.occasion, coalesce(s.days_before, s.note, 0) AS which, s.ordered_at, s.finished_at, s.failed, s.in_doubt,
                    count(*) FILTER (WHERE c.handed_at IS NOT NULL) AS handed,
                    count(*) FILTER (WHERE c.addressee IS NOT NULL AND c.handed_at IS NULL AND c.left_out IS NULL) AS unhanded,
                    count(*) FILTER (WHERE c.left_out IS NOT NULL) AS left_out
                FROM letters.sending s LEFT JOIN letters.copy c ON c.sending = s.id
                WHERE s.letter = ? GROUP BY s.id ORDER BY s.ordered_at, s.id""")
                .param(letter)
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("occasion"),
                        row.getInt("which"),
                        row.getTimestamp("ordered_at").toInstant(),
                        row.getLong("handed"),
                        row.getLong("unhanded"),
                        row.getLong("left_out"),
                        row.getTimestamp("finished_at") != null,
                        row.getLong("failed"),
                        row.getLong("in_doubt")))
                .list()
                .stream()
                .map(row -> {
                    Outbox.Tally tally = row.over()
                            ? new Outbox.Tally(0, row.failed(), row.doubt())
                            : outbox.tally("letters/" + row.id());
                    long sent = row.handed() - tally.waiting() - tally.failed() - tally.inDoubt();
                    return new Round(
                            row.occasion(),
                            row.which(),
                            row.at(),
                            Math.max(0, sent),
                            row.unhanded() + tally.waiting(),
                            row.leftOut(),
                            tally.failed(),
                            tally.inDoubt(),
                            row.over());
                })
                .toList();
    }

    /// One addressee of a letter.
    ///
    /// @param leftOut why no mail went; absent where one did or will
    /// @param dead whether a mail server said that the address does not exist
    /// @param choice what was said to the proposal, in time or else late
    /// @param answeredAt when the answer to the call came in, in time or else late
    public record Line(
            UUID addressee,
            String addresseeClass,
            @Nullable String country,
            String name,
            @Nullable Instant sentAt,
            @Nullable String leftOut,
            boolean dead,
            @Nullable Instant acknowledgedAt,
            @Nullable ReplyChoice choice,
            boolean late,
            @Nullable Instant answeredAt) {}

    @Transactional(readOnly = true)
    public List<Line> lines(UUID letter, Actor actor) {
        Addressees.mustManage(actor);
        record Row(Line line, @Nullable String email) {}
        List<Row> rows = jdbc.sql("""
                SELECT r.addressee, r.class, r.country, r.name, r.acknowledged_at, f.email, f.declined_at, p.choice,
                    coalesce(p.late, a.late, false) AS late, a.received_at AS answered_at,
                    (SELECT max(c.handed_at) FROM letters.copy c JOIN letters.sending s ON s.id = c.sending
                        WHERE s.letter = r.letter AND c.addressee = r.addressee) AS sent_at,
                    (SELECT c.left_out FROM letters.copy c JOIN letters.sending s ON s.id = c.sending
                        WHERE s.letter = r.letter AND c.addressee = r.addressee AND s.occasion IN ('letter', 'again')
                        ORDER BY s.ordered_at DESC LIMIT 1) AS left_out
                FROM letters.recipient r JOIN letters.addressee_class k ON k.code = r.class
                LEFT JOIN letters.focal_point f ON f.addressee = r.addressee AND f.until IS NULL
                LEFT JOIN LATERAL (SELECT choice, late FROM letters.reply p WHERE p.letter = r.letter
                    AND p.addressee = r.addressee AND p.superseded_at IS NULL ORDER BY p.late LIMIT 1) p ON true
                LEFT JOIN LATERAL (SELECT received_at, late FROM letters.call_answer a WHERE a.letter = r.letter
                    AND a.addressee = r.addressee ORDER BY a.late LIMIT 1) a ON true
                WHERE r.letter = ? ORDER BY k.position, r.country NULLS LAST, lower(r.name)""")
                .param(letter)
                .query((row, n) -> new Row(
                        new Line(
                                row.getObject("addressee", UUID.class),
                                row.getString("class"),
                                row.getString("country"),
                                row.getString("name"),
                                LetterRows.instant(row, "sent_at"),
                                row.getTimestamp("declined_at") != null ? "declined" : row.getString("left_out"),
                                false,
                                LetterRows.instant(row, "acknowledged_at"),
                                row.getString("choice") == null
                                        ? null
                                        : ReplyChoice.of(row.getString("choice"))
                                                .orElseThrow(),
                                row.getBoolean("late"),
                                LetterRows.instant(row, "answered_at")),
                        row.getString("email")))
                .list();
        var addresses = rows.stream()
                .map(Row::email)
                .filter(one -> one != null)
                .map(org.throughline.mail.MailAddress::new)
                .toList();
        var dead = outbox.deadAmong(addresses);
        return rows.stream()
                .map(row -> {
                    Line line = row.line();
                    boolean gone =
                            row.email() != null && dead.contains(new org.throughline.mail.MailAddress(row.email()));
                    return gone
                            ? new Line(
                                    line.addressee(),
                                    line.addresseeClass(),
                                    line.country(),
                                    line.name(),
                                    line.sentAt(),
                                    line.leftOut(),
                                    true,
                                    line.acknowledgedAt(),
                                    line.choice(),
                                    line.late(),
                                    line.answeredAt())
                            : line;
                })
                .toList();
    }

    /// The count as it stands, votes included, which nobody else sees before the deadline.
    @Transactional(readOnly = true)
    public LetterFigures figures(UUID letter, Actor actor) {
        Addressees.mustManage(actor);
        return jdbc.sql("SELECT * FROM letters.letter_figures WHERE letter = ?")
                .param(letter)
                .query(LetterRows::figures)
                .optional()
                .orElse(LetterFigures.NONE);
    }

    /// To how many the letter can be sent who did not get it, because nobody spoke for them then.
    @Transactional(readOnly = true)
    public long neverReached(UUID letter, Actor actor) {
        Addressees.mustManage(actor);
        return sendings.neverReached(letter);
    }

    /// Sends the letter to those.
    @Transactional
    public void sendAgain(UUID letter, Actor actor) {
        Addressees.mustManage(actor);
        jdbc.sql("SELECT id FROM letters.letter WHERE id = ? AND dispatched_at IS NOT NULL FOR UPDATE")
                .param(letter)
                .query(UUID.class)
                .optional()
                .orElseThrow(org.throughline.platform.Refusal::notFound);
        if (sendings.neverReached(letter) == 0) return;
        sendings.order(letter, Occasion.AGAIN, null, clock.instant());
        audit.record(actor, "letter-resent", CircularLetters.subject(letter), java.util.Map.of());
    }
}
