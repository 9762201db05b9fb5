package org.throughline.directory;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.Attempts.Kind;
import org.throughline.directory.SignedInPerson.Way;

/// Lets people in and keeps what their sessions remember up to date. Never says whether an address has an account.
@Service
public class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Principals principals;
    private final AuditTrail audit;

    SignIn(
            JdbcClient jdbc,
            Clock clock,
            Passwords passwords,
            Attempts attempts,
            Principals principals,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.passwords = passwords;
        this.attempts = attempts;
        this.principals = principals;
        this.audit = audit;
    }

    private record Known(UUID id, @Nullable String passwordHash) {}

    /// The person whose address and password these are; empty for a wrong password, an unknown address and a locked
    /// account alike. Refuses after too many attempts on one address or from one machine.
    ///
    /// @param client the network address the request came from
    public Optional<SignedInPerson> byPassword(EmailAddress email, String password, String client) {
        attempts.count(Kind.PASSWORD_BY_CLIENT, client);
        attempts.count(Kind.PASSWORD_OF_ADDRESS, email.value());
        Known known = jdbc.sql("SELECT id, password_hash FROM directory.person WHERE email = ? AND disabled_at IS NULL")
                .param(email.value())
                .query((row, n) -> new Known(row.getObject("id", UUID.class), row.getString("password_hash")))
                .optional()
                .orElse(null);
        if (!passwords.match(password, known == null ? null : known.passwordHash()) || known == null) {
            log.info("A wrong password or address was refused");
            return Optional.empty();
        }
        attempts.forgive(Kind.PASSWORD_BY_CLIENT, client);
        attempts.forgive(Kind.PASSWORD_OF_ADDRESS, email.value());
        return Optional.of(enter(new PersonId(known.id()), Way.PASSWORD));
    }

    /// Brings what a session remembers up to date; empty when the session is over: the password was changed, every
    /// session was ended, or the account was locked or deleted.
    public Optional<SignedInPerson> current(SignedInPerson remembered) {
        return principals
                .of(remembered.person())
                .filter(standing -> standing.version() == remembered.version())
                .map(standing -> standing.signedIn(remembered.way(), remembered.since()));
    }

    /// Remembers that the session of this person ended by their own wish.
    public void left(SignedInPerson person) {
        audit.record(Actor.of(person), "signed-out", Access.subject(person.person()), Map.of());
    }

    /// Lets in somebody who has proved who they are.
    SignedInPerson enter(PersonId id, Way way) {
        principals.changed(id);
        SignedInPerson person = principals.of(id).orElseThrow(Locked::new).signedIn(way, clock.instant());
        audit.record(
                Actor.of(person),
                "signed-in",
                Access.subject(id),
                Map.of("way", way.name().toLowerCase(java.util.Locale.ROOT)));
        log.info("Person {} signed in by {}", id, way);
        return person;
    }
}
