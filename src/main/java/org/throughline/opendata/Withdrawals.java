package org.throughline.opendata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.platform.Published;
import org.throughline.stocktaking.ProjectTombstone;

/// What is gone, for those who took something away earlier: which entries they are asked to delete.
@Service
public class Withdrawals {

    private static final int PAGE = 1_000;

    private final Published published;

    Withdrawals(Published published) {
        this.published = published;
    }

    /// The newest, newest first.
    public List<ProjectTombstone> newest(int size) {
        return published.sql("""
                SELECT number, collection, kind, at, merged_into FROM stocktaking.published_tombstone
                ORDER BY at DESC, number DESC LIMIT ?""").param(size).query((row, n) -> tombstone(row)).list();
    }

    private record Row(long number, @Nullable ProjectTombstone tombstone) {}

    /// All of them, by number, some hundreds in memory at a time.
    public void each(Consumer<ProjectTombstone> each) {
        long last = 0;
        while (true) {
            List<Row> page = published
                    .sql("""
                    SELECT r.number AS place, t.number, t.collection, t.kind, t.at, t.merged_into
                    FROM (SELECT number FROM opendata.published_record WHERE number > ? AND kind <> 'public'
                          ORDER BY number LIMIT ?) r
                    LEFT JOIN stocktaking.published_tombstone t ON t.number = r.number ORDER BY r.number""")
                    .params(last, PAGE)
                    .query((row, n) ->
                            new Row(row.getLong("place"), row.getTimestamp("at") == null ? null : tombstone(row)))
                    .list();
            if (page.isEmpty()) return;
            page.stream().map(Row::tombstone).filter(Objects::nonNull).forEach(each);
            last = page.getLast().number();
        }
    }

    private static ProjectTombstone tombstone(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        return new ProjectTombstone(
                row.getLong("number"),
                row.getString("collection"),
                row.getString("kind"),
                at.toInstant(),
                row.getObject("merged_into", Long.class));
    }
}
