package org.throughline.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.stocktaking.ProjectRecord.State;

/// The secretariat's list of entries: what waits for it, what it asked about, declined or took out of sight.
@Service
public class ProjectDesk {

    static final String STANDS = "p.withdrawn_at IS NULL AND p.merged_into IS NULL ";
    private static final Map<State, String> STATES = new EnumMap<>(Map.of(
            State.WAITING,
            STANDS + """
                    AND p.declined_at IS NULL AND p.asked_back_at IS NULL AND p.consent_text
                    AND (p.revision IS DISTINCT FROM p.public_revision OR (p.published_at IS NULL AND p.note = ''))""",
            State.ASKED_BACK,
            STANDS + "AND p.declined_at IS NULL AND p.asked_back_at IS NOT NULL",
            State.DECLINED,
            STANDS + "AND p.declined_at IS NOT NULL",
            State.UNPUBLISHED,
            STANDS + """
                    AND p.declined_at IS NULL AND p.asked_back_at IS NULL AND p.published_at IS NULL
                    AND NOT (p.consent_text AND (p.revision IS DISTINCT FROM p.public_revision OR p.note = ''))"""));

    private final JdbcClient jdbc;
    private final ProjectRows rows;
    private final ModerationMails mails;

    ProjectDesk(JdbcClient jdbc, ProjectRows rows, ModerationMails mails) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.mails = mails;
    }

    /// What somebody at the desk wants to see.
    ///
    /// @param kind `new` for what never was public, `changed` for new states of what was; blank for both
    /// @param collection its slug; blank for all
    /// @param language of the entries; blank for all
    /// @param tag one of the secretariat's own marks; blank for all
    /// @param finding the word of a [Finding]; blank for all
    public record Filter(State state, String kind, String collection, String language, String tag, String finding) {
        public static Filter of(State state) {
            return new Filter(state, "", "", "", "", "");
        }

        public Filter with(State other) {
            return new Filter(other, kind, collection, language, tag, finding);
        }
    }

    /// Where a page of the list begins: after this one.
    public record After(Instant sentAt, long number) {}

    /// An entry on the list.
    ///
    /// @param fresh whether it never was public
    /// @param tags the secretariat's own marks
    /// @param deadLink whether an address it gives does not answer any more
    /// @param found what the checks found; absent where they have not read it yet
    public record Line(
            ProjectRecord project,
            String entityName,
            String summary,
            int completeness,
            boolean fresh,
            List<String> tags,
            boolean deadLink,
            ProjectFindings.@Nullable Found found) {}

    /// The states that have a list.
    public static List<State> states() {
        return List.of(State.WAITING, State.ASKED_BACK, State.DECLINED, State.UNPUBLISHED);
    }

    static String condition(State state) {
        return STATES.get(state);
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        return jdbc.sql("SELECT count(*) FROM stocktaking.project p " + joins(filter) + "WHERE " + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    /// What a list held at a moment.
    ///
    /// @param state another one as soon as anything on the list is another or was changed
    public record Listed(long count, String state) {}

    /// The whole list that a filter leaves, so that it can be told later whether it is still the same.
    @Transactional(readOnly = true)
    public Listed listed(Filter filter) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        return jdbc.sql("""
                SELECT count(*) AS count,
                       md5(coalesce(string_agg(p.number || ':' || p.version, ' ' ORDER BY p.number), '')) AS state
                FROM stocktaking.project p """ + " " + joins(filter) + "WHERE " + where)
                .params(values)
                .query(Listed.class)
                .single();
    }

    /// Oldest first.
    @Transactional(readOnly = true)
    public List<Line> lines(Filter filter, @Nullable After after, int limit) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        if (after != null) {
            where += " AND (p.sent_at, p.number) > (?, ?)";
            values.add(Timestamp.from(after.sentAt()));
            values.add(after.number());
        }
        values.add(limit);
        return jdbc.sql("SELECT " + ProjectRows.COLUMNS + """
                , r.entity_name, r.summary, r.completeness, p.first_published_at IS NULL AS fresh,
                ARRAY(SELECT t.tag FROM stocktaking.tag t WHERE t.project_id = p.id ORDER BY t.tag) AS tags,
                """ + Finding.DEAD_LINK.condition() + """
                 AS dead_link, f.other_language, cardinality(f.likely) AS likely, f.personal
                FROM stocktaking.project p
                LEFT JOIN stocktaking.finding f ON f.project_id = p.id AND f.revision = p.revision
                JOIN stocktaking.collection c ON c.id = p.collection_id
                JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.revision
                WHERE """ + " " + where
                        + " ORDER BY p.sent_at, p.number LIMIT ?")
                .params(values)
                .query(ProjectDesk::line)
                .list();
    }

    /// The entry that waits after this one; behind the last one, the first that waits.
    @Transactional(readOnly = true)
    public Optional<ProjectRecord> nextWaiting(ProjectRecord after) {
        Filter waiting = Filter.of(State.WAITING);
        List<Line> next = lines(waiting, new After(after.sentAt(), after.number()), 1);
        return (next.isEmpty() ? lines(waiting, null, 1) : next)
                .stream()
                        .map(Line::project)
                        .filter(one -> !one.id().equals(after.id()))
                        .findFirst();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                ProjectRows.record(row, n),
                row.getString("entity_name"),
                row.getString("summary"),
                row.getInt("completeness"),
                row.getBoolean("fresh"),
                PublishedProjects.texts(row, "tags"),
                row.getBoolean("dead_link"),
                row.getString("other_language") == null
                        ? null
                        : new ProjectFindings.Found(
                                row.getString("other_language"), row.getInt("likely"), row.getInt("personal")));
    }

    static String joins(Filter filter) {
        return (filter.collection().isEmpty() ? "" : "JOIN stocktaking.collection c ON c.id = p.collection_id ")
                + (filter.language().isEmpty() && filter.finding().isEmpty()
                        ? ""
                        : "JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.revision ");
    }

    static String where(Filter filter, List<Object> values) {
        var where = new StringBuilder(STATES.get(filter.state()));
        if (filter.kind().equals("new")) where.append(" AND p.first_published_at IS NULL");
        if (filter.kind().equals("changed")) where.append(" AND p.first_published_at IS NOT NULL");
        if (!filter.collection().isEmpty()) {
            where.append(" AND c.slug = ?");
            values.add(filter.collection());
        }
        if (!filter.language().isEmpty()) {
            where.append(" AND r.language = ?");
            values.add(filter.language());
        }
        Finding.of(filter.finding()).ifPresent(finding -> where.append(" AND ").append(finding.condition()));
        if (!filter.tag().isEmpty()) {
            where.append(" AND EXISTS (SELECT FROM stocktaking.tag t WHERE t.project_id = p.id AND t.tag = ?)");
            values.add(filter.tag());
        }
        return where.toString();
    }

    /// The marks that are in use, the most frequent first.
    @Transactional(readOnly = true)
    public List<String> tags() {
        return jdbc.sql("SELECT tag FROM stocktaking.tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 200")
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<String> tags(ProjectId project) {
        return jdbc.sql("SELECT tag FROM stocktaking.tag WHERE project_id = ? ORDER BY tag")
                .param(project.value())
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ProjectRecord> find(long number) {
        return rows.find(number);
    }

    @Transactional(readOnly = true)
    public Optional<ProjectRecord> find(ProjectId id) {
        return rows.find(id);
    }

    /// The addresses that a mail about this entry goes to.
    @Transactional(readOnly = true)
    public List<String> told(ProjectRecord project) {
        return mails.recipients(project).stream()
                .map(one -> one.address().value())
                .toList();
    }
}
