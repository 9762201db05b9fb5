package org.throughline.stocktaking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class ProjectPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    final Actor secretariat = Actor.system("test");
    final String mark = "Zebra" + UUID.randomUUID().toString().substring(0, 8);

    Register.Taken publish(NewProject project) {
        return SmallRegister.publish(register, SmallRegister.wsis(collections), project);
    }

    MockHttpServletResponse ask(String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address))).andReturn().getResponse();
    }

    Document page(String address) throws Exception {
        MockHttpServletResponse response = ask(address);
        assertThat(response.getStatus()).describedAs(address).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void aProjectIsShownWithItsFactsAnswersAndLightAndWithoutItsContactPerson() throws Exception {
        long number = publish(SmallRegister.project(mark)).number();
        Document page = page("/stocktaking/" + number);
        assertThat(page.select("h1").text()).isEqualTo(mark);
        assertThat(page.select(".facts").text())
                .contains("Example Society", "Kenya", "from March 2024", "C7 E-learning");
        assertThat(page.select("main").text())
                .contains(
                        "Up to date",
                        "Last confirmed by its owner on",
                        "Teachers are trained in every connected school.")
                .doesNotContain("Private Person", "private.person");
        assertThat(page.select(".facts a[href='/stocktaking?actionLine=C2']")).isNotEmpty();
        Document arabic = page("/ar/stocktaking/" + number);
        assertThat(arabic.select("h1").attr("dir")).isEqualTo("ltr");
        assertThat(arabic.select("main").text()).contains("محدَّث");
    }

    @Test
    void theListNarrowsByFacetsAndKeepsItsStateInItsAddress() throws Exception {
        Map<String, JsonNode> answers = SmallRegister.answers(mark);
        SmallRegister.put(answers, "countries", "[\"TV\"]");
        SmallRegister.put(answers, "actionLines", "[\"C10\"]");
        long number = publish(NewProject.of("en", answers, Consent.ALL)).number();
        Document page = page("/stocktaking?country=TV&actionLine=C10");
        assertThat(page.select(".list-plain a[href='/stocktaking/" + number + "']")
                        .text())
                .isEqualTo(mark);
        assertThat(page.select(".chips a").eachAttr("href"))
                .contains("/stocktaking?country=TV", "/stocktaking?actionLine=C10", "/stocktaking");
        assertThat(page.select("#facet-sdg li").text()).contains("SDG 4");
        assertThat(page.select("link[rel=alternate][type='application/atom+xml']")
                        .attr("href"))
                .isEqualTo("/stocktaking.atom?actionLine=C10&country=TV");
        for (String view : new String[] {"table", "map", "matrix"}) {
            Document other = page("/stocktaking?country=TV&actionLine=C10&view=" + view);
            assertThat(other.select("main table")).describedAs(view).isNotEmpty();
            assertThat(other.select("main").text()).contains("1 project");
        }
        assertThat(page("/stocktaking?country=TV&view=matrix&actionLine=C10")
                        .select("a[href*='sdg=4'][href*='actionLine=C10']"))
                .isNotEmpty();
    }

    @Test
    void hostileAddressesAreAnsweredAsIfNothingOddWasAsked() throws Exception {
        for (String query : new String[] {
            "?page=-1",
            "?page=99999999",
            "?sort=%00",
            "?country=%3Cscript%3E",
            "?view=nothing",
            "?q=%00%00",
            "?all=x",
            "?country=ZZ&year=0&light=x",
            "?q=" + "a".repeat(2000)
        })
            assertThat(ask("/stocktaking" + query).getStatus())
                    .describedAs(query)
                    .isEqualTo(200);
        assertThat(ask("/stocktaking/999999999").getStatus()).isEqualTo(404);
        assertThat(ask("/api/v1/projects/999999999").getStatus()).isEqualTo(404);
    }

    @Test
    void aWithdrawnProjectLeavesATombstoneAndAMergedOneLeadsToTheOther() throws Exception {
        Register.Taken gone = publish(SmallRegister.project(mark + " gone"));
        Register.Taken twice = publish(SmallRegister.project(mark + " twice"));
        Register.Taken stays = publish(SmallRegister.project(mark + " stays"));
        assertThat(ask("/stocktaking/" + gone.number()).getStatus()).isEqualTo(200);
        register.withdraw(gone.id(), secretariat);
        register.merge(twice.id(), stays.id(), secretariat);
        MockHttpServletResponse tombstone = ask("/stocktaking/" + gone.number());
        assertThat(tombstone.getStatus()).isEqualTo(410);
        assertThat(tombstone.getContentAsString(StandardCharsets.UTF_8)).doesNotContain(mark);
        assertThat(ask("/api/v1/projects/" + gone.number()).getStatus()).isEqualTo(410);
        MockHttpServletResponse moved = ask("/fr/stocktaking/" + twice.number());
        assertThat(moved.getStatus()).isEqualTo(301);
        assertThat(moved.getHeader("Location")).isEqualTo("/fr/stocktaking/" + stays.number());
    }

    @Test
    void feedsAndFilesAreOfExactlyTheResult() throws Exception {
        Map<String, JsonNode> answers = SmallRegister.answers(mark);
        SmallRegister.put(answers, "countries", "[\"NR\"]");
        SmallRegister.put(answers, "goals", "\"=cmd()\"");
        long number = publish(NewProject.of("en", answers, Consent.ALL)).number();
        publish(SmallRegister.project(mark + " elsewhere"));
        String csv = ask("/stocktaking.csv?country=NR").getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains(mark, "\"'=cmd()\"").doesNotContain(mark + " elsewhere", "Private", "contactName");
        String lines = ask("/stocktaking.jsonl?country=NR").getContentAsString(StandardCharsets.UTF_8);
        JsonNode first = Json.tree(
                lines.lines().filter(line -> line.contains(mark)).findFirst().orElseThrow());
        assertThat(first.get("number").asLong()).isEqualTo(number);
        assertThat(first.get("startsOn").asString()).isEqualTo("2024-03");
        assertThat(lines).doesNotContain("Private Person");
        assertThat(ask("/stocktaking.atom?country=NR").getContentAsString(StandardCharsets.UTF_8))
                .contains(mark)
                .doesNotContain(mark + " elsewhere");
        JsonNode listing =
                Json.tree(ask("/api/v1/projects?country=NR&limit=1").getContentAsString(StandardCharsets.UTF_8));
        assertThat(listing.get("items").get(0).get("number").asLong()).isEqualTo(number);
    }
}
