package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.web.FormSteps;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectForm;

/// The form around one of its steps: which draft for which register, what is done, and where one goes from here.
///
/// @param current the step shown; empty on the list of steps
/// @param entry the number of the entry that the draft is to change; absent for a new one
public record DraftSteps(
        ProjectDraft draft,
        ProjectCollection collection,
        ProjectForm form,
        List<Step> steps,
        String current,
        @Nullable Long entry)
        implements FormSteps {

    @Override
    public String base() {
        return base(draft);
    }

    static String base(ProjectDraft draft) {
        return "/my/projects/drafts/" + draft.id();
    }

    /// The language of the entry and the direction of its writing.
    public String language() {
        return draft.content().language();
    }

    public String dir() {
        return Languages.direction(language());
    }

    /// What the entry is called so far.
    public String title() {
        return draft.content().text("title");
    }
}
