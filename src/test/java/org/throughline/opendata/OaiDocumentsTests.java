package org.throughline.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.throughline.audit.Actor;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentDesk;
import org.throughline.documents.DocumentTranslations;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.Expression;
import org.throughline.documents.SampleDocuments;
import org.throughline.opendata.OaiRecords.Place;
import org.throughline.platform.harvest.HarvestChoice;
import org.throughline.platform.harvest.HarvestPlace;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Register.Sent;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;

/// Documents for harvesters, by themselves and in one list with the register.
@ThroughlineTest
class OaiDocumentsTests {

    private static final Actor SECRETARIAT = Actor.system("test");
    private static final String SERIES = "documents:cwg-wsis-sdg";

    @Autowired
    private OaiPmh oai;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DocumentDesk desk;

    @Autowired
    private DocumentTranslations translations;

    @Autowired
    private Register register;

    @Autowired
    private ProjectCollections collections;

    @Autowired
    private MockMvc web;

    private SampleDocuments samples;
    private String meeting;
    private String begun;

    @BeforeEach
    void begin() {
        samples = new SampleDocuments(program);
        meeting = SampleDocuments.freshMeeting();
        begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Document ask(String verb, String... arguments) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("verb", List.of(verb));
        for (int i = 0; i < arguments.length; i += 2) parameters.put(arguments[i], List.of(arguments[i + 1]));
        return Jsoup.parse(oai.answer(parameters), "", Parser.xmlParser());
    }

    private static String identifier(DocumentWork one) {
        return "oai:localhost:documents/" + one.address();
    }

    private Document record(DocumentWork one) {
        return ask("GetRecord", "metadataPrefix", "oai_dc", "identifier", identifier(one));
    }

    private static List<String> said(Document answer, String element) {
        return answer.select("dc|" + element).eachText();
    }

    private static String error(Document answer) {
        return answer.select("error").attr("code");
    }

    @Test
    void aPostedDocumentIsDescribedInEveryLanguageItHas() {
        DocumentWork one = samples.posted(meeting, "Views & <more>");
        translations.save(
                one.id(),
                one.version(),
                new Expression("fr", Expression.Standing.OFFICIAL, "Vues", "", "", "", "Texte."),
                SECRETARIAT);
        Document answer = record(one);
        assertThat(answer.select("header > identifier").text()).isEqualTo(identifier(one));
        assertThat(answer.select("setSpec").eachText()).containsExactly(SERIES);
        assertThat(said(answer, "title")).containsExactly("Views & <more>", "Vues");
        assertThat(answer.select("dc|title").eachAttr("xml:lang")).containsExactly("en", "fr");
        assertThat(said(answer, "creator")).containsExactly("Kenya");
        assertThat(said(answer, "description")).containsExactly("This document asks.");
        assertThat(said(answer, "publisher")).containsExactly("ITU Council Working Group on WSIS and SDGs");
        assertThat(said(answer, "date")).containsExactly("2026-03-02");
        assertThat(said(answer, "type")).containsExactly("Text", "Contribution");
        assertThat(said(answer, "language")).containsExactly("en", "fr");
        assertThat(said(answer, "identifier"))
                .containsExactly("http://localhost:8080/documents/" + one.address(), one.symbol());
        assertThat(said(answer, "relation")).isEmpty();
        assertThat(said(answer, "rights")).hasSize(1);
    }

    @Test
    void whatChangesADocumentSaysWhich() {
        DocumentWork one = samples.posted(meeting, "Views");
        for (Change change : List.of(Change.REVISION, Change.ADDENDUM, Change.CORRIGENDUM))
            assertThat(said(record(samples.changed(one, change)), "relation"))
                    .containsExactly("http://localhost:8080/documents/" + one.address());
    }

    @Test
    void itIsHeardOfWhenItIsPostedTranslatedAndWithdrawnAndNeverBefore() {
        DocumentWork numbered = samples.find(samples.sent(meeting, "Not public"));
        desk.accept(numbered.id(), numbered.version(), SECRETARIAT);
        numbered = samples.find(numbered.id());
        assertThat(error(record(numbered))).isEqualTo("idDoesNotExist");
        desk.withdraw(numbered.id(), numbered.version(), "Sent twice", SECRETARIAT);
        assertThat(error(record(numbered))).isEqualTo("idDoesNotExist");

        DocumentWork one = samples.posted(meeting, "A title to be gone");
        assertThat(identifiers("from", begun, "set", "documents")).contains(identifier(one));
        assertThat(identifiers("from", begun, "set", SERIES)).contains(identifier(one));
        assertThat(identifiers("from", begun, "set", "documents:council")).doesNotContain(identifier(one));
        assertThat(identifiers("until", "2001-01-01", "set", "documents")).isEmpty();
        desk.withdraw(one.id(), one.version(), "Sent twice", SECRETARIAT);
        Document gone = record(one);
        assertThat(gone.select("header").attr("status")).isEqualTo("deleted");
        assertThat(gone.select("setSpec").eachText()).containsExactly(SERIES);
        assertThat(gone.select("metadata")).isEmpty();
        Document list = ask("ListRecords", "metadataPrefix", "oai_dc", "from", begun, "set", SERIES);
        assertThat(list.text()).doesNotContain("A title to be gone");
        assertThat(list.select("header[status=deleted] identifier").eachText()).contains(identifier(one));
    }

    private List<String> identifiers(String... chosen) {
        List<String> arguments = new ArrayList<>(List.of("metadataPrefix", "oai_dc"));
        arguments.addAll(List.of(chosen));
        List<String> found = new ArrayList<>();
        Document answer = ask("ListIdentifiers", arguments.toArray(String[]::new));
        while (true) {
            found.addAll(answer.select("header > identifier").eachText());
            String token = answer.select("resumptionToken").text();
            if (token.isEmpty()) return found;
            answer = ask("ListIdentifiers", "resumptionToken", token);
        }
    }

    @Test
    void itIsThereInDublinCoreAndInNothingElse() {
        DocumentWork one = samples.posted(meeting, "Views");
        assertThat(ask("ListMetadataFormats", "identifier", identifier(one))
                        .select("metadataPrefix")
                        .eachText())
                .containsExactly("oai_dc");
        assertThat(error(ask("GetRecord", "metadataPrefix", "datacite", "identifier", identifier(one))))
                .isEqualTo("cannotDisseminateFormat");
        assertThat(error(ask("ListRecords", "metadataPrefix", "datacite", "set", SERIES)))
                .isEqualTo("noRecordsMatch");
        assertThat(error(ask("GetRecord", "metadataPrefix", "oai_dc", "identifier", identifier(one) + "0")))
                .isEqualTo("idDoesNotExist");
        assertThat(ask("ListSets").select("setSpec").eachText())
                .contains("documents", SERIES, "documents:council", "collection", "actionLine:C2");
    }

    // Some of each are given, some of each are not yet; meanwhile one of those that were given goes, and one comes.
    @Test
    void oneListHoldsBothFromTheFirstAnswerToTheLast() {
        List<String> expected = new ArrayList<>();
        List<DocumentWork> first = new ArrayList<>();
        for (int i = 0; i < 12; i++) first.add(samples.posted(meeting, "Before " + i));
        ProjectCollection collection = SmallRegister.fresh(collections);
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < 195; i++)
            sent.add(new Sent(SmallRegister.project("Project " + i), Reception.imported(null, "row " + i, null)));
        List<Taken> taken = register.receiveAll(collection, sent, SECRETARIAT);
        register.publishAll(taken.stream().map(Taken::id).toList(), Instant.now(), SECRETARIAT);
        DocumentWork last = samples.posted(meeting, "After");
        first.forEach(one -> expected.add(identifier(one)));
        taken.forEach(one -> expected.add(oai.identifier(one.number())));
        expected.add(identifier(last));

        Map<String, String> found = new LinkedHashMap<>();
        Document answer = ask("ListRecords", "metadataPrefix", "oai_dc", "from", begun);
        String token = note(answer, found);
        assertThat(token).isNotEmpty();
        assertThat(answer.select("resumptionToken").attr("completeListSize")).matches("2[0-9]{2}");
        DocumentWork early = first.getFirst();
        desk.withdraw(early.id(), early.version(), "Sent twice", SECRETARIAT);
        DocumentWork meanwhile = samples.posted(meeting, "Meanwhile");
        while (!token.isEmpty()) token = note(ask("ListRecords", "resumptionToken", token), found);

        expected.add(identifier(meanwhile));
        assertThat(found.keySet()).containsAll(expected);
        assertThat(found.get(identifier(early))).isEqualTo("deleted");
        assertThat(found.get(identifier(first.get(1)))).isEmpty();
        assertThat(identifiers("from", begun)).doesNotHaveDuplicates().containsAll(expected);
        assertThat(identifiers("from", begun, "set", "collection"))
                .containsAll(expected.subList(12, 12 + taken.size()))
                .doesNotContain(identifier(last));
    }

    private static String note(Document answer, Map<String, String> found) {
        for (Element header : answer.select("header"))
            found.put(header.select("identifier").text(), header.attr("status"));
        return answer.select("resumptionToken").text();
    }

    @Test
    void aTokenWithAPlaceThatIsNoneIsRefused() {
        samples.posted(meeting, "Views");
        SmallRegister.publish(register, SmallRegister.fresh(collections), SmallRegister.project("Solar schools"));
        for (String[] place : List.of(
                new String[] {"stocktaking", "x"}, new String[] {"documents", "\0"}, new String[] {"documents", "A\nB"
                })) {
            var token = new OaiToken(
                    "oai_dc",
                    new HarvestChoice(null, null, null),
                    new Place(place[0], new HarvestPlace(Instant.EPOCH, place[1])),
                    1,
                    2,
                    Instant.now());
            assertThat(error(ask("ListIdentifiers", "resumptionToken", token.text())))
                    .isEqualTo("badResumptionToken");
        }
    }

    @Test
    void searchEnginesFindItOnTheMap() throws Exception {
        DocumentWork one = samples.posted(meeting, "Views");
        DocumentWork gone = samples.posted(meeting, "Gone");
        desk.withdraw(gone.id(), gone.version(), "Sent twice", SECRETARIAT);
        assertThat(text("/sitemap.xml")).contains("/sitemaps/documents/0.xml<");
        assertThat(text("/sitemaps/pages.xml")).contains("/ar/documents\"", "/mandates<");
        List<String> addresses = Jsoup.parse(text("/sitemaps/documents/0.xml"), "", Parser.xmlParser())
                .select("loc")
                .eachText();
        assertThat(addresses)
                .contains("http://localhost:8080/documents/" + one.address())
                .doesNotContain("http://localhost:8080/documents/" + gone.address());
        assertThat(web.perform(MockMvcRequestBuilders.get("/sitemaps/nothing/0.xml"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    private String text(String path) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(path))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
