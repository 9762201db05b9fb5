package org.throughline.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of kept files.
@Component
class FileRows {

    private static final String COLUMNS =
            "id, sha256, size, media_type, original_name, extraction_status, text_is_cut, stored_at";

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Held to the end of the transaction, so that content is never removed while the same content is being stored.
    void lock(String sha256) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('files.' || :sha256, 0))")
                .param("sha256", sha256)
                .query((row, n) -> true)
                .single();
    }

    /// The text of content that was read before is taken over; pictures have none.
    void insert(FileId id, String sha256, long size, FileType type, String name, Instant now) {
        jdbc.sql("""
                INSERT INTO files.file (id, sha256, size, media_type, original_name, stored_at,
                                        extraction_status, extracted_text, text_is_cut)
                SELECT :id, :sha256, :size, :type, :name, :now,
                       CASE WHEN :picture THEN 'extracted' ELSE coalesce(known.extraction_status, 'waiting') END,
                       CASE WHEN :picture THEN '' ELSE known.extracted_text END,
                       coalesce(known.text_is_cut, false)
                FROM (SELECT) AS one LEFT JOIN LATERAL (
                    SELECT extraction_status, extracted_text, text_is_cut FROM files.file
                    WHERE sha256 = :sha256 AND extraction_status IN ('extracted', 'failed')
                    LIMIT 1) AS known ON true""")
                .param("id", id.value())
                .param("sha256", sha256)
                .param("size", size)
                .param("type", type.mediaType())
                .param("name", name)
                .param("now", utc(now))
                .param("picture", type.isPicture())
                .update();
    }

    /// The hash of the row that was deleted, nothing when there was none.
    Optional<String> delete(FileId id) {
        return jdbc.sql("DELETE FROM files.file WHERE id = :id RETURNING sha256")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    boolean anyWith(String sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM files.file WHERE sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    List<StoredFile> find(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("SELECT " + COLUMNS + " FROM files.file WHERE id IN (:ids) ORDER BY stored_at, id")
                .param("ids", ids)
                .query(FileRows::stored)
                .list();
    }

    /// Takes the oldest file whose text nobody is reading, for as long as `lease`. A file whose reader vanished
    /// twice with its server is not tried again.
    Optional<StoredFile> claim(Instant now, Duration lease) {
        return jdbc.sql("""
                UPDATE files.file
                SET extraction_status = 'running', extraction_tries = extraction_tries + 1, extraction_until = :until
                WHERE id = (SELECT id FROM files.file
                            WHERE extraction_status = 'waiting'
                               OR (extraction_status = 'running' AND extraction_until < :now)
                            ORDER BY stored_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING\s""" + COLUMNS)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(FileRows::stored)
                .optional();
    }

    /// Fails the files whose readers vanished too often; returns their ids.
    List<FileId> giveUpOnAbandoned(Instant now, int tries) {
        return jdbc.sql("""
                UPDATE files.file SET extraction_status = 'failed'
                WHERE extraction_status = 'running' AND extraction_until < :now AND extraction_tries >= :tries
                RETURNING id""")
                .param("now", utc(now))
                .param("tries", tries)
                .query(FileRows::id)
                .list();
    }

    /// Writes down what came of the reading, also for the files with the same content whose turn has not come.
    /// Returns the ids of all of them.
    List<FileId> finish(FileId id, Extractor.Outcome outcome) {
        return jdbc.sql("""
                UPDATE files.file SET extraction_status = :status, extracted_text = :text, text_is_cut = :cut
                WHERE id = :id OR (extraction_status = 'waiting'
                                   AND sha256 = (SELECT sha256 FROM files.file WHERE id = :id))
                RETURNING id""")
                .param("id", id.value())
                .param("status", (outcome.read() ? ExtractionStatus.EXTRACTED : ExtractionStatus.FAILED).code())
                .param("text", outcome.read() ? outcome.text() : null)
                .param("cut", outcome.cut())
                .query(FileRows::id)
                .list();
    }

    private static FileId id(ResultSet row, int n) throws SQLException {
        return new FileId(row.getObject("id", UUID.class));
    }

    private static StoredFile stored(ResultSet row, int n) throws SQLException {
        return new StoredFile(
                id(row, n),
                row.getString("sha256"),
                row.getLong("size"),
                FileType.ofMediaType(row.getString("media_type")),
                row.getString("original_name"),
                ExtractionStatus.ofCode(row.getString("extraction_status")),
                row.getBoolean("text_is_cut"),
                row.getTimestamp("stored_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
