package org.throughline.calls.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.calls.Questionnaire.Section;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;

/// The single steps by which a questionnaire changes. Each refuses as stale what is based on a state that is gone.
final class QuestionnaireSteps {

    private QuestionnaireSteps() {}

    /// A mark of what an editor saw, to notice that somebody changed it since.
    static String mark(Object seen) {
        return Integer.toHexString(Json.write(seen).hashCode());
    }

    /// @param code of the section to change; null to add one at the end
    static Questionnaire putSection(Questionnaire all, @Nullable String code, String seen, Section words) {
        List<Section> sections = new ArrayList<>(all.sections());
        if (code == null) {
            sections.add(words);
            return new Questionnaire(sections);
        }
        int at = indexOf(all, code);
        Section before = sections.get(at);
        if (!mark(before).equals(seen)) throw Refusal.stale();
        sections.set(at, new Section(words.code(), words.title(), words.intro(), before.questions()));
        return new Questionnaire(sections);
    }

    static Questionnaire removeSection(Questionnaire all, String code) {
        List<Section> sections = new ArrayList<>(all.sections());
        sections.remove(indexOf(all, code));
        return new Questionnaire(sections);
    }

    static Questionnaire moveSection(Questionnaire all, String code, int by) {
        List<Section> sections = new ArrayList<>(all.sections());
        int at = indexOf(all, code);
        if (at + by >= 0 && at + by < sections.size()) Collections.swap(sections, at, at + by);
        return new Questionnaire(sections);
    }

    /// @param code of the question to change; null to add one at the end of the section
    static Questionnaire putQuestion(
            Questionnaire all, @Nullable String code, String seen, String section, Question question) {
        if (all.section(section).isEmpty()) throw Refusal.stale();
        if (code == null) return inSection(all, section, null, question);
        Question before = all.question(code).orElseThrow(Refusal::stale);
        if (!mark(before).equals(seen)) throw Refusal.stale();
        if (sectionOf(all, code).code().equals(section)) return inSection(all, section, code, question);
        return inSection(removeQuestion(all, code), section, null, question);
    }

    static Questionnaire removeQuestion(Questionnaire all, String code) {
        return new Questionnaire(all.sections().stream()
                .map(section -> with(
                        section,
                        section.questions().stream()
                                .filter(question -> !question.code().equals(code))
                                .toList()))
                .toList());
    }

    /// Moves a question by one place; past the end of its section it goes on to the next one.
    static Questionnaire moveQuestion(Questionnaire all, String code, int by) {
        Section section = sectionOf(all, code);
        List<Question> questions = new ArrayList<>(section.questions());
        int at = questions.indexOf(all.question(code).orElseThrow(Refusal::stale));
        if (at + by >= 0 && at + by < questions.size()) {
            Collections.swap(questions, at, at + by);
            return replace(all, with(section, questions));
        }
        int other = indexOf(all, section.code()) + by;
        if (other < 0 || other >= all.sections().size()) return all;
        Question moved = questions.remove(at);
        Section neighbour = all.sections().get(other);
        List<Question> there = new ArrayList<>(neighbour.questions());
        there.add(by < 0 ? there.size() : 0, moved);
        return replace(replace(all, with(section, questions)), with(neighbour, there));
    }

    static Section sectionOf(Questionnaire all, String question) {
        return all.sections().stream()
                .filter(section ->
                        section.questions().stream().anyMatch(one -> one.code().equals(question)))
                .findFirst()
                .orElseThrow(Refusal::stale);
    }

    private static Questionnaire inSection(
            Questionnaire all, String code, @Nullable String replaced, Question question) {
        Section section = all.section(code).orElseThrow(Refusal::stale);
        List<Question> questions = new ArrayList<>(section.questions());
        if (replaced == null) questions.add(question);
        else questions.replaceAll(one -> one.code().equals(replaced) ? question : one);
        return replace(all, with(section, questions));
    }

    private static Questionnaire replace(Questionnaire all, Section section) {
        return new Questionnaire(all.sections().stream()
                .map(one -> one.code().equals(section.code()) ? section : one)
                .toList());
    }

    private static Section with(Section section, List<Question> questions) {
        return new Section(section.code(), section.title(), section.intro(), questions);
    }

    private static int indexOf(Questionnaire all, String code) {
        for (int i = 0; i < all.sections().size(); i++)
            if (all.sections().get(i).code().equals(code)) return i;
        throw Refusal.stale();
    }
}
