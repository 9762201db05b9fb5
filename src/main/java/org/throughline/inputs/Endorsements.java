package org.throughline.inputs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.inputs.OwnInput.OwnAnswer;
import org.throughline.mail.MailAddress;
import org.throughline.mail.Mails;
import org.throughline.mail.Outbox;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.Secrets;
import org.throughline.platform.web.PageStore;

/// Asks those named as joint endorsers whether they are, by a link that is theirs alone, and keeps what they
/// answer. Only who has confirmed is counted and shown. A link is good for 60 days and one answer.
@Service
public class Endorsements {

    static final Duration GOOD_FOR = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final InputRows inputs;
    private final OwnInputRows own;
    private final Calls calls;
    private final People people;
    private final Outbox outbox;
    private final Mails mails;
    private final Limits limits;
    private final AuditTrail audit;
    private final PageStore pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Endorsements(
            JdbcClient jdbc,
            InputRows inputs,
            OwnInputRows own,
            Calls calls,
            People people,
            Outbox outbox,
            Mails mails,
            Limits limits,
            AuditTrail audit,
            PageStore pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.own = own;
        this.calls = calls;
        this.people = people;
        this.outbox = outbox;
        this.mails = mails;
        this.limits = limits;
        this.audit = audit;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    /// What an endorser is asked, and whether the question still stands.
    ///
    /// @param organisation the endorser's own
    /// @param by who speaks in the input
    public record Request(
            UUID endorser,
            State state,
            String organisation,
            CallId call,
            InputId input,
            String slug,
            int number,
            int revision,
            String by,
            String language,
            int questionnaireVersion,
            List<OwnAnswer> answers) {}

    /// Where a request stands.
    public enum State {
        OPEN,
        CONFIRMED,
        DECLINED,
        EXPIRED,
        WITHDRAWN
    }

    /// Inputs from files were endorsed elsewhere; nobody is written to about them. Who was asked already keeps the
    /// letter, and its link leads to the text as it is now; whom nobody may write to any more today stays unasked.
    @EventListener
    void on(InputReceived event) {
        if (event.origin() == Reception.Origin.IMPORT || !event.endorsed()) return;
        List<Asked> asked = jdbc.sql("""
                SELECT id, organisation, email FROM inputs.endorser
                WHERE input_id = ? AND email <> '' AND (asked_at IS NULL OR asked_at < ?) AND declined_at IS NULL ORDER BY position""")
                .params(event.input().value(), Timestamp.from(clock.instant().minus(GOOD_FOR)))
                .query((row, n) -> new Asked(
                        row.getObject("id", UUID.class), row.getString("organisation"), row.getString("email")))
                .list();
        if (asked.isEmpty()) return;
        InputRecord input = inputs.find(event.input()).orElseThrow();
        String language = languageOf(event, input.owner());
        asked.forEach(endorser -> ask(endorser, input, language));
    }

    private record Asked(UUID id, String organisation, String email) {}

    private String languageOf(InputReceived event, @Nullable UUID owner) {
        if (Languages.isKnown(event.language())) return event.language();
        Optional<Person> person = owner == null ? Optional.empty() : people.find(new PersonId(owner));
        return person.map(Person::language).orElse(Languages.DEFAULT);
    }

    private void ask(Asked endorser, InputRecord input, String language) {
        Optional<MailAddress> address = MailAddress.parse(endorser.email());
        if (address.isEmpty() || !limits.mayWrite(String.valueOf(input.owner()), address.get())) return;
        String secret = Secrets.fresh();
        jdbc.sql("UPDATE inputs.endorser SET token_hash = ?, asked_at = ? WHERE id = ?")
                .params(Secrets.hash(secret), Timestamp.from(clock.instant()), endorser.id())
                .update();
        String title = calls.get(input.call()).title().textFor(language);
        outbox.send(mails.in(language)
                .subject("inputs.form.mail.endorse.subject", title)
                .paragraph(
                        "inputs.form.mail.endorse.asked", input.respondent().speaker(), title, endorser.organisation())
                .paragraph("inputs.form.mail.endorse.look")
                .link("/endorse/" + secret)
                .paragraph("inputs.form.mail.endorse.until", GOOD_FOR.toDays())
                .to(address.get(), "endorsement"));
    }

    /// What the holder of a link is asked; nothing when there is no such link.
    @Transactional(readOnly = true)
    public Optional<Request> find(String secret) {
        return jdbc.sql("""
                SELECT e.id, e.input_id, e.organisation, e.asked_at, e.confirmed_at, e.declined_at
                FROM inputs.endorser e WHERE e.token_hash = ?""")
                .param(Secrets.hash(secret))
                .query((row, n) -> {
                    InputRecord input = inputs.find(new InputId(row.getObject("input_id", UUID.class)))
                            .orElseThrow();
                    State state = State.OPEN;
                    if (row.getTimestamp("asked_at").toInstant().plus(GOOD_FOR).isBefore(clock.instant()))
                        state = State.EXPIRED;
                    if (input.withdrawnAt() != null) state = State.WITHDRAWN;
                    if (row.getTimestamp("confirmed_at") != null) state = State.CONFIRMED;
                    if (row.getTimestamp("declined_at") != null) state = State.DECLINED;
                    boolean readable = state == State.OPEN;
                    return new Request(
                            row.getObject("id", UUID.class),
                            state,
                            row.getString("organisation"),
                            input.call(),
                            input.id(),
                            input.slug(),
                            input.number(),
                            input.revision(),
                            input.respondent().speaker(),
                            input.language(),
                            own.questionnaireVersion(input.id(), input.revision()),
                            readable ? own.answers(input.id(), input.revision()) : List.of());
                })
                .optional();
    }

    /// Counts those as confirmed who had confirmed before an input was brought in from elsewhere. Refused for
    /// inputs that came here first-hand: there, everybody answers for themselves.
    @Transactional
    public void confirmedElsewhere(InputId id, Collection<String> organisations, Actor actor) {
        InputRecord input = inputs.locked(id).orElseThrow(Refusal::notFound);
        if (input.origin() != Reception.Origin.IMPORT) throw Refusal.forbidden();
        int changed = jdbc.sql("""
                UPDATE inputs.endorser SET confirmed_at = ?
                WHERE input_id = ? AND organisation = ANY (?) AND confirmed_at IS NULL AND declined_at IS NULL""")
                .params(Timestamp.from(input.receivedAt()), id.value(), organisations.toArray(String[]::new))
                .update();
        if (changed == 0) return;
        audit.record(actor, "endorsement-confirmed", input.subject(), Map.of("endorsers", changed));
        events.publishEvent(new InputPublicityChanged(id, input.call(), input.slug(), input.number()));
        pages.changed(InputTags.of(input.slug(), input.number()));
    }

    /// Keeps the first answer; a second one changes nothing, and neither does a confirmation of a text that was
    /// replaced meanwhile. Returns how the request stands then.
    ///
    /// @param revision of the text that was read
    @Transactional
    public Optional<State> answer(String secret, boolean confirm, int revision) {
        // The input before its endorser, as everybody who changes an input: two who wait for each other would both
        // fail.
        find(secret).ifPresent(request -> inputs.locked(request.input()));
        Optional<Request> asked = find(secret);
        if (asked.isEmpty() || asked.get().state() != State.OPEN) return asked.map(Request::state);
        if (confirm && asked.get().revision() != revision) return Optional.of(State.OPEN);
        Instant now = clock.instant();
        int changed = jdbc.sql("""
                UPDATE inputs.endorser SET confirmed_at = CASE WHEN ? THEN ?::timestamptz END,
                    declined_at = CASE WHEN ? THEN NULL ELSE ?::timestamptz END
                WHERE id = ? AND confirmed_at IS NULL AND declined_at IS NULL""")
                .params(
                        confirm,
                        Timestamp.from(now),
                        confirm,
                        Timestamp.from(now),
                        asked.get().endorser())
                .update();
        if (changed == 0) return find(secret).map(Request::state);
        Request request = asked.get();
        String subject = Received.subject(request.slug(), request.number());
        audit.record(
                Actor.system("endorser"),
                confirm ? "endorsement-confirmed" : "endorsement-declined",
                subject,
                Map.of("endorser", request.endorser().toString()));
        events.publishEvent(
                new InputPublicityChanged(request.input(), request.call(), request.slug(), request.number()));
        pages.changed(InputTags.of(request.slug(), request.number()));
        return Optional.of(confirm ? State.CONFIRMED : State.DECLINED);
    }
}
