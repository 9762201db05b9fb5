package org.throughline.inputs.web;

import java.util.List;
import java.util.Map;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;

/// The step "Who you are".
///
/// @param seen the state of the step that the form was filled from
/// @param typed the texts, by field
/// @param clashes what another window saved differently meanwhile
public record WhoPage(
        AnswerForm form,
        int seen,
        Map<String, String> typed,
        List<Option> behalves,
        List<Option> types,
        List<Option> countries,
        List<Option> regions,
        List<Option> scopes,
        List<Option> languages,
        List<Clash> clashes,
        FormErrors errors) {

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
