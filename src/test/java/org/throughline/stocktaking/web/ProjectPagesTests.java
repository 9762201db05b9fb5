package org.throughline.stocktaking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.search.SearchMaintenance;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.FormerAddresses;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollection;
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

    @Autowired
    FormerAddresses former;

    @Autowired
    SearchMaintenance maintenance;

    @Autowired
    TransactionTemplate transactions;

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
    void filtersThatAreCalledLikeTheWordsOfASearchAreOffered() throws Exception {
        ProjectCollection own = SmallRegister.fresh(collections);
        SmallRegister.publish(register, own, SmallRegister.project(mark));
        for (String typed : List.of("E-learning Kenya", "kenya  ELEARNING", "Кения")) {
            List<Element> links = offered(own, typed);
            assertThat(links).describedAs(typed).isNotEmpty();
            assertThat(links.getFirst().text()).contains("Country: Kenya", "1 project");
            assertThat(page(links.getFirst().attr("href")).select("main").text())
                    .describedAs(typed)
                    .contains(mark);
        }
        assertThat(offered(own, "e-learning kenya").getFirst().text()).contains("Action line: C7 E-learning");
        assertThat(offered(own, "Kenya nothing" + mark))
                .singleElement()
                .satisfies(link -> assertThat(link.text()).startsWith("Country: Kenya – 1"));
        for (String typed : List.of("\"Kenya\"", "Peru", "Keny", "-Kenya", "🙂 %", mark))
            assertThat(offered(own, typed)).describedAs(typed).isEmpty();
    }

    private List<Element> offered(ProjectCollection collection, String typed) throws Exception {
        String query = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        return page("/collections/" + collection.slug() + "?q=" + query).select("main div.notice li a");
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
        Document claim = page("/stocktaking/" + number + "/claim");
        assertThat(claim.select("main").text())
                .contains(mark, "Say that you run this project", "Whoever decides must know who is asking");
        assertThat(claim.select("input[name=next]").eachAttr("value"))
                .containsOnly("/stocktaking/" + number + "/claim");
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
    void whoGuessedAnAddressIsLedBackToTheRegister() throws Exception {
        for (String address :
                List.of("/fr/stocktaking/foo", "/fr/stocktaking/999999999", "/fr/collections/none-such")) {
            MockHttpServletResponse answer = ask(address);
            assertThat(answer.getStatus()).describedAs(address).isEqualTo(404);
            Document page = Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
            assertThat(page.select("main form[action=/fr/stocktaking] input[name=q]"))
                    .describedAs(address)
                    .hasSize(1);
            assertThat(page.select("main a[href=/fr/stocktaking]")).hasSize(1);
        }
        assertThat(ask("/nothing-here").getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("/stocktaking\" role");
    }

    @Test
    void aTableAndThePicturesSayWhatTheirCodesAre() throws Exception {
        ProjectCollection own = SmallRegister.fresh(collections);
        Map<String, JsonNode> answers = SmallRegister.answers(mark);
        SmallRegister.put(
                answers,
                "sdgs",
                "[{\"key\":\"10\",\"linkage\":\"a\"},{\"key\":\"9\",\"linkage\":\"b\"},{\"key\":\"3\",\"linkage\":\"c\"}]");
        SmallRegister.put(answers, "actionLines", "[\"C10\",\"C2\"]");
        SmallRegister.publish(register, own, NewProject.of("en", answers, Consent.ALL));
        String list = "/collections/" + own.slug() + "?view=";
        assertThat(page(list + "table").select("tbody td").eachText()).contains("3, 9, 10", "C2, C10");
        Document map = page(list + "map");
        assertThat(map.select(".counted").first().text()).isEqualTo("KE Kenya 1");
        assertThat(map.select("main details .counted").text()).contains("AF Afghanistan");
        assertThat(page("/fr" + list + "matrix").select(".counted a").eachText())
                .hasSize(17)
                .contains("ODD 4 Éducation de qualité");
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
        assertThat(ask("/stocktaking.csv?country=NR").getHeader("Content-Disposition"))
                .matches("attachment; filename=\"wsis-stocktaking-\\d{4}-\\d{2}-\\d{2}\\.csv\"");
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

    @Test
    void oldAddressesLeadToTheEntryInEveryLanguage() throws Exception {
        Register.Taken taken = publish(SmallRegister.project(mark));
        String old = mark.substring(5);
        transactions.executeWithoutResult(status -> former.keep(Map.of(old, taken.id())));
        for (String path : List.of(
                "/stocktaking/Project/Details?projectId=" + old,
                "/archive/stocktaking/Project/Details?projectId=" + old.toUpperCase(java.util.Locale.ROOT),
                "/net4/wsis/archive/stocktaking/Project/Details?jts=X&projectid=" + old)) {
            MockHttpServletResponse moved = ask("/es" + path);
            assertThat(moved.getStatus()).describedAs(path).isEqualTo(301);
            assertThat(moved.getHeader("Location")).isEqualTo("/es/stocktaking/" + taken.number());
        }
        assertThat(ask("/stocktaking/Project/Details?projectId=%27--").getStatus())
                .isEqualTo(404);
        assertThat(ask("/stocktaking/Project/Details").getStatus()).isEqualTo(404);
    }

    @Test
    void aProjectShowsWhatIsLikeItAsLongAsThatIsPublic() throws Exception {
        long number = publish(SmallRegister.project(mark + " lanterns")).number();
        Register.Taken alike = publish(SmallRegister.project(mark + " lamps"));
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
        assertThat(page("/stocktaking/" + number)
                        .select("a[href='/stocktaking/" + alike.number() + "']")
                        .text())
                .isEqualTo(mark + " lamps");
        assertThat(page("/stocktaking/" + number)
                        .select("li:has(a[href='/stocktaking/" + alike.number() + "']) .meta")
                        .eachText())
                .last()
                .asString()
                .startsWith("In common: ")
                .contains("SDG 4", "Kenya", "the word “" + mark + "”");
        register.withdraw(alike.id(), secretariat);
        assertThat(ask("/stocktaking/" + number).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain(mark + " lamps");
    }

    @Test
    void wordsAreFoundMisspelledMarkedAndCountedWithTheFacets() throws Exception {
        String word = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "quetzalnetwork";
        long number =
                publish(SmallRegister.project("The " + word + " of villages")).number();
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
        Document found = page("/stocktaking?q=" + word.toLowerCase(java.util.Locale.ROOT));
        assertThat(found.select("main mark").text()).isEqualTo(word);
        assertThat(found.select("main [role=status] strong").text()).isEqualTo("1 project");
        assertThat(found.select("#facet-country .number").text()).isEqualTo("1");
        Document misspelled =
                page("/stocktaking?q=" + word.replace("network", "netwrok") + "&actionLine=C2&sort=title");
        assertThat(misspelled.select("a[href='/stocktaking/" + number + "']")).isNotEmpty();
        assertThat(misspelled.select(".notice").text()).contains("exactly", "similar spelling");
        Document nothing = page("/stocktaking?q=" + word + "&country=TV");
        assertThat(nothing.select("main").text()).contains("Nothing was found for");
        assertThat(nothing.select("main a[href='/stocktaking?q=" + word + "']")).isNotEmpty();
    }

    @Test
    void aCountryAndAnActionLineLeadToTheirProjects() throws Exception {
        Map<String, JsonNode> answers = SmallRegister.answers(mark);
        SmallRegister.put(answers, "countries", "[\"KI\"]");
        publish(NewProject.of("en", answers, Consent.ALL));
        Document country = page("/countries/KI");
        assertThat(country.select("h1").text()).isEqualTo("Kiribati");
        assertThat(country.select(".list-plain").text()).contains(mark);
        assertThat(country.select("a[href='/stocktaking?country=KI&actionLine=C2']"))
                .isNotEmpty();
        assertThat(page("/countries").select("a[href='/countries/KI']")).isNotEmpty();
        assertThat(page("/action-lines/C7-ELEA").select("a[href='/stocktaking?actionLine=C7-ELEA']"))
                .isNotEmpty();
        assertThat(ask("/countries/ki").getHeader("Location")).isEqualTo("/countries/KI");
        assertThat(ask("/countries/QQ").getStatus()).isEqualTo(404);
    }
}
