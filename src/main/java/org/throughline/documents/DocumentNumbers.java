package org.throughline.documents;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Gives documents their numbers. Refuses to work outside of the transaction that stores the number: the counter
/// is a row that is changed in it, so that a number that was not stored was never given.
///
/// Whoever comes next waits until that transaction is over. It is therefore asked last, right before the commit.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DocumentNumbers {

    private final JdbcClient jdbc;

    DocumentNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next serial number of a meeting.
    int next(String series, String meeting) {
        return jdbc.sql("""
                INSERT INTO documents.counter AS c (series, meeting, last) VALUES (?, ?, 1)
                ON CONFLICT (series, meeting) DO UPDATE SET last = c.last + 1 RETURNING last""").params(series, meeting).query(Integer.class).single();
    }

    /// Sees to it that a number which a document brought along is not given again.
    void skipTo(String series, String meeting, int serial) {
        jdbc.sql("""
                INSERT INTO documents.counter AS c (series, meeting, last) VALUES (?, ?, ?)
                ON CONFLICT (series, meeting) DO UPDATE SET last = greatest(c.last, excluded.last)""").params(series, meeting, serial).update();
    }

    /// The next number of a revision, an addendum or a corrigendum of a document.
    int next(UUID parent, Change change) {
        jdbc.sql("SELECT id FROM documents.document WHERE id = ? FOR UPDATE")
                .param(parent)
                .query(UUID.class)
                .single();
        return jdbc.sql(
                        "SELECT coalesce(max(change_number), 0) + 1 FROM documents.document WHERE parent = ? AND change = ?")
                .params(parent, change.word())
                .query(Integer.class)
                .single();
    }
}
