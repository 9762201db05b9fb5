package org.throughline.groups;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Where the secretariat adds meetings and changes them. What was done stands in the audit trail; nothing is
/// deleted.
@Service
public class MeetingDesk {

    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final AuditTrail audit;
    private final PageStore pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MeetingDesk(
            JdbcClient jdbc,
            Meetings meetings,
            AuditTrail audit,
            PageStore pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.audit = audit;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    /// Refused where the group has a meeting of this number.
    @Transactional
    public UUID add(Group group, String number, MeetingFacts facts, Actor actor) {
        UUID id = Ids.next();
        Timestamp now = Timestamp.from(clock.instant());
        try {
            jdbc.sql("""
                    INSERT INTO groups.meeting (id, group_id, number, name, starts, ends, place, mode, languages, status,
                        invitation, note, registration_until, certainty, source, source_url, added_at, changed_at)
                    VALUES (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            group.id(),
                            number,
                            Json.write(facts.name()),
                            facts.starts(),
                            facts.ends(),
                            Json.write(facts.place()),
                            mode(facts),
                            languages(facts),
                            facts.status().word(),
                            Json.write(facts.invitation()),
                            Json.write(facts.note()),
                            until(facts),
                            facts.source().certainty().word(),
                            facts.source().title(),
                            facts.source().url(),
                            now,
                            now)
                    .update();
        } catch (DuplicateKeyException e) {
            throw GroupRefusals.numberTaken(number);
        }
        audit.record(actor, "meeting-added", subject(group.code(), number), Map.of("starts", facts.starts()));
        events.publishEvent(new MeetingWritten(id));
        pages.changed(Groups.TAG);
        return id;
    }

    /// Does nothing where nothing is different. Those who registered are told when it is moved or cancelled.
    ///
    /// @param version the version the editor saw; refused as stale when somebody changed the meeting since
    @Transactional
    public void change(UUID id, MeetingFacts facts, int version, Actor actor) {
        lock(id, version);
        Meeting before = meetings.find(id).orElseThrow(Refusal::notFound);
        if (MeetingFacts.of(before).equals(facts)) return;
        jdbc.sql("""
                UPDATE groups.meeting SET name = ?::jsonb, starts = ?, ends = ?, place = ?::jsonb, mode = ?, languages = ?,
                    status = ?, invitation = ?::jsonb, note = ?::jsonb, registration_until = ?, certainty = ?, source = ?,
                    source_url = ?, changed_at = ?, version = version + 1 WHERE id = ?""")
                .params(
                        Json.write(facts.name()),
                        facts.starts(),
                        facts.ends(),
                        Json.write(facts.place()),
                        mode(facts),
                        languages(facts),
                        facts.status().word(),
                        Json.write(facts.invitation()),
                        Json.write(facts.note()),
                        until(facts),
                        facts.source().certainty().word(),
                        facts.source().title(),
                        facts.source().url(),
                        Timestamp.from(clock.instant()),
                        id)
                .update();
        Map<String, String> details = new LinkedHashMap<>();
        if (!before.starts().equals(facts.starts()) || !before.ends().equals(facts.ends())) {
            details.put("before", before.starts());
            details.put("starts", facts.starts());
        }
        if (before.status() != facts.status())
            details.put("status", facts.status().word());
        audit.record(actor, "meeting-edited", subject(before.group(), before.number()), details);
        events.publishEvent(new MeetingWritten(id));
        events.publishEvent(new MeetingChanged(before, facts));
        pages.changed(Groups.TAG);
    }

    /// Takes the meeting for this transaction, if the editor saw it as it is.
    private void lock(UUID id, int version) {
        int now = jdbc.sql("SELECT version FROM groups.meeting WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        if (now != version) throw Refusal.stale();
    }

    private static String mode(MeetingFacts facts) {
        return facts.mode() == null ? "" : facts.mode().word();
    }

    private static String[] languages(MeetingFacts facts) {
        return facts.languages().toArray(String[]::new);
    }

    private static @Nullable Timestamp until(MeetingFacts facts) {
        return facts.registrationUntil() == null ? null : Timestamp.from(facts.registrationUntil());
    }

    /// What acts on a meeting are recorded under.
    public static String subject(String group, String number) {
        return "groups/" + group + "/meetings/" + number;
    }
}
