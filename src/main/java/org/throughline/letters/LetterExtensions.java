package org.throughline.letters;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.letters.LetterSendings.Occasion;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Moves the deadline of a decision while it lasts. Once it has passed the count is out, and nobody may look at it
/// and then ask for more votes: that takes a new letter.
@Service
public class LetterExtensions {

    public static final int LONGEST_REASON = 2_000;

    private final JdbcClient jdbc;
    private final CircularLetters letters;
    private final LetterSendings sendings;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    LetterExtensions(
            JdbcClient jdbc,
            CircularLetters letters,
            LetterSendings sendings,
            AuditTrail audit,
            PageStore pages,
            Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.sendings = sendings;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// Moves the deadline to a later moment, for a reason that everybody sees, and orders the mails that tell the
    /// addressees. Refused for letters that decide nothing, after the deadline, and when the letter was changed
    /// since it was looked at.
    @Transactional
    public void extend(UUID id, Instant newEnd, LocalizedText reason, int seen, Actor actor) {
        Addressees.mustManage(actor);
        jdbc.sql("SELECT id FROM letters.letter WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        CircularLetter letter = letters.find(id);
        Instant now = clock.instant();
        Instant oldEnd = letter.closesAt();
        if (letter.content().kind() != CircularKind.DECISION || letter.dispatchedAt() == null || oldEnd == null)
            throw LetterRefusals.notOpen();
        if (letter.version() != seen) throw Refusal.stale();
        if (letter.isClosedAt(now)) throw LetterRefusals.deadlinePassed();
        if (!newEnd.isAfter(oldEnd)) throw LetterRefusals.extensionNotLater();
        if (reason.isEmpty()) throw LetterRefusals.extensionReason();
        jdbc.sql("""
                INSERT INTO letters.extension (letter, number, decided_at, old_end, new_end, reason)
                VALUES (?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        id,
                        letter.extensions().size() + 1,
                        Timestamp.from(now),
                        Timestamp.from(oldEnd),
                        Timestamp.from(newEnd),
                        Json.write(reason))
                .update();
        jdbc.sql("UPDATE letters.letter SET closes_at = ?, version = version + 1 WHERE id = ?")
                .params(Timestamp.from(newEnd), id)
                .update();
        sendings.order(id, Occasion.EXTENSION, null, now);
        audit.record(
                actor,
                "letter-extended",
                CircularLetters.subject(id),
                Map.of("from", oldEnd.toString(), "to", newEnd.toString()));
        pages.changed(CircularLetter.TAG);
    }
}
