package org.throughline.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Ids;

/// The table of people, as those who let people in write it.
@Component
class PersonRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean hasName(EmailAddress email) {
        return jdbc.sql("SELECT count(*) FROM directory.person WHERE email = ? AND name <> ''")
                        .param(email.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean exists(EmailAddress email) {
        return jdbc.sql("SELECT count(*) FROM directory.person WHERE email = ?")
                        .param(email.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// The person who has just shown that this address is theirs, made when there is none yet.
    PersonId verified(EmailAddress email, String name, String language) {
        Timestamp now = Timestamp.from(clock.instant());
        return new PersonId(jdbc.sql("""
                INSERT INTO directory.person AS p (id, email, name, language, created_at, verified_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (email) DO UPDATE SET
                    verified_at = coalesce(p.verified_at, excluded.verified_at),
                    name = CASE WHEN p.name = '' THEN excluded.name ELSE p.name END
                RETURNING id""")
                .params(Ids.next(), email.value(), name, language, now, now)
                .query(UUID.class)
                .single());
    }

    @Nullable
    String passwordHash(PersonId person) {
        return jdbc.sql("SELECT coalesce(password_hash, '') FROM directory.person WHERE id = ?")
                .param(person.value())
                .query(String.class)
                .optional()
                .filter(hash -> !hash.isEmpty())
                .orElse(null);
    }

    /// Sets a password and ends every session.
    void setPassword(PersonId person, String hash) {
        jdbc.sql("UPDATE directory.person SET password_hash = ?, version = version + 1 WHERE id = ?")
                .params(hash, person.value())
                .update();
    }

    void endSessions(PersonId person) {
        jdbc.sql("UPDATE directory.person SET version = version + 1 WHERE id = ?")
                .param(person.value())
                .update();
    }
}
