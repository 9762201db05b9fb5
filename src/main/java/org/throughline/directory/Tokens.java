package org.throughline.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.SignedInPerson.Way;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.Secrets;
import org.throughline.platform.access.TokenSource;
import org.throughline.platform.access.Viewer;

/// Keys with which a person's programs use the API: they may do what the person may do, until they expire or are
/// revoked. The key itself is shown once and never kept.
@Service
public class Tokens implements TokenSource {

    /// Every key begins so, that a leaked one is recognised for what it is.
    public static final String PREFIX = "tl_";

    private static final int MOST = 20;
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final Cache<ByteBuffer, Optional<Holder>> holders =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(KEPT).build();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Principals principals;
    private final AuditTrail audit;

    Tokens(JdbcClient jdbc, Clock clock, Principals principals, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.principals = principals;
        this.audit = audit;
    }

    /// A key as its owner sees it.
    ///
    /// @param usedAt when it was last used, to the minute
    public record Token(
            UUID id,
            String name,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    private record Holder(UUID token, UUID person, Instant createdAt, Instant expiresAt) {}

    @Override
    public Optional<Viewer> holderOf(String token) {
        if (!token.startsWith(PREFIX) || token.length() > 100) return Optional.empty();
        return holders.get(ByteBuffer.wrap(Secrets.hash(token)), this::read)
                .filter(holder -> holder.expiresAt().isAfter(clock.instant()))
                .flatMap(holder -> principals
                        .of(new PersonId(holder.person()))
                        .map(standing -> standing.signedIn(Way.TOKEN, holder.createdAt())));
    }

    private Optional<Holder> read(ByteBuffer hash) {
        Optional<Holder> holder = jdbc.sql("""
                SELECT id, person, created_at, expires_at FROM directory.token
                WHERE token_hash = ? AND revoked_at IS NULL""")
                .param(hash.array())
                .query((row, n) -> new Holder(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
        holder.ifPresent(found -> remember(found.token()));
        return holder;
    }

    // To the minute is enough to see that a key is in use, and spares a write at every request.
    private void remember(UUID token) {
        Instant now = clock.instant();
        jdbc.sql("UPDATE directory.token SET used_at = ? WHERE id = ? AND (used_at IS NULL OR used_at < ?)")
                .params(Timestamp.from(now), token, Timestamp.from(now.minusSeconds(60)))
                .update();
    }

    /// Makes a key and returns it, for the only time.
    @Transactional
    public String create(SignedInPerson owner, String name, Duration life) {
        if (life.compareTo(LONGEST_LIFE) > 0 || !life.isPositive()) throw Refusal.badRequest();
        if (of(owner.person()).size() >= MOST)
            throw new Refusal("too-many-tokens", 409, "directory.refusal.too-many-tokens", MOST);
        String token = PREFIX + Secrets.fresh();
        UUID id = Ids.next();
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO directory.token (id, person, name, token_hash, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)""")
                .params(id, owner.id(), name, Secrets.hash(token), Timestamp.from(now), Timestamp.from(now.plus(life)))
                .update();
        audit.record(
                Actor.of(owner),
                "token-created",
                Access.subject(owner.person()),
                Map.of("token", id.toString(), "expires", now.plus(life).toString()));
        return token;
    }

    /// The keys a person can still use, newest first.
    @Transactional(readOnly = true)
    public List<Token> of(PersonId person) {
        return jdbc.sql("""
                SELECT id, name, created_at, expires_at, used_at FROM directory.token
                WHERE person = ? AND revoked_at IS NULL AND expires_at > ? ORDER BY id DESC""")
                .params(person.value(), Timestamp.from(clock.instant()))
                .query(Tokens::token)
                .list();
    }

    /// Ends a key at once. Only its owner can.
    @Transactional
    public void revoke(SignedInPerson owner, UUID token) {
        int revoked = jdbc.sql(
                        "UPDATE directory.token SET revoked_at = ? WHERE id = ? AND person = ? AND revoked_at IS NULL")
                .params(Timestamp.from(clock.instant()), token, owner.id())
                .update();
        if (revoked == 0) throw Refusal.notFound();
        audit.record(
                Actor.of(owner), "token-revoked", Access.subject(owner.person()), Map.of("token", token.toString()));
        forgetAfterCommit();
    }

    /// Ends every key of a person.
    void revokeAll(PersonId person) {
        jdbc.sql("UPDATE directory.token SET revoked_at = ? WHERE person = ? AND revoked_at IS NULL")
                .params(Timestamp.from(clock.instant()), person.value())
                .update();
        forgetAfterCommit();
    }

    private void forgetAfterCommit() {
        AfterCommit.run(holders::invalidateAll);
    }

    private static Token token(ResultSet row, int n) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                People.instant(row, "used_at"));
    }
}
