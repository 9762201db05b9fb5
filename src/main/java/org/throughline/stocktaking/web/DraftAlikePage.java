package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.stocktaking.Duplicates.Likely;
import org.throughline.stocktaking.ProjectRecord;

/// Entries that may be the same project, and what can be done about it.
///
/// @param first where the title is changed, without the language prefix
public record DraftAlikePage(DraftSteps form, List<Likely> published, List<ProjectRecord> kept, String first) {

    public boolean isEmpty() {
        return published.isEmpty() && kept.isEmpty();
    }
}
