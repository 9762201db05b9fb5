package org.throughline.letters;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.files.StoredFile;
import org.throughline.platform.Ids;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;

/// The files that go with a letter.
@Service
public class LetterAnnexes {

    public static final long LARGEST = 25L << 20;
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Published published;
    private final Files files;
    private final TransactionTemplate transaction;

    LetterAnnexes(JdbcClient jdbc, Published published, Files files, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.published = published;
        this.files = files;
        this.transaction = transaction;
    }

    public record Annex(UUID id, int position, String title, FileId file) {}

    /// The annexes of a public letter.
    public List<Annex> of(UUID letter) {
        return published
                .sql("SELECT id, position, title, file FROM letters.published_annex WHERE letter = ? ORDER BY position")
                .param(letter)
                .query(LetterAnnexes::annex)
                .list();
    }

    /// The annexes of a letter for the secretariat and, by their links, for its addressees.
    List<Annex> all(UUID letter) {
        return jdbc.sql("SELECT id, position, title, file FROM letters.annex WHERE letter = ? ORDER BY position")
                .param(letter)
                .query(LetterAnnexes::annex)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Annex> of(UUID letter, Actor actor) {
        Addressees.mustManage(actor);
        return all(letter);
    }

    @Transactional(readOnly = true)
    public List<Annex> of(CircularReplies.Visit visit) {
        return all(visit.letter().id());
    }

    public Optional<StoredFile> file(Annex annex) {
        return files.find(annex.file());
    }

    /// Adds a file to a letter that was not dispatched. Refused as every upload is; and when the letter has too
    /// many. Not to be called inside a transaction, which would wait for the sender's line.
    public void add(UUID letter, InputStream content, String name, String title, Actor actor) {
        Addressees.mustManage(actor);
        FileId file = files.store(content, name, LARGEST);
        boolean kept = Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("SELECT id FROM letters.letter WHERE id = ? FOR UPDATE")
                    .param(letter)
                    .query(UUID.class)
                    .optional()
                    .orElseThrow(Refusal::notFound);
            return jdbc.sql("""
                    INSERT INTO letters.annex (id, letter, position, title, file)
                    SELECT ?, l.id, (SELECT coalesce(max(position), 0) + 1 FROM letters.annex WHERE letter = l.id), ?, ?
                    FROM letters.letter l WHERE l.id = ? AND l.dispatched_at IS NULL
                        AND (SELECT count(*) FROM letters.annex WHERE letter = l.id) < ?""")
                            .params(Ids.next(), title.isBlank() ? name : title.strip(), file.value(), letter, MOST)
                            .update()
                    == 1;
        }));
        if (kept) return;
        transaction.executeWithoutResult(status -> files.delete(file));
        throw LetterRefusals.dispatched();
    }

    /// Takes a file out of a letter that was not dispatched.
    @Transactional
    public void remove(UUID letter, UUID annex, Actor actor) {
        Addressees.mustManage(actor);
        List<UUID> gone = jdbc.sql("""
                DELETE FROM letters.annex a USING letters.letter l
                WHERE a.id = ? AND a.letter = ? AND l.id = a.letter AND l.dispatched_at IS NULL RETURNING a.file""").params(annex, letter).query(UUID.class).list();
        if (gone.isEmpty()) throw Refusal.stale();
        gone.forEach(file -> files.delete(new FileId(file)));
    }

    private static Annex annex(ResultSet row, int n) throws SQLException {
        return new Annex(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                row.getString("title"),
                new FileId(row.getObject("file", UUID.class)));
    }
}
