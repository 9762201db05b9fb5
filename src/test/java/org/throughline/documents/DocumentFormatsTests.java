package org.throughline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// A posted document on its page and as files, from one text.
@ThroughlineTest
class DocumentFormatsTests {

    private static final String TEXT = """
            # Background

            12 bis. The Group **notes** this.^[A footnote.]

            (a) <script>alert(1)</script>
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DocumentDesk desk;

    @Autowired
    private DocumentDrafts drafts;

    private SampleDocuments samples;
    private DocumentWork posted;

    @BeforeEach
    void post() {
        samples = new SampleDocuments(program);
        Actor author = SampleDocuments.author();
        UUID id = samples.draft(SampleDocuments.freshMeeting(), "Views", TEXT, List.of("A/RES/70/125"), author);
        drafts.submit(id, samples.version(id), author);
        desk.acceptAndPost(id, samples.version(id), SampleDocuments.SECRETARIAT);
        posted = samples.find(id);
    }

    @Test
    void thePageShowsTheTextWithItsNumbersAndNoMarkupOfOthers() throws Exception {
        mvc.perform(get("/documents/" + posted.address()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<h2 id=\"sec_1\">Background</h2>")))
                .andExpect(content().string(containsString("<span class=\"doc-number\">12 bis.</span>")))
                .andExpect(content().string(containsString("&lt;script&gt;")))
                .andExpect(content().string(containsString("/documents/pdf/CWG-WSIS&amp;SDG-")));
    }

    @Test
    void itsWordsAreShownSearchedAndQuotedWithoutTheSignsOfTheMarkup() throws Exception {
        Visitor secretariat = Visitor.as(mvc, people, "secretariat");
        var desk = secretariat.see("/documents/desk/" + posted.id()).page();
        assertThat(desk.select(".paper h2").eachText()).contains("Background");
        assertThat(desk.select(".paper .doc-number").eachText()).contains("12 bis.");
        assertThat(desk.text()).doesNotContain("**notes**").doesNotContain("^[");
        assertThat(jdbc.sql("SELECT words::text FROM search.entry WHERE key = ?")
                        .param(posted.id().toString())
                        .query(String.class)
                        .single())
                .contains("The Group notes this.", "A footnote.")
                .doesNotContain("**")
                .doesNotContain("# Background");
    }

    @Test
    void theFilesAreNamedByTheSymbolAndAreTheSameEachTime() throws Exception {
        for (String format : List.of("pdf", "docx")) {
            var first = mvc.perform(get("/fr/documents/" + format + "/" + posted.address()))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Language", "en"))
                    .andExpect(
                            header().string("Content-Disposition", containsString("CWG-WSIS-SDG-" + posted.meeting())))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(first.length).isGreaterThan(2_000);
        }
    }

    @Test
    void whatIsWithdrawnIsNoFileEitherAndSaysWhy() throws Exception {
        DocumentWork revision = samples.changed(posted, Change.REVISION);
        desk.withdraw(revision.id(), samples.version(revision.id()), "Sent by mistake", SampleDocuments.SECRETARIAT);
        for (String format : List.of("docx", "pdf", "akn", "changes", "tracked"))
            mvc.perform(get("/documents/" + format + "/" + revision.address()))
                    .andExpect(status().isGone())
                    .andExpect(content().string(containsString("Sent by mistake")));
        mvc.perform(get("/documents/docx/" + posted.address())).andExpect(status().isOk());
        mvc.perform(get("/documents/pdf/not-a-symbol")).andExpect(status().isNotFound());
    }
}
