package org.throughline.directory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.audit.Actor;
import org.throughline.directory.SignedInPerson.Way;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.platform.Secrets;
import org.throughline.platform.Settings;

/// The example people of a demonstration, whom a visitor may be at the press of a button. There are none, and no
/// way in through them, unless this installation is a demonstration.
@Service
public class DemoPeople {

    private static final Duration TOKEN_LIFE = Duration.ofDays(3650);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Settings settings;
    private final DataFolder data;
    private final People people;
    private final Access access;
    private final Passwords passwords;
    private final SignIn signIn;

    DemoPeople(
            JdbcClient jdbc,
            Clock clock,
            Settings settings,
            DataFolder data,
            People people,
            Access access,
            Passwords passwords,
            SignIn signIn) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.data = data;
        this.people = people;
        this.access = access;
        this.passwords = passwords;
        this.signIn = signIn;
    }

    /// One example person; the code is the part of the address before the @, and the name in `demo-accounts.json`.
    public enum Persona {
        SECRETARIAT("secretariat", "Claire Fontaine", "fr", Role.SECRETARIAT),
        PUBLISHER("publisher", "Bruno Keller", "en", Role.PUBLISHER),
        ANALYST("analyst", "Анна Соколова", "ru", Role.ANALYST),
        ANALYST2("analyst2", "林晓雯", "zh", Role.ANALYST),
        CONTRIBUTOR("contributor", "Amina Diallo", "en", Role.CONTRIBUTOR),
        CHAIR("chair", "Rosa Quispe", "es", Role.CHAIR),
        JUROR("juror", "ليلى الخطيب", "ar", Role.JUROR),
        VOTER("voter", "Tomás Herrera", "es", Role.VOTER),
        OPERATOR("operator", "Jonas Weber", "en", Role.OPERATOR);

        private final String code;
        private final String personName;
        private final String language;
        private final Role role;

        Persona(String code, String personName, String language, Role role) {
            this.code = code;
            this.personName = personName;
            this.language = language;
            this.role = role;
        }

        public String code() {
            return code;
        }

        public String personName() {
            return personName;
        }

        public String language() {
            return language;
        }

        public Role role() {
            return role;
        }

        public EmailAddress email() {
            return new EmailAddress(code + "@example.org");
        }

        static Optional<Persona> of(String code) {
            return Arrays.stream(values())
                    .filter(persona -> persona.code.equals(code))
                    .findFirst();
        }
    }

    /// How to be one of them, as `demo-accounts.json` says it.
    public record Account(String persona, String email, String password, String token) {}

    /// Makes those who do not exist yet. Passwords and tokens are derived from a secret of the data folder, so they
    /// are the same at every start and different in every installation.
    public List<Account> ensure() {
        mustBeDemo();
        byte[] seed = data.secret("demo-people", () -> Secrets.fresh().getBytes(StandardCharsets.US_ASCII));
        return Arrays.stream(Persona.values())
                .map(persona -> ensure(persona, seed))
                .toList();
    }

    /// Lets a visitor in as one of them.
    public SignedInPerson signInAs(String code) {
        mustBeDemo();
        return signIn.enter(of(code).id(), Way.PERSONA);
    }

    /// One of them by the code.
    public Person of(String code) {
        return Persona.of(code)
                .flatMap(persona -> people.byEmail(persona.email()))
                .orElseThrow(Refusal::notFound);
    }

    private void mustBeDemo() {
        if (!settings.demo()) throw Refusal.notFound();
    }

    private Account ensure(Persona persona, byte[] seed) {
        String password = derived(seed, "password of " + persona.code()).substring(0, 20);
        String token = Tokens.PREFIX + derived(seed, "token of " + persona.code());
        Person person = people.ensure(persona.email(), persona.personName(), persona.language());
        if (person.verifiedAt() == null) {
            Instant now = clock.instant();
            jdbc.sql("UPDATE directory.person SET password_hash = ?, verified_at = ? WHERE id = ?")
                    .params(
                            passwords.hash(password),
                            Timestamp.from(now),
                            person.id().value())
                    .update();
            jdbc.sql("""
                    INSERT INTO directory.token (id, person, name, token_hash, created_at, expires_at)
                    VALUES (?, ?, 'demo-accounts.json', ?, ?, ?) ON CONFLICT (token_hash) DO NOTHING""")
                    .params(
                            Ids.next(),
                            person.id().value(),
                            Secrets.hash(token),
                            Timestamp.from(now),
                            Timestamp.from(now.plus(TOKEN_LIFE)))
                    .update();
            access.grant(person.id(), persona.role(), Actor.system("demo"));
        }
        return new Account(persona.code(), persona.email().value(), password, token);
    }

    private static String derived(byte[] seed, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return Secrets.encode(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
