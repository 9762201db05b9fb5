package org.throughline.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Publication;
import org.throughline.inputs.Reception;
import org.throughline.platform.Messages;
import org.throughline.platform.web.Frame;
import org.throughline.site.web.HomePage.OpenCall;
import org.throughline.site.web.HomePage.Outcome;
import org.throughline.site.web.HomePage.Thing;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// Whoever comes first finds three things to try, whatever there is.
@ThroughlineTest
class ThingsToTryTests {

    @Autowired
    MockMvc web;

    @Autowired
    ThingsToTry things;

    @Autowired
    Messages messages;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    DemoPeople people;

    private Frame frame(boolean demo) {
        return new Frame("Throughline", messages.in("en"), "/", "", null, () -> null, null, demo);
    }

    private List<String> paths(List<Call> all, List<OpenCall> open, List<Outcome> outcomes, boolean demo) {
        List<Thing> found = things.of(frame(demo), all, open, outcomes);
        assertThat(found).hasSize(3);
        return found.stream().map(Thing::path).toList();
    }

    @Test
    void withNothingYetThereIsTheRecordItself() {
        assertThat(paths(List.of(), List.of(), List.of(), false))
                .containsExactly("/data/verify", "/data/log", "/about");
    }

    @Test
    void withAnOpenCallOneAnswersItAndFollowsAnInput() {
        String slug = SmallCall.freshSlug();
        Call call = calls.get(SmallCall.open(calls, slug));
        var open = List.of(new OpenCall(call, 3));
        assertThat(paths(List.of(call), open, List.of(), false))
                .containsExactly("/calls/" + slug, "/data/verify", "/data/log");
        Actor actor = Actor.system("test");
        publication.publish(
                inputs.submit(
                                call.id(),
                                SmallCall.input("Words."),
                                Reception.form(java.util.UUID.randomUUID(), "en"),
                                actor)
                        .id(),
                actor);
        assertThat(paths(List.of(call), open, List.of(), false))
                .containsExactly("/calls/" + slug, "/calls/" + slug + "/inputs", "/data/verify");
        assertThat(paths(List.of(call), open, List.of(), true))
                .containsExactly("/calls/" + slug, "/demo/people", "/calls/" + slug + "/inputs");
        assertThat(paths(List.of(call), open, List.of(new Outcome(call, 1, 1, 1)), true))
                .containsExactly("/calls/" + slug + "/summary", "/calls/" + slug, "/demo/people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ar"})
    void eachOfTheThreeIsThere(String prefix) throws Exception {
        Visitor visitor = Visitor.as(web, people, "contributor");
        var links = visitor.see(prefix.isEmpty() ? "/" : prefix).page().select(".try a");
        assertThat(links).hasSize(3);
        for (var link : links)
            assertThat(visitor.see(link.attr("href")).status()).isEqualTo(200);
    }

    @Test
    void numbersAgreeWithTheirNouns() {
        assertThat(messages.in("en").of("site.home.outcome", 3, 2, 1)).endsWith("1 sentence with its sources");
        assertThat(messages.in("en").of("site.home.outcome", 3, 2, 2)).endsWith("2 sentences with their sources");
        assertThat(messages.in("fr").of("site.home.outcome", 1, 1, 1)).startsWith("1 reçue, 1 publiée");
        assertThat(messages.in("ru").of("site.home.outcome", 1, 1, 3)).endsWith("3 предложения с источниками");
        assertThat(messages.in("ar").of("site.home.outcome", 1, 1, 2)).contains("جملتان مع مصادرهما");
    }
}
