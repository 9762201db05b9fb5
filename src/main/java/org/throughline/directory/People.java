package org.throughline.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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
