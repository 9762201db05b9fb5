package org.throughline.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.throughline.world.ThroughlineTest;

/// Coming in by password, and what nobody may learn or do on the way.
@ThroughlineTest
class SignInTests {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    DemoPeople demo;

    @Test
    void theRightPasswordLeadsBackToThePageTheReaderCameFrom() throws Exception {
        var person = person();
        var session = new MockHttpSession();
        var answer = send(attempt(person, PASSWORD).session(session).param("next", "/fr/calls?q=a%20b"));
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/fr/calls?q=a%20b");
        assertThat(send(get("/account").session(session)).getStatus()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameWords() throws Exception {
        var person = person();
        var wrong = send(attempt(person, "not the password"));
        var unknown = send(attempt(fresh(), "not the password"));
        assertThat(wrong.getStatus()).isEqualTo(422).isEqualTo(unknown.getStatus());
        assertThat(words(wrong, person)).isEqualTo(words(unknown, null));
    }

    @Test
    void signingInGivesTheSessionAnotherNumberAndAnotherFormToken() throws Exception {
        var session = new MockHttpSession();
        String before = formToken(send(get("/sign-in").session(session)));
        String number = session.getId();
        send(attempt(person(), PASSWORD).session(session));
        assertThat(session.getId()).isNotEqualTo(number);
        assertThat(formToken(send(get("/account").session(session)))).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "/en//evil.example",
                "https://evil.example",
                "https:evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "javascript:alert(1)",
                " //evil.example",
                "evil.example",
                ""
            })
    void anAddressOfAnotherSiteIsNeverFollowed(String next) throws Exception {
        var answer = send(attempt(person(), PASSWORD).param("next", next));
        assertThat(answer.getHeader("Location")).isEqualTo("/work");
    }

    @Test
    void theTenthWrongPasswordIsTheLastForAWhileButOthersAreLetIn() throws Exception {
        var person = person();
        for (int i = 0; i < 10; i++)
            assertThat(send(attempt(person, "wrong " + i)).getStatus()).isEqualTo(422);
        var refused = send(attempt(person, PASSWORD));
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 15 * 60);
        assertThat(refused.getContentAsString()).contains("Too many attempts");
        assertThat(send(attempt(person(), PASSWORD)).getStatus()).isEqualTo(303);
    }

    @Test
    void rightPasswordsAreNotCounted() throws Exception {
        var person = person();
        for (int i = 0; i < 15; i++)
            assertThat(send(attempt(person, PASSWORD)).getStatus()).isEqualTo(303);
    }

    @Test
    void signingOutEndsTheSessionAndTakesTheCookieBack() throws Exception {
        var session = new MockHttpSession();
        send(attempt(person(), PASSWORD).session(session));
        var answer = send(post("/sign-out").session(session).with(csrf()));
        assertThat(answer.getCookie("throughline").getMaxAge()).isZero();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        assertThat(send(post("/sign-in").param("email", "a@example.org")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void thePersonasOfADemonstrationAreTheSameAtEveryStart() {
        var first = demo.ensure();
        assertThat(first).isEqualTo(demo.ensure());
        assertThat(first)
                .extracting(DemoPeople.Account::persona)
                .containsExactly(
                        "secretariat",
                        "publisher",
                        "analyst",
                        "analyst2",
                        "contributor",
                        "chair",
                        "juror",
                        "voter",
                        "operator");
    }

    @Test
    void aPersonaComesInByButtonAndByPassword() throws Exception {
        var accounts = demo.ensure();
        var session = new MockHttpSession();
        assertThat(send(post("/demo/people/chair").session(session).with(csrf()))
                        .getStatus())
                .isEqualTo(303);
        assertThat(send(get("/account").session(session)).getContentAsString()).contains("Rosa Quispe");
        var operator = accounts.getLast();
        assertThat(send(attempt(new EmailAddress(operator.email()), operator.password()))
                        .getStatus())
                .isEqualTo(303);
        assertThat(send(post("/demo/people/nobody").with(csrf())).getStatus()).isEqualTo(404);
    }

    private EmailAddress person() {
        EmailAddress email = fresh();
        accounts.create(email, new PersonName("Somebody"), "en", PASSWORD);
        return email;
    }

    private static EmailAddress fresh() {
        return new EmailAddress("p" + UUID.randomUUID() + "@example.net");
    }

    private static MockHttpServletRequestBuilder attempt(EmailAddress email, String password) {
        return post("/sign-in")
                .param("email", email.value())
                .param("password", password)
                .with(csrf());
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }

    private static String words(MockHttpServletResponse answer, EmailAddress typed) throws Exception {
        String text = org.jsoup.Jsoup.parse(answer.getContentAsString()).text();
        return typed == null ? text : text.replace(typed.value(), "");
    }

    private static String formToken(MockHttpServletResponse answer) throws Exception {
        return org.jsoup.Jsoup.parse(answer.getContentAsString())
                .select("input[name=_csrf]")
                .last()
                .val();
    }
}
