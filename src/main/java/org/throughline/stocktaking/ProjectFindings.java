package org.throughline.stocktaking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what was found in the entries that are on the desk, so that its lists can be filtered by it. [DeskReader]
/// reads them, a little after they come in.
@Service
public class ProjectFindings {

    private static final String UNREAD = ProjectDesk.states().stream()
            .map(state -> """
                    (SELECT p.id FROM stocktaking.project p
                    LEFT JOIN stocktaking.finding f ON f.project_id = p.id AND f.revision = p.revision
                    WHERE f.project_id IS NULL AND %s LIMIT :limit)""".formatted(ProjectDesk.condition(state)))
            .collect(Collectors.joining("\nUNION ALL\n"));

    private final JdbcClient jdbc;
    private final ProjectRows rows;
    private final ProjectRevisions revisions;
    private final ProjectCollections collections;
    private final EntryReading reading;

    ProjectFindings(
            JdbcClient jdbc,
            ProjectRows rows,
            ProjectRevisions revisions,
            ProjectCollections collections,
            EntryReading reading) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.revisions = revisions;
        this.collections = collections;
        this.reading = reading;
    }

    /// What was found in one state of an entry.
    ///
    /// @param otherLanguage its code, or empty
    /// @param likely how many entries are likely the same project
    /// @param personal how many fields may hold data about a person
    public record Found(String otherLanguage, int likely, int personal) {}

    /// How many entries on the desk were not read yet, at most `limit` of them counted for each list.
    @Transactional(readOnly = true)
    public long unread(int limit) {
        return jdbc.sql("SELECT count(*) FROM (" + UNREAD + ") u")
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    /// Reads some that were not read yet; false when none is left.
    @Transactional
    public boolean read(int limit) {
        // One reader at a time, on all nodes: each writes into what others found.
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('stocktaking.finding'))")
                .query((row, n) -> "")
                .single();
        List<ProjectId> unread = jdbc.sql(UNREAD).param("limit", limit).query(UUID.class).list().stream()
                .distinct()
                .limit(limit)
                .map(ProjectId::new)
                .toList();
        for (ProjectId id : unread) rows.find(id).ifPresent(this::read);
        return !unread.isEmpty();
    }

    private void read(ProjectRecord project) {
        ProjectRevision revision =
                revisions.find(project.id(), project.revision()).orElseThrow();
        ProjectForm form =
                collections.form(collections.find(project.collection()).orElseThrow(), revision.formVersion());
        EntryReading.Read read = reading.read(project, revision, form);
        List<Long> likely =
                read.likely().stream().map(Duplicates.Likely::number).toList();
        jdbc.sql("""
                INSERT INTO stocktaking.finding (project_id, revision, other_language, likely, personal)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (project_id) DO UPDATE SET revision = excluded.revision,
                    other_language = excluded.other_language, likely = excluded.likely, personal = excluded.personal""")
                .params(
                        project.id().value(),
                        project.revision(),
                        read.otherLanguage() == null ? "" : read.otherLanguage(),
                        likely.toArray(Long[]::new),
                        read.personal().size())
                .update();
        // Those that came first were read when this one was not there.
        if (!likely.isEmpty())
            jdbc.sql("""
                    UPDATE stocktaking.finding f SET likely = array_append(f.likely, ?)
                    FROM stocktaking.project p WHERE p.id = f.project_id AND p.number = ANY (?) AND ? <> ALL (f.likely)""")
                    .params(project.number(), likely.toArray(Long[]::new), project.number())
                    .update();
    }

    // Whatever was taken for the same as one of these is compared anew: it may be merged, or withdrawn.
    @EventListener
    void on(ProjectPublicityChanged event) {
        Collection<Long> numbers = new ArrayList<>();
        event.projects().forEach(one -> numbers.add(one.number()));
        jdbc.sql("DELETE FROM stocktaking.finding WHERE likely && ?")
                .param(numbers.toArray(Long[]::new))
                .update();
    }
}
