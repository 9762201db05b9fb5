package org.throughline.documents;

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
import org.throughline.platform.harvest.HarvestPlace;
import org.throughline.platform.harvest.HarvestRecord;

/// Which documents changed for their readers, and when. What was withdrawn after it was posted stays listed for ever;
/// what never was posted is not.
@Service
public class HarvestedDocuments {

    /// The set of all documents; each series is a part of it.
    public static final String SET = "documents";

    private static final String COLUMNS = "SELECT series, address, shown, changed_at";
    private static final String FROM = " FROM documents.published_change";

    private final Published published;

    HarvestedDocuments(Published published) {
        this.published = published;
    }

    /// The set of a series.
    public static String set(String series) {
        return SET + ":" + series;
    }

    /// Those after a place by the moment of their change, and by their addresses within it.
    public List<HarvestRecord> page(HarvestChoice choice, HarvestPlace after, int size) {
        if (isOfOthers(choice)) return List.of();
        return chosen(
                        COLUMNS,
                        choice,
                        " AND (changed_at, address) > (:afterAt, :afterAddress) ORDER BY changed_at, address LIMIT :size")
                .param("afterAt", Timestamp.from(after.changedAt()))
                .param("afterAddress", after.key())
                .param("size", size)
                .query(HarvestedDocuments::record)
                .list();
    }

    public long count(HarvestChoice choice) {
        return isOfOthers(choice)
                ? 0
                : chosen("SELECT count(*)", choice, "").query(Long.class).single();
    }

    private static boolean isOfOthers(HarvestChoice choice) {
        String set = choice.set();
        return set != null && !set.equals(SET) && !set.startsWith(SET + ":");
    }

    // Nothing for the set of all.
    private static @Nullable String series(HarvestChoice choice) {
        String set = choice.set();
        return set == null || set.equals(SET) ? null : set.substring(SET.length() + 1);
    }

    private JdbcClient.StatementSpec chosen(String columns, HarvestChoice choice, String rest) {
        String series = series(choice);
        var sql = new StringBuilder(columns).append(FROM).append(" WHERE true");
        if (series != null) sql.append(" AND series = :series");
        if (choice.from() != null) sql.append(" AND changed_at >= :from");
        if (choice.until() != null) sql.append(" AND changed_at < :until");
        var statement = published.sql(sql.append(rest).toString());
        if (series != null) statement = statement.param("series", series);
        if (choice.from() != null) statement = statement.param("from", Timestamp.from(choice.from()));
        if (choice.until() != null)
            statement = statement.param("until", Timestamp.from(choice.until().plusSeconds(1)));
        return statement;
    }

    /// @param address as it stands behind `/documents/`
    public Optional<HarvestRecord> find(String address) {
        return published
                .sql(COLUMNS + FROM + " WHERE address = ?")
                .param(address)
                .query(HarvestedDocuments::record)
                .optional();
    }

    public Optional<Instant> earliest() {
        return published
                .sql("SELECT changed_at" + FROM + " ORDER BY changed_at, address LIMIT 1")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private static HarvestRecord record(ResultSet row, int n) throws SQLException {
        return new HarvestRecord(
                row.getString("address"),
                row.getTimestamp("changed_at").toInstant(),
                !row.getBoolean("shown"),
                List.of(set(row.getString("series"))));
    }
}
