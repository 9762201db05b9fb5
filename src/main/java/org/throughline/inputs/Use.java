package org.throughline.inputs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.throughline.calls.Questionnaire;

/// The uses of an input that its owner is asked about, one by one.
public enum Use {
    /// Show the name of the organisation, or of the person who speaks for herself or himself.
    NAME,
    /// Show the answers.
    TEXT,
    /// Show the attached files and what they say.
    FILES,
    /// Quote passages in summaries and reports.
    QUOTATION,
    /// Show translations of the text.
    TRANSLATION;

    /// The uses that an owner is asked about: files only where the questionnaire takes any.
    public static List<Use> asked(Questionnaire questionnaire) {
        boolean files = questionnaire.questions().anyMatch(question -> question.kind() == Questionnaire.Kind.FILE);
        return Arrays.stream(values()).filter(use -> use != FILES || files).toList();
    }

    /// The name in the database, in JSON and in forms.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Use of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
