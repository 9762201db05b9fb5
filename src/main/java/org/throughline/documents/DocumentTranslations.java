package org.throughline.documents;

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
import org.throughline.platform.Refusal;

/// Documents in further languages. A translation says whose it is; the original is never touched.
@Service
public class DocumentTranslations {

    private final JdbcClient jdbc;
    private final DocumentRows rows;
    private final Posting posting;
    private final AuditTrail audit;
    private final Clock clock;

    DocumentTranslations(JdbcClient jdbc, DocumentRows rows, Posting posting, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.posting = posting;
        this.audit = audit;
        this.clock = clock;
    }

    /// Adds a language to a document that has its number, or writes a translation anew. What is posted shows it
    /// at once, and has a new place in the ledger. Refused for the original, and as stale when somebody changed
    /// the document since.
    @Transactional
    public void save(UUID id, int version, Expression translation, Actor actor) {
        DocumentWork one = rows.lock(id).filter(found -> !found.isDraft()).orElseThrow(Refusal::notFound);
        if (one.version() != version) throw Refusal.stale();
        boolean original = one.in(translation.language())
                .filter(there -> there.standing() == Expression.Standing.ORIGINAL)
                .isPresent();
        boolean numbered = one.state() == DocumentState.NUMBERED || one.state() == DocumentState.POSTED;
        if (original || !numbered || translation.standing() == Expression.Standing.ORIGINAL)
            throw DocumentRefusals.notInThisState();
        Instant now = Instant.now(clock);
        jdbc.sql("""
                INSERT INTO documents.expression (document, language, standing, title, purpose, action_text, financial_text, body, added_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (document, language) DO UPDATE SET standing = excluded.standing, title = excluded.title,
                    purpose = excluded.purpose, action_text = excluded.action_text,
                    financial_text = excluded.financial_text, body = excluded.body""")
                .params(
                        id,
                        translation.language(),
                        translation.standing().word(),
                        translation.title(),
                        translation.purpose(),
                        translation.actionText(),
                        translation.financialText(),
                        translation.body(),
                        Timestamp.from(now))
                .update();
        jdbc.sql("UPDATE documents.document SET version = version + 1, updated_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
        audit.record(
                actor,
                "document-translated",
                one.subject(),
                Map.of(
                        "language",
                        translation.language(),
                        "standing",
                        translation.standing().word()));
        if (one.state() == DocumentState.POSTED) posting.again(rows.find(id).orElseThrow(), now);
    }
}
