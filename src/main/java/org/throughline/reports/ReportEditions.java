package org.throughline.reports;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;
import org.throughline.search.SearchEntry;
import org.throughline.search.SearchIndex;
import org.throughline.stocktaking.ProjectPublicityChanged;

/// Publishes editions that were made, as they were made; and sees to it that what leaves the register leaves the
/// pages of reports with the same commit.
@Service
public class ReportEditions {

    private final JdbcClient jdbc;
    private final EditionRows rows;
    private final EditionFiles files;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final PageStore pages;
    private final SearchIndex search;
    private final Clock clock;

    ReportEditions(
            JdbcClient jdbc,
            EditionRows rows,
            EditionFiles files,
            Ledger ledger,
            AuditTrail audit,
            PageStore pages,
            SearchIndex search,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.files = files;
        this.ledger = ledger;
        this.audit = audit;
        this.pages = pages;
        this.search = search;
        this.clock = clock;
    }

    public Optional<Edition> find(Report report, int number) {
        return of(report).stream().filter(edition -> edition.number() == number).findFirst();
    }

    /// The editions of a report that were not discarded, the newest first.
    public List<Edition> of(Report report) {
        return rows.of(report.id());
    }

    /// Makes an edition public and puts its fingerprint on record. Refused while it is being made, for one that
    /// holds no project, and for a zero draft whose time for comments is over before it began.
    @Transactional
    public void publish(Edition edition, Actor actor) {
        byte[] bound = jdbc.sql("""
                        SELECT hash FROM reports.edition
                        WHERE id = ? AND state = 'done' AND published_at IS NULL AND discarded_at IS NULL FOR UPDATE""")
                .param(edition.id())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new Refusal("report-not-made", 409, "reports.problem.not-made"));
        if (edition.projects() == 0) throw new Refusal("report-empty", 409, "reports.problem.empty");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (edition.commentsUntil() != null && !edition.commentsUntil().isAfter(now))
            throw new Refusal("report-comments-over", 409, "reports.problem.comments-over");
        EntryId entry = ledger.append(EntryKind.EDITION, subject(edition), Hash.of(bound), now);
        jdbc.sql("UPDATE reports.edition SET published_at = ?, ledger_entry = ?, version = version + 1 WHERE id = ?")
                .params(Timestamp.from(now), entry.value(), edition.id())
                .update();
        search.put(entry(edition, now));
        audit.record(actor, "report-published", subject(edition), Map.of("projects", edition.projects()));
        pages.changed(ReportTags.list(), ReportTags.report(edition.slug()));
    }

    public static String subject(Edition edition) {
        return subject(edition.slug(), edition.number());
    }

    public static String subject(String slug, int number) {
        return "reports/" + slug + "/editions/" + number;
    }

    // The secretariat's words only: what projects say is found in the register, as long as it is public.
    private static SearchEntry entry(Edition edition, Instant at) {
        Recipe recipe = edition.recipe();
        String language = recipe.title().languageFor(recipe.language());
        return SearchEntry.of(
                        "report",
                        edition.slug(),
                        "/reports/" + edition.slug(),
                        Languages.isKnown(language) ? language : Languages.DEFAULT,
                        recipe.title().textFor(recipe.language()),
                        recipe.words().introduction() + "\n" + recipe.words().conclusions())
                .at(at);
    }

    /// Throws an edition away that nobody has seen. Refused for one that is public or is being made.
    @Transactional
    public void discard(Edition edition, Actor actor) {
        if (edition.isRunning()) throw new Refusal("report-being-made", 409, "reports.problem.being-made");
        int changed = jdbc.sql("""
                UPDATE reports.edition SET discarded_at = ?, state = CASE state WHEN 'running' THEN 'failed' ELSE state END
                WHERE id = ? AND published_at IS NULL AND discarded_at IS NULL""")
                .params(Timestamp.from(clock.instant()), edition.id())
                .update();
        if (changed == 0) throw new Refusal("report-is-public", 409, "reports.problem.is-public");
        jdbc.sql("DELETE FROM reports.edition_project WHERE edition_id = ?")
                .param(edition.id())
                .update();
        files.forget(edition.id());
        audit.record(actor, "report-discarded", subject(edition), Map.of());
    }

    /// Gives readers more time for comments. Refuses to take time away.
    @Transactional
    public void extend(Edition edition, Instant until, Actor actor) {
        Instant before = edition.commentsUntil();
        if (before == null || !until.isAfter(before))
            throw new Refusal("report-comments-shorter", 422, "reports.problem.comments-shorter");
        jdbc.sql("UPDATE reports.edition SET comments_until = ?, version = version + 1 WHERE id = ?")
                .params(Timestamp.from(until), edition.id())
                .update();
        Map<String, Object> details = new HashMap<>();
        details.put("from", before.toString());
        details.put("to", until.toString());
        audit.record(actor, "report-comments-extended", subject(edition), details);
        pages.changed(ReportTags.list(), ReportTags.report(edition.slug()));
    }

    @EventListener
    void on(ProjectPublicityChanged event) {
        Long[] numbers = event.projects().stream()
                .map(ProjectPublicityChanged.Project::number)
                .toArray(Long[]::new);
        jdbc.sql("""
                SELECT DISTINCT r.slug FROM reports.report r
                WHERE EXISTS (SELECT FROM reports.edition e JOIN reports.edition_project x ON x.edition_id = e.id
                    WHERE e.report_id = r.id AND e.published_at IS NOT NULL AND x.number = ANY (?))""").param(numbers).query(String.class).list().forEach(slug -> pages.changed(ReportTags.report(slug)));
    }
}
