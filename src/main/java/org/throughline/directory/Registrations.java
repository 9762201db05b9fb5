package org.throughline.directory;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.directory.Attempts.Kind;
import org.throughline.directory.LinkRows.Fresh;
import org.throughline.directory.LinkRows.Link;
import org.throughline.directory.LinkRows.Purpose;
import org.throughline.directory.OneTimeLinks.Entered;
import org.throughline.directory.SignedInPerson.Way;
import org.throughline.mail.Mails;
import org.throughline.mail.Outbox;
import org.throughline.platform.Settings;

/// Makes accounts with a password. A registration becomes an account when its address is confirmed, by the browser
/// that registered or by somebody who knows the password: otherwise a stranger could register another's address,
/// wait for the owner to press the button in the mail, and keep a key to the owner's account.
@Service
public class Registrations {

    private final LinkRows links;
    private final PersonRows persons;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SignIn signIn;
    private final Outbox outbox;
    private final Mails mails;
    private final Settings settings;
    private final TransactionTemplate transaction;

    Registrations(
            LinkRows links,
            PersonRows persons,
            Passwords passwords,
            Attempts attempts,
            SignIn signIn,
            Outbox outbox,
            Mails mails,
            Settings settings,
            TransactionTemplate transaction) {
        this.links = links;
        this.persons = persons;
        this.passwords = passwords;
        this.attempts = attempts;
        this.signIn = signIn;
        this.outbox = outbox;
        this.mails = mails;
        this.settings = settings;
        this.transaction = transaction;
    }

    /// What somebody wants their account to be; the password keeps to [PasswordRules].
    public record Registration(
            EmailAddress email,
            PersonName name,
            String password,
            String language,
            @Nullable String next) {

        @Override
        public String toString() {
            return "Registration";
        }
    }

    /// A registration that waits for its address to be confirmed.
    public record Waiting(UUID id, EmailAddress email) {}

    /// Sends a mail with a link to confirm, or, to an address that has an account, one to sign in. From outside the
    /// two cannot be told apart.
    ///
    /// @return what the browser that registered remembers, to confirm without the password
    public UUID register(Registration registration, String client) {
        attempts.count(Kind.MAIL_BY_CLIENT, client);
        attempts.count(Kind.MAIL_TO_ADDRESS, registration.email().value());
        String hash = passwords.hash(registration.password());
        return transaction.execute(status ->
                persons.exists(registration.email()) ? sendSignIn(registration) : sendConfirmation(registration, hash));
    }

    private UUID sendConfirmation(Registration wish, String hash) {
        Fresh link = links.insert(
                Purpose.REGISTRATION, wish.email(), wish.name().value(), hash, wish.language(), wish.next());
        outbox.send(mails.in(wish.language())
                .subject("directory.mail.register.subject", settings.name())
                .paragraph("directory.mail.register.open", settings.name())
                .link("/register/" + link.secret())
                .paragraph("directory.mail.register.not-you")
                .to(wish.email().toMail(), "registration"));
        return link.id();
    }

    private UUID sendSignIn(Registration wish) {
        Fresh link = links.insert(Purpose.SIGN_IN, wish.email(), null, null, wish.language(), wish.next());
        outbox.send(mails.in(wish.language())
                .subject("directory.mail.link.subject", settings.name())
                .paragraph("directory.mail.exists.open", settings.name())
                .link("/sign-in/link/" + link.secret())
                .paragraph("directory.mail.link.not-you")
                .to(wish.email().toMail(), "registration"));
        return link.id();
    }

    /// What a link would confirm; looking does not use it up.
    public Optional<Waiting> look(String secret, String client) {
        Optional<Link> link = links.find(Purpose.REGISTRATION, secret);
        if (link.isEmpty()) attempts.count(Kind.SECRET_BY_CLIENT, client);
        return link.map(found -> new Waiting(found.id(), found.email()));
    }

    /// Whether this is the password that was chosen.
    public boolean matches(String secret, String password, String client) {
        Optional<Link> link = links.find(Purpose.REGISTRATION, secret);
        if (link.isEmpty()) return false;
        attempts.count(Kind.PASSWORD_BY_CLIENT, client);
        attempts.count(Kind.PASSWORD_OF_ADDRESS, link.get().email().value());
        return passwords.match(password, link.get().passwordHash());
    }

    /// Makes the account; empty when the link was used before or is too old. When an account with this address was
    /// made meanwhile, that one stays as it is.
    public Optional<Entered> confirm(String secret) {
        return transaction
                .execute(status -> links.use(Purpose.REGISTRATION, secret).map(this::makeAccount))
                .map(made -> new Entered(signIn.enter(made.person(), Way.PASSWORD), made.next()));
    }

    private Made makeAccount(Link link) {
        boolean isNew = !persons.exists(link.email());
        PersonId person = persons.verified(link.email(), String.valueOf(link.name()), link.language());
        if (isNew) persons.setPassword(person, String.valueOf(link.passwordHash()));
        return new Made(person, link.next());
    }

    private record Made(PersonId person, @Nullable String next) {}
}
