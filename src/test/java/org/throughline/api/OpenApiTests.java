package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.opendata.Dumps;
import org.throughline.platform.Json;
import org.throughline.reports.Making;
import org.throughline.reports.ReportEditions;
import org.throughline.reports.Reports;
import org.throughline.reports.SmallReport;
import org.throughline.reports.Stage;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallRegister;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;

/// Holds `docs/api/openapi.yaml` to the handlers there are and to what they answer.
@ThroughlineTest
class OpenApiTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    Calls calls;

    @Autowired
    SmallSummary summaries;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    Dumps dumps;

    @Autowired
    DemoPeople people;

    @Autowired
    Reports reports;

    @Autowired
    Making making;

    @Autowired
    ReportEditions editions;

    final DescribedApi described = new DescribedApi();

    @Test
    void everyAddressOfTheApiIsDescribedAndNoOther() {
        var there = new TreeSet<String>();
        handlers.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/v1/"))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        there.add(method.name().toLowerCase(Locale.ROOT) + " " + plain(pattern)))));
        var written = new TreeSet<String>();
        described
                .file()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> written.add(method + " " + plain(path.getKey()))));
        assertThat(written).isEqualTo(there);
    }

    @Test
    void answersAreOfTheFormThatIsDescribed() throws Exception {
        String slug = SmallCall.freshSlug();
        var call = SmallCall.open(calls, slug);
        summaries.input(call, "Rural access. ".repeat(20));
        hold("get", "/api/v1/calls", "/api/v1/calls", "200");
        hold("get", "/api/v1/calls/{slug}", "/api/v1/calls/" + slug, "200");
        hold("get", "/api/v1/calls/{slug}/inputs", "/api/v1/calls/" + slug + "/inputs", "200");
        hold("get", "/api/v1/calls/{slug}/inputs/{n}", "/api/v1/calls/" + slug + "/inputs/1", "200");
        hold("get", "/api/v1/calls/{slug}/inputs/{n}", "/api/v1/calls/" + slug + "/inputs/9", "404");
        hold("get", "/api/v1/calls/{slug}/statistics", "/api/v1/calls/" + slug + "/statistics", "200");
        hold("get", "/api/v1/calls/{slug}/families", "/api/v1/calls/" + slug + "/families", "200");
        hold("get", "/api/v1/roadmaps", "/api/v1/roadmaps", "200");
        hold("get", "/api/v1/letters", "/api/v1/letters", "200");
        hold("get", "/api/v1/groups", "/api/v1/groups", "200");
        hold("get", "/api/v1/chain", "/api/v1/chain", "200");
        hold("get", "/api/v1/action-plans", "/api/v1/action-plans", "200");
        hold("get", "/api/v1/vocabularies", "/api/v1/vocabularies", "200");
        hold("get", "/api/v1/search", "/api/v1/search?q=x", "200");
        hold("get", "/api/v1/ledger/entries", "/api/v1/ledger/entries", "200");
        String body = mvc.perform(post("/api/v1/calls/" + slug + "/inputs")
                        .header(
                                "Authorization",
                                "Bearer "
                                        + people.ensure().stream()
                                                .filter(account ->
                                                        account.persona().equals("contributor"))
                                                .findFirst()
                                                .orElseThrow()
                                                .token())
                        .content(Json.bytes(SmallCall.input("Sent."))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        check("post", "/api/v1/calls/{slug}/inputs", "201", body);
    }

    @Test
    void dumpsAreOfTheFormThatIsDescribed() throws Exception {
        SmallRegister.publish(register, SmallRegister.wsis(collections), SmallRegister.project("In a dump"));
        String name = dumps.take(org.throughline.audit.Actor.system("test")).name();
        hold("get", "/api/v1/dumps", "/api/v1/dumps", "200");
        hold("get", "/api/v1/dumps/{name}", "/api/v1/dumps/" + name, "200");
        hold("get", "/api/v1/dumps/{name}", "/api/v1/dumps/latest", "200");
        hold("get", "/api/v1/dumps/{name}", "/api/v1/dumps/1999-01-01", "404");
    }

    @Test
    void projectsAreOfTheFormThatIsDescribed() throws Exception {
        long number = SmallRegister.publish(
                        register, SmallRegister.wsis(collections), SmallRegister.project("Described to programs"))
                .number();
        hold("get", "/api/v1/projects", "/api/v1/projects?country=KE&limit=3", "200");
        hold("get", "/api/v1/projects/facets", "/api/v1/projects/facets?country=KE", "200");
        hold("get", "/api/v1/projects/{n}", "/api/v1/projects/" + number, "200");
        hold("get", "/api/v1/projects/{n}", "/api/v1/projects/999999999", "404");
    }

    @Test
    void whatProgramsWriteIntoTheRegisterIsAnsweredInTheFormThatIsDescribed() throws Exception {
        String path = "/api/v1/projects";
        String token = bearer("contributor");
        var answers = SmallRegister.answers("Written by a program");
        var project = new java.util.LinkedHashMap<String, Object>(
                Map.of("language", "en", "answers", answers, "consent", Map.of("text", true)));
        String written = answer(post(path).header("Authorization", token).content(Json.bytes(project)), 201);
        check("post", path, "201", written);
        String at = Json.tree(written).get("url").asString().replaceAll(".*/", path + "/");
        project.put("revision", 1);
        check(
                "put",
                path + "/{n}",
                "200",
                answer(put(at).header("Authorization", token).content(Json.bytes(project)), 200));
        check(
                "put",
                path + "/{n}",
                "409",
                answer(put(at).header("Authorization", token).content(Json.bytes(project)), 409));
        check("get", path + "/{n}/receipt", "200", answer(get(at + "/receipt").header("Authorization", token), 200));
        check("get", path + "/{n}/receipt", "401", answer(get(at + "/receipt"), 401));
        check("post", path + "/{n}/confirmation", "401", answer(post(at + "/confirmation"), 401));
        answer(post(at + "/confirmation").header("Authorization", token), 204);
        answers.remove("title");
        project.put("revision", 2);
        for (String verb : List.of("post", "put")) {
            String described = verb.equals("post") ? path : path + "/{n}";
            var request = verb.equals("post") ? post(path) : put(at);
            check(
                    verb,
                    described,
                    "422",
                    answer(request.header("Authorization", token).content(Json.bytes(project)), 422));
            var malformed = verb.equals("post") ? post(path) : put(at);
            check(
                    verb,
                    described,
                    "400",
                    answer(malformed.header("Authorization", token).content("{"), 400));
            check(verb, described, "401", answer(verb.equals("post") ? post(path) : put(at), 401));
        }
    }

    @Test
    void reportsAreOfTheFormThatIsDescribed() throws Exception {
        var collection = SmallRegister.fresh(collections);
        var stays = SmallRegister.publish(register, collection, SmallRegister.project("Stays in a report"));
        var goes = SmallRegister.publish(register, collection, SmallRegister.project("Goes from a report"));
        var joins = SmallRegister.publish(register, collection, SmallRegister.project("Becomes part of another"));
        var report = reports.create(SmallReport.freshSlug(), SmallReport.recipe(collection), SmallReport.SECRETARIAT);
        editions.publish(SmallReport.make(making, editions, report, Stage.DRAFT), SmallReport.SECRETARIAT);
        editions.publish(SmallReport.make(making, editions, report, Stage.FINAL), SmallReport.SECRETARIAT);
        register.withdraw(goes.id(), SmallReport.SECRETARIAT);
        register.merge(joins.id(), stays.id(), SmallReport.SECRETARIAT);
        String path = "/api/v1/reports/{slug}";
        String address = "/api/v1/reports/" + report.slug();
        hold("get", "/api/v1/reports", "/api/v1/reports", "200");
        hold("get", path, address, "200");
        hold("get", path, address + "?edition=1", "200");
        hold("get", path, address + "?edition=9", "404");
        hold("get", path + "/entries", address + "/entries", "200");
        hold("get", path + "/entries", address + "/entries?offset=1&limit=1", "200");
        hold("get", path + "/entries", address + "/entries?limit=x", "400");
        hold("get", path + "/entries", "/api/v1/reports/none/entries", "404");
    }

    @Test
    void suggestionsAreOfTheFormThatIsDescribed() throws Exception {
        var path = "/api/v1/suggestions";
        String asked = "{\"text\": \"Clean water for schools\", \"vocabulary\": \"sdgs\"}";
        check("post", path, "200", answer(post(path).content(asked), 200));
        check("post", path, "422", answer(post(path).content("{}"), 422));
        check("post", path, "400", answer(post(path).content("?"), 400));
    }

    @Test
    void citationsAreOfTheFormThatIsDescribed() throws Exception {
        var path = "/api/v1/citations";
        String text = "Resolution 140 (Rev. Dubai, 2018), CWG-WSIS&SDG-40/12 and para 72 of the Tunis Agenda";
        check("post", path, "200", answer(post(path).content("{\"text\": \"" + text + "\", \"date\": \"2020\"}"), 200));
        check("post", path, "422", answer(post(path).content("{}"), 422));
        check("post", path, "400", answer(post(path).content("?"), 400));
    }

    @Test
    void versionsOfProjectsAreOfTheFormThatIsDescribed() throws Exception {
        var taken = SmallRegister.publish(
                register, SmallRegister.fresh(collections), SmallRegister.project("Solar schools"));
        String versions = "/api/v1/projects/" + taken.number() + "/versions";
        hold("get", "/api/v1/projects/{number}/versions", versions, "200");
        hold("get", "/api/v1/projects/{number}/versions/{version}", versions + "/1", "200");
        hold("get", "/api/v1/projects/{number}/versions/{version}", versions + "/2", "404");
    }

    @Test
    void theSummaryIsOfTheFormThatIsDescribed() throws Exception {
        String slug = SmallCall.freshSlug();
        var call = SmallCall.open(calls, slug);
        hold("get", "/api/v1/calls/{slug}/summary", "/api/v1/calls/" + slug + "/summary", "404");
        summaries.input(call, "Rural access grew.");
        summaries.publish(call, "Access grew.", "access grew", 1);
        hold("get", "/api/v1/calls/{slug}/summary", "/api/v1/calls/" + slug + "/summary", "200");
        hold("get", "/api/v1/calls/{slug}/inputs/{n}", "/api/v1/calls/" + slug + "/inputs/1", "200");
    }

    @Test
    void theLogAndItsProofsAreOfTheFormThatIsDescribed() throws Exception {
        var call = SmallCall.open(calls, SmallCall.freshSlug());
        for (int i = 0; i < 2; i++) summaries.input(call, "Logged.");
        String proofs = "/api/v1/ledger/proofs/";
        for (String path : List.of("checkpoint", "key"))
            check(
                    "get",
                    "/api/v1/ledger/" + path,
                    "200",
                    answer(get("/api/v1/ledger/" + path).accept("application/json"), 200));
        hold("get", proofs + "inclusion", proofs + "inclusion?leaf=0", "200");
        hold("get", proofs + "inclusion", proofs + "inclusion?leaf=999999999", "404");
        hold("get", proofs + "consistency", proofs + "consistency?from=1&to=2", "200");
        hold("get", proofs + "consistency", proofs + "consistency?from=1", "200");
    }

    @Test
    void anImportIsOfTheFormThatIsDescribed() throws Exception {
        String slug = SmallCall.freshSlug();
        SmallCall.open(calls, slug);
        String path = "/api/v1/calls/{slug}/imports";
        var file = new MockMultipartFile(
                "file",
                "rows.csv",
                "text/csv",
                "q1,organisation\nRoads,Example Society\n".getBytes(StandardCharsets.UTF_8));
        check(
                "post",
                path,
                "401",
                answer(multipart("/api/v1/calls/" + slug + "/imports").file(file), 401));
        String secretariat = bearer("secretariat");
        check(
                "post",
                path,
                "403",
                answer(
                        multipart("/api/v1/calls/" + slug + "/imports")
                                .file(file)
                                .header("Authorization", bearer("contributor")),
                        403));
        String begun = answer(
                multipart("/api/v1/calls/" + slug + "/imports").file(file).header("Authorization", secretariat), 202);
        check("post", path, "202", begun);
        String job = "/api/v1/calls/" + slug + "/imports/"
                + Json.tree(begun).get("id").asString();
        check("get", path + "/{id}", "200", answer(get(job).header("Authorization", secretariat), 200));
        check("delete", path + "/{id}", "200", answer(delete(job).header("Authorization", secretariat), 200));
    }

    private String bearer(String persona) {
        return "Bearer "
                + people.ensure().stream()
                        .filter(account -> account.persona().equals(persona))
                        .findFirst()
                        .orElseThrow()
                        .token();
    }

    private String answer(RequestBuilder request, int status) throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        String body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(status);
        return body;
    }

    private void hold(String method, String path, String address, String status) throws Exception {
        var response = mvc.perform(get(address)).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(Integer.parseInt(status));
        check(method, path, status, response.getContentAsString(StandardCharsets.UTF_8));
    }

    private void check(String method, String path, String status, String body) {
        assertThat(described.differences(method, path, status, body)).as(path).isEmpty();
    }

    private static String plain(String pattern) {
        return pattern.replaceAll("\\{[^/]*\\}", "{}");
    }
}
