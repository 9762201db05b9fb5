package org.throughline.groups;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.groups.Participant.Status;
import org.throughline.groups.Registration.NameConsent;
import org.throughline.platform.Allowance;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.Secrets;
import org.throughline.platform.web.PageStore;

/// Registering for a meeting. Who registers gets a letter with a link with which they change or withdraw it; that
/// link is the only key, and only its hash is kept. Who withdraws is forgotten but for the fact.
@Service
public class Participants {

    private static final int MOST_AN_HOUR = 30;

    private final JdbcClient jdbc;
    private final ParticipantRows rows;
    private final ParticipantLetters letters;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;
    private final Allowance allowance;

    Participants(
            JdbcClient jdbc,
            ParticipantRows rows,
            ParticipantLetters letters,
            AuditTrail audit,
            PageStore pages,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.letters = letters;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
        this.allowance = new Allowance(MOST_AN_HOUR, Duration.ofHours(1), clock);
    }

    public boolean isOpen(Meeting meeting) {
        return meeting.status() == Meeting.Status.REGISTRATION
                && meeting.registrationUntil() != null
                && clock.instant().isBefore(meeting.registrationUntil());
    }

    /// How many wait for the secretariat, by the meeting; only meetings for which some do.
    public Map<UUID, Long> waiting() {
        Map<UUID, Long> waiting = new LinkedHashMap<>();
        jdbc.sql("SELECT meeting_id, count(*) FROM groups.participant WHERE status = 'waiting' GROUP BY 1 ORDER BY 1")
                .query(row -> {
                    waiting.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return waiting;
    }

    /// An address that is registered already gets its link again, and nothing changes: whoever sends the form
    /// learns nothing about others.
    ///
    /// @param from where the request comes from, for counting
    @Transactional
    public void register(Meeting meeting, Registration said, String from) {
        if (!isOpen(meeting)) throw GroupRefusals.registrationClosed();
        if (!allowance.count(from)) throw Refusal.tooMany().after(allowance.wait(from));
        // Two forms with one address at once.
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("participant " + meeting.id() + said.email().value())
                .query(row -> {});
        String word = Secrets.fresh();
        Participant there = rows.byEmail(meeting.id(), said.email()).orElse(null);
        if (there != null) {
            jdbc.sql("UPDATE groups.participant SET word = ? WHERE id = ?")
                    .params(Secrets.hash(word), there.id())
                    .update();
            letters.again(meeting, there.registration(), word);
            return;
        }
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                INSERT INTO groups.participant (id, meeting_id, name, function, organization, capacity, country, email,
                    language, mode, visa, needs, name_shown, status, word, registered_at, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?)""")
                .params(
                        Ids.next(),
                        meeting.id(),
                        said.name(),
                        said.function(),
                        said.organization(),
                        said.capacity().word(),
                        said.country(),
                        said.email().value(),
                        said.language(),
                        said.mode().word(),
                        said.visa(),
                        said.needs(),
                        said.consent() == NameConsent.SHOWN,
                        Secrets.hash(word),
                        now,
                        now)
                .update();
        letters.registered(meeting, said, word);
        pages.changed(Groups.TAG);
    }

    /// Whose link this is.
    @Transactional(readOnly = true)
    public Optional<Participant> byWord(String word) {
        return word.length() > 64 ? Optional.empty() : rows.byWord(Secrets.hash(word));
    }

    /// Everything but the address can be changed. Who was accepted stays so, unless they come under another name, for
    /// somebody else or in another capacity: then the secretariat looks again.
    @Transactional
    public void change(Participant seen, Registration said) {
        Participant now = rows.take(seen.id()).orElseThrow(Refusal::notFound);
        if (now.status() == Status.WITHDRAWN) throw GroupRefusals.withdrawn();
        if (now.version() != seen.version()) throw Refusal.stale();
        jdbc.sql("""
                UPDATE groups.participant SET name = ?, function = ?, organization = ?, capacity = ?, country = ?, mode = ?,
                    visa = ?, needs = ?, name_shown = ?, status = ?, changed_at = ?, version = version + 1 WHERE id = ?""")
                .params(
                        said.name(),
                        said.function(),
                        said.organization(),
                        said.capacity().word(),
                        said.country(),
                        said.mode().word(),
                        said.visa(),
                        said.needs(),
                        said.consent() == NameConsent.SHOWN,
                        statusAfter(now, said).word(),
                        Timestamp.from(clock.instant()),
                        seen.id())
                .update();
        pages.changed(Groups.TAG);
    }

    private static Status statusAfter(Participant before, Registration said) {
        Registration then = before.registration();
        boolean sameWho = then.name().equals(said.name())
                && then.organization().equals(said.organization())
                && then.capacity() == said.capacity();
        return before.status() == Status.ACCEPTED && !sameWho ? Status.WAITING : before.status();
    }

    /// Forgets who it was. Withdrawing again changes nothing.
    @Transactional
    public void withdraw(UUID id) {
        jdbc.sql("""
                UPDATE groups.participant SET status = 'withdrawn', reason = '', name = '-', function = '', organization = '-',
                    country = '', email = id::text || '@withdrawn.invalid', visa = false, needs = '', name_shown = false,
                    changed_at = ?, version = version + 1 WHERE id = ? AND status <> 'withdrawn'""").params(Timestamp.from(clock.instant()), id).update();
        pages.changed(Groups.TAG);
    }

    /// For the secretariat: everybody who did not withdraw.
    @Transactional(readOnly = true)
    public List<Participant> of(Meeting meeting) {
        return rows.of(meeting.id());
    }

    /// @param reason why, for the participant; empty to accept
    /// @param version what the secretariat saw
    @Transactional
    public void decide(Meeting meeting, UUID id, String reason, int version, Actor actor) {
        Participant one = rows.take(id).orElseThrow(Refusal::notFound);
        if (!one.meeting().equals(meeting.id())) throw Refusal.notFound();
        if (one.status() == Status.WITHDRAWN) throw GroupRefusals.withdrawn();
        if (one.version() != version) throw Refusal.stale();
        Status status = reason.isEmpty() ? Status.ACCEPTED : Status.DECLINED;
        jdbc.sql("""
                UPDATE groups.participant SET status = ?, reason = ?, changed_at = ?, version = version + 1 WHERE id = ?""")
                .params(status.word(), reason, Timestamp.from(clock.instant()), id)
                .update();
        letters.decided(meeting, one.registration(), reason);
        String act = status == Status.ACCEPTED ? "participant-accepted" : "participant-declined";
        audit.record(actor, act, MeetingDesk.subject(meeting.group(), meeting.number()), Map.of());
        pages.changed(Groups.TAG);
    }
}
