package org.throughline.groups.web;

import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.audit.AuditTrail;
import org.throughline.groups.Group;
import org.throughline.groups.Seat.Role;
import org.throughline.groups.SeatDesk;
import org.throughline.groups.SeatDesk.Kept;
import org.throughline.groups.SeatFacts;
import org.throughline.platform.Certainty;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Puts the form of a seat together.
@Component
class SeatEditView {

    private final Vocabulary vocabulary;
    private final AuditTrail audit;

    SeatEditView(Vocabulary vocabulary, AuditTrail audit) {
        this.vocabulary = vocabulary;
        this.audit = audit;
    }

    SeatEditPage of(Frame frame, Group group, @Nullable Kept one, Typed typed, FormErrors errors, boolean stale) {
        String seats = "/groups/" + group.code() + "/seats/";
        return new SeatEditPage(
                group,
                seats + (one == null ? "new" : one.seat().id()),
                one == null ? "" : GroupWords.who(frame, vocabulary, one.seat()),
                one == null ? 0 : one.version(),
                stale,
                stale && one != null
                        ? Differences.between(typed, SeatFacts.of(one.seat()).form(), SeatForm.labels(frame))
                        : List.of(),
                one != null && !one.seat().declined() && one.seat().ends().isEmpty(),
                one == null ? "" : one.retired(),
                typed,
                errors,
                LanguagePart.all(frame, typed, errors, List.of(frame.language())),
                FactFields.options(Role.values(), Role::word, GroupWords::role, frame, typed.of("role")),
                List.of(standing(frame, SeatFacts.HELD, typed), standing(frame, SeatFacts.DECLINED, typed)),
                terms(frame, vocabulary.termsByName(Vocabulary.COUNTRIES, frame.language()), typed.of("country")),
                terms(frame, vocabulary.terms(Vocabulary.REGIONS), typed.of("region")),
                FactFields.certainties(frame, typed),
                one == null
                        ? List.of()
                        : GroupActs.of(
                                frame,
                                audit,
                                SeatDesk.subject(group.code(), one.seat().id()),
                                SeatForm.labels(frame),
                                values(frame)));
    }

    private static Option standing(Frame frame, String word, Typed typed) {
        return new Option(word, standing(frame, word), typed.has("standing", word));
    }

    private static String standing(Frame frame, String word) {
        return word.equals(SeatFacts.DECLINED)
                ? frame.t("groups.desk.seat.declined")
                : frame.t("groups.desk.seat.held");
    }

    private static List<Option> terms(Frame frame, List<Term> terms, String chosen) {
        return terms.stream()
                .map(term -> new Option(
                        term.code(), term.name(frame.language()), term.code().equals(chosen)))
                .toList();
    }

    private BinaryOperator<String> values(Frame frame) {
        return (field, value) -> switch (field) {
            case "role" ->
                Role.of(value).map(role -> GroupWords.role(frame, role)).orElse(value);
            case "standing" -> standing(frame, value);
            case "country" -> vocabulary.name(Vocabulary.COUNTRIES, value, frame.language());
            case "region" -> vocabulary.name(Vocabulary.REGIONS, value, frame.language());
            case "certainty" ->
                Certainty.of(value).map(one -> GroupWords.certainty(frame, one)).orElse(value);
            default -> value;
        };
    }
}
