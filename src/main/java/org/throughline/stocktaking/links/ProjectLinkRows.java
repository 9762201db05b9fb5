package org.throughline.stocktaking.links;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.ledger.Hash;
import org.throughline.platform.Json;
import org.throughline.platform.web.PageStore;
import org.throughline.stocktaking.RegisterTags;
import org.throughline.stocktaking.links.LinkAnswer.Outcome;
import tools.jackson.databind.JsonNode;

/// The tables of links: which entries give which addresses, which are due, what came of looking.
@Component
class ProjectLinkRows {

    /// A link is dead after so many failures in a row over so long, never at once: networks have bad days.
    static final int FAILURES = 3;

    static final Duration FAILING = Duration.ofDays(3);
    private static final Duration AGAIN = Duration.ofDays(1);
    private static final Duration AGAIN_WHEN_DEAD = Duration.ofDays(7);
    private static final List<String> FIELDS = List.of("website", "entityWebsite", "videoLinks");
    private static final int READ = 500;
    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final PageStore pages;
    private final ProjectLinkSettings settings;

    ProjectLinkRows(JdbcClient jdbc, JdbcTemplate template, PageStore pages, ProjectLinkSettings settings) {
        this.jdbc = jdbc;
        this.template = template;
        this.pages = pages;
        this.settings = settings;
    }

    /// A link that is to be looked at.
    record Due(byte[] hash, String url, String host) {}

    private record Unread(
            UUID project,
            int revision,
            int shown,
            String newest,
            @Nullable String seen) {}

    /// Reads the addresses out of entries that are new or have changed, some hundred at a time; answers whether there
    /// were any.
    @Transactional
    boolean read(Instant now) {
        List<Unread> unread = jdbc.sql("""
                SELECT p.id, p.revision, coalesce(p.public_revision, 0) AS shown, n.answers AS newest, s.answers AS seen
                FROM stocktaking.project p
                LEFT JOIN stocktaking.link_read l ON l.project_id = p.id
                JOIN stocktaking.revision n ON n.project_id = p.id AND n.number = p.revision
                LEFT JOIN stocktaking.revision s ON s.project_id = p.id AND s.number = p.public_revision
                WHERE p.withdrawn_at IS NULL AND p.merged_into IS NULL
                  AND (l.project_id IS NULL OR l.revision <> p.revision OR l.public <> coalesce(p.public_revision, 0))
                LIMIT ?""")
                .param(READ)
                .query((row, n) -> new Unread(
                        row.getObject("id", UUID.class),
                        row.getInt("revision"),
                        row.getInt("shown"),
                        row.getString("newest"),
                        row.getString("seen")))
                .list();
        if (unread.isEmpty()) return false;
        List<Object[]> links = new ArrayList<>();
        List<Object[]> uses = new ArrayList<>();
        List<Object[]> marks = new ArrayList<>();
        for (Unread one : unread) {
            marks.add(new Object[] {one.project(), one.revision(), one.shown()});
            collect(one.project(), Json.tree(one.newest()), now, links, uses);
            if (one.seen() != null) collect(one.project(), Json.tree(one.seen()), now, links, uses);
        }
        jdbc.sql("DELETE FROM stocktaking.link_of WHERE project_id = ANY (?)")
                .param(unread.stream().map(Unread::project).toArray(UUID[]::new))
                .update();
        template.batchUpdate("""
                INSERT INTO stocktaking.link (hash, url, host, first_seen_at, due_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""", links);
        template.batchUpdate("""
                INSERT INTO stocktaking.link_of (project_id, hash, field) VALUES (?, ?, ?) ON CONFLICT DO NOTHING""", uses);
        template.batchUpdate("""
                INSERT INTO stocktaking.link_read (project_id, revision, public) VALUES (?, ?, ?)
                ON CONFLICT (project_id) DO UPDATE SET revision = excluded.revision, public = excluded.public""", marks);
        return true;
    }

    private static void collect(
            UUID project, JsonNode answers, Instant now, List<Object[]> links, List<Object[]> uses) {
        for (String field : FIELDS) {
            JsonNode answer = answers.path(field);
            List<String> urls = new ArrayList<>();
            if (answer.isString()) urls.add(answer.stringValue());
            else if (answer.isArray())
                answer.valueStream().filter(JsonNode::isString).forEach(one -> urls.add(one.stringValue()));
            for (String typed : urls) {
                String url = typed.strip();
                if (url.isEmpty() || url.length() > LONGEST) continue;
                byte[] hash = hash(url);
                links.add(new Object[] {hash, url, host(url), Timestamp.from(now), Timestamp.from(now)});
                uses.add(new Object[] {project, hash, field});
            }
        }
    }

    static byte[] hash(String url) {
        return Hash.sha256(url.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /// Those that are due and still given by some entry, longest due first.
    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                SELECT hash, url, host FROM stocktaking.link l
                WHERE due_at <= ? AND EXISTS (SELECT FROM stocktaking.link_of o WHERE o.hash = l.hash)
                ORDER BY due_at LIMIT ?""")
                .params(Timestamp.from(now), limit)
                .query((row, n) -> new Due(row.getBytes("hash"), row.getString("url"), row.getString("host")))
                .list();
    }

    /// Remembers what came of looking, and when to look again; pages of entries that give it show when it dies or comes
    /// back.
    @Transactional
    void looked(Due link, LinkAnswer answer, Instant now) {
        boolean failed = answer.outcome().failed();
        boolean wasDead = dead(link);
        jdbc.sql("""
                INSERT INTO stocktaking.link_answer (hash, at, outcome, status)
                SELECT hash, ?, ?, ? FROM stocktaking.link WHERE hash = ? AND (outcome <> ? OR status <> ?)
                ON CONFLICT DO NOTHING""")
                .params(
                        Timestamp.from(now),
                        answer.outcome().word(),
                        answer.status(),
                        link.hash(),
                        answer.outcome().word(),
                        answer.status())
                .update();
        boolean works = answer.outcome() == Outcome.WORKS;
        jdbc.sql("""
                UPDATE stocktaking.link SET checked_at = :now, outcome = :outcome, status = :status,
                    worked_at = CASE WHEN :works THEN :now ELSE worked_at END,
                    moved_to = CASE WHEN :works THEN :moved ELSE moved_to END,
                    failures = CASE WHEN :failed THEN failures + 1 WHEN :works THEN 0 ELSE failures END,
                    failing_since = CASE WHEN :failed THEN coalesce(failing_since, :now) WHEN :works THEN NULL ELSE failing_since END
                WHERE hash = :hash""")
                .param("now", Timestamp.from(now))
                .param("outcome", answer.outcome().word())
                .param("status", answer.status())
                .param("works", works)
                .param("failed", failed)
                .param("moved", answer.movedTo())
                .param("hash", link.hash())
                .update();
        jdbc.sql("""
                UPDATE stocktaking.link SET
                    dead_since = CASE WHEN failures >= :failures AND failing_since <= :long THEN coalesce(dead_since, :now) END,
                    due_at = CASE WHEN failures = 0 THEN :later::timestamptz WHEN dead_since IS NOT NULL THEN :weekly ELSE :daily END
                WHERE hash = :hash""")
                .param("failures", FAILURES)
                .param("long", Timestamp.from(now.minus(FAILING)))
                .param("now", Timestamp.from(now))
                .param("later", Timestamp.from(now.plus(settings.every())))
                .param("weekly", Timestamp.from(now.plus(AGAIN_WHEN_DEAD)))
                .param("daily", Timestamp.from(now.plus(AGAIN)))
                .param("hash", link.hash())
                .update();
        if (dead(link) != wasDead)
            pages.changed(jdbc.sql("""
                    SELECT DISTINCT p.number FROM stocktaking.link_of o JOIN stocktaking.project p ON p.id = o.project_id
                    WHERE o.hash = ?""").param(link.hash()).query(Long.class).list().stream()
                    .map(RegisterTags::project)
                    .toArray(String[]::new));
    }

    private boolean dead(Due link) {
        return jdbc.sql("SELECT dead_since IS NOT NULL FROM stocktaking.link WHERE hash = ?")
                .param(link.hash())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Whether this node may check until then; not while another one does, nor while it is to rest.
    boolean lease(String node, Instant now, Instant until) {
        return jdbc.sql("""
                UPDATE stocktaking.link_watch SET node = ?, lease_until = ?, begun_at = coalesce(begun_at, ?)
                WHERE NOT resting AND (lease_until IS NULL OR lease_until < ? OR node = ?)""")
                        .params(node, Timestamp.from(until), Timestamp.from(now), Timestamp.from(now), node)
                        .update()
                > 0;
    }

    void counted(int links) {
        jdbc.sql("UPDATE stocktaking.link_watch SET checked = checked + ?")
                .param(links)
                .update();
    }
}
