package org.throughline.groups;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.groups.Decision.Kind;
import org.throughline.groups.Decision.State;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Where the secretariat records what a meeting decided, and what became of what it recommended. Nothing is
/// deleted: the last step can be struck, and stays in the record.
@Service
public class DecisionDesk {

    private final JdbcClient jdbc;
    private final MeetingDecisions decisions;
    private final AuditTrail audit;
    private final PageStore pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecisionDesk(
            JdbcClient jdbc,
            MeetingDecisions decisions,
            AuditTrail audit,
            PageStore pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.audit = audit;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    /// @param item of the agenda; absent for none
    /// @param actors who has to act; may be empty
    public record Facts(@Nullable UUID item, Kind kind, LocalizedText text, LocalizedText actors) {}

    /// Answers with its number, the next of the meeting.
    @Transactional
    public int add(Meeting meeting, Facts facts, Actor actor) {
        jdbc.sql("SELECT 1 FROM groups.meeting WHERE id = ? FOR UPDATE")
                .param(meeting.id())
                .query(Integer.class)
                .single();
        Timestamp now = Timestamp.from(clock.instant());
        int number = jdbc.sql("""
                INSERT INTO groups.decision (id, meeting_id, item_id, number, kind, text, actors, added_at, changed_at)
                SELECT ?, ?, ?, coalesce(max(number), 0) + 1, ?, ?::jsonb, ?::jsonb, ?, ? FROM groups.decision
                WHERE meeting_id = ? RETURNING number""")
                .params(
                        Ids.next(),
                        meeting.id(),
                        facts.item(),
                        facts.kind().word(),
                        Json.write(facts.text()),
                        Json.write(facts.actors()),
                        now,
                        now,
                        meeting.id())
                .query(Integer.class)
                .single();
        written(meeting.id(), "decision-added", meeting.address() + "/decisions/" + number, actor);
        return number;
    }

    /// @param version what the editor saw; refused as stale when somebody changed it since
    @Transactional
    public void change(Decision seen, Facts facts, int version, Actor actor) {
        next(seen.id(), version);
        jdbc.sql("UPDATE groups.decision SET item_id = ?, kind = ?, text = ?::jsonb, actors = ?::jsonb WHERE id = ?")
                .params(
                        facts.item(),
                        facts.kind().word(),
                        Json.write(facts.text()),
                        Json.write(facts.actors()),
                        seen.id())
                .update();
        written(seen.meeting(), "decision-edited", seen.address(), actor);
    }

    /// Refused where the state cannot follow the one there is, or the date is before the last step's.
    @Transactional
    public void step(Decision seen, State state, String happened, String source, String url, int version, Actor actor) {
        next(seen.id(), version);
        Decision now = decisions.find(seen.meeting(), seen.number()).orElseThrow(Refusal::notFound);
        if (!now.canTake(state, happened)) throw GroupRefusals.stepOutOfOrder();
        jdbc.sql("""
                INSERT INTO groups.step (id, decision_id, state, happened, source, source_url, added_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(Ids.next(), seen.id(), state.word(), happened, source, url, Timestamp.from(clock.instant()))
                .update();
        written(seen.meeting(), "decision-step-added", seen.address(), actor);
    }

    /// Strikes the last step, so that the one before it counts again.
    @Transactional
    public void strikeLast(Decision seen, int version, Actor actor) {
        next(seen.id(), version);
        int done =
                jdbc.sql("""
                UPDATE groups.step SET struck_at = ? WHERE id = (SELECT id FROM groups.step
                    WHERE decision_id = ? AND struck_at IS NULL ORDER BY added_at DESC, id DESC LIMIT 1)""").params(Timestamp.from(clock.instant()), seen.id()).update();
        if (done == 0) throw Refusal.notFound();
        written(seen.meeting(), "decision-step-removed", seen.address(), actor);
    }

    private void next(UUID decision, int version) {
        int done = jdbc.sql("""
                UPDATE groups.decision SET version = version + 1, changed_at = ? WHERE id = ? AND version = ?""")
                .params(Timestamp.from(clock.instant()), decision, version)
                .update();
        if (done == 0) throw Refusal.stale();
    }

    private void written(UUID meeting, String act, String address, Actor actor) {
        audit.record(actor, act, address.substring(1), Map.of());
        events.publishEvent(new MeetingWritten(meeting));
        pages.changed(Groups.TAG);
    }
}
