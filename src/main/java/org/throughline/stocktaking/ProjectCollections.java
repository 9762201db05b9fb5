package org.throughline.stocktaking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// The registers that are hosted here and their forms. A version of a form never changes once it is stored; changing
/// a form makes the next version, and entries keep the one they were written with.
@Service
public class ProjectCollections {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final PageStore pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Cache<FormKey, ProjectForm> forms =
            Caffeine.newBuilder().maximumSize(200).build();

    private record FormKey(UUID collection, int version) {}

    ProjectCollections(
            JdbcClient jdbc, AuditTrail audit, PageStore pages, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ProjectCollection> find(String slug) {
        return jdbc.sql("""
                SELECT id, slug, name, purpose, form_version, published_at, version
                FROM stocktaking.collection WHERE slug = ?""").param(slug).query(ProjectCollections::collection).optional();
    }

    @Transactional(readOnly = true)
    public List<ProjectCollection> all() {
        return jdbc.sql("""
                SELECT id, slug, name, purpose, form_version, published_at, version
                FROM stocktaking.collection ORDER BY created_at""").query(ProjectCollections::collection).list();
    }

    private static ProjectCollection collection(ResultSet row, int n) throws SQLException {
        Timestamp published = row.getTimestamp("published_at");
        return new ProjectCollection(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                Json.read(row.getString("name"), LocalizedText.class),
                Json.read(row.getString("purpose"), LocalizedText.class),
                row.getInt("form_version"),
                published == null ? null : published.toInstant(),
                row.getInt("version"));
    }

    /// The form that entries of a collection are, or were, written with.
    public ProjectForm form(ProjectCollection collection, int version) {
        return forms.get(new FormKey(collection.id(), version), this::read);
    }

    public ProjectForm form(ProjectCollection collection) {
        return form(collection, collection.formVersion());
    }

    private ProjectForm read(FormKey key) {
        return jdbc.sql("SELECT definition FROM stocktaking.form WHERE collection_id = ? AND version = ?")
                .params(key.collection(), key.version())
                .query((row, n) -> Json.read(row.getString("definition"), ProjectForm.class))
                .single();
    }

    /// Makes a collection, closed: only the secretariat sees it until it is opened. Refuses a name for its address
    /// that is taken.
    @Transactional
    public ProjectCollection create(
            String slug, LocalizedText name, LocalizedText purpose, ProjectForm form, Actor actor) {
        UUID id = Ids.next();
        Timestamp now = Timestamp.from(clock.instant());
        int made = jdbc.sql("""
                INSERT INTO stocktaking.collection (id, slug, name, purpose, created_at)
                VALUES (?, ?, ?::jsonb, ?::jsonb, ?) ON CONFLICT (slug) DO NOTHING""")
                .params(id, slug, Json.write(name), Json.write(purpose), now)
                .update();
        if (made == 0) throw new Refusal("collection-exists", 409, "stocktaking.problem.collection-exists", slug);
        store(id, 1, form, false);
        audit.record(actor, "collection-created", "collections/" + slug, Map.of());
        pages.changed(RegisterTags.collection(slug), RegisterTags.list());
        return find(slug).orElseThrow();
    }

    /// Shows a collection to everybody and lets it take entries. Entries that came in before and were published are
    /// public from then on.
    @Transactional
    public ProjectCollection open(ProjectCollection collection, Actor actor) {
        int opened = jdbc.sql("""
                UPDATE stocktaking.collection SET published_at = ?, version = version + 1
                WHERE id = ? AND published_at IS NULL""")
                .params(Timestamp.from(clock.instant()), collection.id())
                .update();
        ProjectCollection now = find(collection.slug()).orElseThrow();
        if (opened == 0) return now;
        audit.record(actor, "collection-opened", "collections/" + collection.slug(), Map.of());
        pages.changed(RegisterTags.collection(collection.slug()), RegisterTags.list());
        List<ProjectPublicityChanged.Project> shown = jdbc.sql(
                        "SELECT id, number FROM stocktaking.project WHERE collection_id = ? AND published_at IS NOT NULL")
                .param(collection.id())
                .query((row, n) -> new ProjectPublicityChanged.Project(
                        new ProjectId(row.getObject("id", UUID.class)), row.getLong("number")))
                .list();
        for (int from = 0; from < shown.size(); from += AT_ONCE)
            say(shown.subList(from, Math.min(shown.size(), from + AT_ONCE)));
        return now;
    }

    private void say(List<ProjectPublicityChanged.Project> shown) {
        events.publishEvent(new ProjectPublicityChanged(List.copyOf(shown)));
        pages.changed(shown.stream()
                .flatMap(one -> Stream.of(RegisterTags.of(one.number())))
                .distinct()
                .toArray(String[]::new));
    }

    /// Closes a collection that was opened too early. Refused once it has entries, whose addresses stand for ever.
    @Transactional
    public void close(ProjectCollection collection, Actor actor) {
        // Whoever sends an entry at this moment waits for this, or this for them.
        jdbc.sql("SELECT 1 FROM stocktaking.collection WHERE id = ? FOR UPDATE")
                .param(collection.id())
                .query(Integer.class)
                .single();
        if (hasEntries(collection))
            throw new Refusal("collection-has-entries", 409, "stocktaking.problem.collection-has-entries");
        int closed = jdbc.sql("""
                UPDATE stocktaking.collection SET published_at = NULL, version = version + 1
                WHERE id = ? AND published_at IS NOT NULL""").param(collection.id()).update();
        if (closed == 0) return;
        audit.record(actor, "collection-closed", "collections/" + collection.slug(), Map.of());
        pages.changed(RegisterTags.collection(collection.slug()), RegisterTags.list());
    }

    /// Whether anything was ever entered.
    @Transactional(readOnly = true)
    public boolean hasEntries(ProjectCollection collection) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM stocktaking.project WHERE collection_id = ?)")
                .param(collection.id())
                .query(Boolean.class)
                .single();
    }

    /// Renames a collection. Refused when somebody else has changed it since `seen`, the version that was read.
    @Transactional
    public void rename(ProjectCollection collection, int seen, LocalizedText name, LocalizedText purpose, Actor actor) {
        int changed = jdbc.sql("""
                UPDATE stocktaking.collection SET name = ?::jsonb, purpose = ?::jsonb, version = version + 1
                WHERE id = ? AND version = ?""")
                .params(Json.write(name), Json.write(purpose), collection.id(), seen)
                .update();
        if (changed == 0) throw Refusal.stale();
        audit.record(actor, "collection-renamed", "collections/" + collection.slug(), Map.of());
        pages.changed(RegisterTags.collection(collection.slug()), RegisterTags.list());
    }

    /// Gives a collection a new form; entries written before keep theirs.
    @Transactional
    public void changeForm(ProjectCollection collection, ProjectForm form, Actor actor) {
        int next = collection.formVersion() + 1;
        int changed = jdbc.sql("""
                UPDATE stocktaking.collection SET form_version = ?, version = version + 1 WHERE id = ? AND version = ?""")
                .params(next, collection.id(), collection.version())
                .update();
        if (changed == 0) throw Refusal.stale();
        store(collection.id(), next, form, false);
        audit.record(actor, "collection-form-changed", "collections/" + collection.slug(), Map.of("form", next));
        pages.changed(RegisterTags.collection(collection.slug()));
    }

    private void store(UUID collection, int version, ProjectForm form, boolean shipped) {
        jdbc.sql("""
                INSERT INTO stocktaking.form (collection_id, version, definition, made_at, shipped)
                VALUES (?, ?, ?::jsonb, ?, ?)""")
                .params(collection, version, Json.write(form), Timestamp.from(clock.instant()), shipped)
                .update();
    }

    /// Gives a collection the form that came with the program where that has changed, unless the secretariat has
    /// given it another one meanwhile.
    @Transactional
    public void ship(ProjectCollection collection, ProjectForm shipped, Actor actor) {
        Boolean ours = jdbc.sql("SELECT shipped FROM stocktaking.form WHERE collection_id = ? AND version = ?")
                .params(collection.id(), collection.formVersion())
                .query(Boolean.class)
                .single();
        if (form(collection).equals(shipped) || !ours) return;
        changeForm(collection, shipped, actor);
        markShipped(collection.id(), collection.formVersion() + 1);
    }

    /// Says that the first form of a collection is the one that came with the program.
    @Transactional
    public void shipFirst(ProjectCollection collection) {
        markShipped(collection.id(), 1);
    }

    private void markShipped(UUID collection, int version) {
        jdbc.sql("UPDATE stocktaking.form SET shipped = true WHERE collection_id = ? AND version = ?")
                .params(collection, version)
                .update();
    }
}
