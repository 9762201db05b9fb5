package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Questionnaire;
import org.throughline.platform.web.FormErrors;

/// The questions of one section.
///
/// @param seen the state of the step that the form was filled from
/// @param clashes what another window saved differently meanwhile
public record SectionPage(
        AnswerForm form,
        Questionnaire.Section section,
        int seen,
        List<QuestionField> fields,
        List<Clash> clashes,
        FormErrors errors) {}
