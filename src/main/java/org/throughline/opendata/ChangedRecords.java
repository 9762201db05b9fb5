package org.throughline.opendata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.platform.Published;
import org.throughline.platform.harvest.HarvestChoice;

/// What changed in the register, in the order in which it changed: for harvesters and feeds.
@Service
public class ChangedRecords {

    private static final String COLUMNS = "SELECT number, collection, kind, sets, first_at, changed_at";
    private static final String FROM = " FROM opendata.published_record";

    private final Published published;

    ChangedRecords(Published published) {
        this.published = published;
    }

    /// The changes after a place, oldest first.
    ///
    /// @param afterAt and `afterNumber`: the entry that was given last
    public List<ChangedRecord> page(HarvestChoice choice, Instant afterAt, long afterNumber, int size) {
        return chosen(
                        COLUMNS,
                        choice,
                        " AND (changed_at, number) > (:afterAt, :afterNumber) ORDER BY changed_at, number LIMIT :size")
                .param("afterAt", Timestamp.from(afterAt))
                .param("afterNumber", afterNumber)
                .param("size", size)
                .query(ChangedRecords::record)
                .list();
    }

    public long count(HarvestChoice choice) {
        return chosen("SELECT count(*)", choice, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec chosen(String columns, HarvestChoice choice, String rest) {
        String set = choice.set();
        var sql = new StringBuilder(columns).append(FROM).append(" WHERE true");
        // Everything that is in a part of a set is in the set.
        if (set != null)
            sql.append(
                    set.contains(":")
                            ? " AND sets @> ARRAY[:set]::text[]"
                            : " AND EXISTS (SELECT FROM unnest(sets) one WHERE starts_with(one, :set || ':'))");
        if (choice.from() != null) sql.append(" AND changed_at >= :from");
        if (choice.until() != null) sql.append(" AND changed_at < :until");
        var statement = published.sql(sql.append(rest).toString());
        if (set != null) statement = statement.param("set", set);
        if (choice.from() != null) statement = statement.param("from", Timestamp.from(choice.from()));
        if (choice.until() != null)
            statement = statement.param("until", Timestamp.from(choice.until().plusSeconds(1)));
        return statement;
    }

    /// The newest changes, newest first; of one collection, or of all.
    public List<ChangedRecord> newest(@Nullable String collection, int size) {
        String where = collection == null ? "" : " WHERE collection = :collection";
        var statement = published
                .sql(COLUMNS + FROM + where + " ORDER BY changed_at DESC, number DESC LIMIT :size")
                .param("size", size);
        if (collection != null) statement = statement.param("collection", collection);
        return statement.query(ChangedRecords::record).list();
    }

    public Optional<ChangedRecord> find(long number) {
        return published
                .sql(COLUMNS + FROM + " WHERE number = ?")
                .param(number)
                .query(ChangedRecords::record)
                .optional();
    }

    /// Those entries that are public, a page of numbers in their order; for site maps and dumps.
    public List<ChangedRecord> byNumber(long after, int size) {
        return published
                .sql(COLUMNS + FROM + " WHERE number > ? ORDER BY number LIMIT ?")
                .params(after, size)
                .query(ChangedRecords::record)
                .list();
    }

    /// When the first change was that is listed; nothing while there is none.
    public Optional<Instant> earliest() {
        return published
                .sql("SELECT changed_at" + FROM + " ORDER BY changed_at, number LIMIT 1")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private static ChangedRecord record(ResultSet row, int n) throws SQLException {
        return new ChangedRecord(
                row.getLong("number"),
                row.getString("collection"),
                row.getString("kind"),
                List.of((String[]) row.getArray("sets").getArray()),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
