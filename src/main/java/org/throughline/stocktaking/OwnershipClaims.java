package org.throughline.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.stocktaking.Keepers.Keeper;

/// Somebody says that an entry is theirs: one that was brought in by the secretariat and has no owner, or one that
/// others keep. Its owner decides, or the secretariat.
@Service
public class OwnershipClaims {

    private static final int LONGEST = 2_000;
    private static final int MOST_OPEN = 20;
    private static final int MOST_SHOWN = 200;

    private static final String SELECT = """
            SELECT c.id, c.project_id, c.person, c.words, c.made_at FROM stocktaking.ownership_claim c
            WHERE c.decided_at IS NULL AND""" + " ";

    private static final String OWNERLESS = """
            NOT EXISTS (SELECT 1 FROM stocktaking.keeper k WHERE k.project_id = c.project_id AND k.role = 'owner')""";

    private final JdbcClient jdbc;
    private final ProjectRows rows;
    private final Keepers keepers;
    private final People people;
    private final ProjectMails mails;
    private final AuditTrail audit;
    private final Clock clock;

    OwnershipClaims(
            JdbcClient jdbc,
            ProjectRows rows,
            Keepers keepers,
            People people,
            ProjectMails mails,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.keepers = keepers;
        this.people = people;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /// A claim that waits to be decided.
    ///
    /// @param words why it is theirs, as they wrote it
    public record Claim(
            UUID id, ProjectRecord entry, PersonId person, String name, String email, String words, Instant madeAt) {}

    /// Says that an entry is the actor's. Refused for what nobody can see, what they own already, what they said
    /// before, and without a word why.
    @Transactional
    public void claim(long number, String words, Actor actor) {
        ProjectRecord entry = claimable(number);
        UUID person = ProjectDrafts.personOf(actor);
        String said = Storable.part(words).strip();
        if (said.isEmpty()) throw new Refusal("claim-without-words", 422, "stocktaking.claim.problem.words");
        if (said.codePointCount(0, said.length()) > LONGEST)
            throw new Refusal("claim-too-long", 422, "stocktaking.check.too-long", LONGEST);
        if (keepers.role(entry.id(), actor)
                .filter(role -> role == KeeperRole.OWNER)
                .isPresent()) throw new Refusal("claim-own", 409, "stocktaking.claim.problem.own");
        long open = jdbc.sql("SELECT count(*) FROM stocktaking.ownership_claim WHERE person = ? AND decided_at IS NULL")
                .param(person)
                .query(Long.class)
                .single();
        if (open >= MOST_OPEN) throw new Refusal("too-many-claims", 429, "stocktaking.claim.problem.too-many");
        int made = jdbc.sql("""
                INSERT INTO stocktaking.ownership_claim (id, project_id, person, words, made_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (project_id, person) WHERE decided_at IS NULL DO NOTHING""")
                .params(Ids.next(), entry.id().value(), person, said, now())
                .update();
        if (made == 0) throw new Refusal("claim-waits", 409, "stocktaking.claim.problem.waits");
        owner(entry).ifPresent(owner -> mails.claimed(entry, owner.person().value(), actor.name()));
        audit.record(actor, "entry-claimed", ProjectIntake.subject(number), Map.of());
    }

    /// The public entry of a number, for saying that it is one's own.
    @Transactional(readOnly = true)
    public ProjectRecord claimable(long number) {
        return rows.find(number).filter(entry -> entry.publishedAt() != null).orElseThrow(Refusal::notFound);
    }

    private Optional<Keeper> owner(ProjectRecord entry) {
        return keepers.of(entry.id()).stream()
                .filter(keeper -> keeper.role() == KeeperRole.OWNER)
                .findFirst();
    }

    /// Whether the actor's claim to an entry waits.
    @Transactional(readOnly = true)
    public boolean waits(ProjectId id, Actor actor) {
        return !list("c.project_id = ? AND c.person = ? LIMIT ?", id.value(), actor.person(), 1)
                .isEmpty();
    }

    /// The claims that the owner of an entry decides.
    @Transactional(readOnly = true)
    public List<Claim> of(ProjectId id) {
        return list("c.project_id = ? ORDER BY c.made_at LIMIT ?", id.value(), MOST_SHOWN);
    }

    /// The claims to entries that somebody owns.
    @Transactional(readOnly = true)
    public List<Claim> waitingFor(Actor actor) {
        return list("""
                EXISTS (SELECT 1 FROM stocktaking.keeper k WHERE k.project_id = c.project_id AND k.person = ? AND k.role = 'owner')
                ORDER BY c.made_at LIMIT ?""", actor.person(), MOST_SHOWN);
    }

    /// All that wait, oldest first, for the secretariat.
    @Transactional(readOnly = true)
    public List<Claim> waiting() {
        return list("true ORDER BY c.made_at LIMIT ?", MOST_SHOWN);
    }

    /// How many wait that nobody but the secretariat can decide.
    @Transactional(readOnly = true)
    public long withoutOwner() {
        return jdbc.sql("SELECT count(*) FROM stocktaking.ownership_claim c WHERE c.decided_at IS NULL AND "
                        + OWNERLESS)
                .query(Long.class)
                .single();
    }

    private List<Claim> list(String condition, Object... values) {
        return jdbc.sql(SELECT + condition).params(values).query(this::claim).list();
    }

    private Claim claim(ResultSet row, int n) throws SQLException {
        PersonId person = new PersonId(row.getObject("person", UUID.class));
        Optional<Person> known = people.find(person);
        return new Claim(
                row.getObject("id", UUID.class),
                rows.find(new ProjectId(row.getObject("project_id", UUID.class)))
                        .orElseThrow(),
                person,
                known.map(Person::name).orElse(""),
                known.map(one -> one.email().value()).orElse(""),
                row.getString("words"),
                row.getTimestamp("made_at").toInstant());
    }

    /// Decides a claim: who said so becomes the owner, and the one before stays a keeper; or not, for a reason that
    /// they are told. Refused to all but the owner and the secretariat. Returns the number of the entry.
    @Transactional
    public long decide(UUID id, boolean grant, String reason, Actor actor) {
        Claim claim = list("c.id = ? LIMIT ?", id, 1).stream().findFirst().orElseThrow(Refusal::notFound);
        ProjectRecord entry = rows.locked(List.of(claim.entry().id())).getFirst();
        boolean owner = keepers.role(entry.id(), actor)
                .filter(role -> role == KeeperRole.OWNER)
                .isPresent();
        if (!owner && !actor.may(Permission.MODERATE_REGISTER)) throw Refusal.notFound();
        String said = Storable.part(reason).strip();
        if (!grant && said.isEmpty()) throw new Refusal("reason-missing", 422, "stocktaking.problem.reason-missing");
        if (said.length() > LONGEST) said = said.substring(0, said.offsetByCodePoints(0, LONGEST / 2));
        int decided =
                jdbc.sql("""
                UPDATE stocktaking.ownership_claim SET decided_at = ?, decided_by = ?, granted = ?, reason = ?
                WHERE id = ? AND decided_at IS NULL""").params(now(), actor.person(), grant, said, id).update();
        if (decided == 0) throw Refusal.stale();
        if (grant) keepers.become(entry, claim.person().value(), KeeperRole.OWNER);
        mails.decided(entry, claim.person().value(), grant, said);
        audit.record(
                actor,
                grant ? "claim-granted" : "claim-refused",
                ProjectIntake.subject(entry.number()),
                Map.of("person", claim.person().value()));
        return entry.number();
    }

    @EventListener
    void on(PersonDeleted event) {
        jdbc.sql("DELETE FROM stocktaking.ownership_claim WHERE person = ? AND decided_at IS NULL")
                .param(event.person().value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
