package org.throughline.opendata;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.throughline.platform.Settings;
import org.throughline.platform.markup.Xml;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;

/// One entry in the formats that dumps and harvesters get.
@Service
public class ProjectFormats {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final PublishedProjects projects;
    private final ProjectDublinCore dublinCore;
    private final DataCite dataCite;
    private final IatiDump iati;
    private final Settings settings;
    private final Clock clock;

    ProjectFormats(
            PublishedProjects projects,
            ProjectDublinCore dublinCore,
            DataCite dataCite,
            IatiActivities activities,
            Settings settings,
            Clock clock) {
        this.projects = projects;
        this.dublinCore = dublinCore;
        this.dataCite = dataCite;
        this.iati = new IatiDump(activities);
        this.settings = settings;
        this.clock = clock;
    }

    /// As the line of a dump made now.
    public Map<String, Object> line(PublishedProject project) {
        return DumpRow.of(project, projects.translations(project), settings.publicUrl(), clock.instant());
    }

    public String dublinCore(PublishedProject project) {
        var xml = new Xml();
        dublinCore.write(xml, project);
        // In an answer to a harvester the prefix is bound by the envelope.
        return DECLARATION
                + xml.toString()
                        .replaceFirst(
                                "<oai_dc:dc ", "<oai_dc:dc xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ");
    }

    public String dataCite(PublishedProject project) {
        var xml = new Xml();
        dataCite.write(xml, project);
        return DECLARATION + xml;
    }

    public String iati(PublishedProject project) {
        try {
            var out = new StringWriter();
            iati.begin(out, project.updatedAt());
            iati.line(out, new DumpLine.Shown(project, projects.translations(project)), Map.of());
            iati.end(out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
