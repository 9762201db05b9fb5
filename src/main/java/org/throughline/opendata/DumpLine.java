package org.throughline.opendata;

import org.throughline.stocktaking.ProjectTombstone;
import org.throughline.stocktaking.PublishedProject;

/// One line of a dump: an entry as it was on the day of the dump, or what is left of one that is gone by now.
sealed interface DumpLine {

    record Shown(PublishedProject project) implements DumpLine {}

    record Gone(ProjectTombstone tombstone) implements DumpLine {}
}
