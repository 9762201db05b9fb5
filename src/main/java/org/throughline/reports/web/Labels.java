package org.throughline.reports.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.reports.Figure;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// What the codes in figures are called, in one language; what the register's own form chooses from by the form's
/// words.
final class Labels {

    // Before a code in Latin letters, so that it does not decide which way an Arabic name runs.
    private static final String RIGHT_TO_LEFT = "\u200F";

    private final Messages.Texts texts;
    private final TermNames names;
    private final Map<String, LocalizedText> choices = new HashMap<>();

    /// @param form of the register; absent for one that is gone
    Labels(Messages.Texts texts, TermNames names, @Nullable ProjectForm form) {
        this.texts = texts;
        this.names = names;
        if (form == null) return;
        keep(form, "activityType");
        keep(form, "status");
    }

    private void keep(ProjectForm form, String field) {
        form.field(field)
                .ifPresent(one ->
                        one.choices().forEach(choice -> choices.put(field + " " + choice.code(), choice.label())));
    }

    String of(Figure figure, String code) {
        return switch (figure) {
            case ACTION_LINE, ACTION_LINE_SDG -> line(code);
            case SDG -> goal(code);
            case REGION -> names.region(code, texts.language());
            case COUNTRY -> country(code);
            case STAKEHOLDER_TYPE -> type(code);
            case ACTIVITY_TYPE -> choice("activityType", code);
            case STATUS -> choice("status", code);
            case YEAR, NEW_UPDATED -> code;
            case COMPLETENESS -> {
                String[] ends = code.split("-");
                yield texts.of("reports.figure.band", Integer.valueOf(ends[0]), Integer.valueOf(ends[1]));
            }
            case LIGHT -> light(code);
        };
    }

    /// An action line as it is cited. Below C7 the codes are the program's own.
    String line(String code) {
        LocalizedText name = names.names(Vocabulary.ACTION_LINES, code);
        if (name.isEmpty()) return code;
        String words = name.textFor(texts.language());
        boolean toTheLeft =
                Languages.direction(name.languageFor(texts.language())).equals("rtl");
        return (toTheLeft ? RIGHT_TO_LEFT : "") + code.replaceFirst("-.*", "") + " " + words;
    }

    String goal(String code) {
        LocalizedText name = names.names(Vocabulary.SDGS, code);
        return name.isEmpty() ? code : texts.of("vocabulary.term.goal", code, name);
    }

    String country(String code) {
        return names.country(code, texts.language());
    }

    String region(String code) {
        return names.region(code, texts.language());
    }

    String type(String code) {
        return names.type(code, texts.language());
    }

    String choice(String field, String code) {
        LocalizedText label = choices.getOrDefault(field + " " + code, LocalizedText.EMPTY);
        return label.isEmpty() ? code : label.textFor(texts.language());
    }

    private String light(String code) {
        return switch (code) {
            case "fresh" -> texts.of("reports.light.fresh");
            case "due" -> texts.of("reports.light.due");
            case "stale" -> texts.of("reports.light.stale");
            case "closed" -> texts.of("reports.light.closed");
            default -> code;
        };
    }

    static String titleKey(Figure figure) {
        return switch (figure) {
            case ACTION_LINE -> "reports.figure.action-line";
            case SDG -> "reports.figure.sdg";
            case ACTION_LINE_SDG -> "reports.figure.action-line-sdg";
            case REGION -> "reports.figure.region";
            case COUNTRY -> "reports.figure.country";
            case STAKEHOLDER_TYPE -> "reports.figure.stakeholder-type";
            case ACTIVITY_TYPE -> "reports.figure.activity-type";
            case STATUS -> "reports.figure.status";
            case YEAR -> "reports.figure.year";
            case NEW_UPDATED -> "reports.figure.new-updated";
            case COMPLETENESS -> "reports.figure.completeness";
            case LIGHT -> "reports.figure.light";
        };
    }

    static String headKey(Figure figure) {
        return switch (figure) {
            case ACTION_LINE, ACTION_LINE_SDG -> "reports.head.action-line";
            case SDG -> "reports.head.sdg";
            case REGION -> "reports.head.region";
            case COUNTRY -> "reports.head.country";
            case STAKEHOLDER_TYPE -> "reports.head.stakeholder-type";
            case ACTIVITY_TYPE -> "reports.head.activity-type";
            case STATUS -> "reports.head.status";
            case YEAR, NEW_UPDATED -> "reports.head.year";
            case COMPLETENESS -> "reports.head.completeness";
            case LIGHT -> "reports.head.light";
        };
    }
}
