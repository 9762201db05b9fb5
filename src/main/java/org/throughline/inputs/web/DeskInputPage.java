package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.Dossier;
import org.throughline.inputs.Examination;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PersonalData;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.TermNames;

/// One input whole, with what the checks say and what can be done.
///
/// @param duplicateOf the number of the input this one repeats; 0 when it repeats none
/// @param missing the labels of the questions that had to be answered
public record DeskInputPage(
        Call call,
        Dossier dossier,
        Examination checks,
        List<Part> parts,
        List<Attached> files,
        List<LocalizedText> missing,
        int duplicateOf,
        Typed typed,
        FormErrors errors,
        List<ActLine> acts,
        TermNames terms) {

    /// An answer under its question: laid out for reading, or, where something in it looks like personal data, as text
    /// that is cut there.
    public record Part(String question, LocalizedText label, ShownAnswer answer, List<Stretch> stretches) {

        public boolean cut() {
            return stretches.stream().anyMatch(stretch -> stretch.kind() != null);
        }
    }

    /// @param kind what it looks like; null for plain text
    public record Stretch(String text, PersonalData.@org.jspecify.annotations.Nullable Kind kind) {}

    public record Attached(String address, String title, String name, String size, boolean original) {}

    public record ActLine(String what, String when, String by, String why) {}
}
