package org.throughline.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The secret words in mails by which an addressee reads, acknowledges and answers a letter. Each mail has its
/// own; only hashes are kept.
@Component
class ReplyLinks {

    private static final SecureRandom RANDOM = new SecureRandom();

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
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(
                        "INSERT INTO letters.link (secret_hash, letter, addressee, focal_point, made_at) VALUES (?, ?, ?, ?, ?)")
                .params(hash(secret), letter, addressee, focalPoint, Timestamp.from(clock.instant()))
                .update();
        return secret;
    }

    /// Empty for a word that opens nothing, or nothing more.
    Optional<Opened> open(String secret) {
        if (secret.length() != 43) return Optional.empty();
        return jdbc.sql("SELECT letter, addressee, focal_point FROM letters.link WHERE secret_hash = ?")
                .param(hash(secret))
                .query((row, n) -> new Opened(
                        row.getObject("letter", UUID.class),
                        row.getObject("addressee", UUID.class),
                        row.getObject("focal_point", UUID.class)))
                .optional();
    }

    // Unlike a password, such a secret cannot be guessed: a plain hash is enough.
    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
