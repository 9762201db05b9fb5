package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.ledger.Verifier;
import org.throughline.platform.Json;
import org.throughline.platform.access.Permission;
import org.throughline.world.Naughty;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// Programs register projects, change and confirm them; what is refused is refused in words and leaves nothing.
@ThroughlineTest
class ProjectsApiTests {

    private static final String PROJECTS = "/api/v1/projects";

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople accounts;

    @Autowired
    People people;

    @Autowired
    Register register;

    @Autowired
    PublishedProjects published;

    @Autowired
    ProjectLimits limits;

    private final Actor secretariat = Actor.system("test");

    private record Answer(int status, String type, MockHttpServletResponse response, JsonNode body) {}

    private Answer send(MockHttpServletRequestBuilder request, String persona, Object body) throws Exception {
        if (!persona.isEmpty())
            request.header(
                    "Authorization",
                    "Bearer "
                            + accounts.ensure().stream()
                                    .filter(one -> one.persona().equals(persona))
                                    .findFirst()
                                    .orElseThrow()
                                    .token());
        var response = web.perform(request.content(
                        body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.bytes(body)))
                .andReturn()
                .getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Answer(
                response.getStatus(),
                String.valueOf(response.getContentType()),
                response,
                text.isEmpty() ? Json.tree("null") : Json.tree(text));
    }

    private static Map<String, Object> project(String title) {
        return project(SmallRegister.answers(title));
    }

    private static Map<String, Object> project(Map<String, JsonNode> answers) {
        Map<String, Object> project = new LinkedHashMap<>();
        project.put("language", "en");
        project.put("answers", answers);
        project.put(
                "consent", Map.of("text", true, "name", true, "files", true, "quotation", true, "translation", true));
        return project;
    }

    private static void refused(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.body().path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(answer.body().path("title").asString()).isNotBlank();
    }

    private long sent(String title) throws Exception {
        Answer answer = send(post(PROJECTS), "contributor", project(title));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return number(answer);
    }

    private static long number(Answer answer) {
        return Long.parseLong(answer.body().path("url").asString().replaceAll(".*/", ""));
    }

    @Test
    void aProjectIsAnsweredWithAReceiptThatVerifiesAndWaitsForTheSecretariat() throws Exception {
        Answer answer = send(post(PROJECTS), "contributor", project("Boats by program"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        long number = number(answer);
        assertThat(answer.response().getHeader("Location")).endsWith(PROJECTS + "/" + number);
        assertThat(answer.body().path("state").asString()).isEqualTo("waiting");
        assertThat(answer.body().path("collection").asString()).isEqualTo("wsis");
        assertThat(new Verifier(Set.of()).verify(Json.bytes(answer.body())).holds())
                .isTrue();
        assertThat(published.find(number)).isEmpty();
        Answer opened = send(get(PROJECTS + "/" + number + "/receipt"), "contributor", "");
        assertThat(opened.body().at("/content/answers/title").asString()).isEqualTo("Boats by program");
        assertThat(new Verifier(Set.of()).verify(Json.bytes(opened.body())).holds())
                .isTrue();
    }

    @Test
    void theSameRequestTwiceIsOneProject() throws Exception {
        String key = "boats-" + UUID.randomUUID();
        Answer first = send(post(PROJECTS).header("Idempotency-Key", key), "contributor", project("Boats once"));
        Answer second = send(post(PROJECTS).header("Idempotency-Key", key), "contributor", project("Boats once"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(number(second)).isEqualTo(number(first));
        refused(
                send(post(PROJECTS).header("Idempotency-Key", "tab\tin it"), "contributor", project("Boats")),
                400,
                "idempotency-key");
    }

    @Test
    void aChangeNamesTheStateThatWasReadAndThePublicSeesItWhenItIsPublished() throws Exception {
        long number = sent("Boats to change");
        register.publish(register.find(number).orElseThrow().id(), secretariat);
        Map<String, Object> changed = project("Boats that changed");
        String path = PROJECTS + "/" + number;
        refused(send(put(path), "contributor", changed), 409, "stale");
        changed.put("revision", 1);
        Answer answer = send(put(path), "contributor", changed);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().path("revision").asInt()).isEqualTo(2);
        assertThat(published.find(number).orElseThrow().title()).isEqualTo("Boats to change");
        register.publish(register.find(number).orElseThrow().id(), secretariat);
        assertThat(published.find(number).orElseThrow().title()).isEqualTo("Boats that changed");
        refused(send(put(path), "contributor", changed), 409, "stale");
    }

    @Test
    void nobodyButItsKeepersMayTouchAnEntry() throws Exception {
        String path = PROJECTS + "/" + sent("Boats of one person");
        Map<String, Object> theirs = project("Boats of another");
        theirs.put("revision", 1);
        refused(send(put(path), "", theirs), 401, "sign-in-first");
        refused(send(put(path), "voter", theirs), 404, "not-found");
        refused(send(post(path + "/confirmation"), "voter", ""), 404, "not-found");
        refused(send(get(path + "/receipt"), "voter", ""), 404, "not-found");
        assertThat(send(post(path + "/confirmation"), "contributor", "").status())
                .isEqualTo(204);
        refused(send(post(PROJECTS), "", project("Nobody’s")), 401, "sign-in-first");
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsFieldAndInTheReadersLanguage() throws Exception {
        Map<String, JsonNode> answers = SmallRegister.answers("");
        SmallRegister.put(answers, "sdgs", "[{\"key\": \"4\"}, {\"key\": \"77\", \"linkage\": \"None\"}]");
        SmallRegister.put(answers, "countries", "[]");
        SmallRegister.put(answers, "status", "\"over\"");
        SmallRegister.put(answers, "website", "\"javascript:alert(1)\"");
        SmallRegister.put(answers, "startsOn", "\"soon\"");
        SmallRegister.put(answers, "shoeSize", "44");
        answers.remove("activityType");
        Answer answer = send(post(PROJECTS).header("Accept-Language", "fr"), "contributor", project(answers));
        refused(answer, 422, "project-refused");
        Map<String, String> words = new LinkedHashMap<>();
        answer.body()
                .path("violations")
                .forEach(one -> words.put(
                        one.path("field").asString(), one.path("message").asString()));
        assertThat(words)
                .containsKeys(
                        "title",
                        "activityType",
                        "sdgs.0.linkage",
                        "sdgs.1.key",
                        "countries",
                        "status",
                        "website",
                        "startsOn",
                        "shoeSize")
                .containsEntry("activityType", "Choisissez une réponse.");
    }

    @Test
    void whatIsNoProjectAtAllIsRefusedInWords() throws Exception {
        refused(send(post(PROJECTS), "contributor", "{\"answers\": "), 400, "malformed");
        refused(send(post(PROJECTS), "contributor", "null"), 400, "malformed");
        refused(send(post(PROJECTS), "contributor", "[[[[[[]"), 400, "malformed");
        refused(send(post(PROJECTS), "contributor", "x".repeat((1 << 20) + 1)), 413, "body-too-large");
        Map<String, Object> elsewhere = project("Boats for a register that is not there");
        elsewhere.put("collection", "no-such-register");
        refused(send(post(PROJECTS), "contributor", elsewhere), 404, "not-found");
        Map<String, Object> silent = project("Boats without a word of consent");
        silent.remove("consent");
        refused(send(post(PROJECTS), "contributor", silent), 422, "project-refused");
        for (String number : new String[] {"0", "999999999"})
            refused(send(put(PROJECTS + "/" + number), "contributor", project("Boats")), 404, "not-found");
    }

    @Test
    void stringsThatNothingCanKeepAreRefusedBesideTheirField() throws Exception {
        for (String naughty : Naughty.unstorable()) {
            Map<String, JsonNode> answers = SmallRegister.answers("Boats");
            answers.put("goals", Json.mapper().getNodeFactory().stringNode(naughty));
            Answer answer = send(post(PROJECTS), "contributor", project(answers));
            assertThat(answer.status()).as(Json.write(naughty)).isBetween(400, 422);
            assertThat(answer.type()).startsWith("application/problem+json");
        }
    }

    @Test
    void onePersonSendsOnlySoManyWithinAnHour() throws Exception {
        UUID juror = people.byEmail(EmailAddress.parse("juror@example.org").orElseThrow())
                .orElseGet(() -> {
                    accounts.ensure();
                    return people.byEmail(
                                    EmailAddress.parse("juror@example.org").orElseThrow())
                            .orElseThrow();
                })
                .id()
                .value();
        Actor self = new Actor(juror, "Juror", Set.of(Permission.CONTRIBUTE));
        for (int i = 0; i < 60; i++) limits.countSent(self);
        Answer answer = send(post(PROJECTS), "juror", project("One boat too many"));
        refused(answer, 429, "too-many-projects");
        assertThat(Integer.parseInt(answer.response().getHeader("Retry-After"))).isBetween(1, 3600);
        assertThat(answer.body().path("title").asString()).contains("60");
    }
}
