package org.throughline.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.EmailAddress;
import org.throughline.platform.Refusal;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;

/// Whoever gives another's address gets nothing done with it: no words of theirs reach it, nothing of it changes, and
/// no room in its list is taken.
@ThroughlineTest
class FollowsOfStrangersTests {

    @Autowired
    Follows follows;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private ProjectCollection collection;
    private final EmailAddress address = new EmailAddress("f" + UUID.randomUUID() + "@example.org");

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
    }

    @Test
    void aMailToSomebodyWhoAskedForNothingHasNoWordsOfWhoeverDid() throws Exception {
        long number = publish("Win a prize at http://evil.example");
        send(
                "/follow",
                "q",
                "http://evil.example/win now",
                "country",
                "KE",
                "country",
                "buy-now",
                "year",
                "call-555",
                "rhythm",
                "daily",
                "email",
                address.value());
        send("/follow", "project", String.valueOf(number), "rhythm", "daily", "email", address.value());
        String countries = String.join(",", java.util.Locale.getISOCountries());
        send("/follow", parameters(countries.split(",")));
        assertThat(mails()).hasSize(3);
        assertThat(mails().toString())
                .doesNotContainIgnoringCase("evil")
                .doesNotContainIgnoringCase("buy")
                .doesNotContain("555", "prize");
        assertThat((String) mails().getFirst().get("text_body")).contains("A search of the register · Country: Kenya.");
        assertThat((String) mails().get(1).get("text_body")).contains("Project " + number + ".");
        assertThat((String) mails().getLast().get("text_body")).contains("Country: 60 choices.");
    }

    private String[] parameters(String[] countries) {
        var all = new java.util.ArrayList<String>();
        for (String country : countries) all.addAll(List.of("country", country));
        all.addAll(List.of("rhythm", "daily", "email", address.value()));
        return all.toArray(String[]::new);
    }

    @Test
    void whoHasSaidYesKeepsTheirLanguageWhoeverAsks() throws Exception {
        send("/ar/follow", "country", "KE", "rhythm", "daily", "email", address.value());
        web.perform(post(FollowMails.link(mails().getFirst())));
        send("/zh/follow", "country", "FR", "rhythm", "daily", "email", address.value());
        assertThat(mails().getLast().get("language")).isEqualTo("ar");
        assertThat(jdbc.sql("SELECT language FROM notices.subscriber WHERE address = ?")
                        .param(address.value())
                        .query(String.class)
                        .single())
                .isEqualTo("ar");
    }

    @Test
    void whatStrangersAskForTakesNobodysRoomAndAFullListIsSaid() {
        follows.ask(search("country", "KE"), Rhythm.DAILY, address, "en", "203.0.113.1");
        String first = FollowMails.link(mails().getFirst()).replaceFirst(".*/", "");
        insert(Follow.MOST, false);
        follows.ask(search("country", "FR"), Rhythm.DAILY, address, "en", "203.0.113.2");
        String second = FollowMails.link(mails().getLast()).replaceFirst(".*/", "");
        assertThat(jdbc.sql("""
                SELECT count(*) FROM notices.follow WHERE subscriber =
                    (SELECT id FROM notices.subscriber WHERE address = ?)""").param(address.value()).query(Integer.class).single())
                .isEqualTo(20);
        assertThat(follows.look(second)).isPresent();
        insert(Follow.MOST, true);
        assertThatThrownBy(() -> follows.confirm(second)).isInstanceOf(Refusal.class);
        follows.ask(search("country", "ES"), Rhythm.DAILY, address, "en", "203.0.113.3");
        assertThat((String) mails().getLast().get("text_body"))
                .contains("follows 200 things already")
                .contains("/by-mail/follows/");
        assertThat(first).isNotEqualTo(second);
    }

    private void insert(int count, boolean confirmed) {
        jdbc.sql("""
                INSERT INTO notices.follow (id, subscriber, kind, target, rhythm, created_at, confirmed_at, told_until, next_at)
                SELECT gen_random_uuid(), s.id, 'search', 'q=' || :confirmed || n, 'daily', now() - interval '1 hour',
                    CASE WHEN :confirmed THEN now() END, now(), now() + interval '100 years'
                FROM notices.subscriber s, generate_series(1, :count) n WHERE s.address = :address""")
                .param("confirmed", confirmed)
                .param("count", count)
                .param("address", address.value())
                .update();
    }

    private Target search(String parameter, String value) {
        return Target.of(Map.of("collection", List.of(collection.slug()), parameter, List.of(value)))
                .orElseThrow();
    }

    private long publish(String title) {
        return SmallRegister.publish(register, collection, SmallRegister.project(title))
                .number();
    }

    private List<Map<String, Object>> mails() {
        return FollowMails.to(jdbc, address);
    }

    private MockHttpServletResponse send(String path, String... fields) throws Exception {
        return FollowMails.send(web, path, fields);
    }
}
