package org.throughline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.documents.RecordedDocuments.Recorded;
import org.throughline.platform.Refusal;
import org.throughline.world.ThroughlineTest;

/// Documents that had their symbols before they came here.
@ThroughlineTest
class RecordedDocumentsTests {

    @Autowired
    private RecordedDocuments recorded;

    @Autowired
    private PostedDocuments documents;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private MockMvc web;

    private final String meeting = SampleDocuments.freshMeeting();

    @Test
    void anOldSymbolStaysAsItWasWrittenAndIsFoundInEverySpelling() throws Exception {
        record("WG-WSIS-" + meeting + "/11-E");
        PostedDocument one = find("wg-wsis-" + meeting + "/11");
        assertThat(one.symbol()).isEqualTo("WG-WSIS-" + meeting + "/11-E");
        assertThat(one.series()).isEqualTo("cwg-wsis-sdg");
        assertThat(one.meeting()).isEqualTo(meeting);
        web.perform(get(one.path())).andExpect(status().isOk());
    }

    @Test
    void whatIsNumberedAfterwardsBeginsBehindIt() {
        record("CWG-WSIS&SDG-" + meeting + "/12");
        assertThat(new SampleDocuments(program).posted(meeting, "The next").symbol())
                .isEqualTo("CWG-WSIS&SDG-" + meeting + "/13");
    }

    @Test
    void aRevisionHangsOnTheDocumentThatItChanges() {
        String symbol = "CWG-WSIS-" + meeting + "/16-E";
        assertThatThrownBy(() -> record(symbol + " Rev.1")).isInstanceOf(Refusal.class);
        record(symbol);
        record(symbol + " Rev.1");
        PostedDocument revised = find(symbol + " Rev. 1");
        assertThat(revised.parent()).isEqualTo(find(symbol).id());
        assertThat(revised.changeNumber()).isEqualTo(1);
    }

    @Test
    void oneWithoutAKnownSymbolGetsANumberOfThisRecord() {
        String first = record("");
        String second = record("");
        assertThat(first).startsWith("/documents/REC-2022/").isNotEqualTo(second);
    }

    @Test
    void whatWasNeverReceivedSaysWhenItWasRecorded() throws Exception {
        String path = record("CWG-WSIS&SDG-" + meeting + "/3");
        assertThat(find(path.substring("/documents/".length())).receivedAt()).isNull();
        var page = web.perform(get(path)).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("Recorded on").contains("March 2022").doesNotContain("Received on");
        web.perform(get("/api/v1" + path)).andExpect(status().isOk());
        var sent = new SampleDocuments(program).posted(meeting, "Sent and received");
        assertThat(web.perform(get("/documents/" + sent.address()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Received on")
                .doesNotContain("Recorded on");
    }

    @Test
    void whatWasSentIsAcceptedUnderTheSymbolItBears() {
        var samples = new SampleDocuments(program);
        UUID sent = samples.sent(SampleDocuments.freshMeeting(), "Found in a cupboard");
        String symbol = "WG-WSIS-" + meeting + "/7-E";
        assertThat(recorded.take(sent, samples.version(sent), symbol, SampleDocuments.SECRETARIAT))
                .isEqualTo(symbol);
        assertThat(find(symbol).meeting()).isEqualTo(meeting);
        UUID again = samples.sent(meeting, "The same once more");
        assertThatThrownBy(() -> recorded.take(again, samples.version(again), symbol, SampleDocuments.SECRETARIAT))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("symbol-taken"));
    }

    @Test
    void aSymbolThatIsTakenOrOfNoSeriesIsRefused() {
        record("CWG-WSIS&SDG-" + meeting + "/1");
        assertThatThrownBy(() -> record("cwg-wsis & sdg-" + meeting + "/01-F"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("symbol-taken"));
        assertThatThrownBy(() -> record("XYZ-" + meeting + "/1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("no-such-symbol"));
        assertThatThrownBy(() -> record("REC-2022/999999")).isInstanceOf(Refusal.class);
    }

    // The day on which it came here says nothing of when it was written.
    @Test
    void oneThatBearsNoDateIsNotSaidToBeOfAnyDay() throws Exception {
        record("CWG-WSIS&SDG-" + meeting + "/5", "");
        DocumentWork citing =
                new SampleDocuments(program).posted(meeting, "Cites it", List.of("CWG-WSIS&SDG-" + meeting + "/5"));
        assertThat(web.perform(get("/documents/" + citing.address()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Current today and at the document’s date");
        assertThat(References.knownDateOf(find("CWG-WSIS&SDG-" + meeting + "/5")))
                .isEmpty();
    }

    private String record(String symbol) {
        return record(symbol, "2022-03");
    }

    private String record(String symbol, String dated) {
        return recorded.record(
                new Recorded(
                        symbol,
                        DocumentKind.CONTRIBUTION,
                        List.of(new DocumentSource(DocumentSource.Kind.OTHER, "", "Somebody")),
                        DocumentHeader.NONE,
                        dated,
                        new Expression(
                                "en",
                                Expression.Standing.ORIGINAL,
                                "An old one " + UUID.randomUUID(),
                                "",
                                "",
                                "",
                                "Text.")),
                SampleDocuments.SECRETARIAT);
    }

    private PostedDocument find(String symbol) {
        return documents.find(DocumentSymbol.read(symbol).orElseThrow()).orElseThrow();
    }
}
