package org.throughline.stocktaking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.directory.EmailAddress;
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

/// What people are told by mail about the entries they keep or are asked to keep, written in the transaction of what
/// it tells of. Letters that one person causes to others are counted, so that nobody makes a mail relay of this.
@Component
class ProjectMails {

    private static final UUID NOBODY = new UUID(0, 0);

    private final ProjectRows rows;
    private final People people;
    private final Outbox outbox;
    private final Mails mails;
    private final Messages messages;
    private final ProjectLimits limits;
    private final Clock clock;

    ProjectMails(
            ProjectRows rows,
            People people,
            Outbox outbox,
            Mails mails,
            Messages messages,
            ProjectLimits limits,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.outbox = outbox;
        this.mails = mails;
        this.messages = messages;
        this.limits = limits;
        this.clock = clock;
    }

    /// The way back to a draft, for whoever goes on at another machine. At most one an hour for each draft.
    void draftLink(ProjectDraft draft) {
        person(draft.owner()).ifPresent(owner -> {
            Instant now = clock.instant();
            outbox.send(mails.in(owner.language())
                    .subject("stocktaking.form.mail.draft.subject")
                    .paragraph("stocktaking.form.mail.draft.kept", time(owner.language(), draft.updatedAt()))
                    .link("/my/projects/drafts/" + draft.id())
                    .paragraph("stocktaking.form.mail.draft.sign-in", draft.shownCode())
                    .to(new MailAddress(owner.email().value()), "draft-link")
                    .once("project-draft-link:" + draft.id() + ":" + now.truncatedTo(ChronoUnit.HOURS)));
        });
    }

    /// The receipt, to whoever sent an entry or a change of one.
    void receipt(Register.Taken taken, boolean changed, UUID to) {
        person(to).ifPresent(owner -> {
            ProjectRecord entry = rows.find(taken.id()).orElseThrow();
            String language = owner.language();
            Hash hash = rows.hashes(java.util.List.of(entry)).get(entry.id());
            MailText text =
                    mails.in(language).subject("stocktaking.form.mail.receipt.subject", entry.number(), entry.title());
            if (changed)
                text.paragraph(
                        "stocktaking.form.mail.receipt.changed", entry.number(), entry.title(), entry.revision());
            else
                text.paragraph(
                        "stocktaking.form.mail.receipt.arrived",
                        entry.number(),
                        entry.title(),
                        time(language, entry.receivedAt()));
            outbox.send(text.paragraph("stocktaking.form.mail.receipt.hash", hash.base64Url())
                    .paragraph("stocktaking.form.mail.receipt.where")
                    .link("/my/projects/" + entry.number() + "/receipt")
                    .paragraph("stocktaking.form.mail.receipt.later")
                    .to(new MailAddress(owner.email().value()), "receipt"));
        });
    }

    /// Asks somebody to keep an entry, or to take it over. Says nothing when too many letters were sent already: the
    /// invitation stands, and can be made anew the next day.
    void invitation(
            ProjectRecord entry, MailAddress to, KeeperRole role, String by, String secret, @Nullable UUID sender) {
        if (!limits.mayWrite(sender == null ? NOBODY : sender, to)) return;
        String language = languageFor(to, entry.language());
        MailText text = mails.in(language);
        if (role == KeeperRole.OWNER)
            text.subject("stocktaking.form.mail.owner.subject", entry.title())
                    .paragraph("stocktaking.form.mail.owner.asked", by, entry.number(), entry.title())
                    .paragraph("stocktaking.form.mail.owner.what");
        else
            text.subject("stocktaking.form.mail.keeper.subject", entry.title())
                    .paragraph("stocktaking.form.mail.keeper.asked", by, entry.number(), entry.title())
                    .paragraph("stocktaking.form.mail.keeper.what");
        outbox.send(text.link("/my/projects/invitations/" + secret)
                .paragraph("stocktaking.form.mail.keeper.until", Keepers.GOOD_FOR.toDays())
                .to(to, "keeper"));
    }

    /// Tells the owner of an entry that somebody says it is theirs.
    void claimed(ProjectRecord entry, UUID owner, String by) {
        person(owner)
                .ifPresent(person -> outbox.send(mails.in(person.language())
                        .subject("stocktaking.form.mail.claimed.subject", entry.title())
                        .paragraph("stocktaking.form.mail.claimed.asked", by, entry.number(), entry.title())
                        .link("/my/projects/" + entry.number())
                        .paragraph("stocktaking.form.mail.claimed.what")
                        .to(new MailAddress(person.email().value()), "claim")));
    }

    /// Tells who said that an entry is theirs what was decided.
    void decided(ProjectRecord entry, UUID claimant, boolean granted, String reason) {
        person(claimant).ifPresent(person -> {
            MailText text = mails.in(person.language())
                    .subject("stocktaking.form.mail.decided.subject", entry.title())
                    .paragraph(
                            granted ? "stocktaking.form.mail.decided.granted" : "stocktaking.form.mail.decided.refused",
                            entry.number(),
                            entry.title());
            if (!reason.isBlank()) text.verbatim(reason);
            outbox.send(text.link(granted ? "/my/projects/" + entry.number() : "/stocktaking/" + entry.number())
                    .to(new MailAddress(person.email().value()), "claim"));
        });
    }

    // Whoever has an account is written to in the language of it.
    private String languageFor(MailAddress to, String otherwise) {
        String known = Languages.isKnown(otherwise) ? otherwise : Languages.DEFAULT;
        return EmailAddress.parse(to.value())
                .flatMap(people::byEmail)
                .map(Person::language)
                .orElse(known);
    }

    private Optional<Person> person(UUID id) {
        return people.find(new PersonId(id)).filter(person -> !person.disabled());
    }

    private String time(String language, Instant at) {
        return messages.in(language)
                .of("platform.moment.geneva", Moments.in(language).dateTime(at, Moments.GENEVA));
    }
}
