package org.throughline.calls.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.QuestionnaireEditing.Versions;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The questionnaire of a call as a list to work on.
public record QuestionnairePage(
        Call call, Questionnaire questionnaire, Versions versions, List<Option> kinds, Typed typed, FormErrors errors) {

    public String kind(Frame frame, Questionnaire.Question question) {
        return KindWords.of(frame, question.kind());
    }
}
