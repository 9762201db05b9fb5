package org.throughline.mandates;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.web.PageStore;

/// What the secretariat links to a task to show what was done about it. Evidence always belongs to a task; that it
/// was added or taken away again stays in the record.
@Service
public class TaskEvidence {

    private static final int LONGEST_URL = 2_000;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Settings settings;
    private final Clock clock;

    TaskEvidence(JdbcClient jdbc, AuditTrail audit, PageStore pages, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    /// Evidence as it is typed, checked by the page it was typed into.
    public record New(
            Evidence.Kind kind,
            Evidence.Thing thing,
            String title,
            String language,
            String url,
            String happened,
            String round,
            String source,
            String sourceUrl) {}

    /// An address as it is kept: one of this installation without its host and language, any other as it is;
    /// nothing for what is no address of a page.
    public Optional<String> address(String typed) {
        String url = typed.strip();
        if (url.length() > LONGEST_URL) return Optional.empty();
        if (url.startsWith(settings.publicUrl() + "/"))
            url = url.substring(settings.publicUrl().length());
        try {
            URI uri = new URI(url);
            if (url.startsWith("/") && !url.startsWith("//")) return Optional.of(withoutLanguage(url));
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(uri.getScheme().toLowerCase(java.util.Locale.ROOT) + url.substring(url.indexOf(':')))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String withoutLanguage(String path) {
        for (String language : Languages.ALL)
            if (path.startsWith("/" + language + "/")) return path.substring(language.length() + 1);
        return path;
    }

    /// Refused where the same address shows the same already.
    @Transactional
    public void add(Task task, New one, Actor actor) {
        try {
            jdbc.sql("""
                    INSERT INTO mandates.evidence (id, task_id, kind, thing, title, language, url, happened, round, source,
                        source_url, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            Ids.next(),
                            task.id(),
                            one.kind().word(),
                            one.thing().word(),
                            one.title(),
                            one.language(),
                            one.url(),
                            one.happened(),
                            one.round(),
                            one.source(),
                            one.sourceUrl(),
                            Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal("evidence-there", 409, "mandates.problem.evidence-there");
        }
        done("task-evidence-added", task, one.kind().word(), one.title(), one.url(), actor);
    }

    /// Refused where it is gone already.
    @Transactional
    public void remove(Task task, UUID id, Actor actor) {
        Evidence one = task.evidence().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        int gone =
                jdbc.sql("DELETE FROM mandates.evidence WHERE id = ?").param(id).update();
        if (gone == 0) throw Refusal.stale();
        done("task-evidence-removed", task, one.kind().word(), one.title(), one.url(), actor);
    }

    private void done(String action, Task task, String kind, String title, String url, Actor actor) {
        audit.record(actor, action, task.path().substring(1), Map.of("kind", kind, "title", title, "url", url));
        pages.changed(TaskTags.TASKS);
    }
}
