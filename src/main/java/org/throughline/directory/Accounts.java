package org.throughline.directory;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.platform.Ids;

/// What people do with their own accounts.
@Service
public class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Passwords passwords;
    private final People people;

    Accounts(JdbcClient jdbc, Clock clock, Passwords passwords, People people) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.passwords = passwords;
        this.people = people;
    }

    /// Makes an account whose address is known to be the person's, with a password.
    Person create(EmailAddress email, String name, String language, String password) {
        jdbc.sql("""
                INSERT INTO directory.person (id, email, name, language, password_hash, created_at, verified_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        email.value(),
                        name,
                        language,
                        passwords.hash(password),
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant()))
                .update();
        return people.byEmail(email).orElseThrow();
    }
}
