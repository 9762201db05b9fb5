package org.throughline.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Ids;

/// The table of outgoing messages.
@Component
class MailRows {

    /// A message that a relay has taken to send.
    ///
    /// @param attempt the number of this attempt, 1 for the first
    /// @param unsubscribe where its reader stops more of its kind; absent for a letter to one person
    record Claimed(
            MailId id,
            MailAddress to,
            String language,
            String subject,
            String text,
            Instant createdAt,
            int attempt,
            @Nullable String unsubscribe) {
        @Override
        public String toString() {
            return "Claimed[" + id + "]";
        }
    }

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    MailId insert(NewMail mail, Instant now) {
        return jdbc.sql("""
                INSERT INTO mail.message (id, to_address, language, subject, text_body, purpose, dedup_key,
                                          bulk, batch, unsubscribe, created_at, not_before, next_attempt_at)
                VALUES (:id, :to, :language, :subject, :text, :purpose, :key,
                        :bulk, :batch, :unsubscribe, :now, :now, :now)
                ON CONFLICT (dedup_key) DO NOTHING RETURNING id""")
                .param("id", Ids.next())
                .param("to", mail.to().value())
                .param("language", mail.language())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("purpose", mail.purpose())
                .param("key", mail.dedupKey())
                .param("bulk", mail.many() != null)
                .param("batch", mail.many() == null ? null : mail.many().batch())
                .param("unsubscribe", mail.many() == null ? null : mail.many().unsubscribe())
                .param("now", utc(now))
                .query(UUID.class)
                .optional()
                .map(MailId::new)
                .orElseGet(() -> withKey(Objects.requireNonNull(mail.dedupKey())));
    }

    private MailId withKey(String key) {
        return new MailId(jdbc.sql("SELECT id FROM mail.message WHERE dedup_key = :key")
                .param("key", key)
                .query(UUID.class)
                .single());
    }

    /// Takes the letter that is due longest, for as long as `lease`: no other relay gets it in that time, and when
    /// this one is killed another takes it up. Messages to many are not taken here, see [ManyRows].
    Optional<Claimed> claim(Instant now, Duration lease) {
        return jdbc.sql("""
                UPDATE mail.message SET attempts = attempts + 1, next_attempt_at = :until
                WHERE id = (SELECT id FROM mail.message
                            WHERE sent_at IS NULL AND failed_at IS NULL AND NOT bulk AND next_attempt_at <= :now
                            ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, to_address, language, subject, text_body, created_at, attempts, unsubscribe""")
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(MailRows::claimed)
                .optional();
    }

    static Claimed claimed(ResultSet row, int n) throws SQLException {
        return new Claimed(
                new MailId(row.getObject("id", UUID.class)),
                new MailAddress(row.getString("to_address")),
                row.getString("language"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("attempts"),
                row.getString("unsubscribe"));
    }

    /// The text goes: once it is with the recipient, a link in it is nobody else's business.
    void sent(MailId id, Instant now) {
        jdbc.sql("UPDATE mail.message SET sent_at = :now, text_body = NULL, last_error = NULL WHERE id = :id")
                .param("id", id.value())
                .param("now", utc(now))
                .update();
    }

    void tryAgain(MailId id, Instant when, String error) {
        jdbc.sql("UPDATE mail.message SET next_attempt_at = :when, last_error = :error WHERE id = :id")
                .param("id", id.value())
                .param("when", utc(when))
                .param("error", error)
                .update();
    }

    void giveUp(MailId id, Instant now, String error) {
        jdbc.sql("UPDATE mail.message SET failed_at = :now, text_body = NULL, last_error = :error WHERE id = :id")
                .param("id", id.value())
                .param("now", utc(now))
                .param("error", error)
                .update();
    }

    /// How many finished messages from before a moment were forgotten.
    int forgetBefore(Instant moment) {
        return jdbc.sql("DELETE FROM mail.message WHERE coalesce(sent_at, failed_at) < :moment")
                .param("moment", utc(moment))
                .update();
    }

    /// The newest messages, to one recipient or to all, at most `limit`.
    List<DemoMail.Message> newest(@Nullable String to, int limit) {
        return jdbc.sql("""
                SELECT id, to_address, language, subject, text_body, created_at FROM mail.message
                WHERE text_body IS NOT NULL AND (CAST(:to AS text) IS NULL OR lower(to_address) = lower(:to))
                ORDER BY created_at DESC, id DESC LIMIT :limit""")
                .param("to", to)
                .param("limit", limit)
                .query((row, n) -> new DemoMail.Message(
                        new MailId(row.getObject("id", UUID.class)),
                        row.getString("to_address"),
                        row.getString("language"),
                        row.getString("subject"),
                        row.getString("text_body"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /// Remembers that a server does not know this address.
    void dead(MailAddress address, Instant now, String answer) {
        jdbc.sql("""
                INSERT INTO mail.dead_address (address, since, answer) VALUES (:address, :now, :answer)
                ON CONFLICT (address) DO NOTHING""")
                .param("address", address.key())
                .param("now", utc(now))
                .param("answer", answer)
                .update();
    }

    /// Remembers that mail arrives at this address.
    void alive(MailAddress address) {
        jdbc.sql("DELETE FROM mail.dead_address WHERE address = :address")
                .param("address", address.key())
                .update();
    }

    List<String> deadAmong(Collection<MailAddress> addresses) {
        return jdbc.sql("SELECT address FROM mail.dead_address WHERE address = ANY (:addresses::text[])")
                .param("addresses", addresses.stream().map(MailAddress::key).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
