package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.inputs.AnswerCheck;
import org.throughline.inputs.Use;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form in which the secretariat types in an input that came on paper or by mail.
public record PaperPage(
        Call call,
        Questionnaire questionnaire,
        Typed typed,
        FormErrors errors,
        List<Option> behalf,
        List<Option> types,
        List<Option> countries,
        List<Option> languages,
        List<Option> scopes,
        AnswerCheck answers) {

    /// What a question offers, with what was chosen in the control of this name.
    public List<Option> offered(Frame frame, Question question, String name) {
        return answers.offered(question, frame.language()).entrySet().stream()
                .map(entry -> new Option(entry.getKey(), entry.getValue(), typed.has(name, entry.getKey())))
                .toList();
    }

    public List<Option> uses(Frame frame) {
        return java.util.Arrays.stream(Use.values())
                .map(use -> new Option(use.word(), DeskWords.of(frame, use), typed.has("consent", use.word())))
                .toList();
    }

    public int places(Question question) {
        return PaperForm.places(question);
    }

    /// How a control is named: by its question, and by row and part where there are several.
    public String name(Question question) {
        return "answers-" + question.code();
    }
}
