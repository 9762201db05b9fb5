package org.throughline.letters;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;
import org.throughline.search.SearchEntry;
import org.throughline.search.SearchEntry.Words;
import org.throughline.search.SearchIndex;

/// Circular letters as the secretariat writes and dispatches them. A dispatched letter is never changed.
@Service
public class CircularLetters {

    public static final int LONGEST_LINE = 300;
    public static final int LONGEST_BODY = 40_000;
    private static final String SERIES = "circular";
    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final LetterSendings sendings;
    private final SearchIndex search;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    CircularLetters(
            JdbcClient jdbc,
            LetterSendings sendings,
            SearchIndex search,
            AuditTrail audit,
            PageStore pages,
            Clock clock) {
        this.jdbc = jdbc;
        this.sendings = sendings;
        this.search = search;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// Begins a letter that only the secretariat sees.
    @Transactional
    public UUID begin(CircularKind kind, String language, Actor actor) {
        Addressees.mustManage(actor);
        UUID id = Ids.next();
        LetterContent empty = LetterContent.empty(kind, language);
        jdbc.sql("""
                INSERT INTO letters.letter (id, series, kind, place, subject, body, original, classes, contact, signatory, proposal,
                    replies_public, reminders, public, written_by, created_at)
                VALUES (:id, :series, :kind, '{}', '{}', '{}', :original, '{}', :contact::jsonb, :signatory::jsonb, '{}',
                    false, :reminders, true, :by, :now)""")
                .param("id", id)
                .param("series", SERIES)
                .param("kind", kind.word())
                .param("original", language)
                .param("contact", Json.write(empty.contact()))
                .param("signatory", Json.write(empty.signatory()))
                .param("reminders", empty.reminders().toArray(Integer[]::new))
                .param("by", actor.person())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    public CircularLetter get(UUID id, Actor actor) {
        Addressees.mustManage(actor);
        return find(id);
    }

    CircularLetter find(UUID id) {
        return jdbc.sql(LetterRows.ALL + " WHERE l.id = ?")
                .param(id)
                .query(LetterRows::letter)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /// The newest letters, dispatched or not.
    @Transactional(readOnly = true)
    public List<CircularLetter> newest(Actor actor) {
        Addressees.mustManage(actor);
        return jdbc.sql(LetterRows.ALL + " ORDER BY l.created_at DESC, l.id DESC LIMIT ?")
                .param(SHOWN)
                .query(LetterRows::letter)
                .list();
    }

    /// Changes the words of a letter. Refuses one that was dispatched, and one that was changed since it was
    /// opened.
    @Transactional
    public void write(UUID id, LetterContent content, int seen, Actor actor) {
        Addressees.mustManage(actor);
        int changed = jdbc.sql("""
                UPDATE letters.letter SET place = :place::jsonb, subject = :subject::jsonb, body = :body::jsonb,
                    original = :original, classes = :classes, contact = :contact::jsonb, signatory = :signatory::jsonb,
                    call = :call, proposal = :proposal::jsonb, rule = :rule, replies_public = :repliesPublic,
                    closes_at = :closesAt, reminders = :reminders, public = :public, version = version + 1
                WHERE id = :id AND version = :seen AND dispatched_at IS NULL""")
                .param("id", id)
                .param("seen", seen)
                .param("place", Json.write(content.place()))
                .param("subject", Json.write(content.subject()))
                .param("body", Json.write(content.body()))
                .param("original", content.original())
                .param("classes", content.classes().toArray(String[]::new))
                .param("contact", Json.write(content.contact()))
                .param("signatory", Json.write(content.signatory()))
                .param("call", content.call() == null ? null : content.call().value())
                .param("proposal", Json.write(content.proposal()))
                .param("rule", content.rule())
                .param("repliesPublic", content.repliesPublic())
                .param("closesAt", content.closesAt() == null ? null : Timestamp.from(content.closesAt()))
                .param("reminders", content.reminders().toArray(Integer[]::new))
                .param("public", content.open())
                .update();
        if (changed == 0) throw find(id).dispatchedAt() == null ? Refusal.stale() : LetterRefusals.dispatched();
    }

    /// Throws away a letter that was not dispatched.
    @Transactional
    public void delete(UUID id, int seen, Actor actor) {
        Addressees.mustManage(actor);
        int deleted = jdbc.sql("DELETE FROM letters.letter WHERE id = ? AND version = ? AND dispatched_at IS NULL")
                .params(id, seen)
                .update();
        if (deleted == 0) throw Refusal.stale();
        audit.record(actor, "letter-discarded", "letters/desk/" + id, Map.of());
    }

    /// What a letter still lacks before it can be dispatched.
    public enum Lack {
        SUBJECT,
        BODY,
        CLASSES,
        SIGNATORY,
        PLACE,
        CALL,
        PROPOSAL,
        RULE,
        DEADLINE
    }

    public List<Lack> lacks(CircularLetter letter) {
        LetterContent content = letter.content();
        List<Lack> lacks = new ArrayList<>();
        if (content.subject().in(content.original()).isEmpty()) lacks.add(Lack.SUBJECT);
        if (content.body().in(content.original()).isEmpty()) lacks.add(Lack.BODY);
        if (content.classes().isEmpty()) lacks.add(Lack.CLASSES);
        if (content.signatory().name().isBlank()) lacks.add(Lack.SIGNATORY);
        if (content.place().isEmpty()) lacks.add(Lack.PLACE);
        if (content.kind() == CircularKind.QUESTIONNAIRE && content.call() == null) lacks.add(Lack.CALL);
        if (content.kind() == CircularKind.DECISION) {
            if (content.proposal().in(content.original()).isEmpty()) lacks.add(Lack.PROPOSAL);
            if (content.rule() == null) lacks.add(Lack.RULE);
        }
        boolean waits = content.kind() != CircularKind.INFORMATION;
        if (waits && (letter.closesAt() == null || letter.isClosedAt(clock.instant()))) lacks.add(Lack.DEADLINE);
        return lacks;
    }

    /// Gives a letter its number and its date and orders its mails, all or nothing. Returns the number. Refused
    /// when something is lacking, when nobody is addressed, and when it was changed or dispatched since it was
    /// looked at.
    @Transactional
    public String dispatch(UUID id, int seen, Actor actor) {
        Addressees.mustManage(actor);
        jdbc.sql("SELECT id FROM letters.letter WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        CircularLetter letter = find(id);
        if (letter.dispatchedAt() != null) throw LetterRefusals.dispatched();
        if (letter.version() != seen) throw Refusal.stale();
        if (!lacks(letter).isEmpty()) throw LetterRefusals.notWhole();
        int recipients = jdbc.sql("""
                INSERT INTO letters.recipient (letter, addressee, class, country, name)
                SELECT ?, id, class, country, name FROM letters.addressee WHERE class = ANY (?) AND ended_at IS NULL""")
                .params(id, letter.content().classes().toArray(String[]::new))
                .update();
        if (recipients == 0) throw LetterRefusals.nobody();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Moments.GENEVA);
        int number = nextNumber(today.getYear());
        String reference = reference(today.getYear(), number);
        jdbc.sql("""
                UPDATE letters.letter SET year = ?, number = ?, reference = ?, dated = ?, dispatched_at = ?, version = version + 1
                WHERE id = ?""")
                .params(today.getYear(), number, reference, today, Timestamp.from(now), id)
                .update();
        sendings.order(id, LetterSendings.Occasion.LETTER, null, now);
        if (letter.content().open()) search.put(entry(reference, letter.content(), now));
        audit.record(actor, "letter-dispatched", subject(id), Map.of("number", reference, "addressees", recipients));
        pages.changed(CircularLetter.TAG);
        return reference;
    }

    private static SearchEntry entry(String reference, LetterContent content, Instant now) {
        Map<String, Words> words = new TreeMap<>();
        content.subject()
                .texts()
                .forEach((language, subject) -> words.put(
                        language,
                        new Words(
                                reference + ": " + subject,
                                content.body().in(language).orElse("") + "\n\n"
                                        + content.proposal().in(language).orElse(""))));
        return new SearchEntry("letter", reference, "/letters/" + reference, content.original(), words, Map.of(), now);
    }

    // The row of the counter is locked until the commit: whoever dispatches at the same moment waits and gets the
    // next number, and a dispatch that fails gives its number back.
    private int nextNumber(int year) {
        return jdbc.sql("""
                INSERT INTO letters.last_number (series, year, number) VALUES (?, ?, 1)
                ON CONFLICT (series, year) DO UPDATE SET number = letters.last_number.number + 1 RETURNING number""").params(SERIES, year).query(Integer.class).single();
    }

    private String reference(int year, int number) {
        String pattern = jdbc.sql("SELECT pattern FROM letters.series WHERE code = ?")
                .param(SERIES)
                .query(String.class)
                .single();
        return pattern.replace("{yyyy}", Integer.toString(year))
                .replace("{yy}", "%02d".formatted(year % 100))
                .replace("{n}", Integer.toString(number));
    }

    /// What was done with a letter, newest first.
    @Transactional(readOnly = true)
    public List<AuditTrail.Act> acts(UUID id, Actor actor) {
        Addressees.mustManage(actor);
        return audit.of(subject(id), 50);
    }

    static String subject(UUID id) {
        return "letters/desk/" + id;
    }
}
