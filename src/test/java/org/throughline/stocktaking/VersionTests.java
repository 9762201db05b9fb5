package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class VersionTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    MockMvc web;

    private Taken taken;

    @BeforeEach
    void anEntry() {
        taken = SmallRegister.publish(
                register, SmallRegister.fresh(collections), SmallRegister.project("Solar schools"));
    }

    private void change(String title, String code, String answer) {
        Map<String, JsonNode> answers = SmallRegister.answers(title);
        SmallRegister.put(answers, code, answer);
        register.change(
                taken.id(),
                register.find(taken.id()).orElseThrow().version(),
                NewProject.of("en", answers, Consent.ALL),
                SECRETARIAT);
    }

    private String path() {
        return "/stocktaking/" + taken.number() + "/versions";
    }

    private String body(String address, int status) throws Exception {
        var response = web.perform(get(URI.create(address))).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(body(address, 200));
    }

    @Test
    void everyPublicVersionStaysAtItsAddress() throws Exception {
        change("Solar colleges", "countries", "[\"KE\", \"UG\"]");
        register.publish(taken.id(), SECRETARIAT);
        Document list = page(path());
        assertThat(list.text()).contains("2 versions", "Changed: Title Countries");
        assertThat(page(path() + "/1").text()).contains("Solar schools", "earlier version");
        assertThat(page(path() + "/2").text()).contains("Uganda");
    }

    @Test
    void twoVersionsAreComparedFieldByField() throws Exception {
        change("Solar colleges", "countries", "[\"UG\"]");
        register.publish(taken.id(), SECRETARIAT);
        change("Solar colleges for all", "countries", "[\"UG\"]");
        register.publish(taken.id(), SECRETARIAT);
        Document compared = page(path() + "?from=1&to=3");
        assertThat(compared.select("del").text()).contains("schools", "Kenya");
        assertThat(compared.select("ins").text()).contains("colleges for all", "Uganda");
        assertThat(page(path() + "?from=3&to=1").select("ins").text()).contains("Uganda");
        assertThat(page("/ar" + path() + "?from=2&to=3")
                        .select("ins .visually-hidden")
                        .text())
                .contains("مضاف");
    }

    @Test
    void whatWasNeverPublicIsNoVersion() throws Exception {
        change("A secret plan", "countries", "[\"UG\"]");
        assertThat(body(path(), 200)).doesNotContain("secret plan");
        body(path() + "/2", 404);
        assertThat(body("/api/v1/projects/" + taken.number() + "/versions", 200))
                .doesNotContain("secret plan");
    }

    @Test
    void whoWithdrawsTakesTheVersionsAlong() throws Exception {
        change("Solar colleges", "countries", "[\"UG\"]");
        register.publish(taken.id(), SECRETARIAT);
        register.withdraw(taken.id(), SECRETARIAT);
        assertThat(body(path(), 410)).doesNotContain("Solar schools");
        body(path() + "/1", 410);
        body("/api/v1/projects/" + taken.number() + "/versions/1", 410);
        body("/stocktaking/999999999/versions", 404);
    }

    @Test
    void programsReadVersionsToo() throws Exception {
        change("Solar colleges", "countries", "[\"UG\"]");
        register.publish(taken.id(), SECRETARIAT);
        JsonNode list = Json.tree(body("/api/v1/projects/" + taken.number() + "/versions", 200));
        assertThat(list.at("/versions/0/changed").toString()).isEqualTo("[\"title\",\"countries\"]");
        JsonNode first = Json.tree(body("/api/v1/projects/" + taken.number() + "/versions/1", 200));
        assertThat(first.at("/answers/title").asString()).isEqualTo("Solar schools");
        assertThat(first.toString()).doesNotContain("Private Person");
    }
}
