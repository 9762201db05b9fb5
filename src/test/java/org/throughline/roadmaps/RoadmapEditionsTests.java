package org.throughline.roadmaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.access.Permission;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class RoadmapEditionsTests {

    private static final Actor ACTOR = new Actor(UUID.randomUUID(), "The secretariat", Set.of(Permission.MANAGE_CALLS));

    @Autowired
    private MilestoneDesk desk;

    @Autowired
    private RoadmapEditions editions;

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople demo;

    private static Milestone.Facts facts(String track, String title, String starts) {
        return new Milestone.Facts(
                track,
                LocalizedText.of("en", title),
                starts,
                "",
                "",
                Kind.MEETING,
                Status.PLANNED,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                List.of(),
                List.of(),
                Certainty.CONFIRMED,
                List.of(new Milestone.Source("A letter", "")));
    }

    @Test
    void aVersionStaysAsItWasAndSaysWhatDiffersSince() throws Exception {
        Visitor secretariat = Visitor.as(web, demo, "secretariat");
        String track = "t" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(secretariat
                        .send("/roadmaps/tracks/new", "code", track, "name-en", "A country")
                        .location())
                .endsWith("/roadmaps/" + track);
        assertThat(secretariat
                        .send("/roadmaps/tracks/new", "code", track, "name-en", "A country")
                        .status())
                .isEqualTo(422);
        assertThat(secretariat
                        .send("/roadmaps/tracks/new", "code", "all", "name-en", "A country")
                        .status())
                .isEqualTo(422);
        long moved = desk.add(facts(track, "To be moved", "2027"), ACTOR);
        desk.add(facts(track, "To stay", "2028"), ACTOR);

        String first = secretariat
                .send("/roadmaps/" + track + "/versions", "name", "First", "approval", "Council 2027, then PP-30")
                .location();
        assertThat(first).endsWith("/versions/1");
        desk.change(moved, facts(track, "To be moved", "2029"), 1, ACTOR);
        desk.add(facts(track, "New since", "2030"), ACTOR);
        assertThat(editions.take(track, "Second", "", ACTOR)).isEqualTo(2);

        String frozen = secretariat.see(first).words();
        assertThat(frozen)
                .contains("Council 2027, then PP-30", "2 milestones", "2027")
                .doesNotContain("New since");
        assertThat(secretariat.see(first + "?with=now").words())
                .contains("2 milestones differ.", "Moved from 2027 to 2029", "New since")
                .contains("Added");
        assertThat(secretariat.see("/roadmaps/" + track + "/versions/2?with=1").words())
                .contains("2 milestones differ.", "Moved from 2027 to 2029");
        assertThat(secretariat.see("/roadmaps/" + track + "/versions").words()).contains("First", "Second");
        assertThat(secretariat.see("/roadmaps/" + track + "/versions/7").status())
                .isEqualTo(404);
        assertThat(secretariat
                        .send("/roadmaps/" + track + "/versions", "name", " ")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theNameOfARoadMapIsChangedOnceAtATime() throws Exception {
        Visitor secretariat = Visitor.as(web, demo, "secretariat");
        String path = "/roadmaps/t" + UUID.randomUUID().toString().substring(0, 8);
        secretariat.send("/roadmaps/tracks/new", "code", path.substring(10), "name-en", "Before");

        assertThat(secretariat
                        .send(path + "/edit", "version", "1", "name-en", "After")
                        .location())
                .endsWith(path);
        var stale = secretariat.send(path + "/edit", "version", "1", "name-en", "Else");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.words()).contains("After", "Else");
        assertThat(secretariat.see(path).words()).contains("After");
    }
}
