package org.throughline.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.throughline.platform.Settings;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.vocabulary.Vocabulary;

/// An entry in the words of schema.org, as search engines and archives read them: the page, and what it is about.
@Service
public class SchemaOrg {

    private final ProjectTerms terms;
    private final Settings settings;
    private final OpenDataSettings openData;

    SchemaOrg(ProjectTerms terms, Settings settings, OpenDataSettings openData) {
        this.terms = terms;
        this.settings = settings;
        this.openData = openData;
    }

    /// As JSON-LD.
    public Map<String, Object> of(PublishedProject project) {
        String address = terms.address(project);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("@context", "https://schema.org");
        page.put("@type", "WebPage");
        page.put("@id", address);
        page.put("url", address);
        page.put("name", project.title());
        page.put("inLanguage", project.language());
        page.put("datePublished", project.publishedAt().toString());
        page.put("dateModified", project.updatedAt().toString());
        page.put("license", openData.licence());
        page.put("publisher", Map.of("@type", "Organization", "name", openData.publisher(settings)));
        page.put("isPartOf", Map.of("@type", "Dataset", "@id", settings.publicUrl() + "/data/register"));
        page.put("mainEntity", entity(project, address));
        return page;
    }

    private Map<String, Object> entity(PublishedProject project, String address) {
        Map<String, Object> entity = new LinkedHashMap<>();
        String type = type(project.activityType());
        entity.put("@type", type);
        entity.put("@id", address + "#project");
        entity.put("name", project.title());
        if (!project.summary().isBlank()) entity.put("description", project.summary());
        entity.put("identifier", address);
        if (!project.website().isBlank()) entity.put("url", project.website());
        String about = type.equals("Project") ? "knowsAbout" : "about";
        List<Map<String, Object>> subjects =
                terms.of(project).stream().map(this::term).toList();
        if (!subjects.isEmpty()) entity.put(about, subjects);
        String where = switch (type) {
            case "Project" -> "areaServed";
            case "Event" -> "location";
            default -> "spatialCoverage";
        };
        List<Object> places = new ArrayList<>();
        project.countries()
                .forEach(code -> places.add(Map.of(
                        "@type", "Country", "name", terms.name(Vocabulary.COUNTRIES, code), "identifier", code)));
        if (!places.isEmpty()) entity.put(where, places);
        if (!project.entityName().isBlank())
            entity.put(
                    switch (type) {
                        case "Project" -> "parentOrganization";
                        case "Event" -> "organizer";
                        default -> "creator";
                    },
                    Map.of("@type", "Organization", "name", project.entityName()));
        dates(entity, type, project);
        return entity;
    }

    private static void dates(Map<String, Object> entity, String type, PublishedProject project) {
        boolean event = type.equals("Event");
        if (!event && !type.equals("Project")) return;
        if (project.startsOn() != null)
            entity.put(event ? "startDate" : "foundingDate", project.startsOn().toString());
        if (project.endsOn() != null)
            entity.put(event ? "endDate" : "dissolutionDate", project.endsOn().toString());
    }

    private Map<String, Object> term(ProjectTerms.Classified term) {
        Map<String, Object> defined = new LinkedHashMap<>();
        defined.put("@type", "DefinedTerm");
        defined.put("@id", term.address());
        defined.put("name", term.name());
        defined.put("termCode", term.code());
        defined.put("inDefinedTermSet", terms.vocabularyAddress(term.vocabulary()));
        return defined;
    }

    private static String type(String activityType) {
        return switch (activityType) {
            case "conference" -> "Event";
            case "publication", "guidelines", "toolkit", "success-story" -> "CreativeWork";
            case "database" -> "Dataset";
            case "website" -> "WebSite";
            default -> "Project";
        };
    }
}
