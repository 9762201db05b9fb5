package org.throughline.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonDeleted;
import org.throughline.directory.PersonId;
import org.throughline.mail.MailAddress;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.Secrets;
import org.throughline.platform.access.Permission;

/// Who keeps an entry: one owner or nominator, and others whom they invite. An invitation goes by mail, is good for
/// 30 days and one answer, and makes its holder a keeper, or the owner where the entry is handed over.
@Service
public class Keepers {

    static final Duration GOOD_FOR = Duration.ofDays(30);
    private static final int MOST_KEEPERS = 20;
    private static final int MOST_OPEN = 20;

    private final JdbcClient jdbc;
    private final ProjectRows rows;
    private final People people;
    private final ProjectMails mails;
    private final AuditTrail audit;
    private final Clock clock;

    Keepers(JdbcClient jdbc, ProjectRows rows, People people, ProjectMails mails, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.people = people;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    public record Keeper(PersonId person, String name, KeeperRole role, Instant since) {}

    /// An invitation that waits for its answer, as those see it who may take it back.
    public record Invited(UUID id, String email, KeeperRole role, Instant madeAt, Instant expiresAt) {}

    /// What the holder of a link is asked.
    public record Invitation(UUID id, ProjectRecord entry, KeeperRole role, String by, State state) {}

    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        GONE
    }

    /// Refuses, as if there were no such entry, whoever does not keep it. Locks it against changes at the same time.
    @Transactional
    public ProjectRecord requireKeeper(ProjectId id, Actor actor) {
        ProjectRecord entry = rows.locked(List.of(id)).stream().findFirst().orElseThrow(Refusal::notFound);
        if (role(id, actor).isEmpty()) throw Refusal.notFound();
        return entry;
    }

    /// The same for mending, which the secretariat may as well.
    ProjectRecord requireEditor(ProjectId id, Actor actor) {
        return requireReader(rows.locked(List.of(id)).stream().findFirst().orElseThrow(Refusal::notFound), actor);
    }

    /// A new state of an entry with the consent that it may bring: that of who speaks for the project, unless another
    /// one was given since; who only helps, and the secretariat, leave it as it is.
    ///
    /// @param since when the new state was begun, where that is known
    NewProject mayAllow(ProjectRecord entry, NewProject project, @Nullable Instant since, Actor actor) {
        boolean speaks = role(entry.id(), actor)
                .filter(role -> role != KeeperRole.KEEPER)
                .isPresent();
        if (speaks && (since == null || !consentChanged(entry.id(), since))) return project;
        return new NewProject(project.language(), project.answers(), entry.consent(), project.attachments());
    }

    private boolean consentChanged(ProjectId id, Instant since) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM stocktaking.consent_event WHERE project_id = ? AND at > ?)")
                .params(id.value(), Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /// The same for looking, which the secretariat may as well.
    ProjectRecord requireReader(ProjectRecord entry, Actor actor) {
        if (!actor.may(Permission.MODERATE_REGISTER) && role(entry.id(), actor).isEmpty()) throw Refusal.notFound();
        return entry;
    }

    /// Refuses those who only help to keep an entry as well.
    @Transactional
    public ProjectRecord requireOwner(ProjectId id, Actor actor) {
        ProjectRecord entry = requireKeeper(id, actor);
        if (role(id, actor).orElseThrow() == KeeperRole.KEEPER)
            throw new Refusal("owner-only", 403, "stocktaking.form.problem.owner-only");
        return entry;
    }

    /// What a person is to an entry; nothing for strangers.
    @Transactional(readOnly = true)
    public Optional<KeeperRole> role(ProjectId id, Actor actor) {
        return actor.person() == null ? Optional.empty() : role(id, actor.person());
    }

    Optional<KeeperRole> role(ProjectId id, UUID person) {
        return jdbc.sql("SELECT role FROM stocktaking.keeper WHERE project_id = ? AND person = ?")
                .params(id.value(), person)
                .query(String.class)
                .optional()
                .map(KeeperRole::of);
    }

    @Transactional(readOnly = true)
    public List<Keeper> of(ProjectId id) {
        return jdbc.sql("""
                SELECT person, role, since FROM stocktaking.keeper WHERE project_id = ?
                ORDER BY array_position(ARRAY['owner', 'nominator', 'keeper'], role), since""")
                .param(id.value())
                .query((row, n) -> {
                    PersonId person = new PersonId(row.getObject("person", UUID.class));
                    return new Keeper(
                            person,
                            people.find(person).map(Person::name).orElse(""),
                            KeeperRole.of(row.getString("role")),
                            row.getTimestamp("since").toInstant());
                })
                .list();
    }

    @Transactional(readOnly = true)
    public List<Invited> invited(ProjectId id) {
        return jdbc.sql("""
                SELECT id, email, role, made_at, expires_at FROM stocktaking.invitation
                WHERE project_id = ? AND answered_at IS NULL AND expires_at > ? ORDER BY made_at""")
                .params(id.value(), now())
                .query((row, n) -> new Invited(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        KeeperRole.of(row.getString("role")),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    /// Asks somebody by mail to keep an entry too, or to take it over. Only its owner or nominator may ask.
    @Transactional
    public void invite(ProjectId id, String email, KeeperRole role, Actor actor) {
        ProjectRecord entry = requireOwner(id, actor);
        if (entry.withdrawnAt() != null || entry.mergedInto() != null)
            throw new Refusal("project-gone", 409, "stocktaking.problem.gone");
        MailAddress to = MailAddress.parse(email.strip())
                .orElseThrow(() -> new Refusal("no-address", 422, "stocktaking.check.email"));
        if (of(id).size() >= MOST_KEEPERS || invited(id).size() >= MOST_OPEN)
            throw new Refusal("too-many-keepers", 409, "stocktaking.form.problem.too-many-keepers", MOST_KEEPERS);
        send(entry, to, role, actor.person(), actor.name());
        audit.record(actor, "keeper-invited", ProjectIntake.subject(entry.number()), Map.of("role", role.word()));
    }

    /// Makes an invitation and its letter, in the caller's transaction. An earlier one to the same address for the
    /// same entry ends with it.
    void send(ProjectRecord entry, MailAddress to, KeeperRole role, @Nullable UUID by, String byName) {
        String secret = Secrets.fresh();
        Instant now = clock.instant();
        jdbc.sql("""
                DELETE FROM stocktaking.invitation
                WHERE project_id = ? AND lower(email) = lower(?) AND answered_at IS NULL""").params(entry.id().value(), to.value()).update();
        jdbc.sql("""
                INSERT INTO stocktaking.invitation (id, project_id, role, email, token_hash, made_by, made_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        entry.id().value(),
                        role == KeeperRole.OWNER ? "owner" : "keeper",
                        to.value(),
                        Secrets.hash(secret),
                        by,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(GOOD_FOR)))
                .update();
        mails.invitation(entry, to, role, byName, secret, by);
    }

    /// Takes an invitation back.
    @Transactional
    public void uninvite(ProjectId id, UUID invitation, Actor actor) {
        ProjectRecord entry = requireOwner(id, actor);
        int gone = jdbc.sql(
                        "DELETE FROM stocktaking.invitation WHERE id = ? AND project_id = ? AND answered_at IS NULL")
                .params(invitation, id.value())
                .update();
        if (gone > 0) audit.record(actor, "keeper-uninvited", ProjectIntake.subject(entry.number()), Map.of());
    }

    /// What a link asks; nothing for one that we did not send.
    @Transactional(readOnly = true)
    public Optional<Invitation> find(String secret) {
        return jdbc.sql("""
                SELECT id, project_id, role, made_by, expires_at, answered_at, accepted
                FROM stocktaking.invitation WHERE token_hash = ?""").param(Secrets.hash(secret)).query(this::invitation).optional();
    }

    private Invitation invitation(ResultSet row, int n) throws SQLException {
        ProjectRecord entry = rows.find(new ProjectId(row.getObject("project_id", UUID.class)))
                .orElseThrow();
        UUID by = row.getObject("made_by", UUID.class);
        String name = by == null
                ? ""
                : people.find(new PersonId(by)).map(Person::name).orElse("");
        State state = State.OPEN;
        if (row.getTimestamp("expires_at").toInstant().isBefore(clock.instant())) state = State.EXPIRED;
        if (entry.withdrawnAt() != null || entry.mergedInto() != null) state = State.GONE;
        if (row.getTimestamp("answered_at") != null)
            state = row.getBoolean("accepted") ? State.ACCEPTED : State.DECLINED;
        return new Invitation(
                row.getObject("id", UUID.class), entry, KeeperRole.of(row.getString("role")), name, state);
    }

    /// Answers an invitation as the person who is signed in, whatever address it went to: whoever has the link was
    /// given it. Returns how it stands then.
    @Transactional
    public State answer(String secret, boolean accept, Actor actor) {
        Invitation asked = find(secret).orElseThrow(Refusal::notFound);
        ProjectRecord entry = rows.locked(List.of(asked.entry().id())).getFirst();
        if (asked.state() != State.OPEN) return asked.state();
        int changed = jdbc.sql("""
                UPDATE stocktaking.invitation SET answered_at = ?, accepted = ? WHERE id = ? AND answered_at IS NULL""").params(now(), accept, asked.id()).update();
        if (changed == 0) return find(secret).orElseThrow().state();
        if (accept) become(entry, ProjectDrafts.personOf(actor), asked.role());
        audit.record(
                actor,
                accept ? "keeper-accepted" : "keeper-declined",
                ProjectIntake.subject(entry.number()),
                Map.of("role", asked.role().word()));
        return accept ? State.ACCEPTED : State.DECLINED;
    }

    /// Makes somebody a keeper; as owner, in the place of the one before, who stays a keeper.
    void become(ProjectRecord entry, UUID person, KeeperRole role) {
        if (role == KeeperRole.OWNER)
            jdbc.sql("UPDATE stocktaking.keeper SET role = 'keeper' WHERE project_id = ? AND role <> 'keeper'")
                    .param(entry.id().value())
                    .update();
        jdbc.sql("""
                INSERT INTO stocktaking.keeper (project_id, person, role, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (project_id, person) DO UPDATE
                SET role = CASE WHEN excluded.role = 'owner' THEN 'owner' ELSE stocktaking.keeper.role END""").params(entry.id().value(), person, role.word(), now()).update();
    }

    /// Takes somebody off an entry: owners anybody but themselves, everybody themselves. The last one stays, for
    /// nobody could change or withdraw the entry then.
    @Transactional
    public void remove(ProjectId id, PersonId person, Actor actor) {
        boolean oneself = person.value().equals(actor.person());
        ProjectRecord entry = oneself ? requireKeeper(id, actor) : requireOwner(id, actor);
        List<Keeper> all = of(id);
        boolean owner = all.stream().anyMatch(one -> one.person().equals(person) && one.role() != KeeperRole.KEEPER);
        if (all.size() == 1 || owner && oneself)
            throw new Refusal("last-keeper", 409, "stocktaking.form.problem.last-keeper");
        jdbc.sql("DELETE FROM stocktaking.keeper WHERE project_id = ? AND person = ?")
                .params(id.value(), person.value())
                .update();
        audit.record(actor, "keeper-removed", ProjectIntake.subject(entry.number()), Map.of("person", person.value()));
    }

    @EventListener
    void on(PersonDeleted event) {
        jdbc.sql("DELETE FROM stocktaking.keeper WHERE person = ?")
                .param(event.person().value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
