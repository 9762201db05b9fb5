package org.throughline.opendata;

import java.util.List;
import org.throughline.stocktaking.ProjectTombstone;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects.Translation;

/// One line of a dump: an entry as it was on the day of the dump, or what is left of one that is gone by now.
sealed interface DumpLine {

    /// @param translations what its source says in other languages
    record Shown(PublishedProject project, List<Translation> translations) implements DumpLine {}

    record Gone(ProjectTombstone tombstone) implements DumpLine {}
}
