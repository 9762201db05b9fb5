package org.throughline.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.ledger.Hash;
import org.throughline.platform.Json;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;
import org.throughline.reports.PublishedReport.Line;
import tools.jackson.core.type.TypeReference;

/// Editions of reports, read through the public's own door; before they are published, by the secretariat's.
@Service
public class PublishedReports {

    private static final int CHUNK = 1_000;
    private static final String COLUMNS = """
            id, slug, number, stage, newest, recipe_version, recipe, comments_until, frozen_at, projects, register, figures,
            claims, digests, entries_hash, hash, published_at""";
    private static final String LINE = "SELECT number, version, hash, data, whole, gone, merged_into FROM ";

    private final Published published;
    private final JdbcClient jdbc;
    private final PageStore pages;

    PublishedReports(Published published, JdbcClient jdbc, PageStore pages) {
        this.published = published;
        this.jdbc = jdbc;
        this.pages = pages;
    }

    /// The newest edition of each report, the last published first.
    public List<PublishedReport> all() {
        return published
                .sql("SELECT " + COLUMNS
                        + " FROM reports.published_edition WHERE newest ORDER BY published_at DESC, slug")
                .query((row, n) -> report(row, 0))
                .list();
    }

    /// Every edition of a report, the newest first.
    public List<PublishedReport> editions(String slug) {
        return published
                .sql("SELECT " + COLUMNS + " FROM reports.published_edition WHERE slug = ? ORDER BY number DESC")
                .param(slug)
                .query((row, n) -> report(row, 0))
                .list();
    }

    /// An edition by its number; the newest where none is given.
    public Optional<PublishedReport> find(String slug, @Nullable Integer number) {
        return published
                .sql("SELECT " + COLUMNS + " FROM reports.published_edition WHERE slug = ? AND "
                        + (number == null ? "newest" : "number = ?"))
                .params(number == null ? List.of(slug) : List.of(slug, number))
                .query((row, n) -> report(row, gone(row.getObject("id", UUID.class), slug)))
                .optional();
    }

    /// An edition whose data are frozen, as its readers would see it.
    public PublishedReport preview(UUID edition) {
        return jdbc.sql("""
                SELECT e.id, r.slug, e.number, e.stage, true AS newest, e.recipe_version, k.recipe, e.comments_until, e.frozen_at,
                       e.projects, e.register, e.figures, e.claims, e.digests, e.entries_hash, e.hash, e.published_at
                FROM reports.edition e JOIN reports.report r ON r.id = e.report_id
                JOIN reports.recipe k ON k.report_id = e.report_id AND k.version = e.recipe_version
                WHERE e.id = ? AND e.frozen_at IS NOT NULL AND e.discarded_at IS NULL""")
                .param(edition)
                .query((row, n) -> report(row, gone(edition, true)))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    // Every entry is looked at for it, so it is counted once and then when something leaves the register.
    private int gone(UUID edition, String slug) {
        return pages.remember("report-gone:" + edition, Set.of(ReportTags.report(slug)), () -> gone(edition, false));
    }

    private int gone(UUID edition, boolean preview) {
        return door("SELECT count(*) FROM " + view(preview) + " WHERE edition_id = ? AND gone IS NOT NULL", preview)
                .param(edition)
                .query(Integer.class)
                .single();
    }

    /// What tells a file that was made before some entry went, or took words back, from one made after.
    public String state(PublishedReport report) {
        return report.isPreview()
                ? stateNow(report)
                : pages.remember(
                        "report-state:" + report.edition(),
                        Set.of(ReportTags.report(report.slug())),
                        () -> stateNow(report));
    }

    /// The same, looked at anew.
    public String stateNow(PublishedReport report) {
        return door(
                        "SELECT coalesce(md5(string_agg(number || ' ' || coalesce(gone, '') || ' ' || coalesce(data::text, ''), "
                                + "E'\\n' ORDER BY number)), 'whole') FROM "
                                + view(report.isPreview()) + " WHERE edition_id = ? AND NOT whole",
                        report.isPreview())
                .param(report.edition())
                .query(String.class)
                .single();
    }

    /// Those of these entries that the edition has, in the order given.
    public List<Line> lines(PublishedReport report, Collection<Long> numbers) {
        Map<Long, Line> found = new java.util.HashMap<>();
        door(LINE + view(report.isPreview()) + " WHERE edition_id = ? AND number = ANY (?)", report.isPreview())
                .params(report.edition(), numbers.toArray(Long[]::new))
                .query(PublishedReports::line)
                .list()
                .forEach(line -> found.put(line.number(), line));
        return numbers.stream()
                .map(found::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /// A page of all entries, by number.
    public List<Line> lines(PublishedReport report, int offset, int size) {
        return door(
                        LINE + view(report.isPreview()) + " WHERE edition_id = ? ORDER BY number OFFSET ? LIMIT ?",
                        report.isPreview())
                .params(report.edition(), offset, size)
                .query(PublishedReports::line)
                .list();
    }

    /// All entries by number, however many there are.
    public void each(PublishedReport report, Consumer<Line> each) {
        long after = 0;
        List<Line> some = new ArrayList<>();
        do {
            some = door(
                            LINE + view(report.isPreview())
                                    + " WHERE edition_id = ? AND number > ? ORDER BY number LIMIT ?",
                            report.isPreview())
                    .params(report.edition(), after, CHUNK)
                    .query(PublishedReports::line)
                    .list();
            some.forEach(each);
            if (!some.isEmpty()) after = some.getLast().number();
        } while (some.size() == CHUNK);
    }

    private JdbcClient.StatementSpec door(String sql, boolean preview) {
        return preview ? jdbc.sql(sql) : published.sql(sql);
    }

    private static String view(boolean preview) {
        return preview ? "reports.edition_line" : "reports.published_line";
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        String data = row.getString("data");
        String gone = row.getString("gone");
        return new Line(
                row.getLong("number"),
                row.getInt("version"),
                Hash.of(row.getBytes("hash")),
                Optional.ofNullable(data).map(Entry::read),
                row.getBoolean("whole"),
                gone == null ? "" : gone,
                row.getObject("merged_into", Long.class));
    }

    private static PublishedReport report(ResultSet row, int gone) throws SQLException {
        return new PublishedReport(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getInt("number"),
                Stage.of(row.getString("stage")),
                row.getBoolean("newest"),
                row.getInt("recipe_version"),
                Json.read(row.getString("recipe"), Recipe.class),
                EditionRows.instant(row, "comments_until"),
                row.getTimestamp("frozen_at").toInstant(),
                row.getInt("projects"),
                row.getInt("register"),
                gone,
                Json.read(row.getString("figures"), new TypeReference<List<FigureData>>() {}),
                Json.read(row.getString("claims"), ClaimTotals.class),
                Json.read(row.getString("digests"), new TypeReference<Map<String, List<Long>>>() {}),
                Hash.of(row.getBytes("entries_hash")),
                Hash.of(row.getBytes("hash")),
                EditionRows.instant(row, "published_at"));
    }
}
