package org.throughline.stocktaking;

import java.util.List;
import org.throughline.stocktaking.PublishedProjects.PublishedAttachment;

/// What the page of an entry says to programs besides its words. Modules that give the register away implement it; the
/// page puts it up.
public interface ProjectSigns {

    /// The `Link` header: where its descriptions, its files, its licence and its collection are.
    String links(PublishedProject project, List<PublishedAttachment> attachments);

    /// What it is about, as JSON-LD.
    String jsonLd(PublishedProject project);
}
