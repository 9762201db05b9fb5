package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Refusal;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// Campaigns: proposed by the program, accepted by a person, shown once with their number, and still counted one by
/// one.
@ThroughlineTest
class FamiliesTests {

    private static final String COMMON =
            "We ask that every school in the country is connected by a line of its own, that teachers are trained "
                    + "before machines are bought, and that what is spent is published for each school and each year. ";

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

    @Autowired
    Families families;

    @Autowired
    AuditTrail audit;

    @Autowired
    Moderation moderation;

    final Actor secretariat = Actor.system("test");
    CallId call;
    String slug;

    @BeforeEach
    void aCallWithACampaignOfFour() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        submit(
                "Quite another text about cables under the sea, their landing stations, and who may use them at which price, "
                        + "written by somebody who has laid some of them and knows what they cost and how long they last.");
        for (String own : List.of("One.", "Two.", "Three.", "Four.")) submit(COMMON + own);
    }

    private void submit(String text) {
        var sender = new Actor(UUID.randomUUID(), "Amina", Set.of());
        var input = inputs.submit(call, SmallCall.input(text), Reception.form(UUID.randomUUID(), "en"), sender)
                .id();
        if (!text.endsWith("Four.")) publication.publish(input, secretariat);
    }

    private List<Integer> listed() {
        List<Integer> numbers = new ArrayList<>();
        published.folded(call, 0, 50).forEach(line -> numbers.add(line.number()));
        return numbers;
    }

    @Test
    void aCampaignIsProposedAndOnceAcceptedTakesOneLine() throws Exception {
        assertThat(families.proposed(call)).extracting(Families.Family::numbers).containsExactly(List.of(2, 3, 4, 5));
        assertThat(listed()).containsExactly(1, 2, 3, 4);
        var desk = Visitor.as(web, people, "publisher");
        String page = "/calls/" + slug + "/desk/families";
        assertThat(desk.see(page).page().select("input[name=n]")).hasSize(4);
        assertThat(desk.send(page, "n", "2", "field", "family-2").status()).isEqualTo(422);
        assertThat(desk.send(page, "n", "2", "n", "3", "n", "4", "n", "5").status())
                .isEqualTo(303);
        assertThat(families.proposed(call)).isEmpty();
        assertThat(families.accepted(call)).extracting(Families.Family::numbers).containsExactly(List.of(2, 3, 4, 5));
        assertThat(listed()).containsExactly(1, 2);
        // The fourth is not public, and nobody is told of it.
        assertThat(published.families(call)).containsExactly(List.of(2, 3, 4));
        assertThat(published.tally(call).published()).isEqualTo(4);
        var reader = Visitor.as(web, people, "contributor");
        assertThat(reader.see("/calls/" + slug + "/inputs")
                        .page()
                        .select("a.tag[href$='/inputs/2#family']")
                        .text())
                .contains("3");
        assertThat(reader.see("/calls/" + slug + "/inputs/3").page().select("#family li"))
                .hasSize(3);
        assertThat(reader.see("/calls/" + slug + "/statistics").words())
                .contains("3 published inputs belong to 1 campaign");
        assertThat(moderation.lines(call))
                .allSatisfy(line -> assertThat(line.findings()).doesNotContain(Examination.Finding.NEAR_COPY));
    }

    @Test
    void whatIsWithdrawnOrReplacedLeavesTheFamily() {
        families.accept(call, List.of(2, 3, 4), secretariat);
        inputs.withdraw(publication.find(call, 2).orElseThrow().id(), secretariat);
        assertThat(listed()).containsExactly(1, 3);
        assertThat(published.families(call)).containsExactly(List.of(3, 4));
        publication.withhold(publication.find(call, 3).orElseThrow().id(), "To be looked at again", secretariat);
        assertThat(published.families(call)).isEmpty();
        assertThat(listed()).containsExactly(1, 4);
    }

    @Test
    void aMemberCanBeAddedByHand() throws Exception {
        families.accept(call, List.of(2, 3), secretariat);
        inputs.withdraw(publication.find(call, 5).orElseThrow().id(), secretariat);
        var desk = Visitor.as(web, people, "publisher");
        String page = "/calls/" + slug + "/desk/families";
        String members = page + "/" + families.accepted(call).getFirst().id() + "/members";
        for (String wrong : List.of("", "77", "3", "5", "x", "99999999999")) {
            var refused = desk.send(members, "number", wrong);
            assertThat(refused.status()).describedAs(wrong).isEqualTo(422);
            assertThat(refused.page().select("#add-2-error, #add-2[aria-invalid]"))
                    .describedAs(wrong)
                    .hasSize(2);
            assertThat(refused.page().select("#add-2").attr("value")).isEqualTo(wrong);
        }
        assertThat(desk.send(members, "number", " 1 ").status()).isEqualTo(303);
        assertThat(families.accepted(call)).extracting(Families.Family::numbers).containsExactly(List.of(1, 2, 3));
        assertThat(audit.of("calls/" + slug + "/families", 10).getFirst()).satisfies(act -> {
            assertThat(act.action()).isEqualTo("family-accepted");
            assertThat(act.details()).contains("1", "2", "3");
        });
        assertThat(desk.send(members, "number", "4").status()).isEqualTo(404);
    }

    @Test
    void aFamilyCanBeTakenApartAndJoined() {
        families.accept(call, List.of(2, 3), secretariat);
        families.accept(call, List.of(3, 4), secretariat);
        assertThat(families.accepted(call)).extracting(Families.Family::numbers).containsExactly(List.of(2, 3, 4));
        families.dissolve(call, families.accepted(call).getFirst().id(), secretariat);
        assertThat(families.accepted(call)).isEmpty();
        assertThatThrownBy(() -> families.accept(call, List.of(2), secretariat)).isInstanceOf(Refusal.class);
    }
}
