package org.throughline.calls;

import java.util.HashSet;
import java.util.Set;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.calls.Questionnaire.Section;

/// Holds a questionnaire to what the form, the import and the summary can work with.
final class QuestionnaireCheck {

    private static final Set<String> VOCABULARIES =
            Set.of("action-lines", "sdgs", "gdc", "stakeholder-types", "regions", "countries", "languages");
    private static final int MOST_QUESTIONS = 200;

    private QuestionnaireCheck() {}

    /// Refuses, naming the place, a questionnaire with codes that repeat or are not codes, texts missing in every
    /// language, choices that are none, or a vocabulary nobody knows.
    static void hold(Questionnaire questionnaire) {
        Set<String> sections = new HashSet<>();
        Set<String> questions = new HashSet<>();
        long count = questionnaire.questions().count();
        if (count > MOST_QUESTIONS) throw CallRefusals.tooManyQuestions(count, MOST_QUESTIONS);
        for (Section section : questionnaire.sections()) {
            if (!Questionnaire.isCode(section.code()) || !sections.add(section.code()))
                throw CallRefusals.questionnaireWrong(section.code());
            if (section.title().isEmpty()) throw CallRefusals.questionnaireWrong(section.code());
            for (Question question : section.questions()) {
                boolean right =
                        Questionnaire.isCode(question.code()) && questions.add(question.code()) && holds(question);
                if (!right) throw CallRefusals.questionnaireWrong(section.code() + " / " + question.code());
            }
        }
    }

    private static boolean holds(Question question) {
        if (question.label().isEmpty() || question.maxWords() < 0 || question.max() < 0) return false;
        if (!question.vocabulary().isEmpty() && !VOCABULARIES.contains(question.vocabulary())) return false;
        boolean hasList = !question.vocabulary().isEmpty() || question.choices().size() > 1;
        return switch (question.kind()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE, RANKING -> hasList && choicesHold(question);
            case GROUP -> hasList && !question.fields().isEmpty() && fieldsHold(question);
            case NUMBER ->
                question.minimum() == null || question.maximum() == null || question.minimum() <= question.maximum();
            case LONG_TEXT, SHORT_TEXT, FILE, DECLARATION -> true;
        };
    }

    private static boolean choicesHold(Question question) {
        Set<String> codes = new HashSet<>();
        return question.choices().stream()
                .allMatch(choice -> Questionnaire.isCode(choice.code())
                        && codes.add(choice.code())
                        && !choice.label().isEmpty());
    }

    private static boolean fieldsHold(Question question) {
        Set<String> codes = new HashSet<>(Set.of("key"));
        return choicesHold(question)
                && question.fields().stream()
                        .allMatch(field -> Questionnaire.isCode(field.code())
                                && codes.add(field.code())
                                && !field.label().isEmpty());
    }
}
