package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.Examination.Finding;
import org.throughline.inputs.Fingerprints.Fingerprint;
import org.throughline.platform.Json;
import org.throughline.platform.MinHash;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import tools.jackson.databind.JsonNode;

/// Copies are known by several long answers too, and nobody is one who only says where else to look.
@ThroughlineTest
class CopiesTests {

    private static final int QUESTIONS = 5;

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Families families;

    @Autowired
    Moderation moderation;

    @Autowired
    JdbcClient jdbc;

    CallId call;
    String slug;

    @BeforeEach
    void aCallWithFiveQuestions() {
        slug = SmallCall.freshSlug();
        String questions = IntStream.rangeClosed(1, QUESTIONS)
                .mapToObj(i -> "{\"code\": \"q%d\", \"kind\": \"long-text\", \"label\": {\"en\": \"Question %d\"}}"
                        .formatted(i, i))
                .collect(Collectors.joining(", "));
        call = SmallCall.open(
                calls,
                slug,
                "{\"sections\": [{\"code\": \"I\", \"title\": {\"en\": \"All\"}, \"questions\": [" + questions
                        + "]}]}");
    }

    private void send(String... texts) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (String text : texts)
            answers.put(
                    "q" + (answers.size() + 1), Json.mapper().getNodeFactory().stringNode(text));
        String own = UUID.randomUUID().toString();
        var who = Respondent.of(
                Respondent.Behalf.ORGANISATION, own, "Amina Example", own + "@example.org", "CSO", "KE", null, null);
        inputs.submit(
                call,
                NewInput.of("en", who, answers, Consent.ALL, null, null),
                Reception.form(UUID.randomUUID(), "en"),
                new Actor(UUID.randomUUID(), "Amina", Set.of()));
    }

    private static String words(String own, int count) {
        return IntStream.range(0, count).mapToObj(i -> own + i).collect(Collectors.joining(" "));
    }

    private static String own() {
        return words("w" + UUID.randomUUID().toString().substring(0, 8), 60);
    }

    private List<List<Integer>> proposed() {
        return families.proposed(call).stream().map(Families.Family::numbers).toList();
    }

    @Test
    void twoLongAnswersWordForWordMakeACampaignWhateverElseIsSaid() throws Exception {
        String first = words("handed", 25);
        String second = words("round", 30);
        String short24 = words("short", 24);
        send(first, second, own(), own(), own());
        send(own(), first.toUpperCase() + "!", own(), second, own());
        send(first, own(), own(), own(), own());
        send(first, short24, own(), own(), own());
        send(own(), own(), short24, own(), first);
        assertThat(proposed()).containsExactly(List.of(1, 2));
        assertThat(moderation.lines(call))
                .extracting(line -> line.findings().contains(Finding.NEAR_COPY))
                .containsExactly(true, true, false, false, false);
        assertThat(moderation.examine(moderation.dossier(call, 1).orElseThrow()).resembling())
                .filteredOn(Examination.Resemblance::near)
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.number()).isEqualTo(2);
                    assertThat(other.answers()).isEqualTo(2);
                    assertThat(other.share()).isLessThan(Moderation.NEAR);
                });
        var desk = Visitor.as(web, people, "publisher");
        assertThat(desk.see("/calls/" + slug + "/desk/1").words())
                .contains("2 long answers the same word for word", "Compare 2")
                .doesNotContain("Compare 1");
        // Every member is compared with the first, which is not compared with itself.
        assertThat(desk.see("/calls/" + slug + "/desk/families")
                        .page()
                        .select("a[href*=/beside/]")
                        .eachAttr("href"))
                .containsExactly("/calls/" + slug + "/desk/1/beside/2");
    }

    @Test
    void whatOlderRulesHaveReadIsReadAgain() {
        send(words("handed", 30), words("round", 30), own(), own(), own());
        send(words("handed", 30), words("round", 30), own(), own(), own());
        assertThat(proposed()).hasSize(1);
        jdbc.sql("""
                UPDATE inputs.fingerprint SET rules = rules - 1, long_answers = DEFAULT, hardly = DEFAULT
                WHERE input_id IN (SELECT id FROM inputs.input WHERE call_id = ?)""").param(call.value()).update();
        assertThat(proposed()).containsExactly(List.of(1, 2));
    }

    @Test
    void whoOnlySaysWhereElseToLookIsNobodysCopyAndIsShownAsSuch() throws Exception {
        for (int i = 0; i < 3; i++)
            send("See submission", "See submission", "See our submission.", "See submission", "See submission");
        for (int i = 0; i < 2; i++)
            send("We would kindly ask you to see the document that is attached to this form for our views.");
        send("xx");
        send("Masts should be owned by the villages that need them most.");
        assertThat(proposed()).isEmpty();
        var findings = moderation.lines(call).stream().map(DeskLine::findings).toList();
        assertThat(findings.subList(0, 6))
                .allSatisfy(found -> assertThat(found).containsExactly(Finding.HARDLY_ANYTHING));
        assertThat(findings.get(6)).isEmpty();
        var desk = Visitor.as(web, people, "publisher");
        String address = "/calls/" + slug + "/desk";
        assertThat(desk.see(address + "/1").words()).contains("Says hardly anything itself");
        assertThat(desk.see(address + "/7").words()).doesNotContain("Says hardly anything itself");
        assertThat(desk.see(address + "?finding=hardly-anything").page().select("tbody tr"))
                .hasSize(6);
        assertThat(desk.see(address + "?findings=true").page().select("tbody tr"))
                .hasSize(6);
        assertThat(desk.see(address + "?finding=same-text").page().select("tbody tr"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See attachment.",
                "Voir la pièce jointe.",
                "Véase el documento adjunto",
                "См. вложение",
                "انظر المرفق",
                "见附件"
            })
    void whereElseToLookIsUnderstoodInSixLanguages(String text) {
        assertThat(Substance.of(List.of(given(Questionnaire.Kind.LONG_TEXT, text)))
                        .hardly())
                .isTrue();
        assertThat(Substance.of(List.of(
                                given(Questionnaire.Kind.LONG_TEXT, text),
                                given(Questionnaire.Kind.SINGLE_CHOICE, "yes")))
                        .hardly())
                .isTrue();
        assertThat(Substance.of(List.of(given(Questionnaire.Kind.SINGLE_CHOICE, "yes")))
                        .hardly())
                .isFalse();
    }

    private static Dossier.Given given(Questionnaire.Kind kind, String text) {
        return new Dossier.Given("q", kind, Json.mapper().getNodeFactory().stringNode(text), text);
    }

    @Test
    void groupsAreMadeOfPairsThatReallyShareTwo() {
        assertThat(Copies.groups(List.of(
                        print(1, 2), print(2, 3), print(3, 1), print(4, 5, 6), print(6, 7, 5), print(8), print(8))))
                .containsExactly(List.of(3, 4));
        // Whatever sums of the same numbers could be mistaken for each other.
        assertThat(Copies.groups(List.of(print(1, 62), print(2, 31), print(0, 93), print(3, 0))))
                .isEmpty();
    }

    @Test
    void tenThousandAreGroupedQuickly() {
        List<Fingerprint> campaign = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            long[] answers = LongStream.range(0, 30).toArray();
            answers[i % 30] = 1_000 + i;
            campaign.add(print(answers));
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Copies.groups(campaign))
                        .singleElement()
                        .satisfies(all -> assertThat(all).hasSize(10_000)));
    }

    private static Fingerprint print(long... answers) {
        return new Fingerprint(
                UUID.randomUUID(),
                0,
                new byte[0],
                MinHash.signature(List.of()),
                Arrays.stream(answers).boxed().collect(Collectors.toSet()),
                false,
                "",
                0,
                0);
    }
}
