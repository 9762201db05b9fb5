package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectForm.Section;

/// One section of a register's form as contributors see it.
///
/// @param section absent where there is none yet
public record FormPreviewPage(
        ProjectCollection collection,
        List<Section> sections,
        @Nullable Section section,
        List<DraftField> fields) {}
