package org.throughline.documents;

import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.PersonDeleted;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.files.StoredFile;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;

/// Documents before they are sent: written step by step by their authors, kept until they are sent or deleted.
/// Only its author sees a draft.
@Service
public class DocumentDrafts {

    public static final int MOST_FILES = 10;
    public static final long LARGEST_FILE = 25L << 20;

    private static final int MOST_DRAFTS = 100;

    private final JdbcClient jdbc;
    private final DocumentRows rows;
    private final DocumentMails mails;
    private final Files files;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DocumentDrafts(
            JdbcClient jdbc,
            DocumentRows rows,
            DocumentMails mails,
            Files files,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.mails = mails;
        this.files = files;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// What it is about: for which meeting, of which kind and from whom.
    public record About(
            String series, String meeting, DocumentKind kind, List<DocumentSource> sources, String language) {}

    /// The header as it is typed: what is chosen, what is said in words, the date and the item of the agenda.
    ///
    /// @param words its title, purpose and what is asked; the body in it is not looked at
    /// @param item the id of an item of the meeting's agenda; empty for none
    public record Header(DocumentHeader header, Expression words, String dated, String item) {}

    /// Begins a draft. Refused to somebody who has too many.
    @Transactional
    public UUID start(About about, Actor actor) {
        UUID id = insert(about, Change.NONE, null, actor);
        write(id, Expression.blank(about.language()));
        saved(id, "about");
        return id;
    }

    /// Begins a revision, an addendum or a corrigendum of a posted document. A revision begins with all that the
    /// document says, the others with its header; each stays with its item of the agenda. Refused to somebody who
    /// has too many drafts.
    ///
    /// @param of a document or one of its revisions, from which the words are taken
    @Transactional
    public UUID startChange(DocumentWork of, Change change, Actor actor) {
        if (of.state() != DocumentState.POSTED || change == Change.NONE) throw DocumentRefusals.notInThisState();
        Expression original = of.original();
        var about = new About(of.series(), of.meeting(), of.kind(), of.sources(), original.language());
        UUID id = insert(about, change, of.parent() == null ? of.id() : of.parent(), actor);
        write(
                id,
                change == Change.REVISION
                        ? original
                        : new Expression(
                                original.language(),
                                Expression.Standing.ORIGINAL,
                                original.title(),
                                "",
                                original.actionText(),
                                original.financialText(),
                                ""));
        header(id, of.header(), "");
        item(id, of.item());
        saved(id, "about");
        return id;
    }

    private UUID insert(About about, Change change, @Nullable UUID parent, Actor actor) {
        int kept = jdbc.sql("SELECT count(*) FROM documents.document WHERE owner = ? AND state = 'draft'")
                .param(actor.person())
                .query(Integer.class)
                .single();
        if (kept >= MOST_DRAFTS) throw DocumentRefusals.tooManyDrafts(MOST_DRAFTS);
        Timestamp now = Timestamp.from(clock.instant());
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO documents.document (id, series, meeting, kind, change, parent, sources, state, owner, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, 'draft', ?, ?, ?)""")
                .params(
                        id,
                        about.series(),
                        about.meeting(),
                        about.kind().word(),
                        change.word(),
                        parent,
                        Json.write(about.sources()),
                        actor.person(),
                        now,
                        now)
                .update();
        return id;
    }

    /// A person's own document.
    public DocumentWork own(UUID id, Actor actor) {
        return find(id, actor).orElseThrow(Refusal::notFound);
    }

    /// The same, or nothing where it is somebody else's.
    public Optional<DocumentWork> find(UUID id, Actor actor) {
        return rows.find(id).filter(one -> one.owner() != null && one.owner().equals(actor.person()));
    }

    /// What a person has begun and not sent, what was touched last first.
    public List<DocumentWork> unsent(Actor actor) {
        return rows.whole(jdbc.sql("SELECT " + DocumentRows.COLUMNS
                        + " FROM documents.document d WHERE d.owner = ? AND d.state = 'draft'"
                        + " ORDER BY d.updated_at DESC, d.id DESC LIMIT 20")
                .param(actor.person()));
    }

    /// All that a person wrote, what was touched last first.
    public List<DocumentWork> ofOwner(Actor actor) {
        return rows.whole(jdbc.sql(
                        "SELECT " + DocumentRows.COLUMNS
                                + " FROM documents.document d WHERE d.owner = ? ORDER BY d.updated_at DESC, d.id DESC LIMIT 300")
                .param(actor.person()));
    }

    /// Saves the first step. What was written stays when the language changes.
    ///
    /// @param version that its author saw; refused as stale when it was saved elsewhere since
    @Transactional
    public void saveAbout(UUID id, int version, About about, Actor actor) {
        DocumentWork draft = mine(id, version, actor);
        boolean changes = draft.change() != Change.NONE;
        String series = changes ? draft.series() : about.series();
        String meeting = changes ? draft.meeting() : about.meeting();
        // Another meeting has another agenda.
        jdbc.sql("""
                UPDATE documents.document SET agenda_item = CASE WHEN series = ? AND meeting = ? THEN agenda_item END,
                    series = ?, meeting = ?, kind = ?, sources = ?::jsonb WHERE id = ?""")
                .params(series, meeting, series, meeting, about.kind().word(), Json.write(about.sources()), id)
                .update();
        if (!draft.original().language().equals(about.language())) {
            jdbc.sql("UPDATE documents.expression SET language = ? WHERE document = ? AND language = ?")
                    .params(about.language(), id, draft.original().language())
                    .update();
            jdbc.sql("UPDATE documents.attachment SET language = ? WHERE document = ?")
                    .params(about.language(), id)
                    .update();
        }
        saved(id, "about");
    }

    @Transactional
    public void saveHeader(UUID id, int version, Header typed, Actor actor) {
        Expression before = mine(id, version, actor).original();
        Expression words = typed.words();
        header(id, typed.header(), typed.dated());
        item(id, typed.item().isEmpty() ? null : UUID.fromString(typed.item()));
        write(
                id,
                new Expression(
                        before.language(),
                        before.standing(),
                        words.title(),
                        words.purpose(),
                        words.actionText(),
                        words.financialText(),
                        before.body()));
        saved(id, "header");
    }

    private void item(UUID id, @Nullable UUID item) {
        jdbc.sql("UPDATE documents.document SET agenda_item = ? WHERE id = ?")
                .params(item, id)
                .update();
    }

    private void header(UUID id, DocumentHeader header, String dated) {
        jdbc.sql("""
                UPDATE documents.document SET action = ?, addressee = ?, strategic_links = ?, financial = ?, refs = ?, dated = ?
                WHERE id = ?""")
                .params(
                        header.action(),
                        header.addressee(),
                        header.strategicLinks().toArray(String[]::new),
                        header.financial(),
                        header.references().toArray(String[]::new),
                        dated,
                        id)
                .update();
    }

    @Transactional
    public void saveText(UUID id, int version, String body, Actor actor) {
        Expression before = mine(id, version, actor).original();
        write(
                id,
                new Expression(
                        before.language(),
                        before.standing(),
                        before.title(),
                        before.purpose(),
                        before.actionText(),
                        before.financialText(),
                        body));
        saved(id, "text");
    }

    /// Saves what was read from a file: both steps, or none where somebody saved one of them meanwhile.
    @Transactional
    public void saveRead(UUID id, int version, Header header, String body, Actor actor) {
        saveHeader(id, version, header, actor);
        saveText(id, -1, body, actor);
    }

    /// Says that there is nothing more to be done about files.
    @Transactional
    public void saveFiles(UUID id, int version, Actor actor) {
        mine(id, version, actor);
        saved(id, "files");
    }

    /// Takes in a file of a draft; what was refused of it is not kept.
    public void addFile(UUID id, InputStream in, String name, Actor actor) {
        DocumentWork draft = own(id, actor);
        if (!draft.isDraft()) throw DocumentRefusals.notInThisState();
        if (draft.attachments().size() >= MOST_FILES) throw DocumentRefusals.tooManyFiles(MOST_FILES);
        FileId file = files.store(in, name, LARGEST_FILE);
        try {
            StoredFile stored = files.find(file).orElseThrow();
            transaction.executeWithoutResult(status -> attach(id, stored, actor));
        } catch (RuntimeException refused) {
            files.delete(file);
            throw refused;
        }
    }

    // The draft may have been sent, or filled, while the file came in.
    private void attach(UUID id, StoredFile stored, Actor actor) {
        DocumentWork now = mine(id, -1, actor);
        if (now.attachments().size() >= MOST_FILES) throw DocumentRefusals.tooManyFiles(MOST_FILES);
        jdbc.sql("""
                    INSERT INTO documents.attachment (id, document, language, file, name, type, size, sha256, position)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM documents.attachment WHERE document = ?))""")
                .params(
                        Ids.next(),
                        id,
                        now.original().language(),
                        stored.id().value(),
                        stored.name(),
                        stored.type().name(),
                        stored.size(),
                        stored.sha256(),
                        id)
                .update();
        saved(id, "files");
    }

    @Transactional
    public void removeFile(UUID id, UUID attachment, Actor actor) {
        DocumentWork draft = mine(id, -1, actor);
        draft.attachments().stream()
                .filter(one -> one.id().equals(attachment))
                .findFirst()
                .ifPresent(this::forget);
        saved(id, "files");
    }

    private void forget(Attachment one) {
        jdbc.sql("DELETE FROM documents.attachment WHERE id = ?")
                .param(one.id())
                .update();
        files.delete(new FileId(one.file()));
    }

    /// Deletes a draft with its files, for good.
    @Transactional
    public void delete(UUID id, Actor actor) {
        delete(mine(id, -1, actor));
    }

    private void delete(DocumentWork draft) {
        draft.attachments().forEach(this::forget);
        jdbc.sql("DELETE FROM documents.document WHERE id = ?")
                .param(draft.id())
                .update();
    }

    /// Sends a draft to the secretariat, and a receipt to its author. Refused while something is missing, see
    /// [DocumentCheck].
    @Transactional
    public void submit(UUID id, int version, Actor actor) {
        DocumentWork draft = mine(id, version, actor);
        if (!DocumentCheck.missing(draft).isEmpty()) throw DocumentRefusals.notWhole();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                UPDATE documents.document SET state = 'submitted', submitted_at = ?, updated_at = ?, returned_reason = '',
                    version = version + 1 WHERE id = ?""").params(now, now, id).update();
        audit.record(
                actor,
                "document-submitted",
                draft.subject(),
                Map.of("kind", draft.kind().word()));
        mails.submitted(draft);
    }

    /// Takes back what nobody has taken up yet.
    @Transactional
    public void takeBack(UUID id, Actor actor) {
        DocumentWork one = own(id, actor);
        int changed = jdbc.sql("""
                UPDATE documents.document SET state = 'draft', submitted_at = NULL, updated_at = ?, version = version + 1
                WHERE id = ? AND state = 'submitted'""").params(Timestamp.from(clock.instant()), id).update();
        if (changed == 0) throw DocumentRefusals.notInThisState();
        audit.record(actor, "document-taken-back", one.subject(), Map.of());
    }

    private DocumentWork mine(UUID id, int version, Actor actor) {
        DocumentWork draft = rows.lock(id)
                .filter(one -> one.owner() != null && one.owner().equals(actor.person()))
                .orElseThrow(Refusal::notFound);
        if (!draft.isDraft()) throw DocumentRefusals.notInThisState();
        if (version >= 0 && draft.version() != version) throw Refusal.stale();
        return draft;
    }

    private void write(UUID id, Expression one) {
        jdbc.sql("""
                INSERT INTO documents.expression (document, language, standing, title, purpose, action_text, financial_text, body, added_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (document, language) DO UPDATE SET title = excluded.title, purpose = excluded.purpose,
                    action_text = excluded.action_text, financial_text = excluded.financial_text, body = excluded.body""")
                .params(
                        id,
                        one.language(),
                        one.standing().word(),
                        one.title(),
                        one.purpose(),
                        one.actionText(),
                        one.financialText(),
                        one.body(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private void saved(UUID id, String step) {
        jdbc.sql("""
                UPDATE documents.document SET steps = CASE WHEN ? = ANY (steps) THEN steps ELSE steps || ?::text END,
                    updated_at = ?, version = version + 1 WHERE id = ?""").params(step, step, Timestamp.from(clock.instant()), id).update();
    }

    // Drafts go with the person; what was sent is the body's, and only who wrote it is forgotten.
    @EventListener
    void on(PersonDeleted event) {
        UUID person = event.person().value();
        rows.whole(jdbc.sql("SELECT " + DocumentRows.COLUMNS
                                + " FROM documents.document d WHERE d.owner = ? AND d.state = 'draft' FOR UPDATE")
                        .param(person))
                .forEach(this::delete);
        jdbc.sql("UPDATE documents.document SET owner = NULL WHERE owner = ?")
                .param(person)
                .update();
    }
}
