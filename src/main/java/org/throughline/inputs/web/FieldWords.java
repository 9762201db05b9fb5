package org.throughline.inputs.web;

import java.util.Set;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Use;
import org.throughline.inputs.Violation;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.SentStep;

/// What the fields of the form are called, for lists of what is wrong with them.
final class FieldWords {

    private static final int LONGEST = 120;

    private FieldWords() {}

    // These say themselves what they are about.
    private static final Set<String> PLAIN = Set.of(
            "inputs.form.violation.behalf",
            "inputs.form.violation.scope",
            "inputs.violation.language",
            "inputs.violation.organisation",
            "inputs.violation.name",
            "inputs.violation.email",
            "inputs.violation.stakeholder-type",
            "inputs.violation.country",
            "inputs.violation.region");

    /// The name of what a violation is about; empty for the input as a whole, and where its words name it.
    static String of(Frame frame, Questionnaire questionnaire, Violation violation) {
        String[] parts = violation.field().split("\\.");
        if (parts.length < 2 || parts[0].equals("respondent") && PLAIN.contains(violation.messageKey())) return "";
        return switch (parts[0]) {
            case "respondent" -> who(frame, parts[1]);
            case "consent" -> UseWords.question(frame, Use.of(parts[1]));
            case "endorsers" -> frame.t("inputs.form.endorsers.row", number(parts[1]));
            case "answers" -> {
                String label = shortened(frame.text(questionnaire.labelOf(parts[1])));
                yield parts.length == 2 ? label : frame.t("inputs.form.check.row", label, number(parts[2]));
            }
            default -> "";
        };
    }

    private static String who(Frame frame, String field) {
        return switch (field) {
            case "behalf" -> frame.t("inputs.form.who.behalf");
            case "organisation" -> frame.t("inputs.form.who.organisation");
            case "stakeholderType" -> frame.t("inputs.form.who.type");
            case "scope" -> frame.t("inputs.form.who.scope");
            case "country" -> frame.t("inputs.form.who.country");
            case "region" -> frame.t("inputs.form.who.region");
            case "name" -> frame.t("inputs.form.who.name");
            case "email" -> frame.t("inputs.form.who.email");
            default -> "";
        };
    }

    // Rows are counted from 0 in fields, from 1 by people.
    private static int number(String place) {
        return SentStep.number(place) + 1;
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LONGEST
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
