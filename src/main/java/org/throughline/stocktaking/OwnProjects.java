package org.throughline.stocktaking;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.ledger.EntryId;
import org.throughline.ledger.Ledger;
import org.throughline.ledger.Receipt;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.NewProject.Attached;
import org.throughline.stocktaking.NewProject.AttachmentKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/// Entries as their keepers see them: everything that was sent, public or not, and the proof that it arrived.
@Service
public class OwnProjects {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final ProjectRows rows;
    private final Keepers keepers;
    private final ProjectCollections collections;
    private final Register register;
    private final Ledger ledger;

    OwnProjects(
            JdbcClient jdbc,
            ProjectRows rows,
            Keepers keepers,
            ProjectCollections collections,
            Register register,
            Ledger ledger) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.keepers = keepers;
        this.collections = collections;
        this.register = register;
        this.ledger = ledger;
    }

    /// An entry that somebody keeps.
    public record Kept(ProjectRecord entry, KeeperRole role) {}

    /// A change of what is allowed.
    public record ConsentChange(String use, boolean allowed, Instant at) {}

    /// What somebody keeps, the newest first.
    @Transactional(readOnly = true)
    public List<Kept> of(Actor actor) {
        Map<ProjectId, KeeperRole> roles = new HashMap<>();
        jdbc.sql("SELECT project_id, role FROM stocktaking.keeper WHERE person = ? ORDER BY project_id DESC LIMIT ?")
                .params(ProjectDrafts.personOf(actor), MOST)
                .query(row -> {
                    roles.put(
                            new ProjectId(row.getObject("project_id", UUID.class)),
                            KeeperRole.of(row.getString("role")));
                });
        return rows.all(roles.keySet()).stream()
                .map(entry -> new Kept(entry, roles.get(entry.id())))
                .toList();
    }

    /// An entry for those who keep it and for the secretariat; for everybody else there is none.
    @Transactional(readOnly = true)
    public ProjectRecord get(long number, Actor actor) {
        ProjectRecord entry = rows.find(number).orElseThrow(Refusal::notFound);
        return keepers.requireReader(entry, actor);
    }

    /// Says that what the public sees is still true. Refused to strangers.
    @Transactional
    public void confirm(ProjectId id, Actor actor) {
        keepers.requireKeeper(id, actor);
        register.confirm(id, actor);
    }

    /// Says that the project is over; the entry stays.
    @Transactional
    public void close(ProjectId id, Actor actor) {
        keepers.requireKeeper(id, actor);
        register.close(id, actor);
    }

    /// Takes the entry out of the register for good. Only who owns or nominated it may.
    @Transactional
    public void withdraw(ProjectId id, Actor actor) {
        keepers.requireOwner(id, actor);
        register.withdraw(id, actor);
    }

    /// Changes what is allowed. Only who owns or nominated it may.
    @Transactional
    public void consent(ProjectId id, Consent consent, Actor actor) {
        keepers.requireOwner(id, actor);
        register.consent(id, consent, actor);
    }

    /// What was sent as one state of an entry, with what is nobody else's business.
    @Transactional(readOnly = true)
    public NewProject content(ProjectRecord entry, int revision) {
        return stored(entry, revision).content();
    }

    /// The form that a state of an entry was written with.
    @Transactional(readOnly = true)
    public ProjectForm form(ProjectRecord entry, int revision) {
        ProjectCollection collection = collections.find(entry.collection()).orElseThrow();
        return collections.form(collection, stored(entry, revision).form());
    }

    private record Stored(NewProject content, int form, String allowed, byte[] salt, EntryId ledgerEntry) {}

    private Stored stored(ProjectRecord entry, int revision) {
        List<Attached> files = jdbc.sql("""
                SELECT kind, file_id, title, alternative FROM stocktaking.attachment
                WHERE project_id = ? AND revision = ? ORDER BY position""")
                .params(entry.id().value(), revision)
                .query((row, n) -> new Attached(
                        AttachmentKind.of(row.getString("kind")),
                        row.getObject("file_id", UUID.class),
                        row.getString("title"),
                        row.getString("alternative")))
                .list();
        return jdbc.sql("""
                SELECT language, answers, private_answers, allowed, form_version, salt, ledger_entry
                FROM stocktaking.revision WHERE project_id = ? AND number = ?""")
                .params(entry.id().value(), revision)
                .query((row, n) -> {
                    Map<String, JsonNode> answers = new LinkedHashMap<>(map(row.getString("answers")));
                    answers.putAll(map(row.getString("private_answers")));
                    Consent consent =
                            ProjectUses.of(List.of(row.getString("allowed").split(",")));
                    return new Stored(
                            new NewProject(row.getString("language"), answers, consent, files),
                            row.getInt("form_version"),
                            row.getString("allowed"),
                            row.getBytes("salt"),
                            new EntryId(row.getObject("ledger_entry", UUID.class)));
                })
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private static Map<String, JsonNode> map(String json) {
        return Json.read(json, new TypeReference<Map<String, JsonNode>>() {});
    }

    /// How what is allowed has changed, the newest first.
    @Transactional(readOnly = true)
    public List<ConsentChange> consents(ProjectRecord entry) {
        return jdbc.sql("""
                SELECT usage, allowed, at FROM stocktaking.consent_event WHERE project_id = ? ORDER BY at DESC, usage LIMIT 200""")
                .param(entry.id().value())
                .query((row, n) -> new ConsentChange(
                        row.getString("usage"),
                        row.getBoolean("allowed"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// The receipt of the newest state, with everything that opens its hash, for its keepers' eyes. After a
    /// withdrawal it has what was said no more, and proves only that something was received and when.
    public Receipt receipt(ProjectRecord entry) {
        Stored stored = stored(entry, entry.revision());
        Receipt.@Nullable Opened opened = null;
        if (entry.withdrawnAt() == null)
            opened = new Receipt.Opened(
                    stored.salt(),
                    ProjectIntake.canonical(
                            entry.collection(),
                            entry.number(),
                            entry.revision(),
                            stored.content().language(),
                            stored.content().answers(),
                            stored.allowed(),
                            stored.content().attachments()));
        return ledger.receipt(stored.ledgerEntry(), opened);
    }
}
