package org.throughline.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
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
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.Naughty;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// What the specification asks of a repository, verb by verb.
@ThroughlineTest
class OaiPmhTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    OaiPmh oai;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

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

    private Document ask(String... arguments) throws Exception {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2)
            parameters.computeIfAbsent(arguments[i], any -> new ArrayList<>()).add(arguments[i + 1]);
        return parse(oai.answer(parameters));
    }

    private static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document answer, String name) {
        NodeList nodes = answer.getElementsByTagNameNS("*", name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) texts.add(nodes.item(i).getTextContent());
        return texts;
    }

    private static String error(Document answer) {
        NodeList errors = answer.getElementsByTagName("error");
        assertThat(errors.getLength()).isEqualTo(1);
        return ((Element) errors.item(0)).getAttribute("code");
    }

    private String set() {
        return "collection:" + collection.slug();
    }

    @Test
    void itSaysWhoItIs() throws Exception {
        publish("Solar schools");
        Document answer = ask("verb", "Identify");
        assertThat(texts(answer, "protocolVersion")).containsExactly("2.0");
        assertThat(texts(answer, "deletedRecord")).containsExactly("persistent");
        assertThat(texts(answer, "granularity")).containsExactly("YYYY-MM-DDThh:mm:ssZ");
        assertThat(texts(answer, "baseURL")).singleElement().asString().endsWith("/oai");
        assertThat(texts(answer, "earliestDatestamp").getFirst()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(answer.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.openarchives.org/OAI/2.0/");
    }

    @Test
    void aPublishedEntryIsListedInEveryFormat() throws Exception {
        Taken taken = publish("Solar schools & <more>");
        for (String prefix : List.of("oai_dc", "oai_datacite", "datacite")) {
            Document answer = ask("verb", "ListRecords", "metadataPrefix", prefix, "set", set());
            assertThat(texts(answer, "identifier").getFirst())
                    .endsWith(":stocktaking/" + taken.number())
                    .startsWith("oai:");
            assertThat(texts(answer, "title")).contains("Solar schools & <more>");
            assertThat(texts(answer, "publisher")).isNotEmpty();
        }
        Document dublinCore = ask("verb", "ListRecords", "metadataPrefix", "oai_dc", "set", set());
        assertThat(texts(dublinCore, "creator")).containsExactly("Example Society");
        assertThat(texts(dublinCore, "coverage")).contains("Kenya");
        assertThat(texts(dublinCore, "setSpec")).contains("actionLine:C2", "sdg:4", "region:AFR", set());
    }

    @Test
    void aNameThatMayNotBeShownIsNowhere() throws Exception {
        SmallRegister.publish(
                register,
                collection,
                SmallRegister.project("Solar schools", new Consent(false, true, true, true, true)));
        Document dublinCore = ask("verb", "ListRecords", "metadataPrefix", "oai_dc", "set", set());
        assertThat(texts(dublinCore, "creator")).isEmpty();
        Document dataCite = ask("verb", "ListRecords", "metadataPrefix", "datacite", "set", set());
        assertThat(texts(dataCite, "creatorName")).containsExactly("(:unal)");
    }

    @Test
    void whatIsWithdrawnStaysAsADeletedRecord() throws Exception {
        Taken taken = publish("Solar schools");
        register.withdraw(taken.id(), SECRETARIAT);
        Document list = ask("verb", "ListRecords", "metadataPrefix", "oai_dc", "set", set());
        Element header = (Element) list.getElementsByTagName("header").item(0);
        assertThat(header.getAttribute("status")).isEqualTo("deleted");
        assertThat(texts(list, "metadata")).isEmpty();
        assertThat(texts(list, "setSpec")).contains("actionLine:C2");
        Document one =
                ask("verb", "GetRecord", "metadataPrefix", "oai_dc", "identifier", oai.identifier(taken.number()));
        assertThat(texts(one, "metadata")).isEmpty();
        assertThat(texts(one, "title")).isEmpty();
    }

    @Test
    void alreadyUnpublishedOnesWereNeverThere() throws Exception {
        Taken taken = register.receive(
                collection,
                SmallRegister.project("Waiting"),
                org.throughline.stocktaking.Reception.imported(null, "row", null),
                SECRETARIAT);
        assertThat(error(ask("verb", "ListIdentifiers", "metadataPrefix", "oai_dc", "set", set())))
                .isEqualTo("noRecordsMatch");
        assertThat(error(ask(
                        "verb", "GetRecord", "metadataPrefix", "oai_dc", "identifier", oai.identifier(taken.number()))))
                .isEqualTo("idDoesNotExist");
    }

    @Test
    void aLongListIsGivenWholeWithTokens() throws Exception {
        List<NewProject> many = new ArrayList<>();
        for (int i = 0; i < 450; i++) many.add(SmallRegister.project("Project " + i));
        var sent = new ArrayList<Register.Sent>();
        for (int i = 0; i < many.size(); i++)
            sent.add(new Register.Sent(
                    many.get(i), org.throughline.stocktaking.Reception.imported(null, "row " + i, null)));
        List<Taken> taken = register.receiveAll(collection, sent, SECRETARIAT);
        register.publishAll(taken.stream().map(Taken::id).toList(), java.time.Instant.now(), SECRETARIAT);
        List<String> found = new ArrayList<>();
        Document answer = ask("verb", "ListIdentifiers", "metadataPrefix", "oai_dc", "set", set());
        int pages = 1;
        while (true) {
            found.addAll(texts(answer, "identifier"));
            List<String> tokens = texts(answer, "resumptionToken");
            Element token =
                    (Element) answer.getElementsByTagName("resumptionToken").item(0);
            assertThat(token.getAttribute("completeListSize")).isEqualTo("450");
            assertThat(token.getAttribute("cursor")).isEqualTo(Integer.toString((pages - 1) * 200));
            if (tokens.getFirst().isEmpty()) break;
            answer = ask("verb", "ListIdentifiers", "resumptionToken", tokens.getFirst());
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(found)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        taken.stream().map(one -> oai.identifier(one.number())).toList());
    }

    @Test
    void onlyWhatChangedInTheTimeAskedForIsListed() throws Exception {
        publish("Solar schools");
        String stamp = texts(ask("verb", "ListIdentifiers", "metadataPrefix", "oai_dc", "set", set()), "datestamp")
                .getFirst();
        for (String[] range : List.of(new String[] {"from", stamp}, new String[] {"until", stamp}, new String[] {
            "from", stamp.substring(0, 10)
        }))
            assertThat(texts(
                            ask(
                                    "verb",
                                    "ListIdentifiers",
                                    "metadataPrefix",
                                    "oai_dc",
                                    "set",
                                    set(),
                                    range[0],
                                    range[1]),
                            "identifier"))
                    .hasSize(1);
        assertThat(error(ask(
                        "verb", "ListIdentifiers", "metadataPrefix", "oai_dc", "set", set(), "until", "2001-01-01")))
                .isEqualTo("noRecordsMatch");
    }

    @Test
    void everyMistakeHasItsCode() throws Exception {
        assertThat(error(ask())).isEqualTo("badVerb");
        assertThat(error(ask("verb", "Nonsense"))).isEqualTo("badVerb");
        assertThat(error(ask("verb", "Identify", "verb", "Identify"))).isEqualTo("badVerb");
        assertThat(error(ask("verb", "Identify", "x", "y"))).isEqualTo("badArgument");
        assertThat(error(ask("verb", "ListRecords"))).isEqualTo("badArgument");
        assertThat(error(ask("verb", "GetRecord", "identifier", "oai:x:1"))).isEqualTo("badArgument");
        assertThat(error(ask("verb", "ListRecords", "metadataPrefix", "marc21")))
                .isEqualTo("cannotDisseminateFormat");
        assertThat(error(ask("verb", "ListRecords", "metadataPrefix", "oai_dc", "metadataPrefix", "oai_dc")))
                .isEqualTo("badArgument");
        assertThat(error(ask("verb", "ListRecords", "metadataPrefix", "oai_dc", "from", "yesterday")))
                .isEqualTo("badArgument");
        assertThat(error(ask("verb", "ListRecords", "metadataPrefix", "oai_dc", "from", "2026-02-31")))
                .isEqualTo("badArgument");
        assertThat(error(ask(
                        "verb",
                        "ListRecords",
                        "metadataPrefix",
                        "oai_dc",
                        "from",
                        "2026-01-01",
                        "until",
                        "2026-01-02T00:00:00Z")))
                .isEqualTo("badArgument");
        assertThat(error(ask(
                        "verb",
                        "ListRecords",
                        "metadataPrefix",
                        "oai_dc",
                        "from",
                        "2026-02-01",
                        "until",
                        "2026-01-01")))
                .isEqualTo("badArgument");
        assertThat(error(ask("verb", "ListRecords", "resumptionToken", "x", "metadataPrefix", "oai_dc")))
                .isEqualTo("badArgument");
        assertThat(error(ask("verb", "ListRecords", "resumptionToken", "x"))).isEqualTo("badResumptionToken");
        assertThat(error(ask("verb", "ListSets", "resumptionToken", "x"))).isEqualTo("badResumptionToken");
        assertThat(error(ask("verb", "GetRecord", "metadataPrefix", "oai_dc", "identifier", "oai:else:1")))
                .isEqualTo("idDoesNotExist");
        assertThat(error(ask("verb", "ListMetadataFormats", "identifier", "nobody")))
                .isEqualTo("idDoesNotExist");
    }

    @Test
    void whateverIsAskedTheAnswerIsAWellFormedDocument() throws Exception {
        for (String naughty : Naughty.storable())
            for (String name :
                    List.of("verb", "metadataPrefix", "set", "from", "identifier", "resumptionToken", naughty))
                assertThat(ask("verb", "ListRecords", "metadataPrefix", "oai_dc", name, naughty)
                                .getElementsByTagName("error")
                                .getLength())
                        .isEqualTo(1);
    }

    @Test
    void whateverWasTypedTheRecordsAreWellFormed() throws Exception {
        for (String naughty : Naughty.storable()) {
            if (naughty.isBlank() || naughty.length() > 200) continue;
            Map<String, tools.jackson.databind.JsonNode> answers = SmallRegister.answers("x");
            answers.put("title", Json.mapper().valueToTree(naughty));
            answers.put("summary", Json.mapper().valueToTree(naughty));
            answers.put("entityName", Json.mapper().valueToTree(naughty));
            NewProject project = NewProject.of("en", answers, Consent.ALL);
            if (register.check(collection, project).isEmpty()) SmallRegister.publish(register, collection, project);
        }
        for (String prefix : List.of("oai_dc", "oai_datacite", "datacite"))
            assertThat(texts(ask("verb", "ListRecords", "metadataPrefix", prefix, "set", set()), "identifier"))
                    .hasSizeGreaterThan(20);
    }

    @Test
    void aQuestionMayComeAsAForm() throws Exception {
        var answer = web.perform(MockMvcRequestBuilders.post("/oai").param("verb", "Identify"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("text/xml;charset=UTF-8");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("<protocolVersion>2.0<");
    }

    @Test
    void theSetsAreNamed() throws Exception {
        Document answer = ask("verb", "ListSets");
        assertThat(texts(answer, "setSpec")).contains("actionLine", "actionLine:C1", "sdg:17", "region:AFR", set());
        assertThat(texts(ask("verb", "ListMetadataFormats"), "metadataPrefix"))
                .containsExactly("oai_dc", "oai_datacite", "datacite");
    }
}
