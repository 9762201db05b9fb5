package org.throughline.stocktaking.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.links.LinkAnswer.Outcome;
import org.throughline.stocktaking.links.ProjectLinkRows.Due;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class LinksTests {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    @Autowired
    PublishedProjects published;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    ProjectLinkRows rows;

    @Autowired
    ProjectLinks links;

    @Autowired
    DemoPeople personas;

    @Autowired
    MockMvc web;

    private String url;
    private Register.Taken taken;

    @BeforeEach
    void anEntryWithALink() {
        url = "https://" + UUID.randomUUID() + ".example.org/page";
        Map<String, JsonNode> answers = SmallRegister.answers("Solar schools");
        SmallRegister.put(answers, "website", "\"" + url + "\"");
        SmallRegister.put(answers, "videoLinks", "[\"" + url + "/video\"]");
        taken = SmallRegister.publish(
                register, SmallRegister.fresh(collections), NewProject.of("en", answers, Consent.ALL));
        while (rows.read(MONDAY)) {}
    }

    private void looked(Outcome outcome, int status, Duration later) {
        rows.looked(
                new Due(ProjectLinkRows.hash(url), url, "example.org"),
                new LinkAnswer(outcome, status, null),
                MONDAY.plus(later));
    }

    private ProjectLinks.Link link() {
        return links.of(taken.id()).stream()
                .filter(one -> one.url().equals(url))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theAddressesOfAnEntryAreKnown() {
        assertThat(links.of(taken.id())).extracting(ProjectLinks.Link::url).containsExactly(url, url + "/video");
    }

    @Test
    void aLinkIsDeadAfterThreeFailuresOverThreeDaysAndNeverAtOnce() throws Exception {
        looked(Outcome.WORKS, 200, Duration.ZERO);
        looked(Outcome.MISSING, 404, Duration.ofDays(1));
        looked(Outcome.MISSING, 404, Duration.ofDays(1).plusHours(1));
        looked(Outcome.MISSING, 404, Duration.ofDays(1).plusHours(2));
        assertThat(link().deadSince()).isNull();
        looked(Outcome.MISSING, 404, Duration.ofDays(5));
        assertThat(link().deadSince()).isEqualTo(MONDAY.plus(Duration.ofDays(5)));
        assertThat(link().workedAt()).isEqualTo(MONDAY);
        assertThat(published.shown(taken.number()).orElseThrow().broken())
                .extracting(PublishedProjects.Broken::url)
                .containsExactly(url);
        var secretary = Visitor.as(web, personas, "secretariat");
        assertThat(secretary.see("/stocktaking/desk/links").words()).contains(url);
        assertThat(secretary.see("/stocktaking/desk/" + taken.number()).words())
                .contains("Dead link", "The page is not there (404)");
        assertThat(secretary.see("/stocktaking/" + taken.number()).words()).contains("last seen working");
        looked(Outcome.WORKS, 200, Duration.ofDays(6));
        assertThat(link().deadSince()).isNull();
        assertThat(published.shown(taken.number()).orElseThrow().broken()).isEmpty();
        assertThat(secretary.see("/stocktaking/" + taken.number()).words()).doesNotContain("last seen working");
    }

    @Test
    void whoDoesNotLetProgramsInIsNotDead() {
        for (int day = 0; day < 9; day++) looked(Outcome.UNCLEAR, 403, Duration.ofDays(day));
        assertThat(link().deadSince()).isNull();
        assertThat(link().failures()).isZero();
    }

    @Test
    void onlyOneNodeChecksAndNoneWhileItRests() {
        assertThat(rows.lease("one", MONDAY, MONDAY.plusSeconds(900))).isTrue();
        assertThat(rows.lease("other", MONDAY.plusSeconds(1), MONDAY.plusSeconds(901)))
                .isFalse();
        assertThat(rows.lease("other", MONDAY.plusSeconds(901), MONDAY.plusSeconds(1800)))
                .isTrue();
        links.rest(true, Actor.system("test"));
        assertThat(rows.lease("other", MONDAY.plusSeconds(902), MONDAY.plusSeconds(1801)))
                .isFalse();
        links.rest(false, Actor.system("test"));
    }

    @Test
    void whatAnEntryNoLongerGivesIsNotLookedAt() {
        register.change(
                taken.id(),
                register.find(taken.id()).orElseThrow().version(),
                SmallRegister.project("Solar schools"),
                Actor.system("test"));
        register.publish(taken.id(), Actor.system("test"));
        while (rows.read(MONDAY)) {}
        assertThat(links.of(taken.id())).isEmpty();
        assertThat(rows.due(MONDAY.plus(Duration.ofDays(400)), 100_000))
                .noneMatch(due -> due.url().equals(url));
    }
}
