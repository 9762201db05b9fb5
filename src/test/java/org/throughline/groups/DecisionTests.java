package org.throughline.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class DecisionTests {

    private static final String GROUP = "/groups/" + Group.COUNCIL_WORKING_GROUP;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingDecisions decisions;

    @Autowired
    private DemoPeople people;

    @Autowired
    private MockMvc web;

    private final String number = "D" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = GROUP + "/meetings/" + number;

    private Visitor with(String kind) throws Exception {
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        secretariat.send(GROUP + "/meetings/new", MeetingDeskTests.form(number, "2027-03-01", "held", 0));
        assertThat(secretariat
                        .send(
                                address + "/decisions/new",
                                "kind",
                                kind,
                                "text-en",
                                "Text of " + number,
                                "text-fr",
                                "Texte de " + number,
                                "actors-en",
                                "The Council")
                        .location())
                .endsWith("/decisions/1");
        return secretariat;
    }

    private Decision one() {
        return decisions
                .find(
                        meetings.find(Group.COUNCIL_WORKING_GROUP, number)
                                .orElseThrow()
                                .id(),
                        1)
                .orElseThrow();
    }

    private int step(Visitor secretariat, String state, String happened) throws Exception {
        return secretariat
                .send(
                        address + "/decisions/1/steps",
                        "state",
                        state,
                        "happened",
                        happened,
                        "source",
                        "C27/100",
                        "source-url",
                        "https://example.org/c27",
                        "version",
                        String.valueOf(one().version()))
                .status();
    }

    @Test
    void aRecommendationIsFollowedStepByStepUntilItIsCarriedOut() throws Exception {
        Visitor secretariat = with("recommendation");
        assertThat(one().state()).isEqualTo(Decision.State.PROPOSED);

        assertThat(step(secretariat, "carried-out", "2027-05-01")).isEqualTo(422);
        assertThat(step(secretariat, "forwarded", "2027-05-10")).isEqualTo(303);
        assertThat(step(secretariat, "adopted-changed", "2027-04-01")).isEqualTo(422);
        assertThat(step(secretariat, "adopted-changed", "2027-06")).isEqualTo(303);
        assertThat(one().state()).isEqualTo(Decision.State.ADOPTED_CHANGED);
        assertThat(secretariat
                        .see("/groups/recommendations?state=adopted-changed")
                        .html())
                .contains("Text of " + number);
        assertThat(secretariat.see("/groups/recommendations?state=forwarded").html())
                .doesNotContain("Text of " + number);

        secretariat.send(address + "/decisions/1/steps", "act", "strike", "version", String.valueOf(one().version()));

        assertThat(one().state()).isEqualTo(Decision.State.FORWARDED);
        assertThat(secretariat.see(address + "/decisions/1").html()).contains("Step struck", "https://example.org/c27");
        assertThat(secretariat.see("/groups/recommendations.csv").html()).contains("forwarded", "2027-05-10");
    }

    @Test
    void aDecisionIsReadInItsLanguagesAndFollowedByNothing() throws Exception {
        Visitor secretariat = with("decision");

        assertThat(step(secretariat, "forwarded", "2027-05-10")).isEqualTo(422);
        Visitor reader = Visitor.as(web, people, "contributor");
        assertThat(reader.see("/fr" + address).html()).contains("Texte de " + number);
        assertThat(reader.see("/ar" + address + "/decisions/1").html())
                .contains("Text of " + number, "lang=\"en\"")
                .doesNotContain("/steps");
        assertThat(reader.send(address + "/decisions/1/steps", "version", "1").status())
                .isEqualTo(403);
    }

    @Test
    void ofTwoEditorsTheSecondOverwritesNothing() throws Exception {
        Visitor secretariat = with("decision");
        String version = String.valueOf(one().version());

        secretariat.send(address + "/decisions/1/edit", "kind", "decision", "text-en", "First", "version", version);
        Visitor.Answer second = secretariat.send(
                address + "/decisions/1/edit", "kind", "decision", "text-en", "Second", "version", version);

        assertThat(second.status()).isEqualTo(409);
        assertThat(one().text().textFor("en")).isEqualTo("First");
    }
}
