package org.throughline.documents;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.mail.MailAddress;
import org.throughline.mail.MailText;
import org.throughline.mail.Mails;
import org.throughline.mail.Outbox;

/// What authors are told by mail about their documents, in the transaction of what it tells of.
@Component
class DocumentMails {

    private final People people;
    private final Outbox outbox;
    private final Mails mails;

    DocumentMails(People people, Outbox outbox, Mails mails) {
        this.people = people;
        this.outbox = outbox;
        this.mails = mails;
    }

    void submitted(DocumentWork one) {
        owner(one.owner())
                .ifPresent(person -> send(
                        person,
                        mails.in(person.language())
                                .subject("documents.mail.submitted.subject", title(one))
                                .paragraph("documents.mail.submitted.text", title(one))
                                .link("/documents/mine/" + one.id()),
                        "document-receipt"));
    }

    void numbered(DocumentWork one, String symbol) {
        owner(one.owner())
                .ifPresent(person -> send(
                        person,
                        mails.in(person.language())
                                .subject("documents.mail.numbered.subject", symbol)
                                .paragraph("documents.mail.numbered.text", title(one), symbol)
                                .link("/documents/mine/" + one.id()),
                        "document-numbered"));
    }

    void returned(DocumentWork one, String reason) {
        owner(one.owner())
                .ifPresent(person -> send(
                        person,
                        mails.in(person.language())
                                .subject("documents.mail.returned.subject", title(one))
                                .paragraph("documents.mail.returned.text", title(one))
                                .verbatim(reason)
                                .paragraph("documents.mail.returned.next")
                                .link("/documents/drafts/" + one.id()),
                        "document-returned"));
    }

    void withdrawn(DocumentWork one, String reason) {
        owner(one.owner())
                .ifPresent(person -> send(
                        person,
                        mails.in(person.language())
                                .subject("documents.mail.withdrawn.subject", title(one))
                                .paragraph("documents.mail.withdrawn.text", title(one))
                                .verbatim(reason)
                                .link("/documents/mine"),
                        "document-withdrawn"));
    }

    private static String title(DocumentWork one) {
        return one.original().title();
    }

    private Optional<Person> owner(@Nullable UUID id) {
        return id == null ? Optional.empty() : people.find(new PersonId(id)).filter(person -> !person.disabled());
    }

    private void send(Person person, MailText text, String purpose) {
        MailAddress.parse(person.email().value()).ifPresent(address -> outbox.send(text.to(address, purpose)));
    }
}
