package org.throughline.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.mail.DemoMail;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.world.ThroughlineTest;

/// What people do with their accounts, and what operators do with other people's.
@ThroughlineTest
class AccountTests {

    private static final String PASSWORD = "seven quiet rivers";
    private static final Actor OPERATOR = Actor.system("test");

    @Autowired
    MockMvc web;

    @Autowired
    DemoMail mail;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Access access;

    @Autowired
    Roster roster;

    @Autowired
    Tokens tokens;

    @Autowired
    Principals principals;

    @Autowired
    SignIn signIn;

    @Autowired
    AuditTrail audit;

    @Autowired
    Settings settings;

    @Autowired
    Clock clock;

    @Autowired
    DemoPeople demo;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "'; DROP TABLE directory.person; --",
                "Ω≈ç√∫˜µ≤≥÷",
                "田中さんにあげて下さい",
                "مُنَاقَشَةُ سُبُلِ",
                "👩🏽‍🚀🏳️‍🌈",
                "{0} {1,plural}",
                "${frame}",
                "=cmd|' /C calc'!A0",
                "Robert\"); --",
                "O’Neil & Sons <b>",
                "../../etc/passwd",
                "\u202Eevil",
                "null"
            })
    void aNameComesBackAsItWasWritten(String name) throws Exception {
        var person = person();
        var browser = signedIn(person);
        assertThat(browser.send("/account/details", "name", name, "language", "ru")
                        .status())
                .isEqualTo(303);
        assertThat(people.find(person.id())).map(Person::name).contains(name);
        var page = browser.see("/account").page();
        assertThat(page.select("#name").val()).isEqualTo(name);
        assertThat(page.select(".site-person a[href$=/account]").text()).isEqualTo(name);
        assertThat(page.select("script").not("[src]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "\u200B", "a\u0000b", "tab\tbed"})
    void aNameWithNothingToSeeOrSeveralLinesIsRefused(String name) throws Exception {
        var browser = signedIn(person());
        assertThat(browser.send("/account/details", "name", name, "language", "en")
                        .status())
                .isEqualTo(422);
        assertThat(browser.send("/account/details", "name", "x".repeat(201), "language", "en")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void changingThePasswordEndsTheOtherSessionsAndTellsThePerson() throws Exception {
        var person = person();
        var here = signedIn(person);
        var elsewhere = signedIn(person);
        assertThat(here.send("/account/password", "current-password", "wrong", "new-password", "eight loud mountains")
                        .status())
                .isEqualTo(422);
        assertThat(here.send("/account/password", "current-password", PASSWORD, "new-password", "eight loud mountains")
                        .status())
                .isEqualTo(303);
        assertThat(here.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(signIn.byPassword(person.email(), PASSWORD, "192.0.2.1")).isEmpty();
        assertThat(signIn.byPassword(person.email(), "eight loud mountains", "192.0.2.1"))
                .isPresent();
        assertThat(new LettersTo(mail, person.email()).all()).hasSize(1);
    }

    @Test
    void whoCameByLinkMaySetAPasswordWithoutTheForgottenOne() throws Exception {
        var person = person();
        var browser = Browser.of(web);
        browser.send("/sign-in/link", "email", person.email().value());
        browser.send(new LettersTo(mail, person.email()).link());
        assertThat(browser.see("/account").page().select("#current-password")).isEmpty();
        assertThat(browser.send("/account/password", "new-password", "eight loud mountains")
                        .status())
                .isEqualTo(303);
        assertThat(signIn.byPassword(person.email(), "eight loud mountains", "192.0.2.1"))
                .isPresent();
    }

    @Test
    void signingOutEverywhereElseKeepsThisSession() throws Exception {
        var person = person();
        var here = signedIn(person);
        var elsewhere = signedIn(person);
        here.send("/account/sessions-end");
        assertThat(here.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).isFalse();
    }

    @Test
    void aKeyIsShownOnceWorksAndStopsWhenRevoked() throws Exception {
        var person = person();
        var browser = signedIn(person);
        assertThat(browser.send("/account/tokens", "token-name", "Upload <i>", "token-days", "30")
                        .status())
                .isEqualTo(303);
        var page = browser.see("/account").page();
        String token = page.select("#tokens ~ .notice .mono").text();
        assertThat(token).startsWith("tl_").hasSizeGreaterThan(40);
        assertThat(browser.see("/account").words()).doesNotContain(token).contains("Upload <i>");
        assertThat(tokens.holderOf(token)).map(Viewer::id).contains(person.id().value());
        assertThat(api(token)).isNotEqualTo(401);
        UUID id = tokens.of(person.id()).getFirst().id();
        assertThat(signedIn(person())
                        .send("/account/tokens/" + id + "/revocation")
                        .status())
                .isEqualTo(404);
        assertThat(browser.send("/account/tokens/" + id + "/revocation").status())
                .isEqualTo(303);
        assertThat(tokens.holderOf(token)).isEmpty();
        assertThat(api(token)).isEqualTo(401);
    }

    @Test
    void aKeyCannotLiveForEverNorBeOneOfMany() {
        var self = principal(person());
        assertThatThrownBy(() -> tokens.create(self, "long", Duration.ofDays(4000)))
                .isInstanceOf(Refusal.class);
        for (int i = 0; i < 20; i++) tokens.create(self, "key " + i, Duration.ofDays(30));
        assertThatThrownBy(() -> tokens.create(self, "one more", Duration.ofDays(30)))
                .isInstanceOf(Refusal.class);
        assertThat(tokens.holderOf("tl_unknown")).isEmpty();
        assertThat(tokens.holderOf("")).isEmpty();
    }

    @Test
    void rolesAreTheseRights() {
        assertThat(Map.of(
                        Role.CONTRIBUTOR, Set.<Permission>of(Permission.CONTRIBUTE),
                        Role.ANALYST, Set.of(Permission.ANALYSE),
                        Role.PUBLISHER, Set.of(Permission.PUBLISH_INPUTS, Permission.MODERATE_REGISTER),
                        Role.SECRETARIAT,
                                Set.of(
                                        Permission.MANAGE_CALLS,
                                        Permission.PUBLISH_INPUTS,
                                        Permission.MODERATE_REGISTER,
                                        Permission.ANALYSE),
                        Role.CHAIR, Set.of(Permission.SIGN_OFF, Permission.ANALYSE),
                        Role.JUROR, Set.<Permission>of(),
                        Role.VOTER, Set.<Permission>of(),
                        Role.OPERATOR, Set.of(Permission.OPERATE)))
                .allSatisfy((role, permissions) -> {
                    Set<Permission> all = EnumSet.of(Permission.CONTRIBUTE);
                    all.addAll(permissions);
                    assertThat(Role.permissionsOf(Set.of(role))).isEqualTo(all);
                });
        assertThat(Role.permissionsOf(EnumSet.noneOf(Role.class))).containsExactly(Permission.CONTRIBUTE);
    }

    @Test
    void aRoleTakesEffectInAnOpenSessionAtOnceAndIsRemembered() throws Exception {
        demo.ensure();
        var person = person();
        var browser = signedIn(person);
        assertThat(browser.see("/people").status()).isEqualTo(403);
        access.grant(person.id(), Role.OPERATOR, OPERATOR);
        assertThat(browser.see("/people").status()).isEqualTo(200);
        access.revoke(person.id(), Role.OPERATOR, OPERATOR);
        assertThat(browser.see("/people").status()).isEqualTo(403);
        assertThat(audit.of("people/" + person.id(), 10))
                .extracting(AuditTrail.Act::action)
                .containsExactly("role-revoked", "role-granted", "signed-in");
    }

    @Test
    void anOperatorFindsPeopleGivesRolesAndLocks() throws Exception {
        demo.ensure();
        var operator = Browser.of(web);
        operator.send("/demo/people/operator");
        var person = person();
        var browser = signedIn(person);
        String page = "/people/" + person.id();
        assertThat(operator.see("/people?q=" + person.email().value()).words())
                .contains(person.email().value());
        assertThat(operator.see("/people?q=%25%25%25").words()).contains("Nobody matches");
        operator.send(page + "/roles", "roles", "ANALYST", "roles", "JUROR");
        assertThat(access.rolesOf(person.id())).containsExactlyInAnyOrder(Role.ANALYST, Role.JUROR);
        operator.send(page + "/roles", "roles", "JUROR");
        assertThat(access.rolesOf(person.id())).containsExactly(Role.JUROR);
        operator.send(page + "/lock");
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(signIn.byPassword(person.email(), PASSWORD, "192.0.2.1")).isEmpty();
        assertThat(operator.see(page).words()).contains("This account is locked");
        operator.send(page + "/lock-removal");
        assertThat(signIn.byPassword(person.email(), PASSWORD, "192.0.2.1")).isPresent();
        assertThat(browser.see("/people").status()).isEqualTo(303);
    }

    @Test
    void nobodyElseGrantsAnything() {
        var person = person();
        var self = Actor.of(principal(person));
        assertThatThrownBy(() -> access.grant(person.id(), Role.OPERATOR, self)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> roster.lock(person.id(), self)).isInstanceOf(Refusal.class);
        assertThat(access.rolesOf(person.id())).isEmpty();
    }

    @Test
    void deletingTheAccountLeavesOnlyTheId() throws Exception {
        var person = person();
        String token = tokens.create(principal(person), "key", Duration.ofDays(30));
        var browser = signedIn(person);
        assertThat(browser.send("/account/deletion", "email", "other@example.org")
                        .status())
                .isEqualTo(422);
        assertThat(browser.send("/account/deletion", "email", person.email().value())
                        .location())
                .isEqualTo("/account/deleted");
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(people.find(person.id())).isEmpty();
        assertThat(people.byEmail(person.email())).isEmpty();
        assertThat(tokens.holderOf(token)).isEmpty();
        assertThat(people.ensure(person.email(), "Again", "en").id()).isNotEqualTo(person.id());
    }

    @Test
    void theFirstOperatorIsMadeOnlyWhileThereIsNone() {
        demo.ensure();
        var firstRun = new FirstRun(access, accounts, signIn, settings);
        assertThat(firstRun.address()).isEmpty();
        assertThat(firstRun.make("guess", new EmailAddress("x@example.org"), new PersonName("X"), PASSWORD, "en"))
                .isEmpty();
    }

    @Test
    void aReaderWithoutAnAccountIsSentToSignInAndBack() throws Exception {
        assertThat(Browser.of(web).see("/ar/account").location()).isEqualTo("/ar/sign-in?next=%2Far%2Faccount");
    }

    private int api(String token) throws Exception {
        return web.perform(get("/api/v1/nothing-here").header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private SignedInPerson principal(Person person) {
        return principals.of(person.id()).orElseThrow().signedIn(SignedInPerson.Way.PASSWORD, clock.instant());
    }

    private Person person() {
        var email = new EmailAddress("p" + UUID.randomUUID() + "@example.net");
        return accounts.create(email, new PersonName("Somebody"), "en", PASSWORD);
    }

    private Browser signedIn(Person person) throws Exception {
        var browser = Browser.of(web);
        assertThat(browser.send("/sign-in", "email", person.email().value(), "password", PASSWORD)
                        .status())
                .isEqualTo(303);
        return browser;
    }
}
