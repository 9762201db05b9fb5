package org.throughline.letters;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Secrets;

/// The secret words in mails by which an addressee reads, acknowledges and answers a letter. Each mail has its
/// own; only hashes are kept.
@Component
class ReplyLinks {

    /// For whom a link speaks.
    record Opened(UUID letter, UUID addressee, UUID focalPoint) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ReplyLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Makes a link and says its secret, for the only time.
    String fresh(UUID letter, UUID addressee, UUID focalPoint) {
        String secret = Secrets.fresh();
        jdbc.sql(
                        "INSERT INTO letters.link (secret_hash, letter, addressee, focal_point, made_at) VALUES (?, ?, ?, ?, ?)")
                .params(Secrets.hash(secret), letter, addressee, focalPoint, Timestamp.from(clock.instant()))
                .update();
        return secret;
    }

    /// Empty for a word that opens nothing, or nothing more.
    Optional<Opened> open(String secret) {
        if (secret.length() != 43) return Optional.empty();
        return jdbc.sql("SELECT letter, addressee, focal_point FROM letters.link WHERE secret_hash = ?")
                .param(Secrets.hash(secret))
                .query((row, n) -> new Opened(
                        row.getObject("letter", UUID.class),
                        row.getObject("addressee", UUID.class),
                        row.getObject("focal_point", UUID.class)))
                .optional();
    }
}
