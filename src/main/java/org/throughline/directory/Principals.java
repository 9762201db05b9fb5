package org.throughline.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.access.Permission;

/// What each person may do now, kept for some seconds: on the node that makes a change it is seen at once, on
/// others that share the database a little later.
@Component
class Principals {

    private static final Duration KEPT = Duration.ofSeconds(15);

    private final Cache<UUID, Optional<Standing>> standings =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(KEPT).build();
    private final JdbcClient jdbc;

    Principals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A person who may be signed in.
    record Standing(UUID id, String name, Set<Permission> permissions, int version) {

        SignedInPerson signedIn(SignedInPerson.Way way, Instant since) {
            return new SignedInPerson(id, name, permissions, version, way, since);
        }
    }

    /// Empty for people who are disabled, deleted or unknown.
    Optional<Standing> of(PersonId person) {
        return standings.get(person.value(), this::read);
    }

    /// To be called by whoever changes a person: forgets what was kept, now or after the commit.
    void changed(PersonId person) {
        AfterCommit.run(() -> standings.invalidate(person.value()));
    }

    private Optional<Standing> read(UUID id) {
        return jdbc.sql("""
                SELECT name, version, ARRAY (SELECT role FROM directory.granted_role g WHERE g.person = p.id) AS roles
                FROM directory.person p WHERE id = ? AND disabled_at IS NULL AND deleted_at IS NULL""")
                .param(id)
                .query((row, n) -> new Standing(
                        id,
                        row.getString("name"),
                        Role.permissionsOf(
                                roles((String[]) row.getArray("roles").getArray())),
                        row.getInt("version")))
                .optional();
    }

    static Set<Role> roles(String[] names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
