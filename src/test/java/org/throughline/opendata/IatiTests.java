package org.throughline.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.platform.Json;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.IatiCodes;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.Register;
import org.throughline.world.Naughty;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// Every entry, however little is known of it, is an activity as IATI's own schema wants it.
@ThroughlineTest
class IatiTests {

    @Autowired
    ProjectFormats formats;

    @Autowired
    PublishedProjects projects;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    private ProjectCollection collection;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
    }

    private String iati(Map<String, JsonNode> answers, Consent consent) {
        return formats.iati(
                projects.find(SmallRegister.publish(register, collection, NewProject.of("en", answers, consent))
                                .number())
                        .orElseThrow());
    }

    @Test
    void sharesMakeAHundred() {
        assertThat(IatiActivities.shares(0)).isEmpty();
        assertThat(IatiActivities.shares(1)).containsExactly("100");
        assertThat(IatiActivities.shares(3)).containsExactly("33.33", "33.34", "33.33");
        for (int i = 1; i < 200; i++)
            assertThat(IatiActivities.shares(i).stream()
                            .map(java.math.BigDecimal::new)
                            .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                    .isEqualByComparingTo("100");
    }

    @Test
    void whatComesInByTheStandardsCodesGoesOutByThem() {
        assertThat(IatiCodes.of("status", "suspended")).contains("6");
        assertThat(IatiCodes.of("status", "cancelled")).contains("5");
        assertThat(IatiCodes.of("status", "completed")).contains("4");
        assertThat(IatiCodes.of("coverage", "local")).contains("8");
        assertThat(IatiCodes.of("entityType", "CSO")).contains("22");
        assertThat(IatiCodes.of("entityType", "TECH")).isEmpty();
    }

    @Test
    void whatIsKnownIsSaidInTheStandardsWords() {
        Map<String, JsonNode> answers = SmallRegister.answers("Solar schools");
        SmallRegister.put(answers, "countries", "[\"KE\", \"TZ\", \"UG\"]");
        SmallRegister.put(
                answers, "sdgs", "[{\"key\": \"4\", \"target\": \"4.4\", \"linkage\": \"Teachers are trained.\"}]");
        String xml = iati(answers, Consent.ALL);
        assertThat(xml)
                .contains(
                        "<recipient-country code=\"KE\" percentage=\"33.33\">",
                        "<tag code=\"4\" vocabulary=\"2\">",
                        "<tag code=\"4.4\" vocabulary=\"3\"/>",
                        "<activity-status code=\"2\"/>",
                        "<activity-date type=\"2\" iso-date=\"2024-03-01\"/>",
                        "<narrative xml:lang=\"en\">Example Society</narrative>",
                        "secondary-reporter=\"1\"",
                        "vocabulary=\"99\" vocabulary-uri=");
        assertThat(iati(answers, new Consent(false, true, true, true, true))).doesNotContain("Example Society");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "THROUGHLINE_REFERENCE_DATA", matches = ".+")
    void everyActivityIsValid() throws Exception {
        Path folder = Path.of(System.getenv("THROUGHLINE_REFERENCE_DATA"), "ship/iati-2.03");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(folder));
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            String name = systemId.substring(systemId.lastIndexOf('/') + 1);
            var input = (org.w3c.dom.ls.LSInput) java.lang.reflect.Proxy.newProxyInstance(
                    IatiTests.class.getClassLoader(),
                    new Class<?>[] {org.w3c.dom.ls.LSInput.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getCharacterStream" -> Files.newBufferedReader(folder.resolve(name));
                        case "getSystemId" -> folder.resolve(name).toUri().toString();
                        case "getCertifiedText" -> false;
                        default -> null;
                    });
            return input;
        });
        Schema schema = factory.newSchema(
                new StreamSource(folder.resolve("iati-activities-schema.xsd").toFile()));
        Map<String, JsonNode> least = SmallRegister.answers("Little is known");
        for (String field : List.of("startsOn", "countries", "beneficiaries")) least.remove(field);
        SmallRegister.put(least, "regions", "[\"AFR\", \"ARB\"]");
        valid(schema, iati(SmallRegister.answers("Solar schools"), Consent.ALL));
        valid(schema, iati(least, new Consent(false, true, false, false, false)));
        for (String naughty : Naughty.storable()) {
            if (naughty.isBlank() || naughty.length() > 200) continue;
            Map<String, JsonNode> answers = SmallRegister.answers("x");
            for (String field : List.of("title", "summary", "goals", "entityName"))
                answers.put(field, Json.mapper().valueToTree(naughty));
            answers.put("partners", Json.mapper().valueToTree(List.of(naughty)));
            if (register.check(collection, NewProject.of("en", answers, Consent.ALL))
                    .isEmpty()) valid(schema, iati(answers, Consent.ALL));
        }
    }

    private static void valid(Schema schema, String xml) throws Exception {
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        assertThat(xml.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
