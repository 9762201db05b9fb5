package org.throughline.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// Every private thing about an entry is given a secret word; not one of them is found in anything that is given away.
@ThroughlineTest
class OpenDataCanaryTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Dumps dumps;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    MockMvc web;

    private final Map<String, String> secrets = new LinkedHashMap<>();

    private String secret(String name) {
        return secrets.computeIfAbsent(
                name,
                any -> "Canary" + UUID.randomUUID().toString().replace("-", "").substring(0, 16));
    }

    private NewProject project(String title, boolean named, String name) {
        Map<String, JsonNode> answers = SmallRegister.answers(title);
        answers.put("contactName", Json.mapper().valueToTree(secret(name + "-contact")));
        answers.put("contactEmail", Json.mapper().valueToTree(secret(name + "-mail") + "@example.org"));
        answers.put("contactPhone", Json.mapper().valueToTree("+41 22 730 51 11"));
        if (!named) {
            answers.put("entityName", Json.mapper().valueToTree(secret(name + "-entity")));
            answers.put("partners", Json.mapper().valueToTree(List.of(secret(name + "-partner"))));
            answers.put("website", Json.mapper().valueToTree("https://" + secret(name + "-site") + ".example.org/"));
        }
        return NewProject.of("en", answers, new Consent(named, true, true, true, true));
    }

    @Test
    void noSecretWordIsGivenAway() throws Exception {
        ProjectCollection collection = SmallRegister.fresh(collections);
        List<Taken> open = new ArrayList<>();
        open.add(SmallRegister.publish(register, collection, project("Open to all", true, "open")));
        open.add(SmallRegister.publish(register, collection, project("Without a name", false, "nameless")));
        Taken gone = SmallRegister.publish(register, collection, project(secret("gone-title"), true, "gone"));
        Taken hidden = SmallRegister.publish(register, collection, project(secret("hidden-title"), true, "hidden"));
        DumpEdition before = dumps.take(SECRETARIAT);
        register.receive(
                collection,
                project(secret("waiting-title"), true, "waiting"),
                Reception.imported(null, UUID.randomUUID().toString(), null),
                SECRETARIAT);
        Taken changed = open.getFirst();
        register.change(
                changed.id(),
                register.find(changed.id()).orElseThrow().version(),
                project(secret("unpublished-version"), true, "change"),
                SECRETARIAT);
        register.withdraw(gone.id(), SECRETARIAT);
        register.unpublish(hidden.id(), secret("reason"), SECRETARIAT);
        DumpEdition after = dumps.take(SECRETARIAT);

        List<String> addresses = new ArrayList<>();
        for (DumpEdition edition : List.of(before, after))
            for (String file : List.of(
                    "", "/register.csv", "/register.jsonl", "/register.iati.xml", "/register.csv-metadata.json"))
                addresses.add("/data/register/" + edition.name() + file);
        for (String prefix : List.of("oai_dc", "oai_datacite", "datacite"))
            addresses.add("/oai?verb=ListRecords&metadataPrefix=" + prefix + "&set=collection:" + collection.slug());
        addresses.addAll(List.of(
                "/data/changes.atom?collection=" + collection.slug(),
                "/data/withdrawals.csv",
                "/data/withdrawals.jsonl",
                "/data/withdrawals.atom",
                "/data/catalogue.ttl",
                "/api/v1/dumps/" + after.name(),
                "/sitemap.xml"));
        for (Taken taken : List.of(open.get(0), open.get(1), gone, hidden))
            for (String ending :
                    List.of("", ".json", ".jsonld", ".iati.xml", ".dc.xml", ".datacite.xml", ".linkset.json"))
                addresses.add("/stocktaking/" + taken.number() + ending);

        List<String> found = new ArrayList<>();
        for (String address : addresses) {
            var answer = web.perform(MockMvcRequestBuilders.get(URI.create(address)))
                    .andReturn()
                    .getResponse();
            String text = answer.getContentAsString(StandardCharsets.UTF_8) + answer.getHeader("Link");
            secrets.forEach((name, word) -> {
                if (text.toLowerCase(java.util.Locale.ROOT).contains(word.toLowerCase(java.util.Locale.ROOT)))
                    found.add(name + " at " + address);
            });
        }
        assertThat(found).isEmpty();
    }
}
