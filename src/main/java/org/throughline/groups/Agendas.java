package org.throughline.groups;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Where the secretariat writes the agenda of a meeting. Papers and decisions refer to items, so an item that is
/// struck stays in the record; it is only shown no more. Each act makes the meeting's next version, and is refused
/// as stale to whoever saw an older one.
@Service
public class Agendas {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final PageStore pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Agendas(JdbcClient jdbc, AuditTrail audit, PageStore pages, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    /// At the end of the agenda. Refused where it has an item of this number.
    @Transactional
    public UUID add(Meeting meeting, String number, LocalizedText title, int version, Actor actor) {
        next(meeting, version);
        UUID id = Ids.next();
        try {
            jdbc.sql("""
                    INSERT INTO groups.agenda_item (id, meeting_id, number, title, position)
                    SELECT ?, ?, ?, ?::jsonb, coalesce(max(position), 0) + 1 FROM groups.agenda_item WHERE meeting_id = ?""")
                    .params(id, meeting.id(), number, Json.write(title), meeting.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw GroupRefusals.itemTaken(number);
        }
        written(meeting, "agenda-item-added", number, actor);
        return id;
    }

    @Transactional
    public void change(Meeting meeting, UUID item, String number, LocalizedText title, int version, Actor actor) {
        next(meeting, version);
        try {
            int done = jdbc.sql("""
                    UPDATE groups.agenda_item SET number = ?, title = ?::jsonb
                    WHERE id = ? AND meeting_id = ? AND struck_at IS NULL""")
                    .params(number, Json.write(title), item, meeting.id())
                    .update();
            if (done == 0) throw Refusal.notFound();
        } catch (DuplicateKeyException e) {
            throw GroupRefusals.itemTaken(number);
        }
        written(meeting, "agenda-item-edited", number, actor);
    }

    /// One place towards the beginning or the end; at the end of the road nothing happens.
    @Transactional
    public void move(Meeting meeting, UUID item, boolean up, int version, Actor actor) {
        next(meeting, version);
        List<UUID> order = new ArrayList<>(
                jdbc.sql("""
                SELECT id FROM groups.agenda_item WHERE meeting_id = ? AND struck_at IS NULL ORDER BY position, id""").param(meeting.id()).query(UUID.class).list());
        int from = order.indexOf(item);
        if (from < 0) throw Refusal.notFound();
        int to = up ? from - 1 : from + 1;
        if (to < 0 || to >= order.size()) return;
        Collections.swap(order, from, to);
        jdbc.sql("""
                UPDATE groups.agenda_item i SET position = o.position
                FROM unnest(?) WITH ORDINALITY AS o(id, position) WHERE i.id = o.id""").param(order.toArray(UUID[]::new)).update();
        written(meeting, "agenda-item-moved", number(item), actor);
    }

    @Transactional
    public void strike(Meeting meeting, UUID item, int version, Actor actor) {
        next(meeting, version);
        int done = jdbc.sql("""
                UPDATE groups.agenda_item SET struck_at = ? WHERE id = ? AND meeting_id = ? AND struck_at IS NULL""")
                .params(Timestamp.from(clock.instant()), item, meeting.id())
                .update();
        if (done == 0) throw Refusal.notFound();
        written(meeting, "agenda-item-removed", number(item), actor);
    }

    private String number(UUID item) {
        return jdbc.sql("SELECT number FROM groups.agenda_item WHERE id = ?")
                .param(item)
                .query(String.class)
                .single();
    }

    private void next(Meeting meeting, int version) {
        int done = jdbc.sql("""
                UPDATE groups.meeting SET version = version + 1, changed_at = ? WHERE id = ? AND version = ?""")
                .params(Timestamp.from(clock.instant()), meeting.id(), version)
                .update();
        if (done == 0) throw Refusal.stale();
    }

    private void written(Meeting meeting, String act, String number, Actor actor) {
        audit.record(actor, act, MeetingDesk.subject(meeting.group(), meeting.number()), Map.of("item", number));
        events.publishEvent(new MeetingWritten(meeting.id()));
        pages.changed(Groups.TAG);
    }
}
