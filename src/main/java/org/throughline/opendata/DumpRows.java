package org.throughline.opendata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Published;
import tools.jackson.core.type.TypeReference;

/// The rows of dumps: which there are, what they hold, what their files are.
@Component
class DumpRows {

    private static final String EDITION =
            "SELECT id, name, taken_at, entries, revision, dropped_at FROM opendata.published_edition";
    private static final TypeReference<List<DumpState.DumpFile>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Published published;
    private final Ledger ledger;

    DumpRows(JdbcClient jdbc, Published published, Ledger ledger) {
        this.jdbc = jdbc;
        this.published = published;
        this.ledger = ledger;
    }

    /// Newest first, with those that are no longer kept.
    List<DumpEdition> editions() {
        return published
                .sql(EDITION + " ORDER BY taken_at DESC, name DESC")
                .query(DumpRows::edition)
                .list();
    }

    Optional<DumpEdition> latest() {
        return published
                .sql(EDITION + " WHERE dropped_at IS NULL ORDER BY taken_at DESC, name DESC LIMIT 1")
                .query(DumpRows::edition)
                .optional();
    }

    Optional<DumpEdition> find(String name) {
        return published
                .sql(EDITION + " WHERE name = ?")
                .param(name)
                .query(DumpRows::edition)
                .optional();
    }

    private static DumpEdition edition(ResultSet row, int n) throws SQLException {
        Timestamp dropped = row.getTimestamp("dropped_at");
        return new DumpEdition(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getTimestamp("taken_at").toInstant(),
                row.getLong("entries"),
                row.getInt("revision"),
                dropped == null ? null : dropped.toInstant());
    }

    /// The states of a dump's files, newest first.
    List<DumpState> states(UUID edition) {
        return published
                .sql("""
                SELECT revision, made_at, fingerprint, facts, files FROM opendata.published_edition_state
                WHERE edition_id = ? ORDER BY revision DESC""")
                .param(edition)
                .query((row, n) -> new DumpState(
                        row.getInt("revision"),
                        row.getTimestamp("made_at").toInstant(),
                        HexFormat.of().formatHex(row.getBytes("fingerprint")),
                        Json.read(row.getString("facts"), DumpFacts.class),
                        Json.read(row.getString("files"), FILES)))
                .list();
    }

    /// Lets this node do it, and nobody else for so long; false when another is at it.
    boolean claim(UUID node, Instant now, Duration lease) {
        return jdbc.sql("""
                UPDATE opendata.duty SET holder = ?, lease_until = ?
                WHERE name = 'edition' AND (lease_until IS NULL OR lease_until < ?)""")
                        .params(node, Timestamp.from(now.plus(lease)), Timestamp.from(now))
                        .update()
                == 1;
    }

    void release(UUID node) {
        jdbc.sql("UPDATE opendata.duty SET holder = NULL, lease_until = NULL WHERE name = 'edition' AND holder = ?")
                .param(node)
                .update();
    }

    /// Begins a dump under the first free name of its day, and throws away what another began and never finished.
    @Transactional
    DumpEdition begin(String day, Instant now) {
        jdbc.sql("""
                DELETE FROM opendata.edition_part WHERE edition_id IN
                    (SELECT id FROM opendata.edition WHERE listed_at IS NULL)""").update();
        jdbc.sql("""
                DELETE FROM opendata.revision WHERE edition_id IN
                    (SELECT id FROM opendata.edition WHERE listed_at IS NULL)""").update();
        jdbc.sql("DELETE FROM opendata.edition WHERE listed_at IS NULL").update();
        int before = jdbc.sql("SELECT count(*) FROM opendata.edition WHERE name = ? OR name LIKE ?")
                .params(day, day + ".%")
                .query(Integer.class)
                .single();
        String name = before == 0 ? day : day + "." + (before + 1);
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO opendata.edition (id, name, taken_at, entries) VALUES (?, ?, ?, 0)")
                .params(id, name, Timestamp.from(now))
                .update();
        return new DumpEdition(id, name, now, 0, 1, null);
    }

    private record Version(
            int version, Timestamp confirmed, @Nullable Timestamp closed, int completeness) {}

    /// Lists a part of what a dump holds: for each entry the version that is public at this moment.
    void part(DumpEdition edition, int part, List<Long> numbers) {
        Map<Long, Version> versions = new HashMap<>();
        published.sql("""
                SELECT number, version, confirmed_at, closed_at, completeness FROM stocktaking.published_project
                WHERE number = ANY (?)""").param(numbers.toArray(Long[]::new)).query((ResultSet row) -> {
            versions.put(
                    row.getLong("number"),
                    new Version(
                            row.getInt("version"),
                            row.getTimestamp("confirmed_at"),
                            row.getTimestamp("closed_at"),
                            row.getInt("completeness")));
        });
        Version none = new Version(0, Timestamp.from(edition.takenAt()), null, 0);
        List<Version> all = numbers.stream()
                .map(number -> versions.getOrDefault(number, none))
                .toList();
        jdbc.sql("""
                INSERT INTO opendata.edition_part (edition_id, part, first, last, numbers, versions, confirmed, closed,
                    completeness) VALUES (?, ?, ?, ?, ?, ?, ?::timestamptz[], ?::timestamptz[], ?)""")
                .params(
                        edition.id(),
                        part,
                        numbers.getFirst(),
                        numbers.getLast(),
                        numbers.toArray(Long[]::new),
                        all.stream().map(Version::version).toArray(Integer[]::new),
                        moments(all, Version::confirmed),
                        moments(all, Version::closed),
                        all.stream().map(Version::completeness).toArray(Integer[]::new))
                .update();
    }

    private static @Nullable String[] moments(List<Version> versions, Function<Version, @Nullable Timestamp> which) {
        return versions.stream()
                .map(which)
                .map(at -> at == null ? null : at.toInstant().toString())
                .toArray(String[]::new);
    }

    void listed(DumpEdition edition, long entries, Instant now) {
        jdbc.sql("UPDATE opendata.edition SET entries = ?, listed_at = ? WHERE id = ?")
                .params(entries, Timestamp.from(now), edition.id())
                .update();
    }

    /// Forgets what a dump held; that it was there, and its fingerprints, stay.
    @Transactional
    void drop(DumpEdition edition, Instant now) {
        jdbc.sql("UPDATE opendata.edition SET dropped_at = ? WHERE id = ?")
                .params(Timestamp.from(now), edition.id())
                .update();
        jdbc.sql("DELETE FROM opendata.edition_part WHERE edition_id = ?")
                .param(edition.id())
                .update();
    }

    /// Keeps what the files of a revision are, and puts the fingerprint on record. False when another state of the same
    /// revision is kept already.
    @Transactional
    boolean keep(DumpEdition edition, DumpState state) {
        Optional<DumpState> before = states(edition.id()).stream()
                .filter(one -> one.revision() == state.revision())
                .findFirst();
        if (before.isPresent()) return before.get().files().equals(state.files());
        Hash fingerprint = Hash.of(HexFormat.of().parseHex(state.fingerprint()));
        int kept = jdbc.sql("""
                INSERT INTO opendata.edition_state (edition_id, revision, made_at, fingerprint, facts, files)
                VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb) ON CONFLICT DO NOTHING""")
                .params(
                        edition.id(),
                        state.revision(),
                        Timestamp.from(state.madeAt()),
                        fingerprint.bytes(),
                        Json.write(state.facts()),
                        Json.write(state.files()))
                .update();
        if (kept == 0) return false;
        EntryId entry = ledger.append(EntryKind.DUMP, subject(edition, state.revision()), fingerprint, state.madeAt());
        jdbc.sql("UPDATE opendata.edition_state SET ledger_entry = ? WHERE edition_id = ? AND revision = ?")
                .params(entry.value(), edition.id(), state.revision())
                .update();
        return true;
    }

    /// Makes a new revision because the same lines are written otherwise now, as by a newer release.
    void revise(DumpEdition edition, Instant now) {
        jdbc.sql("INSERT INTO opendata.revision (edition_id, id, at, entries) VALUES (?, ?, ?, 0)")
                .params(edition.id(), Ids.next(), Timestamp.from(now))
                .update();
    }

    /// Where the log speaks of the files of a revision.
    static String subject(DumpEdition edition, int revision) {
        return "data/register/" + edition.name() + "/" + revision;
    }
}
