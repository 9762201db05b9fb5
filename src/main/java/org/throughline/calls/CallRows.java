package org.throughline.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.calls.Call.Extension;
import org.throughline.calls.Call.Mandate;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;

/// How rows of calls, extensions and questionnaires are read, for the secretariat's tables and the public's views
/// alike.
final class CallRows {

    static final String COLUMNS = "id, slug, review_id, title, purpose, body, mandate_instrument, mandate_paragraph,"
            + " mandate_url, opens_at, first_closes_at, closes_at, published_at, closed_at";

    private CallRows() {}

    static List<Extension> extensions(JdbcClient jdbc, String table, CallId id) {
        return jdbc.sql("SELECT decided_at, old_end, new_end, reason FROM " + table
                        + " WHERE call_id = ? ORDER BY decided_at")
                .param(id.value())
                .query((row, n) -> extension(row))
                .list();
    }

    static Extension extension(ResultSet row) throws SQLException {
        return new Extension(
                row.getTimestamp("decided_at").toInstant(),
                row.getTimestamp("old_end").toInstant(),
                row.getTimestamp("new_end").toInstant(),
                Json.read(row.getString("reason"), LocalizedText.class));
    }

    static Questionnaire questionnaire(String json) {
        return Json.read(json, Questionnaire.class);
    }

    static Call withExtensions(Call call, List<Extension> extensions) {
        return new Call(
                call.id(),
                call.slug(),
                call.reviewId(),
                call.title(),
                call.purpose(),
                call.body(),
                call.mandate(),
                call.opensAt(),
                call.firstClosesAt(),
                call.closesAt(),
                call.publishedAt(),
                call.closedAt(),
                call.version(),
                extensions);
    }

    static Call read(ResultSet row, int version, List<Extension> extensions) throws SQLException {
        return new Call(
                new CallId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getObject("review_id", UUID.class),
                Json.read(row.getString("title"), LocalizedText.class),
                Json.read(row.getString("purpose"), LocalizedText.class),
                Json.read(row.getString("body"), LocalizedText.class),
                new Mandate(
                        row.getString("mandate_instrument"),
                        row.getString("mandate_paragraph"),
                        row.getString("mandate_url")),
                row.getTimestamp("opens_at").toInstant(),
                row.getTimestamp("first_closes_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(),
                instant(row.getTimestamp("published_at")),
                instant(row.getTimestamp("closed_at")),
                version,
                extensions);
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
