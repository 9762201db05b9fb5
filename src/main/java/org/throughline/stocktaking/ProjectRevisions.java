package org.throughline.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.Json;
import org.throughline.stocktaking.NewProject.Attached;
import org.throughline.stocktaking.NewProject.AttachmentKind;
import tools.jackson.databind.JsonNode;

/// Every state an entry was sent in, whoever may see it.
@Service
public class ProjectRevisions {

    private static final String WHOLE = """
            SELECT number, received_at, person, form_version, language, answers, private_answers, title, summary, entity_name,
                   completeness, first_public_at
            FROM stocktaking.revision WHERE project_id = ?""";

    private final JdbcClient jdbc;

    ProjectRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<ProjectRevision> find(ProjectId project, int number) {
        return jdbc.sql(WHOLE + " AND number = ?")
                .params(project.value(), number)
                .query(ProjectRevisions::revision)
                .optional();
    }

    /// All of them, newest first.
    @Transactional(readOnly = true)
    public List<ProjectRevision> all(ProjectId project) {
        return jdbc.sql(WHOLE + " ORDER BY number DESC")
                .param(project.value())
                .query(ProjectRevisions::revision)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Attached> attachments(ProjectId project, int revision) {
        return jdbc.sql("""
                SELECT kind, file_id, title, alternative FROM stocktaking.attachment
                WHERE project_id = ? AND revision = ? ORDER BY position""")
                .params(project.value(), revision)
                .query((row, n) -> new Attached(
                        AttachmentKind.of(row.getString("kind")),
                        row.getObject("file_id", UUID.class),
                        row.getString("title"),
                        row.getString("alternative")))
                .list();
    }

    /// A state as if it were sent anew: what a change begins with.
    @Transactional(readOnly = true)
    public NewProject content(ProjectRecord project, int number) {
        ProjectRevision revision = find(project.id(), number).orElseThrow();
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        revision.answers().properties().forEach(one -> answers.put(one.getKey(), one.getValue()));
        revision.hidden().properties().forEach(one -> answers.put(one.getKey(), one.getValue()));
        return new NewProject(
                revision.language(), answers, project.consent(), new ArrayList<>(attachments(project.id(), number)));
    }

    private static ProjectRevision revision(ResultSet row, int n) throws SQLException {
        return new ProjectRevision(
                row.getInt("number"),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("person", UUID.class),
                row.getInt("form_version"),
                row.getString("language"),
                Json.tree(row.getString("answers")),
                Json.tree(row.getString("private_answers")),
                row.getString("title"),
                row.getString("summary"),
                row.getString("entity_name"),
                row.getInt("completeness"),
                ProjectRows.instant(row, "first_public_at"));
    }
}
