package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.platform.Json;
import org.throughline.search.SearchMaintenance;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;

/// What a reader takes away of a list is what the list shows, in its order.
@ThroughlineTest
class TakenListTests {

    private static final Pattern NUMBER = Pattern.compile("/inputs/(\\d+)$");

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    SearchMaintenance maintenance;

    @Autowired
    SmallSummary summaries;

    CallId call;
    String slug;

    @BeforeEach
    void inputsOfSeveralLanguages() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        input("Zebra Society", "fr", "Les réseaux de fibre, et encore les réseaux.");
        input("", "fr", "Un seul réseau pour toute la région.");
        input("Acacia Union", "en", "Broadband for schools, broadband for clinics, broadband.");
        input("Mango Institute", "ar", "المدرسة الريفية تحتاج إلى شبكة.");
        input("Baobab Trust", "en", "Rural broadband.");
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
    }

    private void input(String organisation, String language, String text) {
        var behalf = organisation.isEmpty() ? Respondent.Behalf.SELF : Respondent.Behalf.ORGANISATION;
        var input = NewInput.of(
                language,
                Respondent.of(behalf, organisation, "Amina Example", "amina@example.org", "CSO", "KE", null, null),
                Map.of("q1", Json.mapper().getNodeFactory().stringNode(text)),
                new Consent(!organisation.isEmpty(), true, true, true, true),
                null,
                null);
        publication.publish(
                inputs.submit(call, input, Reception.form(UUID.randomUUID(), "en"), Actor.system("test"))
                        .id(),
                Actor.system("test"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=reseaux",
                "q=brodband",
                "q=%D9%85%D8%AF%D8%B1%D8%B3%D8%A9",
                "q=broadband&sort=newest",
                "q=broadband&country=KE&sort=received",
                "sort=name",
                "sort=newest",
                "language=en"
            })
    void everyFormOfTheListHasTheInputsOfThePageInItsOrder(String query) throws Exception {
        for (String language : List.of("", "/ar")) {
            Document page = Jsoup.parse(see(language + "/calls/" + slug + "/inputs?" + query));
            List<Integer> shown = numbers(page.select("main h3 a").eachAttr("href"));
            assertThat(shown).as(query).isNotEmpty();
            assertThat(page.select("main [role=status] strong").text())
                    .contains(language.isEmpty() ? "" + shown.size() : "");
            assertThat(csv(page)).as(query).isEqualTo(shown);
            assertThat(jsonLines(page)).as(query).isEqualTo(shown);
            assertThat(feed(page)).as(query).containsExactlyInAnyOrderElementsOf(shown);
            assertThat(api(language, query)).as(query).isEqualTo(shown);
        }
    }

    @Test
    void aListIsTakenAwayWholeHoweverLongItIs() throws Exception {
        for (int i = 0; i < 55; i++) input("Society " + i, "en", "Telescopes number " + i + ".");
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
        Document page = Jsoup.parse(see("/calls/" + slug + "/inputs?q=telescope&sort=newest"));
        List<Integer> shown = new ArrayList<>(numbers(page.select("main h3 a").eachAttr("href")));
        assertThat(shown).hasSize(50);
        Document second = Jsoup.parse(see(page.select("a[rel=next]").attr("href")));
        shown.addAll(numbers(second.select("main h3 a").eachAttr("href")));
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(shown).hasSize(55).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(csv(page)).isEqualTo(shown);
        assertThat(api("", "q=telescope&sort=newest&limit=20")).isEqualTo(shown);
    }

    @Test
    void aListHasOrdersThatAreAddresses() throws Exception {
        Document page = Jsoup.parse(see("/calls/" + slug + "/inputs?language=en&language=fr&language=ar"));
        assertThat(numbers(page.select("main h3 a").eachAttr("href"))).containsExactly(1, 2, 3, 4, 5);
        assertThat(page.select("main [aria-current=true]").eachText()).contains("First received first");
        assertThat(page.select("main a:contains(Most used)")).isEmpty();
        assertThat(follow(page, "Newest first")).containsExactly(5, 4, 3, 2, 1);
        // Who gives no name is at the end.
        assertThat(follow(page, "Name")).containsExactly(3, 5, 4, 1, 2);
    }

    @Test
    void inputsOnWhichMostSentencesRestMayStandFirst() throws Exception {
        var summary = summaries.begin(call);
        summaries.sentence(call, summary, "One input speaks of rural places.", "Rural", 5);
        summaries.sentence(call, summary, "One input speaks of a network.", "broadband", 5);
        summaries.sentence(call, summary, "One input speaks of schools.", "schools", 3);
        summaries.publish(summary);
        Document page = Jsoup.parse(see("/calls/" + slug + "/inputs"));
        assertThat(follow(page, "Most used in the summary")).containsExactly(5, 3, 1, 2, 4);
    }

    private List<Integer> follow(Document page, String order) throws Exception {
        String address = page.select("main a:contains(" + order + ")").attr("href");
        return numbers(Jsoup.parse(see(address)).select("main h3 a").eachAttr("href"));
    }

    private List<Integer> csv(Document page) throws Exception {
        return see(page.select("main a:contains(CSV)").attr("href"))
                .replace("\uFEFF", "")
                .lines()
                .skip(1)
                .map(line -> Integer.valueOf(line.replaceFirst(",.*", "")))
                .toList();
    }

    private List<Integer> jsonLines(Document page) throws Exception {
        return see(page.select("main a:contains(JSON Lines)").attr("href"))
                .lines()
                .map(line -> Json.tree(line).path("number").asInt())
                .toList();
    }

    private List<Integer> feed(Document page) throws Exception {
        return numbers(Jsoup.parse(see(page.select("main a:contains(Atom)").attr("href")))
                .select("entry > id")
                .eachText());
    }

    private List<Integer> api(String language, String query) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        String next = "/api/v1/calls/" + slug + "/inputs?" + query;
        while (!next.isEmpty()) {
            var answer = Json.tree(see(language + next));
            StreamSupport.stream(answer.path("items").spliterator(), false)
                    .forEach(item -> numbers.add(item.path("number").asInt()));
            next = answer.path("next").asString("");
        }
        return numbers;
    }

    private static List<Integer> numbers(List<String> addresses) {
        return addresses.stream()
                .map(NUMBER::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private String see(String address) throws Exception {
        var response = web.perform(get(URI.create(address))).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
