package org.throughline.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Ids;
import org.throughline.platform.Secrets;

/// The table of one-time links.
@Component
class LinkRows {

    static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration KEPT_AFTERWARDS = Duration.ofDays(1);

    enum Purpose {
        SIGN_IN("sign-in"),
        REGISTRATION("registration");

        private final String column;

        Purpose(String column) {
            this.column = column;
        }
    }

    /// @param name and the hash of the password: what a registration waits to become
    record Link(
            UUID id,
            EmailAddress email,
            @Nullable String name,
            @Nullable String passwordHash,
            String language,
            @Nullable String next) {

        @Override
        public String toString() {
            return "Link[" + id + "]";
        }
    }

    /// A link that was made, and the secret that only its mail says.
    record Fresh(UUID id, String secret) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Fresh insert(
            Purpose purpose,
            EmailAddress email,
            @Nullable String name,
            @Nullable String hash,
            String language,
            @Nullable String next) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM directory.link WHERE expires_at < ?")
                .param(Timestamp.from(now.minus(KEPT_AFTERWARDS)))
                .update();
        var fresh = new Fresh(Ids.next(), Secrets.fresh());
        jdbc.sql("""
                INSERT INTO directory.link
                    (id, token_hash, purpose, email, name, password_hash, language, next, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        fresh.id(),
                        Secrets.hash(fresh.secret()),
                        purpose.column,
                        email.value(),
                        name,
                        hash,
                        language,
                        next,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)))
                .update();
        return fresh;
    }

    /// The link of a secret, while it can still be used.
    Optional<Link> find(Purpose purpose, String secret) {
        return jdbc.sql("""
                SELECT id, email, name, password_hash, language, next FROM directory.link
                WHERE token_hash = ? AND purpose = ? AND used_at IS NULL AND expires_at > ?""")
                .params(Secrets.hash(secret), purpose.column, Timestamp.from(clock.instant()))
                .query(LinkRows::link)
                .optional();
    }

    /// Uses a link up. Of two who try at the same time, one gets it.
    Optional<Link> use(Purpose purpose, String secret) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                UPDATE directory.link SET used_at = ?
                WHERE token_hash = ? AND purpose = ? AND used_at IS NULL AND expires_at > ?
                RETURNING id, email, name, password_hash, language, next""")
                .params(now, Secrets.hash(secret), purpose.column, now)
                .query(LinkRows::link)
                .optional();
    }

    private static Link link(ResultSet row, int n) throws SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                row.getString("password_hash"),
                row.getString("language"),
                row.getString("next"));
    }
}
