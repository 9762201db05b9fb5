package org.throughline.stocktaking.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.Duplicates;
import org.throughline.stocktaking.Duplicates.Likely;
import org.throughline.stocktaking.Duplicates.Probe;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectRevision;
import org.throughline.stocktaking.ProjectRevisions;

/// Entries that may be for the same project as one on the desk, among all that are not gone.
@Component
class LikelyTwins {

    private final Duplicates duplicates;
    private final ProjectRevisions revisions;

    LikelyTwins(Duplicates duplicates, ProjectRevisions revisions) {
        this.duplicates = duplicates;
        this.revisions = revisions;
    }

    List<Likely> of(ProjectRecord project) {
        return revisions
                .find(project.id(), project.revision())
                .map(revision -> of(project, revision))
                .orElse(List.of());
    }

    List<Likely> of(ProjectRecord project, ProjectRevision revision) {
        return duplicates.amongAll(
                new Probe(revision.title(), Answers.text(revision.answers().get("website")), project.number()));
    }
}
