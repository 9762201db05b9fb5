package org.throughline.stocktaking.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.stocktaking.ProjectForm.Section;

/// The fields of one section.
///
/// @param seen the state of the step that the form was filled from
/// @param languages to choose the language of the entry from; on the first section only
/// @param suggested by field: what the words of the draft suggest
/// @param alike where a script asks for entries like the title that is typed; absent where no title is asked for
/// @param clashes what another window saved differently meanwhile
public record DraftSectionPage(
        DraftSteps form,
        Section section,
        int seen,
        List<Option> languages,
        List<DraftField> fields,
        Map<String, List<FieldSuggestions.Suggested>> suggested,
        @Nullable String alike,
        List<DraftClash> clashes,
        FormErrors errors) {

    public List<FieldSuggestions.Suggested> suggestedFor(String field) {
        return suggested.getOrDefault(field, List.of());
    }
}
