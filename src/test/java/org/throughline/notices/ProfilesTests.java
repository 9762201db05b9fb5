package org.throughline.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonDeleted;
import org.throughline.notices.Profile.Field;
import org.throughline.platform.Published;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// What members show of themselves: each field by its own consent, a page only for who wants one.
@ThroughlineTest
class ProfilesTests {

    @Autowired
    Profiles profiles;

    @Autowired
    People people;

    @Autowired
    DemoPeople demo;

    @Autowired
    Published published;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    ApplicationEventPublisher events;

    private final String secret = "Canary" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void onlyWhatWasAllowedIsShownAndOnlyWhileItIs() throws Exception {
        Actor me = member();
        String slug = save(me, Set.of(Field.COUNTRY), true, false);
        String page = "/members/" + slug;
        assertThat(html(page)).contains("Kenya").contains("noindex").doesNotContain(secret);
        assertThat(html("/ar" + page)).contains("dir=\"rtl\"").doesNotContain(secret);
        assertThat(html("/members?q=" + secret)).doesNotContain(page);
        save(me, Set.of(Field.COUNTRY, Field.NAME), true, true);
        assertThat(html(page)).contains(secret).doesNotContain("noindex");
        assertThat(html("/members?q=" + secret + "&country=KE")).contains(page);
        assertThat(html("/members?q=" + secret + "&country=FR")).doesNotContain(page);
        save(me, Set.of(Field.COUNTRY, Field.NAME), false, true);
        assertThat(status(page)).isEqualTo(404);
        assertThat(html("/members?q=" + secret)).doesNotContain(page);
        assertThat(published
                        .sql("SELECT count(*) FROM notices.published_profile WHERE slug = ?")
                        .param(slug)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoeverLeavesTakesThePageAlong() throws Exception {
        Actor me = member();
        String page = "/members/" + save(me, Set.of(Field.NAME), true, true);
        assertThat(status(page)).isEqualTo(200);
        events.publishEvent(new PersonDeleted(new org.throughline.directory.PersonId(me.person())));
        assertThat(status(page)).isEqualTo(404);
        assertThat(html("/members?q=" + secret)).doesNotContain(page);
    }

    @Test
    void theFormWorksWithoutScriptAndSaysWhatIsWrong() throws Exception {
        Visitor visitor = Visitor.as(web, demo, "contributor");
        assertThat(visitor.see("/account").page().select("a[href=/account/profile]"))
                .hasSize(1);
        var wrong =
                visitor.fill("/account/profile", "/account/profile", "open", "true", "organisation", "x".repeat(300));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary a").eachAttr("href")).contains("#organisation");
        var nothing = visitor.fill("/account/profile", "/account/profile", "open", "true");
        assertThat(nothing.page().select(".error-summary a").eachAttr("href")).containsExactly("#open");
        var saved = visitor.fill(
                "/account/profile",
                "/account/profile",
                "organisation",
                "جمعية <b>",
                "interests",
                "C2",
                "show-organisation",
                "true",
                "open",
                "true");
        assertThat(saved.location()).isEqualTo("/account/profile");
        var mine = visitor.see("/account/profile").page();
        assertThat(mine.select("#show-organisation").hasAttr("checked")).isTrue();
        assertThat(mine.select("input[name=interests][value=C2]").hasAttr("checked"))
                .isTrue();
        String page = mine.selectFirst("a[href^=/members/]").attr("href");
        assertThat(visitor.see(page).html()).contains("جمعية &lt;b&gt;");
        assertThat(visitor.send("/account/profile", "version", "0", "name", "An older tab")
                        .status())
                .isEqualTo(409);
        assertThat(status("/account/profile")).isEqualTo(303);
        assertThat(status("/members/no-such-page")).isEqualTo(404);
        assertThat(status("/members?page=99999&country=%27&q=%00")).isEqualTo(200);
    }

    private String save(Actor me, Set<Field> shown, boolean open, boolean findable) {
        Profile before = profiles.mine(me);
        profiles.save(
                new Profile(
                        "",
                        "Amina " + secret,
                        "Society " + secret,
                        "KE",
                        java.util.List.of("ar"),
                        java.util.List.of("C2"),
                        shown,
                        open,
                        findable,
                        before.version()),
                me);
        return profiles.mine(me).slug();
    }

    private Actor member() {
        Person person = people.ensure(new EmailAddress(secret.toLowerCase() + "@example.org"), "A member", "en");
        return new Actor(person.id().value(), "A member", Set.of());
    }

    private String html(String path) throws Exception {
        return answer(path).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private int status(String path) throws Exception {
        return answer(path).getStatus();
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return web.perform(get(java.net.URI.create(path))).andReturn().getResponse();
    }
}
