package org.throughline.inputs.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;

/// The step in which the sender says, use by use, what may be done with the input.
///
/// @param seen the state of the step that the form was filled from
/// @param clashes what another window saved differently meanwhile
public record ConsentPage(AnswerForm form, int seen, List<Asked> uses, List<Clash> clashes, FormErrors errors) {

    /// One use.
    ///
    /// @param meaning what happens when it is allowed and when not
    public record Asked(String id, String question, String meaning, List<Option> options) {}
}
