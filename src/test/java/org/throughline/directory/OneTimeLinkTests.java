package org.throughline.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.mail.DemoMail;
import org.throughline.world.ThroughlineTest;

/// Coming in by a link in a mail, and making an account by one.
@ThroughlineTest
class OneTimeLinkTests {

    private static final String PASSWORD = "seven quiet rivers";

    @Autowired
    MockMvc web;

    @Autowired
    DemoMail mail;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLinkMakesTheAccountOfANewAddressAndLeadsBack() throws Exception {
        var address = fresh();
        var browser = Browser.of(web);
        var asked = browser.send("/fr/sign-in/link", "email", address.value().toUpperCase(), "next", "/fr/calls");
        assertThat(asked.location()).isEqualTo("/fr/sign-in/sent");
        assertThat(browser.see("/fr/sign-in/sent").words()).contains(address.value());
        String link = new LettersTo(mail, address).link();
        assertThat(link).startsWith("/fr/sign-in/link/");
        assertThat(browser.send(link, "name", " ").status()).isEqualTo(422);
        var entered = browser.send(link, "name", "Amina");
        assertThat(entered.location()).isEqualTo("/fr/calls");
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(people.byEmail(address)).map(Person::name).isEqualTo(Optional.of("Amina"));
        assertThat(people.byEmail(address)).map(Person::language).isEqualTo(Optional.of("fr"));
        assertThat(people.byEmail(address).orElseThrow().verifiedAt()).isNotNull();
    }

    @Test
    void aLinkWorksOnceAndLookingDoesNotUseItUp() throws Exception {
        var address = person();
        String link = askFor(address);
        for (int i = 0; i < 3; i++)
            assertThat(Browser.of(web).see(link).status()).isEqualTo(200);
        assertThat(Browser.of(web).send(link).status()).isEqualTo(303);
        var second = Browser.of(web);
        assertThat(second.send(link).status()).isEqualTo(410);
        assertThat(second.see(link).status()).isEqualTo(410);
        assertThat(second.isSignedIn()).isFalse();
    }

    @Test
    void aLinkIsOverAfterThirtyMinutes() throws Exception {
        var address = person();
        String link = askFor(address);
        jdbc.sql("""
                UPDATE directory.link SET created_at = created_at - interval '31 minutes', expires_at = expires_at - interval '31 minutes'
                WHERE email = ?""").param(address.value()).update();
        assertThat(Browser.of(web).see(link).status()).isEqualTo(410);
        assertThat(Browser.of(web).send(link).status()).isEqualTo(410);
    }

    @Test
    void nobodyLearnsWhetherAnAddressHasAnAccount() throws Exception {
        var known = person();
        var unknown = fresh();
        for (String form : new String[] {"/sign-in/link", "/register"}) {
            var one = Browser.of(web);
            var other = Browser.of(web);
            var first = one.send(form, "email", known.value(), "name", "A", "password", PASSWORD);
            var second = other.send(form, "email", unknown.value(), "name", "A", "password", PASSWORD);
            assertThat(first.status()).isEqualTo(second.status()).isEqualTo(303);
            assertThat(first.location()).isEqualTo(second.location());
            assertThat(one.see("/sign-in/sent").words().replace(known.value(), ""))
                    .isEqualTo(other.see("/sign-in/sent").words().replace(unknown.value(), ""));
        }
        assertThat(new LettersTo(mail, known).all()).hasSize(2);
        assertThat(new LettersTo(mail, unknown).all()).hasSize(2);
    }

    @Test
    void oneAddressGetsFiveMailsAnHour() throws Exception {
        var address = fresh();
        for (int i = 0; i < 5; i++)
            assertThat(Browser.of(web)
                            .send("/sign-in/link", "email", address.value())
                            .status())
                    .isEqualTo(303);
        var refused = Browser.of(web).send("/sign-in/link", "email", address.value());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().getHeader("Retry-After")).isNotNull();
        assertThat(new LettersTo(mail, address).all()).hasSize(5);
    }

    @Test
    void aRegistrationIsConfirmedByTheBrowserThatMadeIt() throws Exception {
        var address = fresh();
        var browser = Browser.of(web);
        browser.send("/register", "email", address.value(), "name", "Ольга", "password", PASSWORD);
        assertThat(people.byEmail(address)).isEmpty();
        String link = new LettersTo(mail, address).link();
        assertThat(browser.see(link).page().select("input[type=password]")).isEmpty();
        assertThat(browser.send(link).status()).isEqualTo(303);
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(Browser.of(web)
                        .send("/sign-in", "email", address.value(), "password", PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void anotherBrowserConfirmsOnlyWithThePassword() throws Exception {
        var address = fresh();
        Browser.of(web).send("/register", "email", address.value(), "name", "Stranger", "password", PASSWORD);
        String link = new LettersTo(mail, address).link();
        var owner = Browser.of(web);
        assertThat(owner.see(link).page().select("input[type=password]")).hasSize(1);
        assertThat(owner.send(link).status()).isEqualTo(422);
        assertThat(owner.send(link, "password", "something else").status()).isEqualTo(422);
        assertThat(people.byEmail(address)).isEmpty();
        assertThat(owner.send(link, "password", PASSWORD).status()).isEqualTo(303);
        assertThat(owner.isSignedIn()).isTrue();
    }

    @Test
    void registeringAnAddressThatHasAnAccountChangesNothingOfIt() throws Exception {
        var address = person();
        Browser.of(web).send("/register", "email", address.value(), "name", "Mallory", "password", "another password");
        String link = new LettersTo(mail, address).link();
        assertThat(link).startsWith("/sign-in/link/");
        assertThat(Browser.of(web).send(link).status()).isEqualTo(303);
        assertThat(people.byEmail(address)).map(Person::name).isEqualTo(Optional.of("Somebody"));
        assertThat(Browser.of(web)
                        .send("/sign-in", "email", address.value(), "password", "another password")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void weakPasswordsAndBrokenAddressesAreRefusedWithWordsBesideTheField() throws Exception {
        for (String weak : new String[] {
            "short", "password12345", "PASSWORD!!!!!!", "123456789012", "aaaaaaaaaaaaaaa", "p@ssw0rd12345"
        }) {
            var page = Browser.of(web).send("/register", "email", "a@example.org", "name", "A", "password", weak);
            assertThat(page.status()).as(weak).isEqualTo(422);
            assertThat(page.page().select("#password-error")).hasSize(1);
            assertThat(page.page().select(".error-summary a[href=#password]")).hasSize(1);
        }
        var likeAddress = Browser.of(web)
                .send("/register", "email", "josephine@example.org", "name", "A", "password", "josephine-2026!");
        assertThat(likeAddress.words()).contains("does not contain your e-mail address");
        for (String broken :
                new String[] {"", "a", "a@", "@b", "a b@c.org", "a@b.org, c@d.org", "a@b.org\r\nBcc: x@y.org"})
            assertThat(Browser.of(web).send("/sign-in/link", "email", broken).status())
                    .as(broken)
                    .isEqualTo(422);
    }

    private String askFor(EmailAddress address) throws Exception {
        Browser.of(web).send("/sign-in/link", "email", address.value());
        return new LettersTo(mail, address).link();
    }

    private EmailAddress person() {
        EmailAddress email = fresh();
        accounts.create(email, new PersonName("Somebody"), "en", PASSWORD);
        return email;
    }

    private static EmailAddress fresh() {
        return new EmailAddress("p" + UUID.randomUUID() + "@example.net");
    }
}
