package org.throughline.inputs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.inputs.Draft.DraftFile;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.ResumeCode;

/// The rows of drafts and their files. Rules are in [InputDrafts].
@Component
class DraftRows {

    private static final String SELECT = """
            SELECT d.*, c.slug FROM inputs.draft d JOIN calls.call c ON c.id = d.call_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DraftRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Makes a draft unless there is one already that the same person fills for the same call (or to replace the
    /// same input).
    void insert(CallId call, UUID owner, @Nullable InputId replaces, int questionnaire, DraftContent content) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                INSERT INTO inputs.draft (id, call_id, owner, replaces, questionnaire_version, content, resume_code, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                .params(
                        Ids.next(),
                        call.value(),
                        owner,
                        replaces == null ? null : replaces.value(),
                        questionnaire,
                        Json.write(content),
                        ResumeCode.fresh(),
                        now,
                        now)
                .update();
    }

    Optional<Draft> find(DraftId id, UUID owner) {
        return one("WHERE d.id = ? AND d.owner = ?", id.value(), owner);
    }

    Optional<Draft> locked(DraftId id, UUID owner) {
        return one("WHERE d.id = ? AND d.owner = ? FOR UPDATE OF d", id.value(), owner);
    }

    Optional<Draft> unsent(CallId call, UUID owner) {
        return one(
                "WHERE d.call_id = ? AND d.owner = ? AND d.sent_input IS NULL AND d.replaces IS NULL",
                call.value(),
                owner);
    }

    Optional<Draft> replacing(InputId input, UUID owner) {
        return one("WHERE d.replaces = ? AND d.owner = ? AND d.sent_input IS NULL", input.value(), owner);
    }

    /// Whatever was to take the place of an input that is withdrawn by now.
    List<Draft> replacingWithdrawn(InputId input) {
        return list(
                "JOIN inputs.input w ON w.id = d.replaces AND w.withdrawn_at IS NOT NULL"
                        + " WHERE d.replaces = ? AND d.sent_input IS NULL",
                input.value());
    }

    Optional<Draft> byCode(String code, UUID owner) {
        return one("WHERE d.resume_code = ? AND d.owner = ?", code, owner);
    }

    List<Draft> unsentOf(UUID owner) {
        return list("WHERE d.owner = ? AND d.sent_input IS NULL ORDER BY d.updated_at DESC", owner);
    }

    /// Who keeps an unsent draft of a call.
    List<UUID> ownersOfUnsent(CallId call) {
        return jdbc.sql("SELECT DISTINCT owner FROM inputs.draft WHERE call_id = ? AND sent_input IS NULL")
                .param(call.value())
                .query(UUID.class)
                .list();
    }

    void update(DraftId id, DraftContent content) {
        jdbc.sql("UPDATE inputs.draft SET content = ?::jsonb, updated_at = ?, version = version + 1 WHERE id = ?")
                .params(Json.write(content), Timestamp.from(clock.instant()), id.value())
                .update();
    }

    /// Marks a draft as sent and empties it; false when it had been sent before.
    boolean sent(DraftId id, InputId input) {
        int changed = jdbc.sql("""
                UPDATE inputs.draft SET sent_input = ?, content = '{}', updated_at = ?, version = version + 1
                WHERE id = ? AND sent_input IS NULL""")
                .params(input.value(), Timestamp.from(clock.instant()), id.value())
                .update();
        jdbc.sql("DELETE FROM inputs.draft_file WHERE draft_id = ?")
                .param(id.value())
                .update();
        return changed == 1;
    }

    void delete(DraftId id) {
        jdbc.sql("DELETE FROM inputs.draft WHERE id = ?").param(id.value()).update();
    }

    void insertFile(DraftId id, DraftFile file) {
        jdbc.sql(
                        "INSERT INTO inputs.draft_file (id, draft_id, question, file_id, title, added_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        id.value(),
                        file.question(),
                        file.file(),
                        file.title(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    void deleteFile(UUID row) {
        jdbc.sql("DELETE FROM inputs.draft_file WHERE id = ?").param(row).update();
    }

    /// Whether a file belongs to an input that was sent, or to another draft.
    boolean isUsed(UUID file) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM inputs.attachment WHERE file_id = ?)
                    OR EXISTS (SELECT 1 FROM inputs.draft_file WHERE file_id = ?)""").params(file, file).query(Boolean.class).single();
    }

    private Optional<Draft> one(String condition, Object... values) {
        return list(condition, values).stream().findFirst();
    }

    private List<Draft> list(String condition, Object... values) {
        List<Draft> drafts = jdbc.sql(SELECT + condition)
                .params(values)
                .query(DraftRows::read)
                .list();
        if (drafts.isEmpty()) return drafts;
        Map<UUID, List<DraftFile>> files = new HashMap<>();
        jdbc.sql("SELECT * FROM inputs.draft_file WHERE draft_id = ANY (?) ORDER BY added_at, id")
                .param(drafts.stream().map(draft -> draft.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    files.computeIfAbsent(row.getObject("draft_id", UUID.class), key -> new java.util.ArrayList<>())
                            .add(new DraftFile(
                                    row.getObject("id", UUID.class),
                                    row.getString("question"),
                                    row.getObject("file_id", UUID.class),
                                    row.getString("title")));
                });
        return drafts.stream()
                .map(draft -> with(draft, files.getOrDefault(draft.id().value(), List.of())))
                .toList();
    }

    private static Draft with(Draft draft, List<DraftFile> files) {
        return new Draft(
                draft.id(),
                draft.call(),
                draft.slug(),
                draft.owner(),
                draft.replaces(),
                draft.questionnaireVersion(),
                draft.content(),
                draft.resumeCode(),
                draft.createdAt(),
                draft.updatedAt(),
                draft.sentInput(),
                draft.version(),
                files);
    }

    private static Draft read(ResultSet row, int n) throws SQLException {
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                new CallId(row.getObject("call_id", UUID.class)),
                row.getString("slug"),
                row.getObject("owner", UUID.class),
                input(row, "replaces"),
                row.getInt("questionnaire_version"),
                Json.read(row.getString("content"), DraftContent.class),
                row.getString("resume_code"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                input(row, "sent_input"),
                row.getInt("version"),
                List.of());
    }

    private static @Nullable InputId input(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new InputId(id);
    }
}
