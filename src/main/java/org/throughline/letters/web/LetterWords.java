package org.throughline.letters.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.LetterFigures;
import org.throughline.letters.MajorityRule;
import org.throughline.letters.MajorityRule.Outcome;
import org.throughline.letters.ReplyChoice;
import org.throughline.platform.Messages.Texts;
import org.throughline.platform.Moments;
import org.throughline.vocabulary.Vocabulary;

/// Letters, rules and results in the reader's words.
final class LetterWords {

    private LetterWords() {}

    static String kind(Texts texts, CircularKind kind) {
        return texts.of(
                switch (kind) {
                    case INFORMATION -> "letters.kind.information";
                    case QUESTIONNAIRE -> "letters.kind.questionnaire";
                    case DECISION -> "letters.kind.decision";
                });
    }

    static String choice(Texts texts, ReplyChoice choice) {
        return texts.of(
                switch (choice) {
                    case APPROVE -> "letters.choice.approve";
                    case REJECT -> "letters.choice.reject";
                    case ABSTAIN -> "letters.choice.abstain";
                });
    }

    /// Who an addressee is: a state by the vocabulary's name, an entity by its own.
    static String name(Vocabulary vocabulary, @Nullable String country, String name, String language) {
        if (!name.isEmpty()) return name;
        return country == null ? "" : vocabulary.name(Vocabulary.COUNTRIES, country, language);
    }

    /// The rule, a sentence for each of its parts.
    static List<String> rule(Texts texts, MajorityRule rule) {
        String share = rule.numerator() + "/" + rule.denominator();
        String more = rule.moreThan() ? "more" : "least";
        String adopted = texts.of(
                switch (rule.base()) {
                    case VOTES -> "letters.rule.votes";
                    case REPLIES -> "letters.rule.replies";
                    case ENTITLED -> "letters.rule.entitled";
                },
                more,
                share);
        String quorum = rule.quorumNumerator() == 0
                ? texts.of("letters.rule.no-quorum")
                : texts.of(
                        "letters.rule.quorum",
                        rule.quorumMoreThan() ? "more" : "least",
                        rule.quorumNumerator() + "/" + rule.quorumDenominator());
        return List.of(adopted, quorum, texts.of("letters.rule.one"));
    }

    /// What counts as an answer to a letter, a sentence for each of its parts; empty for letters that ask nothing.
    static List<String> counted(Texts texts, CircularKind kind, @Nullable MajorityRule rule) {
        return switch (kind) {
            case INFORMATION -> List.of();
            case QUESTIONNAIRE -> List.of(texts.of("letters.rule.answers"), texts.of("letters.rule.answers.late"));
            case DECISION -> rule == null ? List.of() : rule(texts, rule);
        };
    }

    /// How a deadline was moved.
    static String extension(Texts texts, CircularLetter.Extension one) {
        Moments moments = Moments.in(texts.language());
        return texts.of(
                "letters.extension.line",
                moments.date(one.decidedAt(), Moments.GENEVA),
                texts.of("platform.moment.geneva", moments.dateTime(one.oldEnd(), Moments.GENEVA)),
                texts.of("platform.moment.geneva", moments.dateTime(one.newEnd(), Moments.GENEVA)));
    }

    static String outcome(Texts texts, Outcome outcome) {
        return texts.of(outcome == Outcome.ADOPTED ? "letters.outcome.adopted" : "letters.outcome.not-adopted");
    }

    /// Why a count has the outcome it has.
    static String why(Texts texts, MajorityRule rule, LetterFigures count, Outcome outcome) {
        long took = count.approve() + count.reject() + count.abstain();
        return switch (outcome) {
            case ADOPTED, NOT_ENOUGH ->
                texts.of(
                        outcome == Outcome.ADOPTED ? "letters.why.enough" : "letters.why.not-enough",
                        count.approve(),
                        rule.whole(count),
                        rule.moreThan() ? "more" : "least",
                        rule.numerator() + "/" + rule.denominator());
            case NO_QUORUM ->
                texts.of(
                        "letters.why.no-quorum",
                        took,
                        count.entitled(),
                        rule.quorumNumerator() + "/" + rule.quorumDenominator());
            case NO_VOTES -> texts.of("letters.why.no-votes");
            case TIE -> texts.of("letters.why.tie", count.approve());
        };
    }
}
