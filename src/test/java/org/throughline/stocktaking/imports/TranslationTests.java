package org.throughline.stocktaking.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectId;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.PublishedProjects.Translation;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;

/// What a source says in several languages is read in the reader's, and given away again, for as long as the entry is
/// as the source has it.
@ThroughlineTest
class TranslationTests extends ImportingProjects {

    private static final String ACTIVITY = """
            <?xml version='1.0' encoding='UTF-8'?>
            <iati-activities version='2.03'>
            <iati-activity xml:lang="fr"><iati-identifier>XM-EXAMPLE-7</iati-identifier>
            <reporting-org ref="XM-EXAMPLE-1" type="10"><narrative>Ministère Exemple</narrative></reporting-org>
            <title><narrative>Écoles solaires</narrative><narrative xml:lang="en">Solar schools</narrative>\
            <narrative xml:lang="ar">مدارس شمسية</narrative></title>
            <description type="1"><narrative>Les écoles des villages reçoivent de l’électricité solaire.</narrative>\
            <narrative xml:lang="en">Village schools get solar &lt;power&gt;.</narrative></description>
            <participating-org role="4" type="10"><narrative>Ministère Exemple</narrative></participating-org>
            <activity-status code="2"/>
            <activity-date type="2" iso-date="2024-03-01"/>
            <recipient-country code="SN"/>
            <tag code="4" vocabulary="2"/>
            </iati-activity>
            </iati-activities>
            """;

    @Autowired
    MockMvc mvc;

    private long number() throws Exception {
        var result = run(file("activities.xml", ACTIVITY), null, true);
        assertThat(refusedText()).isEmpty();
        assertThat(result.taken()).isEqualTo(1);
        return jdbc.sql("SELECT number FROM stocktaking.published_project WHERE collection = ?")
                .param(collection.slug())
                .query(Long.class)
                .single();
    }

    private String text(String address) throws Exception {
        var response = mvc.perform(get(address)).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aReaderSeesTheWordsInTheirOwnLanguage() throws Exception {
        long number = number();
        assertThat(published.shown(number).orElseThrow().translations())
                .containsExactly(
                        new Translation("ar", "مدارس شمسية", "", ""),
                        new Translation("en", "Solar schools", "Village schools get solar <power>.", ""));
        Document page = Jsoup.parse(text("/stocktaking/" + number));
        Element english = page.select("details.translation[lang=en]").getFirst();
        assertThat(english.hasAttr("open")).isTrue();
        assertThat(english.attr("dir")).isEqualTo("ltr");
        assertThat(english.text()).contains("Solar schools", "Village schools get solar <power>.");
        Element arabic = page.select("details.translation[lang=ar]").getFirst();
        assertThat(arabic.hasAttr("open")).isFalse();
        assertThat(arabic.attr("dir")).isEqualTo("rtl");
        assertThat(arabic.select("summary").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").attr("lang")).isEqualTo("fr");
    }

    @Test
    void whatIsGivenAwaySaysItToo() throws Exception {
        long number = number();
        assertThat(text("/stocktaking/" + number + ".iati.xml"))
                .contains(
                        "<narrative xml:lang=\"fr\">Écoles solaires</narrative>",
                        "<narrative xml:lang=\"en\">Solar schools</narrative>",
                        "<narrative xml:lang=\"en\">Village schools get solar &lt;power&gt;.</narrative>");
        assertThat(text("/stocktaking/" + number + ".json")).contains("\"translations\"", "Solar schools");
    }

    @Test
    void whatWasChangedHereIsNoLongerWhatTheSourceSaid() throws Exception {
        long number = number();
        ProjectRecord record = register.find(number).orElseThrow();
        ProjectId id = record.id();
        NewProject changed = NewProject.of("fr", SmallRegister.answers("Autre titre"), record.consent());
        register.change(id, record.version(), changed, actor);
        assertThat(published.shown(number).orElseThrow().translations()).hasSize(2);
        register.publish(id, actor);
        assertThat(published.shown(number).orElseThrow().translations()).isEmpty();
        register.withdraw(id, actor);
        assertThat(jdbc.sql("SELECT count(*) FROM stocktaking.published_translation WHERE number = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
