package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.ledger.Verifier;
import org.throughline.platform.Json;
import org.throughline.platform.Messages;
import org.throughline.search.SearchMaintenance;
import org.throughline.world.AllInputs;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class InputsApiTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    DemoPeople people;

    @Autowired
    Messages messages;

    @Autowired
    SearchMaintenance maintenance;

    final Actor secretariat = Actor.system("test");
    CallId call;
    String slug;

    @BeforeEach
    void anOpenCall() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
    }

    @Test
    void anInputSentIsAnsweredWithAReceiptThatVerifies() throws Exception {
        String body = send(SmallCall.input("Connectivity matters."), "k1")
                .andExpect(status().isCreated())
                .andExpect(header().string(
                                "Location", org.hamcrest.Matchers.endsWith("/api/v1/calls/" + slug + "/inputs/1")))
                .andExpect(jsonPath("$.call").value(slug))
                .andExpect(jsonPath("$.number").value(1))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(new Verifier(Set.of())
                        .verify(body.getBytes(StandardCharsets.UTF_8))
                        .holds())
                .isTrue();
    }

    @Test
    void theOwnerGetsTheReceiptThatOpensTheHashAndNobodyElseDoes() throws Exception {
        send(SmallCall.input("Connectivity matters."), "k1").andExpect(status().isCreated());
        String path = "/api/v1/calls/" + slug + "/inputs/1/receipt";
        String receipt = mvc.perform(get(path).header("Authorization", bearer("contributor")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.content.answers.q1").value("Connectivity matters."))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(new Verifier(Set.of())
                        .verify(receipt.getBytes(StandardCharsets.UTF_8))
                        .holds())
                .isTrue();
        mvc.perform(get(path)).andExpect(status().isUnauthorized());
        mvc.perform(get(path).header("Authorization", bearer("voter"))).andExpect(status().isNotFound());
    }

    @Test
    void aRepeatedRequestIsAnsweredTheSameAndAKeyUsedForOtherWordsIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        send(SmallCall.input("Once."), key).andExpect(status().isCreated());
        send(SmallCall.input("Once."), key)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(1));
        send(SmallCall.input("Something else."), key)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/idempotency-key-reused"));
    }

    @Test
    void everythingWrongIsNamedWithItsField() throws Exception {
        sendRaw("{\"language\":\"en\",\"answers\":{\"q9\":\"?\"}}", "contributor")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/input-refused"))
                .andExpect(jsonPath("$.violations[*].field").value(hasItem("answers.q9")))
                .andExpect(jsonPath("$.violations[*].field").value(hasItem("respondent.email")));
    }

    @Test
    void aLanguageThatNobodyKnowsIsRefusedWithItsPlace() throws Exception {
        for (String language : List.of("xx", "und", "EN", "english", "")) {
            String body = Json.write(SmallCall.input("Words."))
                    .replace("\"language\":\"en\"", "\"language\":\"" + language + "\"");
            assertThat(body).contains("\"language\":\"" + language + "\"");
            sendRaw(body, "contributor")
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.violations[*].field").value(hasItem("language")));
        }
        assertThat(AllInputs.of(call, jdbc, publication)).isEmpty();
        String regional =
                Json.write(SmallCall.input("Words.")).replace("\"language\":\"en\"", "\"language\":\"pt-BR\"");
        sendRaw(regional, "contributor").andExpect(status().isCreated());
    }

    @Test
    void aRefusalIsInTheLanguageTheProgramAsksFor() throws Exception {
        for (var asked : Map.of(
                        "fr-CA, en;q=0.4", "fr", "zh-Hans-CN", "zh", "de, ar;q=0.5", "ar", "*", "en", "?;;", "en")
                .entrySet()) {
            String language = asked.getValue();
            var texts = messages.in(language);
            mvc.perform(get("/api/v1/calls/no-such-call").header("Accept-Language", asked.getKey()))
                    .andExpect(header().string("Content-Language", language))
                    .andExpect(jsonPath("$.title").value(texts.of("platform.problem.not-found")));
            mvc.perform(get("/api/v1/calls/" + slug)
                            .header("Accept-Language", asked.getKey())
                            .header("Authorization", "Bearer wrong"))
                    .andExpect(status().isUnauthorized())
                    .andExpect(header().string("WWW-Authenticate", "Bearer error=\"invalid_token\""))
                    .andExpect(jsonPath("$.type").value("/problems/invalid-token"))
                    .andExpect(jsonPath("$.title").value(texts.of("platform.problem.invalid-token")));
        }
    }

    @Test
    void whatIsNoJsonTooLargeOrNamesForeignFilesIsRefused() throws Exception {
        sendRaw("{\"language\":", "contributor").andExpect(status().isBadRequest());
        sendRaw("[]", "contributor").andExpect(status().isBadRequest());
        sendRaw("null", "contributor").andExpect(status().isBadRequest());
        sendRaw("", "contributor").andExpect(status().isBadRequest());
        sendRaw("{\"respondent\":{\"behalf\":\"nobody\"}}", "contributor").andExpect(status().isBadRequest());
        sendRaw("[".repeat(100_000), "contributor").andExpect(status().isBadRequest());
        sendRaw(" ".repeat(2_200_000), "contributor").andExpect(status().is(413));
        sendRaw(
                        "{\"files\":[{\"question\":\"q6\",\"file\":\"" + UUID.randomUUID() + "\",\"title\":\"x\"}]}",
                        "contributor")
                .andExpect(status().is(422));
        assertThat(AllInputs.of(call, jdbc, publication)).isEmpty();
    }

    @Test
    void withoutATokenOrAPublicCallNothingIsTaken() throws Exception {
        String body = Json.write(SmallCall.input("Nobody's."));
        mvc.perform(post("/api/v1/calls/" + slug + "/inputs").content(body)).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/v1/calls/no-such-call/inputs")
                        .content(body)
                        .header("Authorization", bearer("contributor")))
                .andExpect(status().isNotFound());
    }

    @Test
    void theListHasPagesAndFilters() throws Exception {
        for (int i = 1; i <= 3; i++) published("Point " + i + " on rural access.");
        mvc.perform(get("/api/v1/calls/" + slug + "/inputs?limit=2"))
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.next").value("/api/v1/calls/" + slug + "/inputs?after=2&limit=2"));
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
        mvc.perform(get("/api/v1/calls/" + slug + "/inputs?q=rural&limit=2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items").value(hasSize(2)))
                .andExpect(jsonPath("$.next").value("/api/v1/calls/" + slug + "/inputs?q=rural&page=2&limit=2"))
                .andExpect(header().exists("Link"));
        mvc.perform(get("/api/v1/calls/" + slug + "/inputs?country=CH"))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void aPublishedInputIsShownWithItsTextAndAnUnpublishedOneIsNot() throws Exception {
        int shown = published("Connectivity matters.");
        send(SmallCall.input("Not yet."), "k9").andExpect(status().isCreated());
        mvc.perform(get("/api/v1/calls/" + slug + "/inputs/" + shown))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.answers[0].text").value("Connectivity matters."))
                .andExpect(jsonPath("$.respondent.country").value("KE"))
                .andExpect(jsonPath("$.respondent.email").doesNotExist())
                .andExpect(jsonPath("$.dispositions").isArray());
        mvc.perform(get("/api/v1/calls/" + slug + "/inputs/" + (shown + 1))).andExpect(status().isNotFound());
    }

    @Test
    void aWithdrawnInputLeavesATombstone() throws Exception {
        int number = published("Connectivity matters.");
        String path = "/api/v1/calls/" + slug + "/inputs/" + number;
        mvc.perform(get(path)).andExpect(status().isOk());
        inputs.withdraw(publication.find(call, number).orElseThrow().id(), secretariat);
        mvc.perform(get(path))
                .andExpect(status().isGone())
                .andExpect(jsonPath("$.state").value("withdrawn"));
    }

    @Test
    void theStatisticsReconcile() throws Exception {
        published("One.");
        send(SmallCall.input("Two."), "k2");
        mvc.perform(get("/api/v1/calls/" + slug + "/statistics"))
                .andExpect(jsonPath("$.received").value(2))
                .andExpect(jsonPath("$.distinct").value(2))
                .andExpect(jsonPath("$.published").value(1))
                .andExpect(jsonPath("$.unpublished").value(1))
                .andExpect(jsonPath("$.byRegion.AFR.received").value(2))
                .andExpect(jsonPath("$.byStakeholderType.CSO.published").value(1))
                .andExpect(jsonPath("$.caveats").value(hasSize(2)));
    }

    @Test
    void inputsOfTheSameWordsAreAFamily() throws Exception {
        String campaign = "Keep the open forum. ".repeat(12);
        published(campaign);
        published("Something of our own.");
        published(campaign);
        mvc.perform(get("/api/v1/calls/" + slug + "/families"))
                .andExpect(jsonPath("$[0].inputs").value(contains(1, 3)));
    }

    @Test
    void aCallIsShownWithItsQuestionsAndAnUnchangedOneIsNotSentTwice() throws Exception {
        var answer = mvc.perform(get("/api/v1/calls/" + slug))
                .andExpect(jsonPath("$.stage").value("open"))
                .andExpect(jsonPath("$.questionnaire.sections[0].questions[0].code")
                        .value("q1"))
                .andReturn()
                .getResponse();
        mvc.perform(get("/api/v1/calls/" + slug).header("If-None-Match", answer.getHeader("ETag")))
                .andExpect(status().isNotModified());
        mvc.perform(get("/api/v1/calls/" + slug)
                        .header("Authorization", bearer("contributor"))
                        .header("If-None-Match", answer.getHeader("ETag")))
                .andExpect(status().isNotModified());
        JsonNode all = Json.tree(
                mvc.perform(get("/api/v1/calls")).andReturn().getResponse().getContentAsString());
        assertThat(all.get("items").valueStream().map(item -> item.get("slug").asString()))
                .contains(slug);
    }

    private int published(String text) {
        Received received =
                inputs.submit(call, SmallCall.input(text), Reception.form(UUID.randomUUID(), "en"), secretariat);
        publication.publish(received.id(), secretariat);
        return received.number();
    }

    private ResultActions send(NewInput input, String key) throws Exception {
        return mvc.perform(post("/api/v1/calls/" + slug + "/inputs")
                .header("Authorization", bearer("contributor"))
                .header("Idempotency-Key", slug + key)
                .contentType("application/json")
                .content(Json.bytes(input)));
    }

    private ResultActions sendRaw(String body, String persona) throws Exception {
        return mvc.perform(post("/api/v1/calls/" + slug + "/inputs")
                .header("Authorization", bearer(persona))
                .content(body));
    }

    private String bearer(String persona) {
        return "Bearer "
                + people.ensure().stream()
                        .filter(account -> account.persona().equals(persona))
                        .findFirst()
                        .orElseThrow()
                        .token();
    }
}
