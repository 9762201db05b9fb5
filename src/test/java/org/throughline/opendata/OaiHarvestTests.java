package org.throughline.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.results.Record;
import io.gdcc.xoai.serviceprovider.ServiceProvider;
import io.gdcc.xoai.serviceprovider.client.JdkHttpOaiClient;
import io.gdcc.xoai.serviceprovider.model.Context;
import io.gdcc.xoai.serviceprovider.parameters.GetRecordParameters;
import io.gdcc.xoai.serviceprovider.parameters.ListIdentifiersParameters;
import io.gdcc.xoai.serviceprovider.parameters.ListRecordsParameters;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.documents.SampleDocuments;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Register.Sent;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.Line;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;

/// A harvester that others wrote and use reads whole lists over the line, in several answers, with what is gone.
@ThroughlineTest
class OaiHarvestTests {

    private static final Actor SECRETARIAT = Actor.system("test");
    private static final int MANY = 450;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @Autowired
    OaiPmh oai;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    private ProjectCollection collection;
    private List<Taken> taken = List.of();

    @BeforeEach
    void aRegisterThatTakesThreeAnswers() {
        collection = SmallRegister.fresh(collections);
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < MANY; i++)
            sent.add(new Sent(
                    SmallRegister.project("Project <" + i + "> & school"), Reception.imported(null, "row " + i, null)));
        taken = register.receiveAll(collection, sent, SECRETARIAT);
        register.publishAll(taken.stream().map(Taken::id).toList(), Instant.now(), SECRETARIAT);
    }

    private String set() {
        return "collection:" + collection.slug();
    }

    private ServiceProvider harvester() throws Exception {
        String address = "http://localhost:" + port + "/oai";
        var client = JdkHttpOaiClient.newBuilder()
                .withBaseUrl(URI.create(address).toURL())
                .build();
        return new ServiceProvider(new Context()
                .withBaseUrl(address)
                .withGranularity(Granularity.Second)
                .withOAIClient(client)
                .withSaveUnparsedMetadata()
                .withMetadataTransformer("oai_dc", Context.KnownTransformer.OAI_DC));
    }

    private Map<String, Record> harvest(String format) throws Exception {
        Map<String, Record> found = new LinkedHashMap<>();
        var records = harvester()
                .listRecords(ListRecordsParameters.request()
                        .withMetadataPrefix(format)
                        .withSetSpec(set()));
        while (records.hasNext()) {
            Record one = records.next();
            assertThat(found.put(one.getHeader().getIdentifier(), one)).isNull();
        }
        return found;
    }

    private String identifier(int index) {
        return oai.identifier(taken.get(index).number());
    }

    @Test
    void itIntroducesItself() throws Exception {
        var answer = harvester().identify();
        assertThat(answer.getGranularity()).isEqualTo(Granularity.Second);
        assertThat(answer.getDeletedRecord().value()).isEqualTo("persistent");
        assertThat(answer.getEarliestDatestamp()).isBefore(Instant.now());
        List<String> formats = new ArrayList<>();
        harvester().listMetadataFormats().forEachRemaining(one -> formats.add(one.getMetadataPrefix()));
        assertThat(formats).containsExactly("oai_dc", "oai_datacite", "datacite");
        List<String> sets = new ArrayList<>();
        harvester().listSets().forEachRemaining(one -> sets.add(one.getSpec()));
        assertThat(sets).contains(set(), "actionLine:C2", "sdg:4");
    }

    @Test
    void theWholeListIsReadInEveryFormatWithWhatIsGone() throws Exception {
        register.withdraw(taken.get(3).id(), SECRETARIAT);
        register.merge(taken.get(440).id(), taken.get(0).id(), SECRETARIAT);
        for (String format : List.of("oai_dc", "oai_datacite", "datacite")) {
            Map<String, Record> found = harvest(format);
            assertThat(found).hasSize(MANY);
            assertThat(found.keySet())
                    .containsExactlyInAnyOrderElementsOf(taken.stream()
                            .map(one -> oai.identifier(one.number()))
                            .toList());
            List<String> gone = found.values().stream()
                    .filter(one -> one.getHeader().isDeleted())
                    .map(one -> one.getHeader().getIdentifier())
                    .toList();
            assertThat(gone).containsExactlyInAnyOrder(identifier(3), identifier(440));
            Record there = found.get(identifier(7));
            assertThat(there.getHeader().getSetSpecs()).contains(set(), "actionLine:C2");
            Document metadata = Jsoup.parse(there.getMetadata().asUnparsedString(), "", Parser.xmlParser());
            assertThat(metadata.select("dc|title, title").eachText()).contains("Project <7> & school");
        }
    }

    @Test
    void oneRecordAndTheIdentifiersAloneAreThereToo() throws Exception {
        Record one = harvester()
                .getRecord(GetRecordParameters.request()
                        .withMetadataFormatPrefix("oai_dc")
                        .withIdentifier(identifier(5)));
        assertThat(one.getHeader().getIdentifier()).isEqualTo(identifier(5));
        String document = "oai:localhost:documents/"
                + new SampleDocuments(program)
                        .posted(SampleDocuments.freshMeeting(), "Views")
                        .address();
        Record its = harvester()
                .getRecord(GetRecordParameters.request()
                        .withMetadataFormatPrefix("oai_dc")
                        .withIdentifier(document));
        assertThat(its.getHeader().getIdentifier()).isEqualTo(document);
        assertThat(its.getMetadata().asUnparsedString()).contains("Views");
        int count = 0;
        var headers = harvester()
                .listIdentifiers(ListIdentifiersParameters.request()
                        .withMetadataPrefix("datacite")
                        .withSetSpec(set())
                        .withFrom(Instant.now().minusSeconds(3600)));
        for (; headers.hasNext(); headers.next()) count++;
        assertThat(count).isEqualTo(MANY);
    }

    @Test
    void mistakesAreAnsweredAsHarvestersKnowThem() {
        var wanted =
                ListRecordsParameters.request().withMetadataPrefix("oai_dc").withSetSpec(set());
        fails("cannotDisseminateFormat", () -> harvester().listRecords(wanted.withMetadataPrefix("marc21")));
        wanted.withMetadataPrefix("oai_dc");
        fails("badArgument", () -> harvester().listRecords(wanted.withSetSpec("no set, this")));
        wanted.withSetSpec(set());
        fails(
                "idDoesNotExist",
                () -> harvester()
                        .getRecord(GetRecordParameters.request()
                                .withMetadataFormatPrefix("oai_dc")
                                .withIdentifier("oai:elsewhere:1")));
    }

    // That nothing matches is an error to the protocol, and an empty list to the harvester.
    @Test
    void aTimeInWhichNothingChangedIsAnEmptyList() throws Exception {
        var wanted = ListRecordsParameters.request()
                .withMetadataPrefix("oai_dc")
                .withSetSpec(set())
                .withUntil(Instant.parse("2001-01-01T00:00:00Z"));
        assertThat(harvester().listRecords(wanted).hasNext()).isFalse();
    }

    // The harvester has a class for some codes, and tells others in its message.
    private static void fails(String code, ThrowingCallable asked) {
        Throwable thrown = catchThrowable(asked);
        assertThat(thrown).describedAs(code).isNotNull();
        assertThat(thrown.toString().toLowerCase(Locale.ROOT)).contains(code.toLowerCase(Locale.ROOT));
    }

    // Between the first answer and the next ones, entries come, change and go, among those already given and those not
    // yet.
    @Test
    void tokensSurviveWhatChangesBetweenTheAnswers() throws Exception {
        Map<String, String> last = new LinkedHashMap<>();
        String token = note(page("ListRecords&metadataPrefix=oai_dc&set=" + set()), last);
        assertThat(last).hasSize(200).containsKey(identifier(1)).doesNotContainKey(identifier(300));
        register.withdraw(taken.get(1).id(), SECRETARIAT);
        register.withdraw(taken.get(300).id(), SECRETARIAT);
        register.confirm(taken.get(2).id(), SECRETARIAT);
        register.unpublish(taken.get(301).id(), "Asked to wait", SECRETARIAT);
        Taken added = SmallRegister.publish(register, collection, SmallRegister.project("Came meanwhile"));
        while (!token.isEmpty()) token = note(page("ListRecords&resumptionToken=" + token), last);
        assertThat(last).hasSize(MANY + 1).containsKey(oai.identifier(added.number()));
        assertThat(last.entrySet().stream()
                        .filter(one -> one.getValue().equals("deleted"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(identifier(1), identifier(300), identifier(301));
    }

    private Document page(String question) throws Exception {
        Line.Answer answer = new Line(port).see("/oai?verb=" + question);
        assertThat(answer.status()).isEqualTo(200);
        return Jsoup.parse(answer.text(), "", Parser.xmlParser());
    }

    private static String note(Document answer, Map<String, String> last) {
        for (Element header : answer.select("header"))
            last.put(header.select("identifier").text(), header.attr("status"));
        return answer.select("resumptionToken").text();
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() throws Exception {
        String token = note(page("ListRecords&metadataPrefix=oai_dc&set=" + set()), new LinkedHashMap<>());
        for (String wrong : List.of("x", token.substring(1), token + "AA", token.substring(0, token.length() - 9)))
            assertThat(page("ListRecords&resumptionToken=" + wrong)
                            .select("error")
                            .attr("code"))
                    .describedAs(wrong)
                    .isEqualTo("badResumptionToken");
        assertThat(page("ListIdentifiers&resumptionToken=" + token).select("header"))
                .hasSize(200);
    }
}
