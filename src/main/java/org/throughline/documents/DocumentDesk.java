package org.throughline.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Refusal;

/// Where the secretariat receives documents, numbers them and posts them, or gives them back. Each act says which
/// version it saw, and is refused as stale when somebody else acted since.
@Service
public class DocumentDesk {

    public static final int LONGEST_REASON = 2_000;
    private static final int AT_ONCE = 4;

    private final JdbcClient jdbc;
    private final DocumentRows rows;
    private final AllSeries series;
    private final DocumentNumbers numbers;
    private final Posting posting;
    private final DocumentMails mails;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    // Posts wait for one another's numbers anyway. Here they do so in the order in which they came; in the queue for
    // connections to the database some were overtaken again and again, and other pages found no connection.
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    DocumentDesk(
            JdbcClient jdbc,
            DocumentRows rows,
            AllSeries series,
            DocumentNumbers numbers,
            Posting posting,
            DocumentMails mails,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.series = series;
        this.numbers = numbers;
        this.posting = posting;
        this.mails = mails;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// What is to be done something about, oldest first.
    public List<DocumentWork> waiting() {
        return rows.whole(jdbc.sql("SELECT " + DocumentRows.COLUMNS
                + " FROM documents.document d WHERE d.state IN ('submitted', 'received', 'numbered')"
                + " ORDER BY d.submitted_at, d.id LIMIT 500"));
    }

    public long countWaiting() {
        return jdbc.sql("SELECT count(*) FROM documents.document WHERE state IN ('submitted', 'received', 'numbered')")
                .query(Long.class)
                .single();
    }

    /// One that was sent, in whatever state it is now; drafts are their authors' own.
    public DocumentWork find(UUID id) {
        return rows.find(id).filter(one -> !one.isDraft()).orElseThrow(Refusal::notFound);
    }

    /// Takes a document in hand.
    @Transactional
    public void receive(UUID id, int version, Actor actor) {
        DocumentWork one = seen(id, version, state -> state == DocumentState.SUBMITTED);
        Timestamp now = now();
        jdbc.sql("""
                UPDATE documents.document SET state = 'received', received_at = ?, updated_at = ?, version = version + 1
                WHERE id = ?""").params(now, now, id).update();
        audit.record(actor, "document-received", one.subject(), Map.of());
    }

    /// Accepts a document and gives it its number. Answers with the symbol.
    @Transactional
    public String accept(UUID id, int version, Actor actor) {
        return number(seen(id, version, DocumentDesk::waitsForNumber), actor);
    }

    /// The same, and everybody can read it at once. Answers with the symbol. Not for use within a transaction.
    public String acceptAndPost(UUID id, int version, Actor actor) {
        turns.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(transaction.execute(inside -> acceptedAndPosted(id, version, actor)));
        } finally {
            turns.release();
        }
    }

    private String acceptedAndPosted(UUID id, int version, Actor actor) {
        DocumentWork one = seen(id, version, DocumentDesk::waitsForNumber);
        // What a text cites is looked up before the number is asked for, behind which others wait.
        Posting.Read read = posting.read(one);
        String symbol = number(one, actor);
        posting.post(rows.find(id).orElseThrow(), read, actor);
        return symbol;
    }

    private static boolean waitsForNumber(DocumentState state) {
        return state == DocumentState.SUBMITTED || state == DocumentState.RECEIVED;
    }

    private String number(DocumentWork one, Actor actor) {
        Series in = series.find(one.series()).orElseThrow();
        Timestamp now = now();
        audit.record(actor, "document-accepted", one.subject(), Map.of());
        Given given = one.parent() == null ? fresh(in, one) : changed(one);
        DocumentSymbol symbol = DocumentSymbol.read(given.symbol()).orElseThrow();
        jdbc.sql("""
                UPDATE documents.document SET state = 'numbered', serial = ?, change_number = ?, prefix = ?, symbol = ?,
                    symbol_key = ?, address = ?, received_at = coalesce(received_at, ?), numbered_at = ?, updated_at = ?,
                    version = version + 1 WHERE id = ?""")
                .params(
                        given.serial(),
                        given.changeNumber(),
                        given.prefix(),
                        given.symbol(),
                        symbol.key(),
                        symbol.address(),
                        now,
                        now,
                        now,
                        one.id())
                .update();
        mails.numbered(one, given.symbol());
        return given.symbol();
    }

    private record Given(String symbol, String prefix, int serial, int changeNumber) {}

    private Given fresh(Series in, DocumentWork one) {
        int serial = numbers.next(one.series(), one.meeting());
        return new Given(in.symbol(one.meeting(), serial), in.prefix(), serial, 0);
    }

    // Under the prefix that the document has, which may be one of earlier years.
    private Given changed(DocumentWork one) {
        UUID parent = one.parent();
        if (parent == null) throw new IllegalStateException("Changes nothing: " + one.id());
        int number = numbers.next(parent, one.change());
        return jdbc.sql("SELECT symbol, prefix, serial FROM documents.document WHERE id = ? AND state = 'posted'")
                .param(parent)
                .query((row, n) -> new Given(
                        row.getString("symbol") + " " + one.change().written() + number,
                        row.getString("prefix"),
                        row.getInt("serial"),
                        number))
                .optional()
                .orElseThrow(DocumentRefusals::notInThisState);
    }

    /// Lets everybody read a document that has its number.
    @Transactional
    public void post(UUID id, int version, Actor actor) {
        DocumentWork one = seen(id, version, state -> state == DocumentState.NUMBERED);
        posting.post(one, posting.read(one), actor);
    }

    /// Gives a document back to its author with a reason; it has no number yet and is a draft again.
    @Transactional
    public void giveBack(UUID id, int version, String reason, Actor actor) {
        if (reason.isBlank()) throw DocumentRefusals.reasonMissing();
        DocumentWork one = seen(id, version, DocumentDesk::waitsForNumber);
        jdbc.sql("""
                UPDATE documents.document SET state = 'draft', submitted_at = NULL, received_at = NULL, returned_reason = ?,
                    updated_at = ?, version = version + 1 WHERE id = ?""").params(reason.strip(), now(), id).update();
        audit.record(actor, "document-returned", one.subject(), Map.of("reason", reason.strip()));
        mails.returned(one, reason.strip());
    }

    /// Takes a document back for good. Its number stays its own: where it stood, a note says that it was
    /// withdrawn and why.
    @Transactional
    public void withdraw(UUID id, int version, String reason, Actor actor) {
        if (reason.isBlank()) throw DocumentRefusals.reasonMissing();
        DocumentWork one = seen(id, version, state -> state != DocumentState.DRAFT && state != DocumentState.WITHDRAWN);
        Timestamp now = now();
        jdbc.sql("""
                UPDATE documents.document SET state = 'withdrawn', withdrawn_at = ?, withdrawn_reason = ?, updated_at = ?,
                    version = version + 1 WHERE id = ?""").params(now, reason.strip(), now, id).update();
        audit.record(actor, "document-withdrawn", one.subject(), Map.of("reason", reason.strip()));
        posting.withdrawn(one);
        mails.withdrawn(one, reason.strip());
    }

    private DocumentWork seen(UUID id, int version, Predicate<DocumentState> allowed) {
        DocumentWork one = rows.lock(id).filter(found -> !found.isDraft()).orElseThrow(Refusal::notFound);
        if (one.version() != version) throw Refusal.stale();
        if (!allowed.test(one.state())) throw DocumentRefusals.notInThisState();
        return one;
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}
