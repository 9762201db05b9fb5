package org.throughline.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;

/// Who may do what. Only an operator grants and takes away, and the last operator stays one.
@Service
public class Access {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final Principals principals;

    Access(JdbcClient jdbc, Clock clock, AuditTrail audit, Principals principals) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.principals = principals;
    }

    @Transactional(readOnly = true)
    public Set<Role> rolesOf(PersonId person) {
        return Principals.roles(jdbc.sql("SELECT role FROM directory.granted_role WHERE person = ?")
                .param(person.value())
                .query(String.class)
                .list()
                .toArray(String[]::new));
    }

    @Transactional
    public void grant(PersonId person, Role role, Actor actor) {
        mustOperate(actor);
        if (role == Role.CONTRIBUTOR) return;
        int added = jdbc.sql("""
                INSERT INTO directory.granted_role (person, role, granted_at)
                SELECT id, ?, ? FROM directory.person WHERE id = ? AND deleted_at IS NULL
                ON CONFLICT DO NOTHING""")
                .params(role.name(), Timestamp.from(clock.instant()), person.value())
                .update();
        if (added == 0) return;
        audit.record(actor, "role-granted", subject(person), Map.of("role", role.name()));
        principals.changed(person);
    }

    @Transactional
    public void revoke(PersonId person, Role role, Actor actor) {
        mustOperate(actor);
        if (role == Role.OPERATOR) keepOneOperator(person);
        int removed = jdbc.sql("DELETE FROM directory.granted_role WHERE person = ? AND role = ?")
                .params(person.value(), role.name())
                .update();
        if (removed == 0) return;
        audit.record(actor, "role-revoked", subject(person), Map.of("role", role.name()));
        principals.changed(person);
    }

    /// Refuses when this person is the only operator who can still sign in. Holds the operators' rows until the
    /// commit, so that two of them cannot remove each other at the same time.
    void keepOneOperator(PersonId leaving) {
        List<UUID> operators = operators();
        if (operators.contains(leaving.value()) && operators.size() == 1)
            throw new Refusal("last-operator", 409, "directory.refusal.last-operator");
    }

    boolean hasOperator() {
        return !operators().isEmpty();
    }

    private List<UUID> operators() {
        return jdbc.sql("""
                SELECT p.id FROM directory.person p JOIN directory.granted_role g ON g.person = p.id
                WHERE g.role = 'OPERATOR' AND p.disabled_at IS NULL AND p.deleted_at IS NULL
                ORDER BY p.id FOR UPDATE OF p, g""").query(UUID.class).list();
    }

    private static void mustOperate(Actor actor) {
        if (!actor.may(Permission.OPERATE)) throw Refusal.forbidden();
    }

    /// How the audit trail names a person.
    static String subject(PersonId person) {
        return "people/" + person;
    }
}
