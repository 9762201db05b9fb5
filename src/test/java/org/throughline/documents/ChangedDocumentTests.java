package org.throughline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// From a meeting to a document for it, and from there to what changes it.
@ThroughlineTest
class ChangedDocumentTests {

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Test
    void aRevisionIsReachedFromThePageSaysWhatItRevisesAndStaysWithItsItem() throws Exception {
        Visitor author = Visitor.as(web, people, "contributor");
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String number = SampleDocuments.freshMeeting();
        String meeting = meeting(secretariat, number);

        String writing = author.see(meeting)
                .page()
                .selectFirst("a[href*=/documents/new]")
                .attr("href");
        var blank = author.see(writing).page();
        assertThat(blank.select("#series option[selected]").attr("value")).isEqualTo("cwg-wsis-sdg");
        assertThat(blank.select("#meeting").attr("value")).isEqualTo(number);
        String title = "Six languages " + UUID.randomUUID();
        String draft = begun(author, number);
        var item = author.see(draft + "/header").page().select("#item option").last();
        assertThat(item.text()).isEqualTo("2 Contributions");
        author.fill(draft + "/header", draft + "/header", "title", title, "item", item.attr("value"));
        author.fill(draft + "/text", draft + "/text", "body", "Words.");
        assertThat(author.see(draft + "/check").words()).contains("2 Contributions");
        author.fill(draft + "/check", draft + "/sending");
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        assertThat(secretariat.see("/documents/desk").words()).contains(title, "Kenya");
        secretariat.fill("/documents/desk/" + id, "/documents/desk/" + id + "/decision", "act", "accept-and-post");

        String symbol = "CWG-WSIS&SDG-" + number + "/1";
        assertThat(author.see("/documents/" + symbol).page().select("a[href=/documents/mine/" + id + "]"))
                .hasSize(1);
        assertThat(Visitor.stranger(web).see("/documents/" + symbol).html()).doesNotContain(id);
        assertThat(secretariat.see("/documents/" + symbol).page().select("a[href=/documents/desk/" + id + "]"))
                .hasSize(1);
        String revision = secretariat
                .send("/documents/mine/" + id + "/change", "change", "rev")
                .location()
                .replace("/header", "");
        assertThat(secretariat.see(revision + "/text").words()).contains("Revision", symbol);
        secretariat.fill(revision + "/check", revision + "/sending");
        assertThat(secretariat.see("/documents/desk").words()).contains("Revision", symbol);
        String desk = "/documents/desk/" + revision.substring(revision.lastIndexOf('/') + 1);
        secretariat.fill(desk, desk + "/decision", "act", "accept-and-post");
        assertThat(Visitor.stranger(web)
                        .see(meeting)
                        .page()
                        .select("#item-2 li")
                        .eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("superseded by " + symbol + " Rev.1");
    }

    private static String meeting(Visitor secretariat, String number) throws Exception {
        String group = "/groups/cwg-wsis-sdg/meetings/";
        assertThat(secretariat
                        .send(
                                group + "new",
                                "number",
                                number,
                                "name-en",
                                "Meeting " + number,
                                "status",
                                "announced",
                                "source",
                                "The secretariat",
                                "certainty",
                                "confirmed")
                        .status())
                .isEqualTo(303);
        String agenda = group + number + "/agenda";
        secretariat.fill(agenda, agenda, "item-number", "1", "title-en", "Opening");
        secretariat.fill(agenda, agenda, "item-number", "2", "title-en", "Contributions");
        return group + number;
    }

    private static String begun(Visitor author, String meeting) throws Exception {
        return author.send(
                        "/documents/new",
                        "series",
                        "cwg-wsis-sdg",
                        "meeting",
                        meeting,
                        "kind",
                        "contribution",
                        "language",
                        "en",
                        "source-1-kind",
                        "member-state",
                        "source-1-name",
                        "Kenya")
                .location()
                .replace("/header", "");
    }
}
