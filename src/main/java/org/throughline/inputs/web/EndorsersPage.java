package org.throughline.inputs.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;

/// The step in which joint endorsers are named.
///
/// @param seen the state of the step that the form was filled from
/// @param clashes what another window saved differently meanwhile
public record EndorsersPage(AnswerForm form, int seen, List<Row> rows, List<Clash> clashes, FormErrors errors) {

    /// @param filled whether anything was typed in it
    public record Row(
            int index,
            String organisation,
            String name,
            String email,
            List<Option> countries,
            List<Option> types,
            boolean filled) {}
}
