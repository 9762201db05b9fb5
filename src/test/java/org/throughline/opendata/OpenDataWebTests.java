package org.throughline.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import tools.jackson.databind.JsonNode;

/// What programs and people find at the addresses of open data.
@ThroughlineTest
class OpenDataWebTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Dumps dumps;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    DemoPeople people;

    @Autowired
    MockMvc web;

    private ProjectCollection collection;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
    }

    private Taken publish(String title) {
        return SmallRegister.publish(register, collection, SmallRegister.project(title));
    }

    private MockHttpServletResponse get(String address) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(URI.create(address)))
                .andReturn()
                .getResponse();
    }

    private String text(String address) throws Exception {
        MockHttpServletResponse answer = get(address);
        assertThat(answer.getStatus()).describedAs(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void anEntryIsThereInEveryFormatUntilItIsWithdrawn() throws Exception {
        Taken taken = publish("Solar </script> schools");
        String path = "/stocktaking/" + taken.number();
        for (String ending : List.of(".jsonld", ".json", ".iati.xml", ".dc.xml", ".datacite.xml", ".linkset.json"))
            if (ending.equals(".linkset.json")) assertThat(text(path + ending)).contains("cite-as");
            else assertThat(text(path + ending)).contains("Solar").doesNotContain("Private Person");
        register.withdraw(taken.id(), SECRETARIAT);
        for (String ending : List.of(".jsonld", ".json", ".iati.xml", ".dc.xml", ".datacite.xml", ".linkset.json"))
            assertThat(get(path + ending).getStatus()).isEqualTo(410);
        assertThat(get("/stocktaking/999999999.jsonld").getStatus()).isEqualTo(404);
    }

    @Test
    void theXmlFormatsAreWellFormed() throws Exception {
        Taken taken = publish("Solar <b> & schools");
        for (String ending : List.of(".iati.xml", ".dc.xml", ".datacite.xml")) {
            var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(
                            get("/stocktaking/" + taken.number() + ending).getContentAsByteArray()));
            assertThat(document.getDocumentElement().getTextContent()).contains("Solar <b> & schools");
        }
    }

    @Test
    void thePageOfAnEntryPutsUpSignposts() throws Exception {
        Taken taken = publish("Solar </script> schools");
        MockHttpServletResponse page = get("/stocktaking/" + taken.number());
        assertThat(page.getHeader("Link"))
                .contains(
                        "rel=\"cite-as\"",
                        "rel=\"describedby\"; type=\"application/ld+json\"",
                        "rel=\"license\"",
                        "rel=\"collection\"",
                        "rel=\"type\"",
                        "rel=\"linkset\"; type=\"application/linkset+json\"");
        var script = Jsoup.parse(page.getContentAsString(StandardCharsets.UTF_8))
                .select("script[type=application/ld+json]")
                .first();
        JsonNode data = Json.tree(java.util.Objects.requireNonNull(script).data());
        assertThat(data.get("mainEntity").get("name").stringValue()).isEqualTo("Solar </script> schools");
        assertThat(data.get("mainEntity").get("areaServed").get(0).get("name").stringValue())
                .isEqualTo("Kenya");
        register.withdraw(taken.id(), SECRETARIAT);
        MockHttpServletResponse gone = get("/stocktaking/" + taken.number());
        assertThat(gone.getStatus()).isEqualTo(410);
        assertThat(gone.getHeader("Link")).isNull();
    }

    @Test
    void theLinksetNamesPageAndDescriptions() throws Exception {
        Taken taken = publish("Solar schools");
        JsonNode linkset = Json.tree(text("/stocktaking/" + taken.number() + ".linkset.json"))
                .get("linkset");
        assertThat(linkset.get(0).get("anchor").stringValue()).endsWith("/stocktaking/" + taken.number());
        assertThat(linkset.get(0).get("describedby").size()).isEqualTo(Signposts.DESCRIPTIONS.size());
        assertThat(linkset.get(1).get("describes").get(0).get("href").stringValue())
                .endsWith("/stocktaking/" + taken.number());
    }

    @Test
    void whatChangedAndWhatIsGoneIsInTheFeeds() throws Exception {
        Taken stays = publish("Stays here");
        Taken goes = publish("Goes away");
        String feed = "/data/changes.atom?collection=" + collection.slug();
        assertThat(text(feed)).contains("Stays here", "Goes away");
        register.withdraw(goes.id(), SECRETARIAT);
        assertThat(text(feed)).contains("Stays here", "<at:deleted-entry ref=").doesNotContain("Goes away");
        String gone = "/stocktaking/" + goes.number() + "\"";
        assertThat(text("/data/withdrawals.csv"))
                .contains(gone, "withdrawn")
                .doesNotContain("/stocktaking/" + stays.number() + "\"");
        assertThat(text("/data/withdrawals.jsonl")).contains(gone);
        assertThat(text("/data/withdrawals.atom")).contains(gone);
    }

    @Test
    void theCatalogueNamesTheFilesWithTheirHashes() throws Exception {
        publish("Solar schools");
        DumpEdition edition = dumps.take(SECRETARIAT);
        String sha = dumps.state(edition)
                .orElseThrow()
                .file("register.csv")
                .orElseThrow()
                .sha256();
        String turtle = text("/data/catalogue.ttl");
        assertThat(turtle)
                .contains(
                        "a <http://www.w3.org/ns/dcat#Catalog>",
                        sha,
                        "/data/register/" + edition.name() + "/register.csv>");
        JsonNode json = Json.tree(text("/data/catalogue.jsonld"));
        assertThat(json.get("@graph").toString())
                .contains(sha, "http://www.w3.org/ns/dcat#DatasetSeries", "/vocabularies/action-lines.ttl");
        assertThat(get("/data/catalogue").getStatus()).isEqualTo(303);
        assertThat(web.perform(MockMvcRequestBuilders.get("/data/catalogue").header("Accept", "application/ld+json"))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location"))
                .isEqualTo("/data/catalogue.jsonld");
        assertThat(Json.tree(text("/vocabularies/action-lines.jsonld"))
                        .get("@graph")
                        .size())
                .isGreaterThan(18);
    }

    @Test
    void theCardSaysWhatIsInADump() throws Exception {
        publish("Solar schools");
        DumpEdition edition = dumps.take(SECRETARIAT);
        DumpState state = dumps.state(edition).orElseThrow();
        for (String address : List.of(
                "/data/register", "/data/register/" + edition.name(), "/ar/data/register", "/ru/data/register/latest"))
            assertThat(text(address))
                    .contains(
                            state.fingerprint(),
                            "register.csv.gz",
                            state.file("register.jsonl").orElseThrow().sha256());
        JsonNode columns = Json.tree(text("/data/register/latest/register.csv-metadata.json"));
        assertThat(columns.get("tableSchema").get("primaryKey").stringValue()).isEqualTo("number");
        assertThat(columns.get("tableSchema").get("columns").size()).isEqualTo(DumpColumn.ALL.size());
        assertThat(Json.tree(text("/data/register/latest/register.schema.json"))
                        .get("properties")
                        .size())
                .isEqualTo(DumpColumn.ALL.size());
    }

    @Test
    void onlyAnOperatorMakesADumpByHand() throws Exception {
        publish("Solar schools");
        var made = Visitor.as(web, people, "operator").send("/data/register");
        assertThat(made.status()).isEqualTo(303);
        assertThat(Visitor.as(web, people, "contributor").send("/data/register").status())
                .isEqualTo(403);
    }

    @Test
    void theSiteMapLeadsToEveryEntryInSixLanguages() throws Exception {
        Taken taken = publish("Solar schools");
        long part = (taken.number() - 1) / SiteMap.PART;
        assertThat(text("/robots.txt")).contains("Sitemap: ", "/sitemap.xml");
        assertThat(text("/sitemap.xml")).contains("/sitemaps/register/" + part + ".xml<", "/sitemaps/pages.xml<");
        var map = Jsoup.parse(text("/sitemaps/register/" + part + ".xml"), "", Parser.xmlParser());
        var url = map.select("url").stream()
                .filter(one -> one.selectFirst("loc").text().endsWith("/stocktaking/" + taken.number()))
                .findFirst()
                .orElseThrow();
        assertThat(url.select("xhtml|link")).hasSize(7);
        assertThat(url.select("lastmod").text()).isNotEmpty();
        assertThat(text("/sitemaps/pages.xml")).contains("/ar/vocabularies/action-lines");
        register.withdraw(taken.id(), SECRETARIAT);
        assertThat(text("/sitemaps/register/" + part + ".xml")).doesNotContain("/stocktaking/" + taken.number() + "<");
    }
}
