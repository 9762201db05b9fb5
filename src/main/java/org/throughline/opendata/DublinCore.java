package org.throughline.opendata;

import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.platform.Settings;
import org.throughline.platform.markup.Xml;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.vocabulary.Vocabulary;

/// An entry as unqualified Dublin Core, the format that every harvester reads.
@Component
class DublinCore {

    static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/";

    private final ProjectTerms terms;
    private final Settings settings;
    private final OpenDataSettings openData;

    DublinCore(ProjectTerms terms, Settings settings, OpenDataSettings openData) {
        this.terms = terms;
        this.settings = settings;
        this.openData = openData;
    }

    void write(Xml xml, PublishedProject project) {
        xml.open(
                "oai_dc:dc",
                "xmlns:oai_dc",
                NAMESPACE,
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xsi:schemaLocation",
                NAMESPACE + " http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
        xml.element("dc:title", project.title(), "xml:lang", project.language());
        element(xml, "dc:creator", project.entityName());
        terms.of(project).forEach(term -> xml.element("dc:subject", term.code() + " " + term.name(), "xml:lang", "en"));
        if (!project.summary().isBlank())
            xml.element("dc:description", project.summary(), "xml:lang", project.language());
        xml.element("dc:publisher", openData.publisher(settings));
        xml.element(
                "dc:date",
                project.updatedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        xml.element("dc:type", project.activityType().isBlank() ? "project" : project.activityType());
        xml.element("dc:identifier", terms.address(project));
        xml.element("dc:language", project.language());
        element(xml, "dc:relation", project.website());
        Stream.concat(
                        project.countries().stream().map(code -> terms.name(Vocabulary.COUNTRIES, code)),
                        project.regions().stream().map(code -> terms.name(Vocabulary.REGIONS, code)))
                .forEach(place -> xml.element("dc:coverage", place, "xml:lang", "en"));
        xml.element("dc:rights", openData.licence());
        xml.close("oai_dc:dc");
    }

    private static void element(Xml xml, String name, String text) {
        if (!text.isBlank()) xml.element(name, text);
    }
}
