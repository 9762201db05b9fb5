package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.SignedInPerson;
import org.throughline.directory.SignedInPerson.Way;
import org.throughline.world.Naughty;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// The form as a browser without script uses it: each page is fetched, its form filled and its button pressed.
@ThroughlineTest
class InputFormTests {

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    People people;

    @Autowired
    MyInputs mine;

    @Autowired
    PublishedInputs published;

    String slug;
    CallId call;
    UsernamePasswordAuthenticationToken reader;

    @BeforeEach
    void aCallAndAReader() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        Person person =
                people.ensure(new EmailAddress("w" + UUID.randomUUID() + "@example.net"), "Nadia Example", "en");
        var signedIn = new SignedInPerson(person.id().value(), person.name(), Set.of(), 0, Way.TOKEN, Instant.now());
        reader = UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of());
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(authentication(reader))).andReturn().getResponse();
    }

    private Document see(String address) throws Exception {
        MockHttpServletResponse response = send(get(URI.create(address)));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return page(response);
    }

    private static Document page(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    // Sends the form of a page with everything as it stands in it, changed where the reader types.
    private MockHttpServletResponse press(Document page, String button, Map<String, List<String>> typed)
            throws Exception {
        Element form = page.select("main form[method=post]").last();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.select("input[type=hidden], input[type=text], input[type=email], input[checked]")
                .forEach(input -> fields.put(input.attr("name"), List.of(input.val())));
        form.select("textarea").forEach(area -> fields.put(area.attr("name"), List.of(area.wholeText())));
        fields.putAll(typed);
        var request = post(URI.create(form.attr("action"))).with(csrf()).param("action", button);
        fields.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return send(request);
    }

    private static String to(MockHttpServletResponse response) {
        assertThat(response.getStatus()).isEqualTo(303);
        return String.valueOf(response.getHeader("Location"));
    }

    private String begin(String prefix) throws Exception {
        assertThat(see(prefix + "/calls/" + slug + "/answer").select("main form button"))
                .isNotEmpty();
        return to(send(post(prefix + "/calls/" + slug + "/answer").with(csrf())));
    }

    private static Map<String, List<String>> who(String language) {
        return Map.of(
                "behalf",
                List.of("organisation"),
                "organisation",
                List.of("Example Society"),
                "stakeholderType",
                List.of("CSO"),
                "scope",
                List.of("national"),
                "country",
                List.of("KE"),
                "language",
                List.of(language));
    }

    private static Map<String, List<String>> yesToAll() {
        Map<String, List<String>> consent = new LinkedHashMap<>();
        for (Use use : Use.values()) consent.put("consent-" + use.word(), List.of("yes"));
        return consent;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ar"})
    void somebodyFillsTheWholeFormWithoutScript(String prefix) throws Exception {
        String base = begin(prefix);
        assertThat(see(base).html()).contains("lang=\"" + (prefix.isEmpty() ? "en" : "ar") + "\"");
        Document who = see(base + "/who");
        assertThat(who.select("input[checked]")).isEmpty();
        assertThat(press(who, "continue", Map.of()).getStatus()).isEqualTo(422);
        String next = to(press(see(base + "/who"), "continue", who(prefix.isEmpty() ? "en" : "ar")));
        assertThat(next).isEqualTo(base + "/sections/I");
        Document first = see(next);
        assertThat(first.select("textarea").attr("dir")).isEqualTo(prefix.isEmpty() ? "ltr" : "rtl");
        next = to(press(first, "continue", Map.of("a-q1", List.of("One\r\ntwo"), "a-q2", List.of("C2", "", "C4"))));
        assertThat(next).isEqualTo(base + "/sections/II");
        String added = to(press(
                see(next),
                "add:q4:3",
                Map.of("a-q4-0-key", List.of("C1"), "a-q4-0-milestone", List.of("A milestone"))));
        Document rows = see(added.replaceAll("#.*", ""));
        assertThat(rows.select("fieldset.row-of-group")).hasSize(3);
        assertThat(rows.select("#a-q4-0-milestone").text()).isEqualTo("A milestone");
        Map<String, List<String>> second = Map.of(
                "a-q3",
                List.of("ai"),
                "a-q4-0-key",
                List.of("C1"),
                "a-q4-0-milestone",
                List.of("A milestone"),
                "a-q5",
                List.of("many"));
        MockHttpServletResponse wrong = press(see(next), "continue", second);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(page(wrong).select(".error-summary a[href=#a-q5]")).hasSize(1);
        assertThat(page(wrong).select("#a-q5").val()).isEqualTo("many");
        next = to(press(
                see(next),
                "continue",
                Map.of("a-q3", List.of("ai"), "a-q5", List.of("12"), "a-q4-0-key", List.of("C1"))));
        assertThat(next).isEqualTo(base + "/files");
        MockHttpServletResponse refused = upload(base, "no document".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.getStatus()).isEqualTo(415);
        assertThat(page(refused).select(".field-error")).hasSize(1);
        assertThat(to(upload(base, OnePage.pdf()))).isEqualTo(base + "/files");
        next = to(press(see(base + "/files"), "continue", Map.of()));
        assertThat(next).isEqualTo(base + "/endorsers");
        next = to(press(
                see(next),
                "continue",
                Map.of(
                        "endorsers-0-organisation",
                        List.of("Another Society"),
                        "endorsers-0-email",
                        List.of("e@example.org"))));
        assertThat(next).isEqualTo(base + "/consent");
        Document consent = see(next);
        assertThat(consent.select("input[type=radio][checked]")).isEmpty();
        assertThat(press(consent, "continue", Map.of()).getStatus()).isEqualTo(422);
        next = to(press(see(next), "continue", yesToAll()));
        assertThat(next).isEqualTo(base + "/check");
        Document check = see(next);
        assertThat(check.select(".error-summary")).isEmpty();
        assertThat(check.text()).contains("Another Society", "A milestone");
        String receipt = to(press(check, "", Map.of()));
        assertThat(receipt).startsWith(prefix + "/inputs/").endsWith("/receipt");
        Document proof = see(receipt);
        // The way into the log leads to the very entry, which shows the hash in the same form.
        String entry = proof.select("a[href*=#leaf-]").attr("href");
        assertThat(see(entry.substring(0, entry.indexOf('#')))
                        .getElementById(entry.substring(entry.indexOf('#') + 1))
                        .text())
                .contains(proof.select("dd.mono").text());
        // The second click, and a look at the draft from another window, lead to the same receipt.
        assertThat(to(send(post(base + "/sending").with(csrf())))).isEqualTo(receipt);
        assertThat(to(send(get(base + "/check")))).isEqualTo(receipt);
        String json =
                send(get(receipt.substring(prefix.length()) + ".json")).getContentAsString(StandardCharsets.UTF_8);
        assertThat(json).contains("throughline-receipt/1", "One\\ntwo");
        assertThat(see(prefix + "/work").select("a[href*=/inputs/]")).isNotEmpty();
    }

    private MockHttpServletResponse upload(String base, byte[] content) throws Exception {
        var file = new MockMultipartFile("file", "Annex.pdf", "application/pdf", content);
        return send(multipart(URI.create(base + "/files"))
                .file(file)
                .param("question", "q6")
                .param("action", "attach")
                .with(csrf()));
    }

    @Test
    void naughtyStringsComeBackUnchangedFromEveryField() throws Exception {
        String base = begin("");
        for (String naughty : Naughty.storable()) {
            // A browser knows no other line end, and none in a box of one line.
            String typed = naughty.replace("\r\n", "\n").replace('\r', '\n');
            String line = typed.replace("\n", " ");
            press(
                    see(base + "/who"),
                    "later",
                    Map.of("organisation", List.of(line), "name", List.of(line), "email", List.of(line)));
            Document who = see(base + "/who");
            assertThat(List.of(
                            who.select("#organisation").val(),
                            who.select("#name").val(),
                            who.select("#email").val()))
                    .containsOnly(line);
            press(see(base + "/sections/I"), "later", Map.of("a-q1", List.of(typed.replace("\n", "\r\n"))));
            assertThat(see(base + "/sections/I").select("#a-q1").first().wholeText())
                    .isEqualTo(typed);
            press(
                    see(base + "/sections/II"),
                    "later",
                    Map.of("a-q5", List.of(line), "a-q4-0-key", List.of(line), "a-q4-0-challenge", List.of(typed)));
            Document second = see(base + "/sections/II");
            assertThat(second.select("#a-q5").val()).isEqualTo(line);
            assertThat(second.select("#a-q4-0-challenge").first().wholeText()).isEqualTo(typed);
            press(
                    see(base + "/endorsers"),
                    "later",
                    Map.of("endorsers-0-organisation", List.of(line), "endorsers-0-email", List.of(line)));
            assertThat(see(base + "/endorsers")
                            .select("#endorsers-0-organisation")
                            .val())
                    .isEqualTo(line);
            assertThat(see(base + "/check").select("script:not([src]), img")).isEmpty();
        }
    }

    @Test
    void aStaleWindowSeesBothTexts() throws Exception {
        String base = begin("");
        Document one = see(base + "/sections/I");
        Document two = see(base + "/sections/I");
        to(press(one, "later", Map.of("a-q1", List.of("Text of the first window"))));
        MockHttpServletResponse clash = press(two, "later", Map.of("a-q1", List.of("Text of the second window")));
        assertThat(clash.getStatus()).isEqualTo(409);
        Document both = page(clash);
        assertThat(both.select(".clash").text()).contains("Text of the first window", "Text of the second window");
        assertThat(both.select("#a-q1").first().wholeText()).contains("Text of the second window");
        to(press(both, "later", Map.of("a-q1", List.of("Text of both windows"))));
        assertThat(see(base + "/sections/I").select("#a-q1").first().wholeText())
                .contains("Text of both windows");
    }

    @Test
    void afterTheDeadlineThePageSaysSoAndKeepsTheDraft() throws Exception {
        String base = begin("");
        press(see(base + "/who"), "later", who("en"));
        press(see(base + "/sections/I"), "later", Map.of("a-q1", List.of("Nearly late.")));
        press(see(base + "/consent"), "later", yesToAll());
        calls.close(call, org.throughline.audit.Actor.system("test"));
        MockHttpServletResponse late = send(post(base + "/sending").with(csrf()));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(page(late).select("h1").text()).contains("deadline");
        assertThat(see(base + "/check").text()).contains("Nearly late.");
        assertThat(published.tally(call).received()).isZero();
    }

    @Test
    void theOwnerChangesConsentReplacesAndWithdraws() throws Exception {
        String base = begin("");
        press(see(base + "/who"), "later", who("en"));
        press(see(base + "/sections/I"), "later", Map.of("a-q1", List.of("Words of mine.")));
        press(see(base + "/consent"), "later", yesToAll());
        String receipt = to(send(post(base + "/sending").with(csrf())));
        String input = receipt.replace("/receipt", "");
        to(send(post(input + "/consent").with(csrf()).param("allowed", "text")));
        assertThat(see(input).select("input[name=allowed][checked]")).hasSize(1);
        String again = to(send(post(input + "/replacement").with(csrf())));
        assertThat(see(again).select(".steps .tag").eachText()).hasSize(6).containsOnly("Done");
        assertThat(see(again + "/sections/I").select("#a-q1").text()).isEqualTo("Words of mine.");
        assertThat(see(again + "/consent").select("input[value=yes][checked]")).hasSize(1);
        assertThat(to(send(post(again + "/sending").with(csrf())))).isEqualTo(receipt);
        assertThat(see(input + "/withdrawal").select("form")).isNotEmpty();
        to(send(post(input + "/withdrawal").with(csrf())));
        assertThat(published.tally(call).withdrawn()).isEqualTo(1);
    }

    @Test
    void eachThingThatIsMissingNamesItsQuestion() throws Exception {
        call = SmallCall.open(calls, slug = SmallCall.freshSlug(), """
                {"sections": [{"code": "I", "title": {"en": "One"}, "questions": [
                  {"code": "q1", "kind": "short-text", "label": {"en": "What was achieved?"}, "required": true},
                  {"code": "q2", "kind": "short-text", "label": {"en": "What is missing?"}, "required": true},
                  {"code": "q3", "kind": "short-text", "label": {"en": "Anything else?"}},
                  {"code": "q4", "kind": "group", "label": {"en": "By goal"}, "vocabulary": "sdgs",
                   "fields": [{"code": "target", "label": {"en": "Target"}, "maxWords": 2}]}]}]}""");
        Document start = see("/calls/" + slug + "/answer");
        assertThat(start.text()).contains("2 of them have to be answered").doesNotContain("need not");
        String base = begin("");
        MockHttpServletResponse wrong = press(
                see(base + "/sections/I"),
                "continue",
                Map.of("a-q4-0-key", List.of("4"), "a-q4-0-target", List.of("many words too many")));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(page(wrong).select(".error-summary li").eachText())
                .contains("What was achieved? – Answer this question.", "What is missing? – Answer this question.");
        assertThat(page(wrong).select(".field-error").eachText()).contains("Error: Answer this question.");
        List<String> problems = see(base + "/check").select(".error-summary li").eachText();
        assertThat(problems)
                .contains("Choose the stakeholder type.")
                .noneMatch(line -> line.contains("attach a file"))
                .doesNotHaveDuplicates()
                .anyMatch(line -> line.startsWith("By goal (row 1) – "));
        // There is no question for files, so nobody is asked about showing them.
        assertThat(problems).anyMatch(line -> line.startsWith("May the name be shown? – "));
        assertThat(see(base + "/consent").select("main input[type=radio]")).hasSize(8);
        Map<String, List<String>> consent = new LinkedHashMap<>(yesToAll());
        consent.remove("consent-files");
        press(see(base + "/consent"), "later", consent);
        assertThat(see(base + "/check").select(".error-summary li").eachText())
                .noneMatch(line -> line.contains("shown?"));
        assertThat(see(base + "/check").select("dt").eachText()).noneMatch(line -> line.contains("files"));
    }

    @Test
    void othersFindNoDraftAndNoReceipt() throws Exception {
        String base = begin("");
        var stranger = new SignedInPerson(UUID.randomUUID(), "Stranger", Set.of(), 0, Way.TOKEN, Instant.now());
        reader = UsernamePasswordAuthenticationToken.authenticated(stranger, null, List.of());
        for (String page : List.of("", "/who", "/sections/I", "/files", "/endorsers", "/consent", "/check"))
            assertThat(send(get(base + page)).getStatus()).as(page).isEqualTo(404);
    }
}
