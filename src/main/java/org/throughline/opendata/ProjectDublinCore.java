package org.throughline.opendata;

import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.throughline.platform.Settings;
import org.throughline.platform.harvest.DublinCore;
import org.throughline.platform.markup.Xml;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.vocabulary.Vocabulary;

/// An entry as unqualified Dublin Core.
@Component
class ProjectDublinCore {

    private final ProjectTerms terms;
    private final Settings settings;
    private final OpenDataSettings openData;

    ProjectDublinCore(ProjectTerms terms, Settings settings, OpenDataSettings openData) {
        this.terms = terms;
        this.settings = settings;
        this.openData = openData;
    }

    void write(Xml xml, PublishedProject project) {
        var said = new DublinCore();
        said.add("title", project.title(), project.language());
        said.add("creator", project.entityName());
        terms.of(project).forEach(term -> said.add("subject", term.code() + " " + term.name(), "en"));
        said.add("description", project.summary(), project.language());
        said.add("publisher", openData.publisher(settings));
        said.add(
                "date",
                project.updatedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        said.add("type", project.activityType().isBlank() ? "project" : project.activityType());
        said.add("identifier", terms.address(project));
        said.add("language", project.language());
        said.add("relation", project.website());
        project.countries().forEach(code -> said.add("coverage", terms.name(Vocabulary.COUNTRIES, code), "en"));
        project.regions().forEach(code -> said.add("coverage", terms.name(Vocabulary.REGIONS, code), "en"));
        said.add("rights", openData.licence());
        said.write(xml);
    }
}
