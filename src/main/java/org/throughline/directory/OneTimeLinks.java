package org.throughline.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.directory.Attempts.Kind;
import org.throughline.directory.LinkRows.Link;
import org.throughline.directory.LinkRows.Purpose;
import org.throughline.directory.SignedInPerson.Way;
import org.throughline.mail.Mails;
import org.throughline.mail.Outbox;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;

/// Lets people in by a link sent to their address; the first use of it makes the account of a new address. Asking
/// for a link does the same for every address, so that nobody learns who has an account.
@Service
public class OneTimeLinks {

    private final LinkRows links;
    private final PersonRows persons;
    private final Attempts attempts;
    private final SignIn signIn;
    private final Outbox outbox;
    private final Mails mails;
    private final Settings settings;
    private final TransactionTemplate transaction;

    OneTimeLinks(
            LinkRows links,
            PersonRows persons,
            Attempts attempts,
            SignIn signIn,
            Outbox outbox,
            Mails mails,
            Settings settings,
            TransactionTemplate transaction) {
        this.links = links;
        this.persons = persons;
        this.attempts = attempts;
        this.signIn = signIn;
        this.outbox = outbox;
        this.mails = mails;
        this.settings = settings;
        this.transaction = transaction;
    }

    /// A link that waits to be used.
    ///
    /// @param needsName whether the address is new here, so that its owner has to say their name
    public record Waiting(EmailAddress email, boolean needsName) {}

    /// Who came in, and where they wanted to go.
    public record Entered(SignedInPerson person, @Nullable String next) {}

    /// Sends a link. Refuses too many mails to one address or from one machine.
    ///
    /// @param next an address of this site to go to afterwards
    /// @param client the network address the request came from
    public void send(EmailAddress email, String language, @Nullable String next, String client) {
        attempts.count(Kind.MAIL_BY_CLIENT, client);
        attempts.count(Kind.MAIL_TO_ADDRESS, email.value());
        transaction.executeWithoutResult(status -> {
            String secret = links.insert(Purpose.SIGN_IN, email, null, null, language, next)
                    .secret();
            outbox.send(mails.in(language)
                    .subject("directory.mail.link.subject", settings.name())
                    .paragraph("directory.mail.link.open", settings.name())
                    .link("/sign-in/link/" + secret)
                    .paragraph("directory.mail.link.not-you")
                    .to(email.toMail(), "sign-in-link"));
        });
    }

    /// What a link would do; looking does not use it up, because mail scanners look at every link.
    public Optional<Waiting> look(String secret, String client) {
        Optional<Link> link = links.find(Purpose.SIGN_IN, secret);
        if (link.isEmpty()) attempts.count(Kind.SECRET_BY_CLIENT, client);
        return link.map(found -> new Waiting(found.email(), !persons.hasName(found.email())));
    }

    /// Uses a link up; empty when it was used before or is too old.
    ///
    /// @param name what a new person is called; not looked at for others
    public Optional<Entered> use(String secret, @Nullable PersonName name, String client) {
        Optional<Waiting> waiting = look(secret, client);
        if (waiting.isEmpty()) return Optional.empty();
        if (waiting.get().needsName() && name == null) throw Refusal.badRequest();
        return transaction
                .execute(status -> links.use(Purpose.SIGN_IN, secret).map(link -> {
                    PersonId person = persons.verified(link.email(), name == null ? "" : name.value(), link.language());
                    return new Proof(person, link.next());
                }))
                .map(proof -> new Entered(signIn.enter(proof.person(), Way.LINK), proof.next()));
    }

    private record Proof(PersonId person, @Nullable String next) {}
}
