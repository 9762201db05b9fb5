package org.throughline.inputs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.calls.Call;
import org.throughline.calls.CallExtended;
import org.throughline.calls.Calls;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.ledger.Hash;
import org.throughline.mail.MailAddress;
import org.throughline.mail.MailText;
import org.throughline.mail.Mails;
import org.throughline.mail.Outbox;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;

/// What people are told by mail about their drafts and inputs, written in the transaction of what it tells of.
@Component
class InputMails {

    private final InputRows rows;
    private final DraftRows drafts;
    private final Calls calls;
    private final People people;
    private final Outbox outbox;
    private final Mails mails;
    private final Messages messages;

    InputMails(
            InputRows rows,
            DraftRows drafts,
            Calls calls,
            People people,
            Outbox outbox,
            Mails mails,
            Messages messages) {
        this.rows = rows;
        this.drafts = drafts;
        this.calls = calls;
        this.people = people;
        this.outbox = outbox;
        this.mails = mails;
        this.messages = messages;
    }

    /// The receipt, for inputs that came through the form: programs got theirs as the answer, and what the
    /// secretariat brought in was acknowledged by other ways.
    @EventListener
    void on(InputReceived event) {
        if (event.origin() != Reception.Origin.FORM) return;
        InputRecord input = rows.find(event.input()).orElseThrow();
        Optional<Person> owner = person(input.owner());
        String language = Languages.isKnown(event.language())
                ? event.language()
                : owner.map(Person::language).orElse(Languages.DEFAULT);
        Map<String, MailAddress> addresses = new LinkedHashMap<>();
        owner.ifPresent(person -> add(addresses, person.email().value()));
        add(addresses, input.respondent().email());
        for (MailAddress address : addresses.values())
            outbox.send(receipt(input, event, language).to(address, "receipt"));
    }

    private static void add(Map<String, MailAddress> addresses, String address) {
        MailAddress.parse(address)
                .ifPresent(parsed -> addresses.putIfAbsent(parsed.value().toLowerCase(Locale.ROOT), parsed));
    }

    private MailText receipt(InputRecord input, InputReceived event, String language) {
        String title = calls.get(event.call()).title().textFor(language);
        MailText text = mails.in(language).subject("inputs.form.mail.receipt.subject", event.number(), title);
        if (event.revision() == 1)
            text.paragraph(
                    "inputs.form.mail.receipt.arrived", event.number(), title, time(language, input.receivedAt()));
        else text.paragraph("inputs.form.mail.receipt.replaced", event.number(), title, event.revision());
        return text.paragraph(
                        "inputs.form.mail.receipt.hash",
                        Hash.of(rows.hash(input.id())).base64Url())
                .paragraph("inputs.form.mail.receipt.where")
                .link("/inputs/" + input.id().value() + "/receipt")
                .paragraph("inputs.form.mail.receipt.later");
    }

    /// The way back to a draft, for whoever goes on at another machine. At most one an hour for each draft.
    void draftLink(Draft draft, Instant now) {
        Person owner = person(draft.owner()).orElseThrow(Refusal::notFound);
        Call call = calls.get(draft.call());
        String language = owner.language();
        String title = call.title().textFor(language);
        outbox.send(mails.in(language)
                .subject("inputs.form.mail.draft.subject", title)
                .paragraph("inputs.form.mail.draft.kept", title, time(language, draft.updatedAt()))
                .link("/resume?code=" + draft.shownCode())
                .paragraph("inputs.form.mail.draft.sign-in", draft.shownCode())
                .paragraph("inputs.form.mail.draft.deadline", time(language, call.endsAt()))
                .to(new MailAddress(owner.email().value()), "draft-link")
                .once("draft-link:" + draft.id() + ":" + now.truncatedTo(ChronoUnit.HOURS)));
    }

    /// Everybody who keeps a draft is told of the new deadline and why.
    @EventListener
    void on(CallExtended event) {
        for (UUID owner : drafts.ownersOfUnsent(event.call()))
            person(owner).filter(person -> !person.disabled()).ifPresent(person -> tell(person, event));
    }

    private void tell(Person person, CallExtended event) {
        String language = person.language();
        Optional<MailAddress> address = MailAddress.parse(person.email().value());
        if (address.isEmpty()) return;
        outbox.send(mails.in(language)
                .subject("inputs.form.mail.extended.subject", event.title().textFor(language))
                .paragraph(
                        "inputs.form.mail.extended.deadline",
                        event.title().textFor(language),
                        time(language, event.newEnd()))
                .paragraph("inputs.form.mail.extended.reason")
                .verbatim(event.reason().textFor(language))
                .paragraph("inputs.form.mail.extended.draft")
                .link("/calls/" + event.slug() + "/answer")
                .to(address.get(), "extension")
                .once("extension:" + event.call().value() + ":" + event.newEnd() + ":" + person.id()));
    }

    private Optional<Person> person(@Nullable UUID id) {
        return id == null ? Optional.empty() : people.find(new PersonId(id));
    }

    private String time(String language, java.time.Instant at) {
        ZoneId zone = Moments.GENEVA;
        return messages.in(language)
                .of("platform.moment.geneva", Moments.in(language).dateTime(at, zone));
    }
}
