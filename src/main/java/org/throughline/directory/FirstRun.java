package org.throughline.directory;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.directory.SignedInPerson.Way;
import org.throughline.platform.Secrets;
import org.throughline.platform.Settings;

/// A new installation has nobody who may do anything. Whoever started it is shown an address, once per start, at
/// which the first operator makes their account; it works while there is no operator and never again.
@Service
public class FirstRun {

    private final Access access;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Settings settings;
    private final String secret = Secrets.fresh();

    FirstRun(Access access, Accounts accounts, SignIn signIn, Settings settings) {
        this.access = access;
        this.accounts = accounts;
        this.signIn = signIn;
        this.settings = settings;
    }

    /// The address to show to whoever started the program, on their terminal and not in the log; empty when there
    /// is an operator already.
    @Transactional
    public Optional<String> address() {
        return access.hasOperator() ? Optional.empty() : Optional.of(settings.publicUrl() + "/first-run/" + secret);
    }

    /// Whether an operator may be made with this secret now.
    @Transactional
    public boolean isOpen(String offered) {
        return Secrets.same(bytes(offered), bytes(secret)) && !access.hasOperator();
    }

    /// Makes the first operator and lets them in; empty when the secret is wrong or there is an operator already.
    public synchronized Optional<SignedInPerson> make(
            String offered, EmailAddress email, PersonName name, String password, String language) {
        if (!isOpen(offered)) return Optional.empty();
        Person person = accounts.create(email, name, language, password);
        access.grant(person.id(), Role.OPERATOR, Actor.system("first run"));
        return Optional.of(signIn.enter(person.id(), Way.PASSWORD));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
