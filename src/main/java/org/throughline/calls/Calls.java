package org.throughline.calls;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.Ledger;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// The secretariat's side of calls: writing, publishing, extending, closing. The public reads [PublishedCalls].
@Service
public class Calls {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Ledger ledger;
    private final PageStore pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calls(
            JdbcClient jdbc,
            AuditTrail audit,
            Ledger ledger,
            PageStore pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.ledger = ledger;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    /// Makes a call that only the secretariat sees until it is published.
    @Transactional
    public CallId create(NewCall call, Actor actor) {
        check(call);
        UUID id = Ids.next();
        try {
            jdbc.sql("""
                    INSERT INTO calls.call (id, slug, review_id, title, purpose, body, mandate_instrument, mandate_paragraph,
                        mandate_url, opens_at, first_closes_at, closes_at, created_at)
                    VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            call.slug(),
                            call.reviewId(),
                            Json.write(call.title()),
                            Json.write(call.purpose()),
                            Json.write(call.body()),
                            call.mandate().instrument(),
                            call.mandate().paragraph(),
                            call.mandate().url(),
                            Timestamp.from(call.opensAt()),
                            Timestamp.from(call.closesAt()),
                            Timestamp.from(call.closesAt()),
                            Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw CallRefusals.slugTaken(call.slug());
        }
        audit.record(actor, "call-created", "calls/" + call.slug(), Map.of());
        return new CallId(id);
    }

    /// Changes the words of a call. Once it is public its address stays and its window moves by [#extend] only.
    ///
    /// @param version the version the editor saw; refused as stale when somebody changed the call since
    @Transactional
    public void edit(CallId id, NewCall words, int version, Actor actor) {
        check(words);
        Call before = get(id);
        boolean isPublic = before.publishedAt() != null;
        if (isPublic
                && !(words.slug().equals(before.slug())
                        && words.opensAt().equals(before.opensAt())
                        && words.closesAt().equals(before.firstClosesAt()))) throw CallRefusals.publishedWindow();
        Instant end = isPublic ? before.closesAt() : words.closesAt();
        int changed;
        try {
            changed = jdbc.sql("""
                    UPDATE calls.call SET slug = ?, review_id = ?, title = ?::jsonb, purpose = ?::jsonb, body = ?::jsonb,
                        mandate_instrument = ?, mandate_paragraph = ?, mandate_url = ?, opens_at = ?, first_closes_at = ?,
                        closes_at = ?, version = version + 1
                    WHERE id = ? AND version = ?""")
                    .params(
                            words.slug(),
                            words.reviewId(),
                            Json.write(words.title()),
                            Json.write(words.purpose()),
                            Json.write(words.body()),
                            words.mandate().instrument(),
                            words.mandate().paragraph(),
                            words.mandate().url(),
                            Timestamp.from(words.opensAt()),
                            Timestamp.from(words.closesAt()),
                            Timestamp.from(end),
                            id.value(),
                            version)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw CallRefusals.slugTaken(words.slug());
        }
        if (changed == 0) throw Refusal.stale();
        audit.record(actor, "call-edited", "calls/" + words.slug(), Map.of());
        events.publishEvent(new CallEdited(id, words.slug()));
        pages.changed("calls", "call:" + words.slug());
    }

    /// Keeps a new state of the questionnaire: the draft version is overwritten, a published version is followed by
    /// the next one. Returns the version.
    @Transactional
    public int saveQuestionnaire(CallId id, Questionnaire questionnaire, Actor actor) {
        QuestionnaireCheck.hold(questionnaire);
        Call call = get(id);
        int version = jdbc.sql("""
                INSERT INTO calls.questionnaire (call_id, version, definition, created_at)
                SELECT ?, coalesce(max(version) FILTER (WHERE published_at IS NULL), coalesce(max(version), 0) + 1), ?::jsonb, ?
                FROM calls.questionnaire WHERE call_id = ?
                ON CONFLICT (call_id, version) DO UPDATE SET definition = excluded.definition, created_at = excluded.created_at
                RETURNING version""")
                .params(id.value(), Json.write(questionnaire), Timestamp.from(clock.instant()), id.value())
                .query(Integer.class)
                .single();
        audit.record(actor, "questionnaire-saved", "calls/" + call.slug(), Map.of("version", version));
        return version;
    }

    /// Makes the newest questionnaire the one that new drafts answer. Drafts begun before keep theirs.
    @Transactional
    public void publishQuestionnaire(CallId id, Actor actor) {
        Call call = get(id);
        int changed = jdbc.sql(
                        "UPDATE calls.questionnaire SET published_at = ? WHERE call_id = ? AND published_at IS NULL")
                .params(Timestamp.from(clock.instant()), id.value())
                .update();
        if (changed == 0) return;
        audit.record(actor, "questionnaire-published", "calls/" + call.slug(), Map.of());
        pages.changed("call:" + call.slug());
    }

    /// Makes the call public. Refused while it has no title, no purpose or no question.
    @Transactional
    public void publish(CallId id, Actor actor) {
        publish(id, clock.instant(), actor);
    }

    /// The same with the moment given, for calls whose past is brought in.
    @Transactional
    public void publish(CallId id, Instant at, Actor actor) {
        Call call = get(id);
        if (call.publishedAt() != null) return;
        boolean asks = newestQuestionnaire(id).questions().findAny().isPresent();
        if (call.title().isEmpty() || call.purpose().isEmpty() || !asks) throw CallRefusals.notComplete();
        publishQuestionnaire(id, actor);
        jdbc.sql("UPDATE calls.call SET published_at = ?, version = version + 1 WHERE id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
        ledger.append(
                EntryKind.OPENING,
                "calls/" + call.slug(),
                hashOf(call.slug() + "\n" + Json.write(newestQuestionnaire(id))));
        audit.record(actor, "call-published", "calls/" + call.slug(), Map.of());
        events.publishEvent(new CallPublished(id, call.slug()));
        pages.changed("calls", "call:" + call.slug());
    }

    /// Moves the deadline of a public call, with a reason that everybody sees. Reopens a call whose deadline has
    /// passed.
    @Transactional
    public void extend(CallId id, Instant newEnd, LocalizedText reason, Actor actor) {
        extend(id, newEnd, reason, clock.instant(), actor);
    }

    /// The same with the moment of the decision given, for calls whose past is brought in.
    @Transactional
    public void extend(CallId id, Instant newEnd, LocalizedText reason, Instant decidedAt, Actor actor) {
        Call call = locked(id);
        if (call.publishedAt() == null) throw CallRefusals.notPublished();
        if (!newEnd.isAfter(call.closesAt())) throw CallRefusals.extensionNotLater();
        if (reason.isEmpty()) throw CallRefusals.reasonMissing();
        jdbc.sql("""
                INSERT INTO calls.extension (id, call_id, decided_at, old_end, new_end, reason)
                VALUES (?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        Ids.next(),
                        id.value(),
                        Timestamp.from(decidedAt),
                        Timestamp.from(call.closesAt()),
                        Timestamp.from(newEnd),
                        Json.write(reason))
                .update();
        jdbc.sql("UPDATE calls.call SET closes_at = ?, closed_at = NULL, version = version + 1 WHERE id = ?")
                .params(Timestamp.from(newEnd), id.value())
                .update();
        ledger.append(
                EntryKind.EXTENSION,
                "calls/" + call.slug(),
                hashOf(call.slug() + "\n" + newEnd + "\n" + Json.write(reason)));
        audit.record(
                actor,
                "call-extended",
                "calls/" + call.slug(),
                Map.of("from", call.closesAt().toString(), "to", newEnd.toString()));
        events.publishEvent(new CallExtended(id, call.slug(), call.title(), call.closesAt(), newEnd, reason));
        pages.changed("calls", "call:" + call.slug());
    }

    /// Ends a call before its deadline.
    @Transactional
    public void close(CallId id, Actor actor) {
        Call call = locked(id);
        if (call.publishedAt() == null) throw CallRefusals.notPublished();
        Instant now = clock.instant();
        if (call.stageAt(now) == Call.Stage.CLOSED) throw CallRefusals.alreadyClosed();
        jdbc.sql("UPDATE calls.call SET closed_at = ?, version = version + 1 WHERE id = ?")
                .params(Timestamp.from(now), id.value())
                .update();
        ledger.append(EntryKind.CLOSING, "calls/" + call.slug(), hashOf(call.slug() + "\n" + now));
        audit.record(actor, "call-closed", "calls/" + call.slug(), Map.of());
        pages.changed("calls", "call:" + call.slug());
    }

    /// Any call, public or not; refused as not found when there is none.
    @Transactional(readOnly = true)
    public Call get(CallId id) {
        return one("id = ?", "", id.value()).orElseThrow(Refusal::notFound);
    }

    /// Any call by its address, public or not.
    @Transactional(readOnly = true)
    public Optional<Call> find(String slug) {
        return one("slug = ?", "", slug);
    }

    /// Every call, public or not, latest deadline first.
    @Transactional(readOnly = true)
    public List<Call> all() {
        return jdbc.sql("SELECT " + CallRows.COLUMNS + ", version FROM calls.call ORDER BY closes_at DESC, slug")
                .query((row, n) -> CallRows.read(row, row.getInt("version"), List.of()))
                .list();
    }

    /// The questionnaire as last saved, published or not.
    @Transactional(readOnly = true)
    public Questionnaire newestQuestionnaire(CallId id) {
        return jdbc.sql("SELECT definition FROM calls.questionnaire WHERE call_id = ? ORDER BY version DESC LIMIT 1")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(CallRows::questionnaire)
                .orElse(Questionnaire.EMPTY);
    }

    /// What somebody who wants to send an input must know: one row, read for each input that comes in.
    public Window window(CallId id) {
        return window("c.id = ?", id.value()).orElseThrow(Refusal::notFound);
    }

    /// The same by the call's address, public or not.
    public Optional<Window> window(String slug) {
        return window("c.slug = ?", slug);
    }

    private Optional<Window> window(String condition, Object value) {
        return jdbc.sql("""
                SELECT c.id, c.slug, c.opens_at, c.closes_at, c.closed_at, c.published_at,
                       (SELECT max(q.version) FROM calls.questionnaire q
                        WHERE q.call_id = c.id AND q.published_at IS NOT NULL) AS questionnaire
                FROM calls.call c WHERE """ + " " + condition)
                .param(value)
                .query((row, n) -> new Window(
                        new CallId(row.getObject("id", UUID.class)),
                        row.getString("slug"),
                        row.getTimestamp("published_at") != null,
                        row.getTimestamp("opens_at").toInstant(),
                        row.getTimestamp("closes_at").toInstant(),
                        CallRows.instant(row.getTimestamp("closed_at")),
                        row.getInt("questionnaire")))
                .optional();
    }

    /// When a call takes in inputs, and which questionnaire they answer (0 while none is published).
    public record Window(
            CallId call,
            String slug,
            boolean isPublic,
            Instant opensAt,
            Instant closesAt,
            @Nullable Instant closedAt,
            int questionnaire) {

        public boolean isOpenAt(Instant now) {
            return isPublic
                    && !now.isBefore(opensAt)
                    && now.isBefore(closesAt)
                    && (closedAt == null || now.isBefore(closedAt));
        }
    }

    /// The questionnaire that an input or draft answers.
    @Transactional(readOnly = true)
    public Questionnaire questionnaire(CallId id, int version) {
        return jdbc.sql("SELECT definition FROM calls.questionnaire WHERE call_id = ? AND version = ?")
                .params(id.value(), version)
                .query(String.class)
                .optional()
                .map(CallRows::questionnaire)
                .orElseThrow(Refusal::notFound);
    }

    /// The version that new drafts answer: the newest published one.
    @Transactional(readOnly = true)
    public Optional<Integer> publishedVersion(CallId id) {
        return jdbc.sql("SELECT max(version) FROM calls.questionnaire WHERE call_id = ? AND published_at IS NOT NULL")
                .param(id.value())
                .query(Integer.class)
                .optional();
    }

    private Call locked(CallId id) {
        return one("id = ?", " FOR UPDATE", id.value()).orElseThrow(Refusal::notFound);
    }

    private Optional<Call> one(String condition, String lock, Object value) {
        return jdbc.sql("SELECT " + CallRows.COLUMNS + ", version FROM calls.call WHERE " + condition + lock)
                .param(value)
                .query((row, n) -> CallRows.read(row, row.getInt("version"), List.of()))
                .optional()
                .map(call -> CallRows.withExtensions(call, CallRows.extensions(jdbc, "calls.extension", call.id())));
    }

    private static void check(NewCall call) {
        if (!NewCall.isSlug(call.slug())) throw CallRefusals.slugWrong();
        if (!call.closesAt().isAfter(call.opensAt())) throw CallRefusals.windowWrong();
    }

    private static Hash hashOf(String content) {
        return Hash.sha256(content.getBytes(StandardCharsets.UTF_8));
    }
}
