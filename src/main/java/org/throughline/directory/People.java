package org.throughline.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.Ids;
import org.throughline.platform.Languages;

/// Who has an account. Deleted people are not found; of them only the id is left.
@Service
public class People {

    static final String COLUMNS = "p.id, p.email, p.name, p.language, p.created_at, p.verified_at, p.disabled_at";

    private static final String MEMBER = "verified_at IS NOT NULL AND deleted_at IS NULL AND disabled_at IS NULL";
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directory.person p WHERE id = ? AND deleted_at IS NULL")
                .param(id.value())
                .query(People::person)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Person> byEmail(EmailAddress email) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directory.person p WHERE email = ?")
                .param(email.value())
                .query(People::person)
                .optional();
    }

    /// The person with this address, made when there is none yet. Someone made this way has no password and comes
    /// in by a one-time link.
    @Transactional
    public Person ensure(EmailAddress email, String name, String language) {
        if (!Languages.isKnown(language))
            throw new IllegalArgumentException("Not one of the six languages: " + language);
        jdbc.sql("""
                INSERT INTO directory.person (id, email, name, language, created_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (email) DO NOTHING""")
                .params(Ids.next(), email.value(), name, language, Timestamp.from(clock.instant()))
                .update();
        return byEmail(email).orElseThrow();
    }

    /// The people with these ids, as far as they still have an account that is not locked.
    @Transactional(readOnly = true)
    public List<Person> reachable(Collection<PersonId> ids) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM directory.person p
                WHERE id = ANY (?::text[]::uuid[]) AND deleted_at IS NULL AND disabled_at IS NULL ORDER BY id""")
                .param(ids.stream().map(PersonId::toString).toArray(String[]::new))
                .query(People::person)
                .list();
    }

    /// How many people can be reached: those whose address was once shown to be theirs, and whose account is not
    /// locked.
    @Transactional(readOnly = true)
    public long countMembers() {
        return jdbc.sql("SELECT count(*) FROM directory.person WHERE " + MEMBER)
                .query(Long.class)
                .single();
    }

    /// The next of those whom [#countMembers] counts, in the order of their ids.
    ///
    /// @param after the last one before; absent for the first
    public List<Person> membersAfter(@Nullable PersonId after, Instant joinedBefore, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directory.person p WHERE " + MEMBER
                        + " AND p.id > ? AND p.created_at <= ? ORDER BY p.id LIMIT ?")
                .params(after == null ? NOBODY : after.value(), Timestamp.from(joinedBefore), most)
                .query(People::person)
                .list();
    }

    static Person person(ResultSet row, int n) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                row.getString("language"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "verified_at"),
                instant(row, "disabled_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
