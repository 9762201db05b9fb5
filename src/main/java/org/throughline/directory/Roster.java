package org.throughline.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;

/// The operator's list of everybody who has an account, and the right to lock one.
@Service
public class Roster {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Access access;
    private final Principals principals;
    private final AuditTrail audit;

    Roster(JdbcClient jdbc, Clock clock, Access access, Principals principals, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.access = access;
        this.principals = principals;
        this.audit = audit;
    }

    /// Somebody with an account, as the operator sees them.
    public record Line(Person person, Set<Role> roles) {}

    /// Some of the people, and from whom the next page goes on, if there is one.
    public record Page(
            List<Line> lines, long total, @Nullable PersonId next) {}

    /// People whose name or address contains some words, newest first.
    ///
    /// @param words empty for everybody
    /// @param role only people with this role
    /// @param after the last person of the page before
    @Transactional(readOnly = true)
    public Page find(String words, @Nullable Role role, @Nullable PersonId after, Actor actor) {
        mustOperate(actor);
        String pattern = "%" + words.strip().replace("\0", "").replaceAll("([\\\\%_])", "\\\\$1") + "%";
        String roleName = role == null || role == Role.CONTRIBUTOR ? null : role.name();
        String where = """
                 FROM directory.person p WHERE p.deleted_at IS NULL AND (p.name ILIKE :pattern OR p.email ILIKE :pattern)
                AND (:role::text IS NULL OR EXISTS (SELECT FROM directory.granted_role g WHERE g.person = p.id AND g.role = :role))
                """;
        long total = jdbc.sql("SELECT count(*)" + where)
                .param("pattern", pattern)
                .param("role", roleName)
                .query(Long.class)
                .single();
        List<Line> lines = jdbc.sql("SELECT " + People.COLUMNS
                        + ", ARRAY (SELECT g.role FROM directory.granted_role g WHERE g.person = p.id) AS roles" + where
                        + " AND (:after::uuid IS NULL OR p.id < :after) ORDER BY p.id DESC LIMIT " + (PAGE + 1))
                .param("pattern", pattern)
                .param("role", roleName)
                .param("after", after == null ? null : after.value())
                .query((row, n) -> new Line(People.person(row, n), Principals.roles((String[])
                        row.getArray("roles").getArray())))
                .list();
        if (lines.size() <= PAGE) return new Page(lines, total, null);
        List<Line> shown = lines.subList(0, PAGE);
        return new Page(shown, total, shown.getLast().person().id());
    }

    @Transactional(readOnly = true)
    public Optional<Line> find(PersonId id, Actor actor) {
        mustOperate(actor);
        return jdbc.sql("SELECT " + People.COLUMNS + " FROM directory.person p WHERE id = ? AND deleted_at IS NULL")
                .param(id.value())
                .query(People::person)
                .optional()
                .map(person -> new Line(person, access.rolesOf(id)));
    }

    /// What was done to or by this person's account, newest first.
    @Transactional(readOnly = true)
    public List<AuditTrail.Act> acts(PersonId id, Actor actor) {
        mustOperate(actor);
        return audit.of(Access.subject(id), 20);
    }

    /// Gives a person exactly these roles.
    @Transactional
    public void assign(PersonId person, Set<Role> roles, Actor actor) {
        mustOperate(actor);
        Set<Role> now = access.rolesOf(person);
        for (Role role : Role.values()) {
            if (roles.contains(role) && !now.contains(role)) access.grant(person, role, actor);
            if (!roles.contains(role) && now.contains(role)) access.revoke(person, role, actor);
        }
    }

    /// Locks an account: its sessions and keys stop working at once. Refuses the last operator.
    @Transactional
    public void lock(PersonId person, Actor actor) {
        mustOperate(actor);
        access.keepOneOperator(person);
        change(
                person,
                "account-locked",
                "disabled_at = coalesce(disabled_at, ?), version = version + 1",
                actor,
                Timestamp.from(clock.instant()));
    }

    @Transactional
    public void unlock(PersonId person, Actor actor) {
        mustOperate(actor);
        change(person, "account-unlocked", "disabled_at = NULL", actor);
    }

    private void change(PersonId person, String act, String set, Actor actor, Object... parameters) {
        var statement = jdbc.sql("UPDATE directory.person SET " + set + " WHERE deleted_at IS NULL AND id = ?");
        for (Object parameter : parameters) statement = statement.param(parameter);
        UUID id = person.value();
        if (statement.param(id).update() == 0) throw Refusal.notFound();
        audit.record(actor, act, Access.subject(person), Map.of());
        principals.changed(person);
    }

    private static void mustOperate(Actor actor) {
        if (!actor.may(Permission.OPERATE)) throw Refusal.forbidden();
    }
}
