package org.throughline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.Consent;
import org.throughline.inputs.Draft;
import org.throughline.inputs.Families;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.InputId;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Respondent;
import org.throughline.platform.Json;
import org.throughline.synthesis.Outline;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.ThemeId;
import org.throughline.synthesis.Workbench;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// What a withdrawn input said and who said it is read by nobody any more: not by the secretariat, the analysts, the
/// operator, nor by its owner. Every page, file and answer that the program gives away is looked at as each of them.
@ThroughlineTest
class WithdrawnWordsTests {

    private static final List<String> PEOPLE =
            List.of("contributor", "secretariat", "publisher", "analyst", "chair", "operator");

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    InputDrafts drafts;

    @Autowired
    Families families;

    @Autowired
    Workbench workbench;

    @Autowired
    Outline outline;

    @Autowired
    SmallSummary summaries;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final Actor secretariat = Actor.system("test");
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private String slug;
    private Actor owner;
    private InputId input;
    private Draft replacement;
    private SummaryId summary;
    private ThemeId theme;
    private SentenceId sentence;

    @BeforeEach
    void anInputThatIsInEverything() {
        people.ensure();
        owner = new Actor(people.of("contributor").id().value(), "Amina", Set.of());
        slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(calls, slug);
        input = summaries.input(call, spoken(), owner).id();
        summaries.input(call, "Other words stand here, and they stay.");
        summary = summaries.publish(call, "The words may be read.", "words", 1, 2);
        sentence = workbench.write(summaries.section(summary), null, "More words.", secretariat);
        theme = outline.addTheme(summaries.section(summary), "A theme", secretariat);
        var passage = summaries.passage(call, 1, secrets.get("text"));
        workbench.tie(sentence, passage);
        workbench.gather(passage, theme);
        families.accept(call, List.of(1, 2), secretariat);
        replacement = drafts.startReplacement(input, owner);
    }

    private NewInput spoken() {
        var who = Respondent.of(
                Respondent.Behalf.ORGANISATION,
                secret("organisation"),
                secret("person"),
                secret("mail").toLowerCase(java.util.Locale.ROOT) + "@example.org",
                "CSO",
                "KE",
                null,
                null);
        var answers = Map.of(
                "q1",
                Json.mapper().getNodeFactory().stringNode("Some words with " + secret("text") + " among them."),
                "q4",
                Json.tree("[{\"key\": \"C2\", \"milestone\": \"" + secret("milestone") + "\"}]"));
        var endorser = new NewInput.Endorsement(secret("endorser"), secret("endorser-person"), "", null, "CSO");
        return NewInput.of("en", who, answers, Consent.ALL, List.of(endorser), null);
    }

    private String secret(String name) {
        return secrets.computeIfAbsent(
                name,
                n -> "Gone" + UUID.randomUUID().toString().replace("-", "").substring(0, 16));
    }

    @Test
    void nobodyReadsThemAnyMore() throws Exception {
        Set<String> addresses = addresses();
        for (String read : List.of("contributor", "secretariat", "analyst"))
            assertThat(found(read, addresses))
                    .describedAs("what %s reads before", read)
                    .isNotEmpty();
        inputs.withdraw(input, owner);
        for (String person : PEOPLE)
            assertThat(found(person, addresses))
                    .describedAs("what %s reads", person)
                    .isEmpty();
        var desk = Visitor.as(web, people, "secretariat");
        assertThat(desk.see("/calls/" + slug + "/desk/1").words()).contains("Its owner withdrew it on", "Received");
        assertThat(desk.see("/calls/" + slug + "/desk/2/beside/1").status()).isEqualTo(404);
        var analyst = Visitor.as(web, people, "analyst");
        String work = "/calls/" + slug + "/summaries/" + summary.value();
        for (String page : List.of("/sentences/" + sentence.value(), "/themes/" + theme.value()))
            assertThat(analyst.see(work + page).words()).contains("Its owner withdrew this input on", "not public");
        var author = Visitor.as(web, people, "contributor");
        assertThat(author.see("/inputs/" + input.value()).words())
                .contains("Its owner withdrew it on", "Its words are not shown any more.");
        assertThat(author.see("/inputs/" + input.value() + "/receipt.json").html())
                .contains("\"checkpoint\"")
                .doesNotContain("\"content\"", "\"salt\"");
        assertThat(author.see("/calls/" + slug + "/answer/" + replacement.id().value())
                        .status())
                .isEqualTo(404);
    }

    private List<String> found(String person, Set<String> addresses) throws Exception {
        var visitor = Visitor.as(web, people, person);
        List<String> found = new ArrayList<>();
        for (String address : addresses) {
            var answer = visitor.see(address);
            String text = CanaryTests.textOf(answer.response().getContentAsByteArray(), answer.location());
            secrets.forEach((name, word) -> {
                if (text.contains(word) || text.contains(word.toLowerCase(java.util.Locale.ROOT)))
                    found.add(name + " at " + address);
            });
        }
        return found;
    }

    /// Every GET route, about the input and about the one it was put beside.
    private Set<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
            if (!verbs.isEmpty() && !verbs.contains(RequestMethod.GET)) return;
            for (String pattern : info.getPatternValues()) {
                addresses.add(fill(pattern, 1, 2));
                addresses.add(fill(pattern, 2, 1));
            }
        });
        addresses.add("/calls/" + slug + "/desk?state=withdrawn");
        addresses.add("/calls/" + slug + "/desk?findings=true");
        addresses.add("/calls/" + slug + "/inputs?q=words");
        addresses.add("/search?q=words");
        addresses.add("/calls/" + slug + "/summaries/" + summary.value() + "/inputs?stage=all");
        // A demonstration shows the mail it sent, on purpose; elsewhere the page does not exist.
        addresses.remove("/demo/mail");
        return addresses;
    }

    private String fill(String pattern, int number, int other) {
        String id = pattern.contains("/summaries/")
                ? summary.value().toString()
                : pattern.contains("/answer/")
                        ? replacement.id().value().toString()
                        : input.value().toString();
        return pattern.replaceAll("\\{name:latest[^/]*}(?=/|$)", "latest")
                .replaceAll("\\{file:register[^/]*}", "register.csv")
                .replaceAll("\\{slug(:[^}]*)?}", slug)
                .replace("/sentences/{number}", "/sentences/" + sentence.value())
                .replace("{theme}", theme.value().toString())
                .replace("{section}", summaries.section(summary).value().toString())
                .replace("{code}", "I")
                .replaceAll("\\{other(:[^/]*?)?}(?=/|$|\\.)", String.valueOf(other))
                .replaceAll("\\{(number|n)(:[^/]*?)?}(?=/|$|\\.)", String.valueOf(number))
                .replaceAll("\\{name(:[^}]*)?}", "action-lines")
                .replaceAll("\\{[^/]*}", id);
    }
}
