package org.throughline.notices;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Words in links of mails that nobody can guess: an id and a seal over it (HMAC-SHA-256, 128 bits). Nothing is
/// kept for each mail, so that half a million of them need no table of secrets. A seal is good for one purpose
/// only.
@Component
public class SealedLinks {

    /// What a link is for.
    public enum Purpose {
        /// Stops letters to all members; the id of a person.
        LETTERS,
        /// Stops update calls; the id of a person.
        UPDATE_CALLS,
        /// Confirms that an address belongs to who follows something; the id of a follow.
        CONFIRM_FOLLOW,
        /// Shows and changes what somebody follows, and stops it; the id of a subscriber.
        FOLLOWS,
        /// Stops one follow; its id.
        ONE_FOLLOW,
        /// Answers for one entry of the register in an update call; the id of the question.
        ENTRY,
        /// Answers for all entries of one person in an update call; the id of the letter.
        ENTRIES
    }

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL = 16;
    private static final int ID = 16;

    private final JdbcClient jdbc;
    private volatile @Nullable SecretKeySpec key;

    SealedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The word for this id, safe in an address.
    public String seal(Purpose purpose, UUID id) {
        byte[] word = new byte[ID + SEAL];
        ByteBuffer.wrap(word)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(mac(purpose, id));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(word);
    }

    /// The id in a word that was sealed here for this purpose; empty for every other word.
    public Optional<UUID> open(Purpose purpose, String word) {
        if (word.length() > 64) return Optional.empty();
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(word.getBytes(StandardCharsets.ISO_8859_1));
            if (bytes.length != ID + SEAL) return Optional.empty();
            ByteBuffer read = ByteBuffer.wrap(bytes);
            var id = new UUID(read.getLong(), read.getLong());
            boolean ours = MessageDigest.isEqual(mac(purpose, id), Arrays.copyOfRange(bytes, ID, bytes.length));
            return ours ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(Purpose purpose, UUID id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update((purpose.name() + " " + id).getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(), SEAL);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known != null) return known;
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("INSERT INTO notices.seal_key (key) VALUES (?) ON CONFLICT DO NOTHING")
                .param(fresh)
                .update();
        known = new SecretKeySpec(
                jdbc.sql("SELECT key FROM notices.seal_key").query(byte[].class).single(), ALGORITHM);
        key = known;
        return known;
    }
}
