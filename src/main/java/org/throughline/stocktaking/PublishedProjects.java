package org.throughline.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.platform.Json;
import org.throughline.platform.Published;

/// Entries as the public sees them, read through the public's own door and nothing else.
@Service
public class PublishedProjects {

    private static final int CHUNK = 500;
    private static final String COLUMNS = """
            number, collection, title, summary, language, activity_type, status, coverage, starts_on, ends_on, ongoing,
            action_lines, sdgs, gdc, countries, regions, beneficiaries, entity_name, entity_type, entity_country, website,
            answers, form_version, version, completeness, quotable, translatable, received_at, published_at, updated_at,
            confirmed_at, closed_at""";
    private static final String LINE = """
            SELECT number, collection, title, left(summary, 600) AS summary, language, activity_type, status, starts_on, ends_on,
                   ongoing, action_lines, sdgs, countries, entity_name, entity_type, completeness, published_at, updated_at,
                   confirmed_at, closed_at
            FROM stocktaking.published_project WHERE number = ANY (?)""";
    private static final String WHOLE = "SELECT " + COLUMNS + " FROM stocktaking.published_project WHERE ";

    private final Published published;

    PublishedProjects(Published published) {
        this.published = published;
    }

    public Optional<PublishedProject> find(long number) {
        return published
                .sql(WHOLE + "number = ?")
                .param(number)
                .query(PublishedProjects::project)
                .optional();
    }

    /// An entry with all that its page shows of it.
    ///
    /// @param contributors besides whom it names itself, those who came first being first
    /// @param broken links of it that are dead
    /// @param translations what its source says in other languages
    public record Shown(
            PublishedProject project,
            List<PublishedAttachment> attachments,
            List<Contributor> contributors,
            List<Broken> broken,
            List<Translation> translations) {}

    /// What the source of an entry says of it in another language than the entry's own; what it leaves out is empty.
    public record Translation(String language, String title, String description, String goals) {}

    /// The same in one question.
    public Optional<Shown> shown(long number) {
        return published
                .sql("SELECT " + COLUMNS + """
                , (SELECT jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'file', a.file_id, 'title', a.title,
                                                       'alternative', a.alternative) ORDER BY a.position)
                   FROM stocktaking.published_attachment a WHERE a.number = p.number) AS attached
                , (SELECT jsonb_agg(jsonb_build_object('fromNumber', c.from_number, 'entityName', c.entity_name,
                                                       'entityType', c.entity_type, 'entityCountry', c.entity_country)
                                    ORDER BY c.at, c.from_number)
                   FROM stocktaking.published_contributor c WHERE c.number = p.number) AS contributors
                , (SELECT jsonb_agg(jsonb_build_object('url', l.url, 'checkedAt', l.checked_at, 'workedAt', l.worked_at)
                                    ORDER BY l.url)
                   FROM stocktaking.published_link l WHERE l.number = p.number AND l.dead_since IS NOT NULL) AS broken
                , (SELECT jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title,
                                                       'description', t.description, 'goals', t.goals)
                                    ORDER BY t.language)
                   FROM stocktaking.published_translation t
                   WHERE t.number = p.number AND t.version = p.version) AS translations
                FROM stocktaking.published_project p WHERE number = ?""")
                .param(number)
                .query((row, n) -> new Shown(
                        project(row, n),
                        all(row, "attached", PublishedAttachment[].class),
                        all(row, "contributors", Contributor[].class),
                        all(row, "broken", Broken[].class),
                        all(row, "translations", Translation[].class)))
                .optional();
    }

    private static <T> List<T> all(ResultSet row, String column, Class<T[]> type) throws SQLException {
        String json = row.getString(column);
        return json == null ? List.of() : List.of(Json.read(json, type));
    }

    /// What the sources of these entries say in other languages, each in the version that is given for it.
    public Map<Long, List<Translation>> translations(List<Long> numbers, List<Integer> versions) {
        Map<Long, List<Translation>> found = new HashMap<>();
        published
                .sql("""
                SELECT t.number, t.language, t.title, t.description, t.goals
                FROM unnest(?::bigint[], ?::int[]) AS wanted (number, version)
                JOIN stocktaking.published_translation t ON t.number = wanted.number AND t.version = wanted.version
                ORDER BY t.number, t.language""")
                .params(numbers.toArray(Long[]::new), versions.toArray(Integer[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("number"), any -> new ArrayList<>())
                            .add(new Translation(
                                    row.getString("language"),
                                    row.getString("title"),
                                    row.getString("description"),
                                    row.getString("goals")));
                });
        return found;
    }

    public List<Translation> translations(PublishedProject project) {
        return translations(List.of(project.number()), List.of(project.version()))
                .getOrDefault(project.number(), List.of());
    }

    /// Those of these numbers that are public, in the order given.
    public List<PublishedProject> whole(List<Long> numbers) {
        if (numbers.isEmpty()) return List.of();
        Map<Long, PublishedProject> found = new HashMap<>();
        published
                .sql(WHOLE + "number = ANY (?)")
                .param(numbers.toArray(Long[]::new))
                .query(PublishedProjects::project)
                .list()
                .forEach(one -> found.put(one.number(), one));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /// The same as lists show them: the first part of the short description, and no answers.
    public List<ProjectLine> lines(List<Long> numbers) {
        if (numbers.isEmpty()) return List.of();
        Map<Long, ProjectLine> found = new HashMap<>();
        published
                .sql(LINE)
                .param(numbers.toArray(Long[]::new))
                .query(PublishedProjects::line)
                .list()
                .forEach(one -> found.put(one.number(), one));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /// The same however many there are, a few hundred at a time.
    public void each(List<Long> numbers, Consumer<PublishedProject> each) {
        inParts(numbers, this::whole, part -> part.forEach(each));
    }

    /// Reads entries a few hundred at a time, the next ones while the last ones are used, so that neither the
    /// database nor who takes them waits for the other.
    public <T> void inParts(List<Long> numbers, Function<List<Long>, T> read, Consumer<T> use) {
        CompletableFuture<T> next = null;
        for (int from = 0; from < numbers.size() || next != null; from += CHUNK) {
            CompletableFuture<T> now = next;
            List<Long> part = numbers.subList(Math.min(from, numbers.size()), Math.min(numbers.size(), from + CHUNK));
            next = part.isEmpty()
                    ? null
                    : CompletableFuture.supplyAsync(() -> read.apply(part), Thread::startVirtualThread);
            if (now != null) use.accept(now.join());
        }
    }

    /// What is left of an entry that was public once.
    public Optional<ProjectTombstone> tombstone(long number) {
        return published
                .sql(
                        "SELECT number, collection, kind, at, merged_into FROM stocktaking.published_tombstone WHERE number = ?")
                .param(number)
                .query((row, n) -> new ProjectTombstone(
                        row.getLong("number"),
                        row.getString("collection"),
                        row.getString("kind"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("merged_into", Long.class)))
                .optional();
    }

    /// Whose entry became part of another one, where they may be named.
    public record Contributor(long fromNumber, String entityName, String entityType, String entityCountry) {}

    /// A link of an entry that readers are told about.
    ///
    /// @param workedAt when it answered last
    public record Broken(
            String url, Instant checkedAt, @Nullable Instant workedAt) {}

    /// A picture or a document of an entry.
    public record PublishedAttachment(UUID id, String kind, UUID file, String title, String alternative) {}

    public List<PublishedAttachment> attachments(long number) {
        return attachments(List.of(number)).getOrDefault(number, List.of());
    }

    /// Those of each of these entries.
    public Map<Long, List<PublishedAttachment>> attachments(List<Long> numbers) {
        Map<Long, List<PublishedAttachment>> found = new HashMap<>();
        published.sql("""
                SELECT number, id, kind, file_id, title, alternative FROM stocktaking.published_attachment
                WHERE number = ANY (?) ORDER BY number, position""").param(numbers.toArray(Long[]::new)).query(row -> {
            found.computeIfAbsent(row.getLong("number"), any -> new ArrayList<>())
                    .add(new PublishedAttachment(
                            row.getObject("id", UUID.class),
                            row.getString("kind"),
                            row.getObject("file_id", UUID.class),
                            row.getString("title"),
                            row.getString("alternative")));
        });
        return found;
    }

    /// A file by an address it had in an earlier public state of its entry.
    ///
    /// @param now what identifies it today; absent where the entry does not have it any more
    public record FormerAttachment(@Nullable UUID now) {}

    /// Nothing for what was never the address of a file of this entry, and of an entry that is not public.
    public Optional<FormerAttachment> formerAttachment(long number, UUID id) {
        return published
                .sql("SELECT now FROM stocktaking.published_former_attachment WHERE number = ? AND id = ?")
                .params(number, id)
                .query((row, n) -> new FormerAttachment(row.getObject("now", UUID.class)))
                .optional();
    }

    private static ProjectLine line(ResultSet row, int n) throws SQLException {
        return new ProjectLine(
                row.getLong("number"),
                row.getString("collection"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("language"),
                row.getString("activity_type"),
                row.getString("status"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("ongoing"),
                texts(row, "action_lines"),
                texts(row, "sdgs"),
                texts(row, "countries"),
                row.getString("entity_name"),
                row.getString("entity_type"),
                row.getInt("completeness"),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getTimestamp("confirmed_at").toInstant(),
                ProjectRows.instant(row, "closed_at"));
    }

    private static PublishedProject project(ResultSet row, int n) throws SQLException {
        return new PublishedProject(
                row.getLong("number"),
                row.getString("collection"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("language"),
                row.getString("activity_type"),
                row.getString("status"),
                row.getString("coverage"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("ongoing"),
                texts(row, "action_lines"),
                texts(row, "sdgs"),
                texts(row, "gdc"),
                texts(row, "countries"),
                texts(row, "regions"),
                texts(row, "beneficiaries"),
                row.getString("entity_name"),
                row.getString("entity_type"),
                row.getString("entity_country"),
                row.getString("website"),
                Json.tree(row.getString("answers")),
                row.getInt("form_version"),
                row.getInt("version"),
                row.getInt("completeness"),
                row.getBoolean("quotable"),
                row.getBoolean("translatable"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getTimestamp("confirmed_at").toInstant(),
                ProjectRows.instant(row, "closed_at"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
