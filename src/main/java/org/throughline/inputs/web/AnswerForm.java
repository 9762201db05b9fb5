package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Draft;
import org.throughline.platform.Languages;
import org.throughline.platform.web.FormSteps;

/// The form around one of its steps: which draft of which call, what is done, and where one goes from here.
///
/// @param current the step shown; empty on the list of steps
/// @param late true when the call does not take anything in now
public record AnswerForm(
        Draft draft, Call call, Questionnaire questionnaire, List<Step> steps, String current, boolean late)
        implements FormSteps {

    @Override
    public String base() {
        return base(draft);
    }

    static String base(Draft draft) {
        return "/calls/" + draft.slug() + "/answer/" + draft.id();
    }

    /// The language of the answers and the direction of its writing.
    public String language() {
        return draft.content().language();
    }

    public String dir() {
        return Languages.direction(language());
    }
}
