package org.throughline.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.Attempts.Kind;
import org.throughline.directory.SignedInPerson.Way;
import org.throughline.mail.Mails;
import org.throughline.mail.Outbox;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;

/// What people do with their own accounts.
@Service
public class Accounts {

    /// How long after coming in by a link somebody may set a password without saying the old one, which they may
    /// have forgotten.
    private static final Duration FRESH = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Passwords passwords;
    private final PersonRows persons;
    private final People people;
    private final Access access;
    private final Tokens tokens;
    private final Principals principals;
    private final Attempts attempts;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Mails mails;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Accounts(
            JdbcClient jdbc,
            Clock clock,
            Passwords passwords,
            PersonRows persons,
            People people,
            Access access,
            Tokens tokens,
            Principals principals,
            Attempts attempts,
            AuditTrail audit,
            Outbox outbox,
            Mails mails,
            Settings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.passwords = passwords;
        this.persons = persons;
        this.people = people;
        this.access = access;
        this.tokens = tokens;
        this.principals = principals;
        this.attempts = attempts;
        this.audit = audit;
        this.outbox = outbox;
        this.mails = mails;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
    }

    /// Makes an account whose address is known to be the person's, with a password.
    Person create(EmailAddress email, PersonName name, String language, String password) {
        String hash = passwords.hash(password);
        return transaction.execute(status -> {
            persons.setPassword(persons.verified(email, name.value(), language), hash);
            return people.byEmail(email).orElseThrow();
        });
    }

    @Transactional
    public void describe(SignedInPerson self, PersonName name, String language) {
        if (!Languages.isKnown(language)) throw Refusal.badRequest();
        jdbc.sql("UPDATE directory.person SET name = ?, language = ? WHERE id = ?")
                .params(name.value(), language, self.id())
                .update();
        audit.record(Actor.of(self), "account-changed", Access.subject(self.person()), Map.of("language", language));
        principals.changed(self.person());
    }

    public boolean hasPassword(PersonId person) {
        return persons.passwordHash(person) != null;
    }

    /// Whether somebody must say their password before they may set another.
    public boolean mustSayPassword(SignedInPerson self) {
        boolean freshByLink = self.way() == Way.LINK && self.since().plus(FRESH).isAfter(clock.instant());
        return !freshByLink && hasPassword(self.person());
    }

    /// Sets a password that keeps to [PasswordRules], ends every other session, and tells the person by mail.
    ///
    /// @param current the password until now, where [#mustSayPassword] asks for it
    /// @return the person as this one session goes on; empty when `current` is wrong
    public Optional<SignedInPerson> changePassword(
            SignedInPerson self, @Nullable String current, String chosen, String language) {
        Person person = people.find(self.person()).orElseThrow(Refusal::notFound);
        if (mustSayPassword(self)) {
            attempts.count(Kind.PASSWORD_OF_ADDRESS, person.email().value());
            if (!passwords.match(current == null ? "" : current, persons.passwordHash(self.person())))
                return Optional.empty();
            attempts.forgive(Kind.PASSWORD_OF_ADDRESS, person.email().value());
        }
        String hash = passwords.hash(chosen);
        transaction.executeWithoutResult(status -> {
            persons.setPassword(self.person(), hash);
            principals.changed(self.person());
            audit.record(Actor.of(self), "password-changed", Access.subject(self.person()), Map.of());
            outbox.send(mails.in(language)
                    .subject("directory.mail.password.subject", settings.name())
                    .paragraph("directory.mail.password.done", settings.name())
                    .link("/sign-in")
                    .to(person.email().toMail(), "password-changed"));
        });
        return goOn(self);
    }

    /// Ends every session but the one this is asked in.
    public Optional<SignedInPerson> endOtherSessions(SignedInPerson self) {
        transaction.executeWithoutResult(status -> {
            persons.endSessions(self.person());
            principals.changed(self.person());
            audit.record(Actor.of(self), "sessions-ended", Access.subject(self.person()), Map.of());
        });
        return goOn(self);
    }

    private Optional<SignedInPerson> goOn(SignedInPerson self) {
        return principals.of(self.person()).map(standing -> standing.signedIn(self.way(), self.since()));
    }

    /// Forgets the person: name, address, password, keys and roles. Contributions stay under the consent that was
    /// given with them; [PersonDeleted] tells their owners. Refuses the last operator.
    @Transactional
    public void delete(SignedInPerson self) {
        access.keepOneOperator(self.person());
        Instant now = clock.instant();
        tokens.revokeAll(self.person());
        jdbc.sql("DELETE FROM directory.granted_role WHERE person = ?")
                .param(self.id())
                .update();
        jdbc.sql("DELETE FROM directory.link WHERE email = (SELECT email FROM directory.person WHERE id = ?)")
                .param(self.id())
                .update();
        jdbc.sql("""
                UPDATE directory.person
                SET email = NULL, name = '', password_hash = NULL, version = version + 1, deleted_at = ?
                WHERE id = ? AND deleted_at IS NULL""").params(Timestamp.from(now), self.id()).update();
        audit.record(
                new Actor(self.id(), "–", self.permissions()),
                "account-deleted",
                Access.subject(self.person()),
                Map.of());
        audit.forgetName(self.id());
        principals.changed(self.person());
        events.publishEvent(new PersonDeleted(self.person()));
    }
}
