package org.throughline.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.throughline.platform.Languages;
import org.throughline.platform.markup.Xml;
import org.xml.sax.InputSource;

class HtmlWriterTests {

    @Test
    void everyKindOfBlockIsWellFormedAndKeepsItsStructure() throws Exception {
        for (String language : Languages.ALL) {
            String html = HtmlWriter.article(Samples.in(language));
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
            var page = Jsoup.parseBodyFragment(html);
            assertThat(page.select("article").attr("dir")).isEqualTo(Languages.direction(language));
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("figure svg[role=img] > title")).hasSize(2);
            assertThat(page.select("table thead th[scope=col]")).isNotEmpty();
            assertThat(page.select("blockquote[lang=ar]").attr("dir")).isEqualTo("rtl");
            assertThat(page.select("#s1-12 .doc-number").text()).isEqualTo("12");
            assertThat(page.select("[style], script, style")).isEmpty();
        }
    }

    @Test
    void textsStayTextsWhateverTheyAre() {
        for (String naughty : NaughtyStrings.ALL) {
            var page = Jsoup.parseBodyFragment(HtmlWriter.article(withEverywhere(naughty)));
            assertThat(page.select("script, img, svg, [onload], [onerror]"))
                    .as(naughty)
                    .isEmpty();
            assertThat(page.select("p").last().wholeText()).isEqualTo(Xml.clean(naughty));
        }
    }

    @Test
    void onlyWebAndMailAddressesBecomeLinks() {
        for (String bad : NaughtyStrings.BAD_ADDRESSES) {
            var page = Jsoup.parseBodyFragment(HtmlWriter.article(of(Block.paragraph(Inline.link("here", bad)))));
            assertThat(page.select("a")).as(bad).isEmpty();
            assertThat(page.text()).contains("here");
        }
        var page = Jsoup.parseBodyFragment(HtmlWriter.article(of(Block.paragraph(
                Inline.link("a", "https://example.org/?q=\"x\"&y=1"), Inline.link("b", "mailto:a@example.org")))));
        assertThat(page.select("a").eachAttr("href"))
                .containsExactly("https://example.org/?q=\"x\"&y=1", "mailto:a@example.org");
    }

    @Test
    void aReferenceToAPlaceThatIsNotThereIsWrittenAsText() {
        var page = Jsoup.parseBodyFragment(HtmlWriter.article(of(Block.paragraph(Inline.reference("see", "nowhere")))));
        assertThat(page.select("a")).isEmpty();
    }

    @Test
    void anOutlineThatSkipsALevelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(Block.heading(2, "a", "too deep")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Block.heading(1, "same", "one"), Block.heading(1, "same", "two")));
        assertThatIllegalArgumentException().isThrownBy(() -> Block.heading(5, "a", "no such level"));
        assertThatIllegalArgumentException().isThrownBy(() -> Block.heading(1, "a b", "not an id"));
    }

    static Document of(Block... blocks) {
        return new Document("en", "", "Title", "", List.of(), List.of(blocks), "", Samples.DATED);
    }

    static Document withEverywhere(String text) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(1, "h", List.of(Inline.text(text), Inline.text("."))));
        blocks.add(new Block.Table(
                text,
                List.of(new Block.Column(text, Block.Alignment.START)),
                List.of(List.of(List.of(Inline.text(text)))),
                true));
        blocks.add(new Block.Quote(List.of(Inline.text(text)), "ar", text));
        blocks.add(new Block.AnswerLines("q", List.of(Inline.text(text)), text, 1));
        blocks.add(Block.paragraph(text));
        return new Document(
                "en",
                text,
                "Title " + text,
                text,
                List.of(new Document.HeaderRow(text, text)),
                blocks,
                "",
                Samples.DATED);
    }
}
