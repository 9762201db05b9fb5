package org.throughline.reports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// What readers say about zero drafts: taken while the draft asks for it, from anybody; shown once somebody of the
/// secretariat has read it. Nothing of it is ever changed, only shown or not.
@Service
public class ReportComments {

    public static final int LONGEST = 5_000;

    /// So many from one machine in an hour; a whole conference may sit behind one.
    private static final int PER_HOUR = 60;

    private static final int MOST_WAITING = 5_000;

    private final JdbcClient jdbc;
    private final Published published;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;
    private final Cache<String, AtomicInteger> senders = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    ReportComments(JdbcClient jdbc, Published published, AuditTrail audit, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.published = published;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// A comment as it is sent, checked by the page it was typed into.
    public record Sent(
            @Nullable Integer paragraph,
            String text,
            String language,
            String name,
            String organisation,
            String email,
            boolean nameShown) {}

    /// Takes a comment in and says its number. Refused when the time is over, and from a machine that sends more
    /// than people type.
    @Transactional
    public int receive(PublishedReport report, Sent sent, String machine) {
        Instant now = clock.instant();
        Instant until = jdbc.sql(
                        "SELECT comments_until FROM reports.edition WHERE id = ? AND published_at IS NOT NULL FOR UPDATE")
                .param(report.edition())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElseThrow(ReportComments::over);
        if (!now.isBefore(until)) throw over();
        if (senders.get(machine, who -> new AtomicInteger()).incrementAndGet() > PER_HOUR
                || waiting(report) >= MOST_WAITING) throw Refusal.tooMany().after(Duration.ofHours(1));
        return jdbc.sql("""
                INSERT INTO reports.comment (id, edition_id, number, paragraph, text, language, name, organisation, email, name_shown,
                    received_at)
                VALUES (:id, :edition, (SELECT coalesce(max(number), 0) + 1 FROM reports.comment WHERE edition_id = :edition),
                    :paragraph, :text, :language, :name, :organisation, :email, :shown, :now) RETURNING number""")
                .param("id", Ids.next())
                .param("edition", report.edition())
                .param("paragraph", sent.paragraph())
                .param("text", sent.text())
                .param("language", sent.language())
                .param("name", sent.name())
                .param("organisation", sent.organisation())
                .param("email", sent.email())
                .param("shown", sent.nameShown())
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    private static Refusal over() {
        return new Refusal("report-comments-closed", 409, "reports.problem.comments-closed");
    }

    private long waiting(PublishedReport report) {
        return jdbc.sql(
                        "SELECT count(*) FROM reports.comment WHERE edition_id = ? AND shown_at IS NULL AND declined_at IS NULL")
                .param(report.edition())
                .query(Long.class)
                .single();
    }

    /// What the public may read, by paragraph; what is about the whole draft comes first.
    public List<Comment> shown(PublishedReport report) {
        return published
                .sql("""
                SELECT number, paragraph, text, language, name, organisation, received_at, reply, reply_language
                FROM reports.published_comment WHERE edition_id = ? ORDER BY coalesce(paragraph, 0), number""")
                .param(report.edition())
                .query((row, n) -> new Comment(
                        report.edition(),
                        row.getInt("number"),
                        row.getObject("paragraph", Integer.class),
                        row.getString("text"),
                        row.getString("language"),
                        row.getString("name"),
                        row.getString("organisation"),
                        "",
                        true,
                        row.getTimestamp("received_at").toInstant(),
                        null,
                        null,
                        "",
                        row.getString("reply"),
                        row.getString("reply_language"),
                        0))
                .list();
    }

    /// All comments on an edition, those that wait first, for the secretariat.
    public List<Comment> all(Edition edition) {
        return jdbc.sql("""
                SELECT * FROM reports.comment WHERE edition_id = ?
                ORDER BY shown_at IS NOT NULL OR declined_at IS NOT NULL, number""").param(edition.id()).query(ReportComments::comment).list();
    }

    /// Lets the public read a comment, with an answer if there is one. Refused when somebody else decided since.
    @Transactional
    public void show(Edition edition, int number, String reply, String replyLanguage, int seen, Actor actor) {
        int changed = jdbc.sql("""
                UPDATE reports.comment SET shown_at = ?, declined_at = NULL, reason = '', reply = ?, reply_language = ?,
                    version = version + 1 WHERE edition_id = ? AND number = ? AND version = ?""")
                .params(Timestamp.from(clock.instant()), reply, replyLanguage, edition.id(), number, seen)
                .update();
        decided(changed, "report-comment-shown", edition, number, Map.of(), actor);
    }

    /// Keeps a comment from the public, for a reason that stays in the record.
    @Transactional
    public void decline(Edition edition, int number, String reason, int seen, Actor actor) {
        if (reason.isBlank()) throw new Refusal("reason-missing", 422, "reports.problem.reason-missing");
        int changed = jdbc.sql("""
                UPDATE reports.comment SET shown_at = NULL, declined_at = ?, reason = ?, version = version + 1
                WHERE edition_id = ? AND number = ? AND version = ?""")
                .params(Timestamp.from(clock.instant()), reason.strip(), edition.id(), number, seen)
                .update();
        decided(changed, "report-comment-declined", edition, number, Map.of("reason", reason.strip()), actor);
    }

    private void decided(int changed, String action, Edition edition, int number, Map<String, ?> details, Actor actor) {
        if (changed == 0) throw Refusal.stale();
        audit.record(actor, action, ReportEditions.subject(edition) + "/comments/" + number, details);
        pages.changed(ReportTags.report(edition.slug()));
    }

    private static Comment comment(ResultSet row, int n) throws SQLException {
        return new Comment(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getObject("paragraph", Integer.class),
                row.getString("text"),
                row.getString("language"),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("email"),
                row.getBoolean("name_shown"),
                row.getTimestamp("received_at").toInstant(),
                EditionRows.instant(row, "shown_at"),
                EditionRows.instant(row, "declined_at"),
                row.getString("reason"),
                row.getString("reply"),
                row.getString("reply_language"),
                row.getInt("version"));
    }
}
