package org.throughline.opendata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Settings;
import org.throughline.platform.markup.Xml;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.vocabulary.Vocabulary;

/// An entry in DataCite's metadata schema 4.6, bare or in the envelope that DataCite's own harvesting uses. The
/// identifier is the entry's permanent address; there is no DOI.
@Component
class DataCite {

    static final String NAMESPACE = "http://datacite.org/schema/kernel-4";
    static final String SCHEMA = "http://schema.datacite.org/meta/kernel-4.6/metadata.xsd";
    static final String ENVELOPE = "http://schema.datacite.org/oai/oai-1.1/";
    private static final String VERSION = "4.6";
    // DataCite's own word for a name that is kept back on purpose.
    private static final String UNALLOWED = "(:unal)";

    private final ProjectTerms terms;
    private final Settings settings;
    private final OpenDataSettings openData;

    DataCite(ProjectTerms terms, Settings settings, OpenDataSettings openData) {
        this.terms = terms;
        this.settings = settings;
        this.openData = openData;
    }

    void writeEnveloped(Xml xml, PublishedProject project) {
        xml.open(
                "oai_datacite",
                "xmlns",
                ENVELOPE,
                "xsi:schemaLocation",
                ENVELOPE + " http://schema.datacite.org/oai/oai-1.1/oai.xsd");
        xml.element("schemaVersion", VERSION);
        xml.element("datacentreSymbol", OpenDataSettings.host(settings));
        xml.open("payload");
        write(xml, project);
        xml.close("payload").close("oai_datacite");
    }

    void write(Xml xml, PublishedProject project) {
        xml.open(
                "resource",
                "xmlns",
                NAMESPACE,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                NAMESPACE + " " + SCHEMA);
        xml.element("identifier", terms.address(project), "identifierType", "URL");
        creator(xml, project.entityName());
        xml.open("titles")
                .element("title", project.title(), "xml:lang", project.language())
                .close("titles");
        xml.element("publisher", openData.publisher(settings));
        xml.element(
                "publicationYear", Integer.toString(day(project.publishedAt()).getYear()));
        xml.element(
                "resourceType",
                project.activityType().isBlank() ? "project" : project.activityType(),
                "resourceTypeGeneral",
                generalType(project.activityType()));
        subjects(xml, project);
        dates(xml, project);
        xml.element("language", project.language());
        xml.open("alternateIdentifiers")
                .element(
                        "alternateIdentifier",
                        OaiPmh.identifier(settings, project.number()),
                        "alternateIdentifierType",
                        "oai")
                .close("alternateIdentifiers");
        if (!project.website().isBlank())
            xml.open("relatedIdentifiers")
                    .element(
                            "relatedIdentifier",
                            project.website(),
                            "relatedIdentifierType",
                            "URL",
                            "relationType",
                            "IsDocumentedBy")
                    .close("relatedIdentifiers");
        xml.element("version", Integer.toString(project.version()));
        xml.open("rightsList")
                .element("rights", openData.licenceName(), "rightsURI", openData.licence())
                .close("rightsList");
        if (!project.summary().isBlank())
            xml.open("descriptions")
                    .element(
                            "description",
                            project.summary(),
                            "descriptionType",
                            "Abstract",
                            "xml:lang",
                            project.language())
                    .close("descriptions");
        places(xml, project);
        xml.close("resource");
    }

    private static void creator(Xml xml, String name) {
        xml.open("creators").open("creator");
        if (name.isBlank()) xml.element("creatorName", UNALLOWED);
        else xml.element("creatorName", name, "nameType", "Organizational");
        xml.close("creator").close("creators");
    }

    private void subjects(Xml xml, PublishedProject project) {
        if (terms.of(project).isEmpty()) return;
        xml.open("subjects");
        for (ProjectTerms.Classified term : terms.of(project))
            xml.element(
                    "subject",
                    term.name(),
                    "xml:lang",
                    "en",
                    "subjectScheme",
                    terms.title(term.vocabulary()),
                    "schemeURI",
                    terms.vocabularyAddress(term.vocabulary()),
                    "valueURI",
                    term.address(),
                    "classificationCode",
                    term.code());
        xml.close("subjects");
    }

    private static void dates(Xml xml, PublishedProject project) {
        xml.open("dates");
        xml.element("date", day(project.publishedAt()).toString(), "dateType", "Issued");
        xml.element("date", day(project.updatedAt()).toString(), "dateType", "Updated");
        xml.element("date", day(project.receivedAt()).toString(), "dateType", "Submitted");
        String period = period(project.startsOn(), project.endsOn());
        if (!period.isEmpty())
            xml.element("date", period, "dateType", "Other", "dateInformation", "Time in which the project runs");
        xml.close("dates");
    }

    // A range is open where an end is not known.
    private static String period(@Nullable LocalDate starts, @Nullable LocalDate ends) {
        if (starts == null && ends == null) return "";
        return (starts == null ? ".." : starts) + "/" + (ends == null ? ".." : ends);
    }

    private void places(Xml xml, PublishedProject project) {
        if (project.countries().isEmpty()) return;
        xml.open("geoLocations");
        for (String country : project.countries())
            xml.open("geoLocation")
                    .element("geoLocationPlace", terms.name(Vocabulary.COUNTRIES, country))
                    .close("geoLocation");
        xml.close("geoLocations");
    }

    private static String generalType(String activityType) {
        return switch (activityType) {
            case "conference" -> "Event";
            case "publication", "guidelines", "success-story" -> "Text";
            case "database" -> "Dataset";
            case "website" -> "Service";
            case "toolkit", "other" -> "Other";
            default -> "Project";
        };
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
