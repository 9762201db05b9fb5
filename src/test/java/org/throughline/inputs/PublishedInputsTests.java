package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class PublishedInputsTests {

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

    private static InputFilter words(String text) {
        return new InputFilter(text, List.of(), List.of(), List.of(), List.of());
    }
}
