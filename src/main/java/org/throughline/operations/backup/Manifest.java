package org.throughline.operations.backup;

import java.util.List;

/// The list of contents of a backup, its last entry. Each part is named with its length and SHA-256 before
/// compression.
///
/// @param format 1; a later release that changes the format counts up
/// @param program the release that wrote it
/// @param createdAt the instant of the database's snapshot
/// @param migrations the versions of the database's migrations, in order
record Manifest(
        int format,
        String program,
        String createdAt,
        List<String> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<Part> parts) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /// @param columns the columns in the order of the part's lines
    record Table(String schema, String name, List<String> columns, long rows, String part) {
        String quoted() {
            return Tables.quote(schema) + "." + Tables.quote(name);
        }
    }

    record Sequence(String schema, String name, long value, boolean called) {}

    record Part(String name, long length, String sha256) {}
}
