package org.throughline.mail;

import static org.throughline.mail.MailRows.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.mail.MailRows.Claimed;
import org.throughline.mail.NewMail.Many;
import org.throughline.platform.Ids;

/// The table of outgoing messages as far as they go to many. Those of a batch are begun, some at a time, which is
/// on the disk before the mail server hears of them, and then marked one by one; what was begun and never marked
/// is in doubt.
@Component
class ManyRows {

    private final JdbcClient jdbc;

    ManyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes many messages with one statement; those whose key was taken before are left out.
    int insert(List<NewMail> mails, Instant now) {
        return jdbc.sql("""
                INSERT INTO mail.message (id, to_address, language, subject, text_body, purpose, dedup_key,
                                          bulk, batch, unsubscribe, created_at, not_before, next_attempt_at)
                SELECT m.id, m.to_address, m.language, m.subject, m.text_body, m.purpose, m.dedup_key,
                       m.unsubscribe IS NOT NULL, m.batch, m.unsubscribe, :now, :now, :now
                FROM unnest(:ids::text[]::uuid[], :to::text[], :languages::text[], :subjects::text[], :texts::text[],
                            :purposes::text[], :keys::text[], :batches::text[], :unsubscribe::text[])
                     AS m (id, to_address, language, subject, text_body, purpose, dedup_key, batch, unsubscribe)
                ON CONFLICT (dedup_key) DO NOTHING""")
                .param("now", utc(now))
                .param("ids", column(mails, mail -> Ids.next().toString()))
                .param("to", column(mails, mail -> mail.to().value()))
                .param("languages", column(mails, NewMail::language))
                .param("subjects", column(mails, NewMail::subject))
                .param("texts", column(mails, NewMail::text))
                .param("purposes", column(mails, NewMail::purpose))
                .param("keys", column(mails, NewMail::dedupKey))
                .param("batches", column(mails, mail -> of(mail.many(), Many::batch)))
                .param("unsubscribe", column(mails, mail -> of(mail.many(), Many::unsubscribe)))
                .update();
    }

    private static @Nullable String of(@Nullable Many many, Function<Many, @Nullable String> part) {
        return many == null ? null : part.apply(many);
    }

    private static @Nullable String[] column(List<NewMail> mails, Function<NewMail, @Nullable String> value) {
        return mails.stream().map(value).toArray(String[]::new);
    }

    /// Takes some messages that are due longest, for as long as `lease`, and begins them.
    List<Claimed> begin(Instant now, Duration lease, int most) {
        return jdbc.sql("""
                UPDATE mail.message SET attempts = attempts + 1, begun_at = :now, next_attempt_at = :until
                WHERE id IN (SELECT id FROM mail.message
                             WHERE sent_at IS NULL AND failed_at IS NULL AND bulk AND next_attempt_at <= :now
                                   AND (begun_at IS NULL OR batch IS NULL)
                             ORDER BY next_attempt_at, id LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING id, to_address, language, subject, text_body, created_at, attempts, unsubscribe""")
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .param("most", most)
                .query(MailRows::claimed)
                .list();
    }

    /// Marks a message that the server took. Nobody waits for the disk here: a mark that a power cut loses leaves
    /// the message in doubt, it is not sent again.
    void sent(MailId id, Instant now) {
        jdbc.sql("""
                WITH soon AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
                UPDATE mail.message SET sent_at = :now, text_body = NULL, last_error = NULL, failed_at = NULL, in_doubt = false
                FROM soon WHERE id = :id""").param("now", utc(now)).param("id", id.value()).update();
    }

    /// Puts messages back that the server has certainly not taken.
    void putBack(Collection<MailId> ids, Instant when, @Nullable String error) {
        jdbc.sql("""
                UPDATE mail.message SET begun_at = NULL, next_attempt_at = :when,
                    last_error = coalesce(:error, last_error)
                WHERE id = ANY (:ids::text[]::uuid[]) AND sent_at IS NULL AND failed_at IS NULL""")
                .param("ids", ids.stream().map(MailId::toString).toArray(String[]::new))
                .param("when", utc(when))
                .param("error", error)
                .update();
    }

    /// Ends a message of which nobody knows whether the server took it.
    void leaveInDoubt(MailId id, Instant now, String error) {
        jdbc.sql("""
                UPDATE mail.message SET failed_at = :now, in_doubt = true, text_body = NULL, last_error = :error
                WHERE id = :id AND batch IS NOT NULL""")
                .param("id", id.value())
                .param("now", utc(now))
                .param("error", error)
                .update();
    }

    /// Ends the messages of batches that were begun by a relay which is no more. How many they were.
    int endThoseInDoubt(Instant now) {
        return jdbc.sql("""
                UPDATE mail.message SET failed_at = :now, in_doubt = true, text_body = NULL,
                    last_error = 'The program ended while this was being sent'
                WHERE bulk AND batch IS NOT NULL AND begun_at IS NOT NULL AND sent_at IS NULL AND failed_at IS NULL
                      AND next_attempt_at <= :now""").param("now", utc(now)).update();
    }

    Outbox.Tally tally(String batch) {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM mail.message
                        WHERE bulk AND sent_at IS NULL AND failed_at IS NULL AND batch = :batch) AS waiting,
                       count(*) FILTER (WHERE NOT in_doubt) AS failed, count(*) FILTER (WHERE in_doubt) AS in_doubt
                FROM mail.message WHERE batch = :batch AND failed_at IS NOT NULL""")
                .param("batch", batch)
                .query((row, n) ->
                        new Outbox.Tally(row.getLong("waiting"), row.getLong("failed"), row.getLong("in_doubt")))
                .single();
    }

    List<Outbox.InDoubt> inDoubt(String batch) {
        return jdbc.sql("""
                SELECT to_address, begun_at FROM mail.message WHERE batch = :batch AND in_doubt ORDER BY begun_at, id""")
                .param("batch", batch)
                .query((row, n) -> new Outbox.InDoubt(
                        row.getString("to_address"),
                        row.getTimestamp("begun_at").toInstant()))
                .list();
    }

    /// Removes the messages of a batch that are in doubt, and says their keys.
    List<String> forgetInDoubt(String batch) {
        return jdbc.sql("DELETE FROM mail.message WHERE batch = :batch AND in_doubt RETURNING dedup_key")
                .param("batch", batch)
                .query(String.class)
                .list();
    }

    /// How many messages to many wait, counted no further than `most`.
    int waiting(int most) {
        return jdbc.sql("""
                SELECT count(*) FROM (SELECT 1 FROM mail.message
                WHERE bulk AND sent_at IS NULL AND failed_at IS NULL LIMIT :most) AS few""").param("most", most).query(Integer.class).single();
    }
}
