package org.throughline.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.ledger.Subtree.Place;

/// The SQL that writes the log. Reading for the public goes through [PublicLog].
@Repository
class LogTables {

    /// Any number, as long as nothing else in this database locks the same one.
    private static final long SEQUENCING_LOCK = 0x7468726f75676801L;

    private final JdbcClient jdbc;

    LogTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertAll(List<Leaf> leaves) {
        jdbc.sql("""
                INSERT INTO ledger.entry (id, kind, subject, hash, at)
                SELECT * FROM unnest(:ids::uuid[], :kinds::text[], :subjects::text[], :hashes::bytea[], :ats::timestamptz[])""")
                .param("ids", leaves.stream().map(leaf -> leaf.id().toString()).toArray(String[]::new))
                .param("kinds", leaves.stream().map(Leaf::kind).toArray(String[]::new))
                .param("subjects", leaves.stream().map(Leaf::subject).toArray(String[]::new))
                .param(
                        "hashes",
                        leaves.stream().map(leaf -> leaf.hash().bytes()).toArray(byte[][]::new))
                .param("ats", leaves.stream().map(leaf -> leaf.at().toString()).toArray(String[]::new))
                .update();
    }

    /// Lets one node at a time give out places, until the end of the transaction.
    void lockSequencing() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(SEQUENCING_LOCK)
                .query((row, n) -> 0)
                .single();
    }

    List<Leaf> waiting(int limit) {
        return jdbc.sql("""
                SELECT id, kind, subject, hash, at FROM ledger.entry WHERE leaf_index IS NULL ORDER BY id LIMIT ?""").param(limit).query(LogTables::leaf).list();
    }

    /// Whether an entry about something below this path has no place yet.
    boolean isWaiting(String path) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ledger.entry WHERE leaf_index IS NULL AND starts_with(subject, ?))")
                .param(path)
                .query(Boolean.class)
                .single();
    }

    long size() {
        return jdbc.sql("SELECT coalesce(max(leaf_index) + 1, 0) FROM ledger.entry")
                .query(Long.class)
                .single();
    }

    Map<Place, Hash> nodes(Collection<Place> places) {
        return nodes(jdbc.sql(NODES.formatted("ledger.node")), places);
    }

    /// OFFSET 0 keeps the planner from reading the whole table for a few nodes, which it does while the table is
    /// young.
    static final String NODES = """
            SELECT wanted.level, wanted.index, n.hash
            FROM unnest(:levels::int[], :indexes::bigint[]) AS wanted (level, index)
            CROSS JOIN LATERAL (SELECT hash FROM %s WHERE level = wanted.level AND index = wanted.index OFFSET 0) n""";

    static Map<Place, Hash> nodes(JdbcClient.StatementSpec sql, Collection<Place> places) {
        Map<Place, Hash> nodes = new HashMap<>();
        sql.param("levels", places.stream().map(Place::level).toArray(Integer[]::new))
                .param("indexes", places.stream().map(Place::index).toArray(Long[]::new))
                .query(row -> {
                    nodes.put(new Place(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3)));
                });
        return nodes;
    }

    void place(List<Leaf> leaves, long first) {
        Long[] indexes = new Long[leaves.size()];
        for (int i = 0; i < indexes.length; i++) indexes[i] = first + i;
        int placed = jdbc.sql("""
                UPDATE ledger.entry e SET leaf_index = placed.index
                FROM unnest(:ids::uuid[], :indexes::bigint[]) AS placed (id, index) WHERE e.id = placed.id""")
                .param("ids", leaves.stream().map(leaf -> leaf.id().toString()).toArray(String[]::new))
                .param("indexes", indexes)
                .update();
        if (placed != indexes.length)
            throw new IllegalStateException("Placed " + placed + " of " + indexes.length + " entries");
    }

    void insert(List<Frontier.Node> nodes) {
        jdbc.sql("""
                INSERT INTO ledger.node (level, index, hash)
                SELECT * FROM unnest(:levels::int[], :indexes::bigint[], :hashes::bytea[])""")
                .param("levels", nodes.stream().map(Frontier.Node::level).toArray(Integer[]::new))
                .param("indexes", nodes.stream().map(Frontier.Node::index).toArray(Long[]::new))
                .param("hashes", nodes.stream().map(node -> node.hash().bytes()).toArray(byte[][]::new))
                .update();
    }

    /// Places of those of the entries that have one by now.
    Map<UUID, Long> places(Collection<UUID> ids) {
        Map<UUID, Long> places = new HashMap<>();
        jdbc.sql("SELECT id, leaf_index FROM ledger.entry WHERE id = ANY (:ids::uuid[]) AND leaf_index IS NOT NULL")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    places.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return places;
    }

    void insert(Checkpoint checkpoint, java.time.Instant at) {
        jdbc.sql("INSERT INTO ledger.checkpoint (size, root, note, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(checkpoint.size(), checkpoint.root().bytes(), checkpoint.note(), Timestamp.from(at))
                .update();
    }

    /// Remembers the key; answers whether the log was signed by another one before.
    boolean remember(VerifierKey key, java.time.Instant at) {
        jdbc.sql("INSERT INTO ledger.key (public_key, first_used_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(key.toString(), Timestamp.from(at))
                .update();
        return jdbc.sql("SELECT count(*) > 1 FROM ledger.key")
                .query(Boolean.class)
                .single();
    }

    static Leaf leaf(ResultSet row, int number) throws SQLException {
        return new Leaf(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                Hash.of(row.getBytes("hash")),
                row.getTimestamp("at").toInstant());
    }
}
