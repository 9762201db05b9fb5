package org.throughline.documents.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.throughline.platform.Languages;
import org.xml.sax.SAXException;

/// What is written keeps to the part of Akoma Ntoso that the program uses; and to the whole schema of OASIS, which is
/// not ours to ship, where THROUGHLINE_REFERENCE_DATA names a folder that has it.
class AkomaNtosoTests {

    private static final List<Schema> SCHEMAS = new ArrayList<>();

    @BeforeAll
    static void read() throws SAXException, IOException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        SCHEMAS.add(factory.newSchema(resource("/akn/written.xsd")));
        String data = System.getenv("THROUGHLINE_REFERENCE_DATA");
        if (data == null) return;
        Path whole = Path.of(data, "dev/schemas/akoma-ntoso-3.0/schema.xsd");
        if (Files.exists(whole)) SCHEMAS.add(factory.newSchema(new StreamSource(new StringReader(ofOasis(whole)))));
    }

    // The schema of the attributes of XML that comes with it begins with an empty line, which no reader of XML takes.
    private static String ofOasis(Path whole) throws IOException {
        String schema = Files.readString(whole);
        String own = schema.replace("\"./xml.xsd\"", "\"" + resource("/akn/xml.xsd") + "\"");
        assertThat(own).isNotEqualTo(schema);
        return own;
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(AkomaNtosoTests.class.getResource(name));
    }

    private static AkomaNtoso.Identity identity(String language) {
        return new AkomaNtoso.Identity(
                "doc",
                "contribution",
                "itu-cwg-wsis-sdg",
                "CWG-WSIS&SDG",
                "CWG-WSIS&SDG-40/12 Rev.1",
                "2024-10-02",
                language,
                "Views <on> the review",
                "https://example.int/documents/CWG-WSIS&SDG-40/12",
                Map.of("Purpose", "To inform"));
    }

    private static void validate(String xml) throws Exception {
        for (Schema schema : SCHEMAS) schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static String written(String language, Body body) {
        return new String(AkomaNtoso.write(identity(language), body), StandardCharsets.UTF_8);
    }

    private static final Body RICH = Body.read("""
            Before any section.

            # Section

            Words.

            1. One **bold**.^[A [note](https://example.int/a b).]
            2. Two:
            (a) sub
            (i) deeper

            {ar}
            (ii) تحيط علماً

            - list
              1) inner

            ## Inner

            Table: Caption

            | a | b |
            | --- | --- |
            | 1 | |

            > Quoted
            >
            > twice
            """);

    @Test
    void aRichDocumentIsValidInEveryLanguageAndNamedByTheConvention() throws Exception {
        for (String language : Languages.ALL) validate(written(language, RICH));
        assertThat(written("fr", RICH))
                .contains(
                        "<FRBRuri value=\"/akn/un/doc/contribution/itu-cwg-wsis-sdg/2024-10-02/cwg-wsis-sdg-40-12-rev-1\"/>",
                        "/fra@2024-10-02",
                        "<subparagraph eId=\"para_2__subpara_a\"><num>(a)</num><intro>",
                        "<clause eId=\"para_2__subpara_a__item_ii\" xml:lang=\"ar\">");
    }

    @Test
    void whateverIsWrittenIsValid() throws Exception {
        validate(written("en", Body.empty()));
        for (long seed = 0; seed < 800; seed++) validate(written("en", Bodies.of(seed)));
    }

    @Test
    void aSpoiltDocumentIsRefused() {
        String good = written("en", RICH);
        for (String spoilt : List.of(
                good.replace("<num>1.</num>", "<number>1.</number>"),
                good.replace("eId=\"para_1\"", "eId=\"para_2\""),
                good.replace("<FRBRcountry value=\"un\"/>", ""),
                good.replace("<intro>", "<p>").replace("</intro>", "</p>"),
                good.replace("<mainBody>", "<body>").replace("</mainBody>", "</body>"))) {
            assertThat(spoilt).isNotEqualTo(good);
            assertThatThrownBy(() -> validate(spoilt)).isInstanceOf(SAXException.class);
        }
    }
}
