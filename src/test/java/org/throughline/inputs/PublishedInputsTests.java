package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class PublishedInputsTests {

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    PublishedInputs published;

    @Test
    void aSearchTakesEightWordsAndLeavesTheRestAside() {
        CallId call = SmallCall.open(calls, SmallCall.freshSlug());
        UUID owner = UUID.randomUUID();
        Actor contributor = new Actor(owner, "Amina", Set.of());
        InputId input = inputs.submit(call, SmallCall.input("Lighthouses."), Reception.form(owner, "en"), contributor)
                .id();
        publication.publish(input, Actor.system("test"));
        assertThat(published.count(call, words("lighthouses elsewhere"))).isZero();
        assertThat(published.count(call, words("lighthouses ".repeat(8) + "elsewhere ".repeat(150))))
                .isOne();
    }

    @Test
    void aNameThatNobodyGaveIsNotSaidToBeRefused() throws Exception {
        String slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(calls, slug);
        publish(call, "", Consent.ALL);
        publish(call, "Zainab Example", new Consent(false, true, true, true, true));
        publish(call, "Zainab Example", Consent.ALL);
        assertThat(words(slug, 1)).contains("No name was given").doesNotContain("has not agreed");
        assertThat(words(slug, 2)).contains("has not agreed").doesNotContain("No name was given", "Zainab");
        assertThat(words(slug, 3)).contains("Zainab").doesNotContain("has not agreed", "No name was given");
    }

    private void publish(CallId call, String name, Consent consent) {
        var input = NewInput.of(
                "en",
                Respondent.of(Respondent.Behalf.SELF, "", name, "", "OTH", "AU", null, null),
                Map.of("q1", Json.mapper().getNodeFactory().stringNode("Masts.")),
                consent,
                null,
                null);
        publication.publish(
                inputs.submit(
                                call,
                                input,
                                new Reception(Reception.Origin.IMPORT, null, name + consent, null, null, "en"),
                                Actor.system("test"))
                        .id(),
                Actor.system("test"));
    }

    private String words(String slug, int number) throws Exception {
        return Visitor.as(web, people, "contributor")
                .see("/calls/" + slug + "/inputs/" + number)
                .words();
    }

    @Test
    void theWordsForUnpublishedInputsAreTrueOfEachOfThem() throws Exception {
        String slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(calls, slug);
        UUID owner = UUID.randomUUID();
        InputId kept = inputs.submit(call, SmallCall.input("Kept."), Reception.form(owner, "en"), Actor.system("test"))
                .id();
        publication.withhold(kept, "Not about this", Actor.system("test"));
        assertThat(Visitor.as(web, people, "contributor")
                        .see("/calls/" + slug + "/statistics")
                        .words())
                .contains(
                        "Unpublished (no consent to publication, kept unpublished by a decision, or not decided yet) 1");
    }

    private static InputFilter words(String text) {
        return new InputFilter(text, List.of(), List.of(), List.of(), List.of());
    }
}
