package org.throughline.calls.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.vocabulary.Vocabulary;

/// The questions of a call as contributors will see them, in the language of the page.
public record PreviewPage(Call call, Questionnaire questionnaire, Vocabulary vocabulary) {

    /// One thing to choose.
    public record Offer(String code, String name) {}

    public List<Offer> offers(Question question, String language) {
        return offers(question, language, vocabulary);
    }

    static List<Offer> offers(Question question, String language, Vocabulary vocabulary) {
        if (question.vocabulary().isEmpty())
            return question.choices().stream()
                    .map(choice -> new Offer(choice.code(), choice.label().textFor(language)))
                    .toList();
        return vocabulary.leaves(question.vocabulary()).stream()
                .map(term -> new Offer(term.code(), term.name(language)))
                .toList();
    }

    public boolean isLongText(Question question) {
        return question.kind() == Kind.LONG_TEXT;
    }

    public boolean isChoice(Question question) {
        return question.kind() == Kind.SINGLE_CHOICE || question.kind() == Kind.MULTIPLE_CHOICE;
    }

    /// Whether it is answered by picking from a list, once or row by row.
    public boolean isList(Question question) {
        return question.kind() == Kind.RANKING || question.kind() == Kind.GROUP;
    }

    public boolean isDeclaration(Question question) {
        return question.kind() == Kind.DECLARATION;
    }

    public boolean isFile(Question question) {
        return question.kind() == Kind.FILE;
    }

    public String inputType(Question question) {
        return question.kind() == Kind.SINGLE_CHOICE ? "radio" : "checkbox";
    }
}
