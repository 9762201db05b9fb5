package org.throughline.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.ResumeCode;
import org.throughline.stocktaking.NewProject.AttachmentKind;
import org.throughline.stocktaking.ProjectDraft.DraftFile;

/// The rows of drafts and their files. Rules are in [ProjectDrafts].
@Component
class ProjectDraftRows {

    private static final String SELECT = """
            SELECT d.*, c.slug FROM stocktaking.draft d JOIN stocktaking.collection c ON c.id = d.collection_id
            WHERE """ + " ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ProjectDraftRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ProjectDraftId insert(
            UUID collection,
            UUID owner,
            @Nullable ProjectId project,
            @Nullable Integer seen,
            ProjectDraftContent content) {
        ProjectDraftId id = new ProjectDraftId(Ids.next());
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                INSERT INTO stocktaking.draft (id, collection_id, owner, project_id, project_seen, content, resume_code, created_at,
                    updated_at, version)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 1) ON CONFLICT DO NOTHING""")
                .params(
                        id.value(),
                        collection,
                        owner,
                        project == null ? null : project.value(),
                        seen,
                        Json.write(content),
                        ResumeCode.fresh(),
                        now,
                        now)
                .update();
        return id;
    }

    Optional<ProjectDraft> find(ProjectDraftId id, UUID owner) {
        return one("d.id = ? AND d.owner = ?", id.value(), owner);
    }

    Optional<ProjectDraft> locked(ProjectDraftId id, UUID owner) {
        return one("d.id = ? AND d.owner = ? FOR UPDATE OF d", id.value(), owner);
    }

    Optional<ProjectDraft> changing(ProjectId project, UUID owner) {
        return one("d.project_id = ? AND d.owner = ? AND d.sent_project IS NULL", project.value(), owner);
    }

    Optional<ProjectDraft> byCode(String code, UUID owner) {
        return one("d.resume_code = ? AND d.owner = ?", code, owner);
    }

    List<ProjectDraft> unsentOf(UUID owner) {
        return list("d.owner = ? AND d.sent_project IS NULL ORDER BY d.updated_at DESC LIMIT 200", owner);
    }

    void update(ProjectDraftId id, ProjectDraftContent content) {
        jdbc.sql("UPDATE stocktaking.draft SET content = ?::jsonb, updated_at = ?, version = version + 1 WHERE id = ?")
                .params(Json.write(content), Timestamp.from(clock.instant()), id.value())
                .update();
    }

    void seen(ProjectDraftId id, int revision) {
        jdbc.sql("UPDATE stocktaking.draft SET project_seen = ?, version = version + 1 WHERE id = ?")
                .params(revision, id.value())
                .update();
    }

    /// Marks a draft as sent and empties it; false when it had been sent before.
    boolean sent(ProjectDraftId id, ProjectId project) {
        int changed = jdbc.sql("""
                UPDATE stocktaking.draft SET sent_project = ?, content = '{"declared": false}', updated_at = ?, version = version + 1
                WHERE id = ? AND sent_project IS NULL""")
                .params(project.value(), Timestamp.from(clock.instant()), id.value())
                .update();
        jdbc.sql("DELETE FROM stocktaking.draft_file WHERE draft_id = ?")
                .param(id.value())
                .update();
        return changed == 1;
    }

    void delete(ProjectDraftId id) {
        jdbc.sql("DELETE FROM stocktaking.draft WHERE id = ?").param(id.value()).update();
    }

    void insertFile(ProjectDraftId id, DraftFile file) {
        jdbc.sql("""
                INSERT INTO stocktaking.draft_file (id, draft_id, kind, file_id, title, alternative, added_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        file.id(),
                        id.value(),
                        file.kind().word(),
                        file.file(),
                        file.title(),
                        file.alternative(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    void describeFile(UUID row, String title, String alternative) {
        jdbc.sql("UPDATE stocktaking.draft_file SET title = ?, alternative = ? WHERE id = ?")
                .params(title, alternative, row)
                .update();
    }

    void deleteFile(UUID row) {
        jdbc.sql("DELETE FROM stocktaking.draft_file WHERE id = ?").param(row).update();
    }

    /// Whether a file belongs to an entry that was sent, or to another draft.
    boolean isUsed(UUID file) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM stocktaking.attachment WHERE file_id = ?)
                    OR EXISTS (SELECT 1 FROM stocktaking.draft_file WHERE file_id = ?)""").params(file, file).query(Boolean.class).single();
    }

    private Optional<ProjectDraft> one(String condition, Object... values) {
        return list(condition, values).stream().findFirst();
    }

    private List<ProjectDraft> list(String condition, Object... values) {
        Map<UUID, List<DraftFile>> files = new HashMap<>();
        List<ProjectDraft> drafts = jdbc.sql(SELECT + condition)
                .params(values)
                .query((row, n) -> read(row, files))
                .list();
        if (drafts.isEmpty()) return drafts;
        jdbc.sql("SELECT * FROM stocktaking.draft_file WHERE draft_id = ANY (?) ORDER BY added_at, id")
                .param(drafts.stream().map(draft -> draft.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    files.get(row.getObject("draft_id", UUID.class))
                            .add(new DraftFile(
                                    row.getObject("id", UUID.class),
                                    AttachmentKind.of(row.getString("kind")),
                                    row.getObject("file_id", UUID.class),
                                    row.getString("title"),
                                    row.getString("alternative")));
                });
        return drafts;
    }

    private static ProjectDraft read(ResultSet row, Map<UUID, List<DraftFile>> files) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ProjectDraft(
                new ProjectDraftId(id),
                row.getString("slug"),
                row.getObject("owner", UUID.class),
                project(row, "project_id"),
                row.getObject("project_seen", Integer.class),
                Json.read(row.getString("content"), ProjectDraftContent.class),
                row.getString("resume_code"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                project(row, "sent_project"),
                row.getInt("version"),
                files.computeIfAbsent(id, key -> new ArrayList<>()));
    }

    private static @Nullable ProjectId project(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new ProjectId(id);
    }
}
