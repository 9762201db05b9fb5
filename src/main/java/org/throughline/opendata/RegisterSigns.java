package org.throughline.opendata;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.stocktaking.ProjectSigns;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects.PublishedAttachment;

/// Signposts and schema.org for the pages of entries.
@Component
class RegisterSigns implements ProjectSigns {

    private final Signposts signposts;
    private final SchemaOrg schemaOrg;

    RegisterSigns(Signposts signposts, SchemaOrg schemaOrg) {
        this.signposts = signposts;
        this.schemaOrg = schemaOrg;
    }

    @Override
    public String links(PublishedProject project, List<PublishedAttachment> attachments) {
        return signposts.header(project.number(), attachments);
    }

    @Override
    public String jsonLd(PublishedProject project) {
        return Json.write(schemaOrg.of(project));
    }
}
