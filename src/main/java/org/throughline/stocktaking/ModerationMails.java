package org.throughline.stocktaking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.mail.MailAddress;
import org.throughline.mail.MailText;
import org.throughline.mail.Mails;
import org.throughline.mail.Outbox;
import org.throughline.platform.Languages;
import tools.jackson.databind.JsonNode;

/// What the keepers of an entry are told of the secretariat's decisions, each in their language; where an entry has
/// no keeper with an account, the contact person it names. Written in the transaction of the decision.
@Component
class ModerationMails {

    private final JdbcClient jdbc;
    private final ProjectRevisions revisions;
    private final People people;
    private final Mails mails;
    private final Outbox outbox;

    ModerationMails(JdbcClient jdbc, ProjectRevisions revisions, People people, Mails mails, Outbox outbox) {
        this.jdbc = jdbc;
        this.revisions = revisions;
        this.people = people;
        this.mails = mails;
        this.outbox = outbox;
    }

    /// Somebody who is told.
    record Recipient(MailAddress address, String language, boolean keeper) {}

    void published(ProjectRecord project) {
        for (Recipient one : keepers(project))
            send(
                    one,
                    "project-published",
                    begin(one)
                            .subject("stocktaking.mail.published.subject", project.number(), project.title())
                            .paragraph("stocktaking.mail.published.body", project.title())
                            .link("/stocktaking/" + project.number()));
    }

    void askedBack(ProjectRecord project, String question) {
        quote(
                project,
                "project-asked-back",
                "stocktaking.mail.asked.subject",
                "stocktaking.mail.asked.body",
                question,
                "stocktaking.mail.asked.next");
    }

    void declined(ProjectRecord project, String reason) {
        quote(
                project,
                "project-declined",
                "stocktaking.mail.declined.subject",
                project.publishedAt() == null ? "stocktaking.mail.declined.body" : "stocktaking.mail.declined.change",
                reason,
                "stocktaking.mail.declined.next");
    }

    void unpublished(ProjectRecord project, String reason) {
        quote(
                project,
                "project-unpublished",
                "stocktaking.mail.unpublished.subject",
                "stocktaking.mail.unpublished.body",
                reason,
                "stocktaking.mail.declined.next");
    }

    // What the secretariat wrote, in its own words, and what can be done next.
    private void quote(ProjectRecord project, String purpose, String subject, String body, String words, String next) {
        for (Recipient one : recipients(project)) {
            MailText text = begin(one)
                    .subject(subject, project.number(), project.title())
                    .paragraph(body, project.title())
                    .verbatim(words);
            send(one, purpose, end(one, text, next, project.number()));
        }
    }

    /// That a decision was undone.
    void takenBack(ProjectRecord project) {
        for (Recipient one : keepers(project))
            send(
                    one,
                    "project-decision-undone",
                    begin(one)
                            .subject("stocktaking.mail.undone.subject", project.number(), project.title())
                            .paragraph("stocktaking.mail.undone.body", project.title()));
    }

    /// That an entry became part of another one.
    void merged(ProjectRecord gone, ProjectRecord stays) {
        for (Recipient one : keepers(gone))
            send(
                    one,
                    "project-merged",
                    begin(one)
                            .subject("stocktaking.mail.merged.subject", gone.number(), stays.number())
                            .paragraph("stocktaking.mail.merged.body", gone.title(), stays.title())
                            .link("/stocktaking/" + stays.number()));
    }

    private MailText begin(Recipient one) {
        return mails.in(one.language());
    }

    // Who has no account cannot open the entry; an answer to the secretariat is what is left.
    private static MailText end(Recipient one, MailText text, String next, long number) {
        return one.keeper()
                ? text.paragraph(next).link("/my/projects/" + number)
                : text.paragraph("stocktaking.mail.answer-secretariat");
    }

    private void send(Recipient one, String purpose, MailText text) {
        outbox.send(text.to(one.address(), purpose));
    }

    /// Whom a mail about this entry reaches.
    List<Recipient> recipients(ProjectRecord project) {
        List<Recipient> keepers = keepers(project);
        return keepers.isEmpty() ? contact(project).stream().toList() : keepers;
    }

    private List<Recipient> keepers(ProjectRecord project) {
        return jdbc
                .sql("SELECT person FROM stocktaking.keeper WHERE project_id = ? ORDER BY since, person")
                .param(project.id().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(person -> people.find(new PersonId(person)))
                .flatMap(Optional::stream)
                .filter(person -> !person.disabled())
                .map(ModerationMails::recipient)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Recipient> recipient(Person person) {
        return MailAddress.parse(person.email().value())
                .map(address -> new Recipient(address, person.language(), true));
    }

    private Optional<Recipient> contact(ProjectRecord project) {
        String language = Languages.isKnown(project.language()) ? project.language() : Languages.DEFAULT;
        return revisions
                .find(project.id(), project.revision())
                .map(ProjectRevision::hidden)
                .map(hidden -> hidden.get("contactEmail"))
                .filter(JsonNode::isString)
                .flatMap(email -> MailAddress.parse(email.stringValue()))
                .map(address -> new Recipient(address, language, false));
    }
}
