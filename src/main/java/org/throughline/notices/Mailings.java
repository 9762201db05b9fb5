package org.throughline.notices;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.mail.NewMail;
import org.throughline.mail.Outbox;
import org.throughline.platform.Ids;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;

/// Letters of the secretariat to all members: written, looked at, tried on oneself, released, and watched while
/// they go out. Whoever unsubscribed gets none, and nobody gets one twice.
@Service
public class Mailings {

    public static final int LONGEST_SUBJECT = 200;
    public static final int LONGEST_BODY = 20_000;
    public static final int FASTEST = 120_000;
    private static final int SHOWN = 50;
    private static final String REPEATED = "mailing-repeated";
    private static final String LEFT = "mailing-doubt-left";

    private final MailingRows rows;
    private final MailingRun run;
    private final MailingThread thread;
    private final People people;
    private final Unsubscribed unsubscribed;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final NoticeSettings settings;
    private final Clock clock;

    Mailings(
            MailingRows rows,
            MailingRun run,
            MailingThread thread,
            People people,
            Unsubscribed unsubscribed,
            Outbox outbox,
            AuditTrail audit,
            NoticeSettings settings,
            Clock clock) {
        this.rows = rows;
        this.run = run;
        this.thread = thread;
        this.people = people;
        this.unsubscribed = unsubscribed;
        this.outbox = outbox;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// Who would get a letter released now: members, less those who want none.
    public record Audience(long members, long unsubscribed) {

        public long get() {
            return Math.max(0, members - unsubscribed);
        }
    }

    /// How far a mailing is.
    ///
    /// @param sent taken by the mail server
    /// @param waiting handed over, and not yet with the mail server
    /// @param inDoubt perhaps sent, see [#sendDoubtfulAgain]
    /// @param leftOut how many get none, by the reason: `gone`, `unsubscribed`, `no-such-address`
    public record Progress(
            Mailing mailing, long sent, long waiting, long failed, long inDoubt, Map<String, Integer> leftOut) {

        /// How much of the work is done, in percent.
        public int percent() {
            long done = sent + failed + inDoubt + mailing.leftOut();
            if (mailing.state() == Mailing.State.DONE) return 100;
            return mailing.listed() == 0 ? 0 : (int) Math.min(99, 100 * done / mailing.listed());
        }
    }

    @Transactional(readOnly = true)
    public Audience audience() {
        return new Audience(people.countMembers(), unsubscribed.count(Topic.LETTERS));
    }

    /// Who would get this letter if it was released now.
    @Transactional(readOnly = true)
    public Audience audience(Mailing mailing) {
        return run.kind(mailing).audience(mailing);
    }

    @Transactional(readOnly = true)
    public List<Mailing> newest(Actor actor) {
        mustWrite(actor);
        return rows.newest(SHOWN);
    }

    @Transactional(readOnly = true)
    public Mailing get(MailingId id, Actor actor) {
        mustWrite(actor);
        return rows.find(id).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public Progress progress(MailingId id, Actor actor) {
        return progress(get(id, actor));
    }

    Progress progress(Mailing mailing) {
        if (mailing.state() == Mailing.State.DONE) {
            long[] outcome = rows.outcome(mailing.id());
            long sent = mailing.handed() - outcome[0] - outcome[1];
            return new Progress(mailing, sent, 0, outcome[0], outcome[1], rows.reasons(mailing.id()));
        }
        Outbox.Tally tally = outbox.tally(mailing.batch());
        long sent = mailing.handed() - tally.waiting() - tally.failed() - tally.inDoubt();
        return new Progress(
                mailing,
                Math.max(0, sent),
                tally.waiting(),
                tally.failed(),
                tally.inDoubt(),
                rows.reasons(mailing.id()));
    }

    /// Begins a letter, empty.
    @Transactional
    public MailingId begin(Actor actor) {
        mustWrite(actor);
        var id = new MailingId(Ids.next());
        rows.insert(draft(id, Mailing.Kind.MEMBERS, LocalizedText.EMPTY, LocalizedText.EMPTY, actor));
        return id;
    }

    Mailing draft(MailingId id, Mailing.Kind kind, LocalizedText subject, LocalizedText body, Actor actor) {
        return new Mailing(
                id,
                kind,
                subject,
                body,
                Math.clamp(settings.perMinute(), 1, FASTEST),
                0,
                actor.person(),
                clock.instant(),
                null,
                null,
                null,
                0,
                0,
                0,
                clock.instant(),
                null,
                null);
    }

    /// Changes the words of a letter. Refuses one that was released, and one that was changed since it was
    /// opened.
    @Transactional
    public void write(
            MailingId id, int version, LocalizedText subject, LocalizedText body, int perMinute, Actor actor) {
        mustWrite(actor);
        if (!rows.change(id, version, subject, body, perMinute, actor.person())) throw Refusal.stale();
    }

    @Transactional
    public void delete(MailingId id, Actor actor) {
        mustWrite(actor);
        if (!rows.delete(id)) throw Refusal.stale();
    }

    /// Sends the letter to its writer alone, in every language it has, as it would go out.
    @Transactional
    public void tryOut(MailingId id, Actor actor) {
        Mailing mailing = get(id, actor);
        if (actor.person() == null) throw Refusal.forbidden();
        Person self = people.find(new PersonId(actor.person())).orElseThrow(Refusal::notFound);
        LetterKind kind = run.kind(mailing);
        String stop = unsubscribed.path(kind.topic(), self.id());
        for (String language : mailing.body().texts().keySet()) {
            var reader = new Person(
                    self.id(), self.email(), self.name(), language, self.createdAt(), self.verifiedAt(), null);
            kind.write(mailing, reader, stop).ifPresent(outbox::send);
        }
    }

    /// The letter as somebody who reads this language would get it.
    @Transactional(readOnly = true)
    public Optional<NewMail> preview(MailingId id, String language, Actor actor) {
        Mailing mailing = get(id, actor);
        if (actor.person() == null || mailing.body().isEmpty()) return Optional.empty();
        return people.find(new PersonId(actor.person()))
                .map(self -> new Person(
                        self.id(), self.email(), self.name(), language, self.createdAt(), self.verifiedAt(), null))
                .flatMap(reader -> run.kind(mailing).write(mailing, reader, "/by-mail/…"));
    }

    /// Whether somebody else than its writer has to release a letter.
    public boolean needsAnother(Mailing mailing, Actor actor) {
        return settings.fourEyes()
                && mailing.writtenBy() != null
                && mailing.writtenBy().equals(actor.person());
    }

    /// Lets a letter go out to everybody. Refuses one without words, one that was changed since it was looked at,
    /// and, where the installation asks for it, its own writer.
    @Transactional
    public void release(MailingId id, int version, Actor actor) {
        Mailing mailing = get(id, actor);
        if (mailing.subject().isEmpty() || mailing.body().isEmpty()) throw NoticeRefusals.noWords();
        if (needsAnother(mailing, actor)) throw NoticeRefusals.fourEyes();
        if (!rows.release(id, version, actor.person(), clock.instant())) throw Refusal.stale();
        run.kind(mailing).released(mailing);
        audit.record(actor, "mailing-released", subject(id), Map.of());
        wakeAfterCommit();
    }

    @Transactional
    public void stop(MailingId id, Actor actor) {
        mustWrite(actor);
        if (rows.stop(id, clock.instant())) audit.record(actor, "mailing-stopped", subject(id), Map.of());
    }

    @Transactional
    public void resume(MailingId id, Actor actor) {
        mustWrite(actor);
        if (!rows.resume(id, clock.instant())) return;
        audit.record(actor, "mailing-resumed", subject(id), Map.of());
        wakeAfterCommit();
    }

    /// Sends a letter again to those of whom nobody knows whether they got it, because the program or the line to
    /// the mail server ended at that moment. Some of them may have it then twice; that is for a person to decide.
    @Transactional
    public void sendDoubtfulAgain(MailingId id, Actor actor) {
        Mailing mailing = get(id, actor);
        if (mailing.state() != Mailing.State.DONE) throw Refusal.stale();
        List<byte[]> hashes = outbox.forgetInDoubt(mailing.batch()).stream()
                .map(key -> HexFormat.of().parseHex(key.substring(key.lastIndexOf('/') + 1)))
                .toList();
        if (hashes.isEmpty()) return;
        rows.putBack(id, hashes, clock.instant());
        audit.record(actor, REPEATED, subject(id), Map.of("recipients", hashes.size()));
        wakeAfterCommit();
    }

    /// Leaves those in doubt as they are: whoever has not got the letter gets none.
    @Transactional
    public void leaveDoubtful(MailingId id, Actor actor) {
        Mailing mailing = get(id, actor);
        if (mailing.state() != Mailing.State.DONE) throw Refusal.stale();
        if (isDoubtOpen(id)) audit.record(actor, LEFT, subject(id), Map.of());
    }

    /// The addresses of those in doubt, to look them up in the mail server’s log.
    @Transactional(readOnly = true)
    public List<Outbox.InDoubt> doubtful(MailingId id, Actor actor) {
        return outbox.inDoubt(get(id, actor).batch());
    }

    /// Whether nobody has decided yet about those in doubt.
    @Transactional(readOnly = true)
    public boolean isDoubtOpen(MailingId id, Actor actor) {
        mustWrite(actor);
        return isDoubtOpen(id);
    }

    private boolean isDoubtOpen(MailingId id) {
        return audit.of(subject(id), 100).stream()
                .map(AuditTrail.Act::action)
                .filter(action -> action.equals(LEFT) || action.equals(REPEATED))
                .findFirst()
                .map(action -> !action.equals(LEFT))
                .orElse(true);
    }

    /// What was done with a letter, newest first.
    @Transactional(readOnly = true)
    public List<AuditTrail.Act> acts(MailingId id, Actor actor) {
        mustWrite(actor);
        return audit.of(subject(id), 20);
    }

    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                thread.wake();
            }
        });
    }

    private static String subject(MailingId id) {
        return "mailings/" + id;
    }

    static void mustWrite(Actor actor) {
        if (!actor.may(Permission.MANAGE_CALLS)) throw Refusal.forbidden();
    }
}
