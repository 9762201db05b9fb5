package org.throughline.operations.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;

/// The database's tables as they stand in a backup: PostgreSQL's own text form, the same bytes for the same rows.
final class Tables {

    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    Tables(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            for (String setting : List.of(
                    "TIME ZONE 'UTC'",
                    "datestyle = 'ISO, YMD'",
                    "intervalstyle = 'postgres'",
                    "bytea_output = 'hex'",
                    "extra_float_digits = 1",
                    "synchronize_seqscans = off",
                    "statement_timeout = 0")) statement.execute("SET " + setting);
        }
    }

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// Every table of ours with its stored columns; rows are counted when they are written.
    List<Manifest.Table> list() throws SQLException {
        List<Manifest.Table> tables = new ArrayList<>();
        try (var select = connection.prepareStatement("""
                SELECT n.nspname, c.relname,
                       array(SELECT a.attname::text FROM pg_attribute a
                             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                             ORDER BY a.attnum) AS columns
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> ? AND n.nspname <> 'information_schema'
                  AND n.nspname NOT LIKE 'pg\\_%'
                ORDER BY 1, 2""")) {
            select.setString(1, HISTORY);
            var row = select.executeQuery();
            while (row.next()) {
                String schema = row.getString(1);
                String name = row.getString(2);
                List<String> columns = Arrays.asList((String[]) row.getArray(3).getArray());
                tables.add(new Manifest.Table(schema, name, columns, 0, "database/" + schema + "." + name + ".copy"));
            }
        }
        return tables;
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        List<String[]> names = new ArrayList<>();
        try (var statement = connection.createStatement()) {
            var row = statement.executeQuery("""
                    SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relkind = 'S' AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 1, 2""");
            while (row.next()) names.add(new String[] {row.getString(1), row.getString(2)});
        }
        List<Manifest.Sequence> sequences = new ArrayList<>();
        for (String[] name : names) {
            try (var statement = connection.createStatement()) {
                var row = statement.executeQuery(
                        "SELECT last_value, is_called FROM " + quote(name[0]) + "." + quote(name[1]));
                row.next();
                sequences.add(new Manifest.Sequence(name[0], name[1], row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    List<String> migrations() throws SQLException {
        List<String> versions = new ArrayList<>();
        try (var statement = connection.createStatement()) {
            var row = statement.executeQuery(
                    "SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL ORDER BY version");
            while (row.next()) versions.add(row.getString(1));
        }
        return versions;
    }

    /// Writes a table's rows; returns how many there were.
    long write(Manifest.Table table, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY " + table.quoted() + " (" + columns(table) + ") TO STDOUT", out);
    }

    /// Reads a table's rows; returns how many there were.
    long read(Manifest.Table table, java.io.InputStream in) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.quoted() + " (" + columns(table) + ") FROM STDIN", in, 1 << 16);
    }

    private static String columns(Manifest.Table table) {
        return String.join(", ", table.columns().stream().map(Tables::quote).toList());
    }
}
