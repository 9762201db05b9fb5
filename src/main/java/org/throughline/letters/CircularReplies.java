package org.throughline.letters;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.inputs.Draft;
import org.throughline.inputs.InputDrafts;
import org.throughline.letters.ReplyLinks.Opened;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// What addressees do with a letter by the link in their mail: read it, say that they have it, answer. One reply
/// of each addressee counts: the last one before the deadline.
@Service
public class CircularReplies {

    public static final int LONGEST_STATEMENT = 5_000;
    private static final int MOST_REPLIES = 50;

    private final JdbcClient jdbc;
    private final ReplyLinks links;
    private final CircularLetters letters;
    private final InputDrafts drafts;
    private final PageStore pages;
    private final Clock clock;

    CircularReplies(
            JdbcClient jdbc,
            ReplyLinks links,
            CircularLetters letters,
            InputDrafts drafts,
            PageStore pages,
            Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.letters = letters;
        this.drafts = drafts;
        this.pages = pages;
        this.clock = clock;
    }

    /// What an addressee has said to a proposal.
    public record Reply(ReplyChoice choice, String statement, String language, Instant receivedAt, boolean late) {}

    /// A letter as one addressee sees it.
    ///
    /// @param country and `name` say who the addressee is
    /// @param reply the one that counts, or else the one that came too late
    /// @param callAnsweredAt when the answer to the call came in that counts, or else the one that came too late
    /// @param declined whether who has the link said that they do not speak for the addressee
    public record Visit(
            CircularLetter letter,
            UUID addressee,
            @Nullable String country,
            String name,
            @Nullable Instant acknowledgedAt,
            @Nullable Reply reply,
            @Nullable Instant callAnsweredAt,
            boolean callAnswerLate,
            boolean declined) {}

    /// What a link opens. Refused when it opens nothing, or nothing more.
    @Transactional(readOnly = true)
    public Visit look(String secret) {
        Opened opened = links.open(secret).orElseThrow(LetterRefusals::linkOver);
        return jdbc.sql("""
                SELECT r.country, r.name, r.acknowledged_at, p.choice, p.statement, p.language, p.received_at, p.late,
                    a.received_at AS answered_at, coalesce(a.late, false) AS answered_late,
                    EXISTS (SELECT FROM letters.focal_point f WHERE f.id = ? AND f.declined_at IS NOT NULL) AS declined
                FROM letters.recipient r LEFT JOIN letters.reply p
                    ON p.letter = r.letter AND p.addressee = r.addressee AND p.superseded_at IS NULL
                LEFT JOIN letters.call_answer a ON a.letter = r.letter AND a.addressee = r.addressee
                WHERE r.letter = ? AND r.addressee = ? ORDER BY p.late, a.late LIMIT 1""")
                .params(opened.focalPoint(), opened.letter(), opened.addressee())
                .query((row, n) -> new Visit(
                        letters.find(opened.letter()),
                        opened.addressee(),
                        row.getString("country"),
                        row.getString("name"),
                        LetterRows.instant(row, "acknowledged_at"),
                        row.getString("choice") == null
                                ? null
                                : new Reply(
                                        ReplyChoice.of(row.getString("choice")).orElseThrow(),
                                        row.getString("statement"),
                                        row.getString("language"),
                                        row.getTimestamp("received_at").toInstant(),
                                        row.getBoolean("late")),
                        LetterRows.instant(row, "answered_at"),
                        row.getBoolean("answered_late"),
                        row.getBoolean("declined")))
                .single();
    }

    /// Remembers that the addressee has the letter; the first time counts.
    @Transactional
    public void acknowledge(String secret) {
        Opened opened = speaking(secret);
        acknowledge(opened);
    }

    // Whoever said that they do not speak for an addressee does not, until the secretariat has named them again.
    private Opened speaking(String secret) {
        Opened opened = links.open(secret).orElseThrow(LetterRefusals::linkOver);
        boolean declined = jdbc.sql("SELECT declined_at IS NOT NULL FROM letters.focal_point WHERE id = ? FOR SHARE")
                .param(opened.focalPoint())
                .query(Boolean.class)
                .single();
        if (declined) throw LetterRefusals.declined();
        return opened;
    }

    private void acknowledge(Opened opened) {
        int changed = jdbc.sql("""
                UPDATE letters.recipient SET acknowledged_at = ? WHERE letter = ? AND addressee = ? AND acknowledged_at IS NULL""")
                .params(Timestamp.from(clock.instant()), opened.letter(), opened.addressee())
                .update();
        if (changed > 0) pages.changed(CircularLetter.TAG);
    }

    /// Takes the reply of an addressee to a proposal. In time it takes the place of the one before; after the
    /// deadline it is kept apart. Refused for letters that ask for none, and from somebody who replies without
    /// end.
    @Transactional
    public void reply(String secret, ReplyChoice choice, String statement, String language) {
        Opened opened = speaking(secret);
        lock(opened);
        // Whoever moves the deadline at this moment does so first.
        jdbc.sql("SELECT id FROM letters.letter WHERE id = ? FOR SHARE")
                .param(opened.letter())
                .query(UUID.class)
                .single();
        Instant now = clock.instant();
        CircularLetter letter = letters.find(opened.letter());
        if (letter.content().kind() != CircularKind.DECISION || letter.closesAt() == null)
            throw LetterRefusals.notOpen();
        boolean late = letter.isClosedAt(now);
        int before = jdbc.sql("SELECT count(*) FROM letters.reply WHERE letter = ? AND addressee = ?")
                .params(opened.letter(), opened.addressee())
                .query(Integer.class)
                .single();
        if (before >= MOST_REPLIES) throw Refusal.tooMany();
        jdbc.sql("""
                UPDATE letters.reply SET superseded_at = ?
                WHERE letter = ? AND addressee = ? AND late = ? AND superseded_at IS NULL""")
                .params(Timestamp.from(now), opened.letter(), opened.addressee(), late)
                .update();
        jdbc.sql("""
                INSERT INTO letters.reply (id, letter, addressee, focal_point, choice, statement, language, received_at, late)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        opened.letter(),
                        opened.addressee(),
                        opened.focalPoint(),
                        choice.word(),
                        statement.strip(),
                        language,
                        Timestamp.from(now),
                        late)
                .update();
        acknowledge(opened);
        pages.changed(CircularLetter.TAG);
    }

    // Two windows of the same addressee reply one after the other.
    private void lock(Opened opened) {
        jdbc.sql("SELECT addressee FROM letters.recipient WHERE letter = ? AND addressee = ? FOR UPDATE")
                .params(opened.letter(), opened.addressee())
                .query(UUID.class)
                .single();
    }

    /// Begins the answer of an addressee to the call of a letter, or goes on with it: the draft that this returns
    /// is an ordinary one of the person who is signed in, and the input that it becomes is the addressee's
    /// answer. Refused like any draft while the call takes nothing in.
    @Transactional
    public Draft answer(String secret, String language, Actor actor) {
        Opened opened = speaking(secret);
        lock(opened);
        CircularLetter letter = letters.find(opened.letter());
        if (letter.content().call() == null) throw LetterRefusals.notOpen();
        Optional<Draft> bound = ownDraft(opened, actor);
        Draft draft = bound.orElseGet(() -> drafts.start(letter.content().call(), language, actor));
        jdbc.sql("""
                INSERT INTO letters.answer (draft, letter, addressee, person, begun_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (draft) DO UPDATE SET letter = excluded.letter, addressee = excluded.addressee""")
                .params(
                        draft.id().value(),
                        opened.letter(),
                        opened.addressee(),
                        actor.person(),
                        Timestamp.from(clock.instant()))
                .update();
        acknowledge(opened);
        return draft;
    }

    private Optional<Draft> ownDraft(Opened opened, Actor actor) {
        return drafts.unsentOf(actor).stream()
                .filter(draft ->
                        jdbc.sql("SELECT count(*) FROM letters.answer WHERE draft = ? AND letter = ? AND addressee = ?")
                                        .params(draft.id().value(), opened.letter(), opened.addressee())
                                        .query(Integer.class)
                                        .single()
                                > 0)
                .findFirst();
    }

    /// Remembers that the reader of a mail does not speak for its addressee, so that they get no more and the
    /// secretariat looks for somebody else.
    @Transactional
    public void decline(String secret) {
        Opened opened = links.open(secret).orElseThrow(LetterRefusals::linkOver);
        jdbc.sql("UPDATE letters.focal_point SET declined_at = coalesce(declined_at, ?) WHERE id = ?")
                .params(Timestamp.from(clock.instant()), opened.focalPoint())
                .update();
    }
}
