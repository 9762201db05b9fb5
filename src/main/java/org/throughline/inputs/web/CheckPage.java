package org.throughline.inputs.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// "Check your answers": everything that was typed, and what keeps it from being sent.
public record CheckPage(AnswerForm form, List<Problem> problems, List<Part> parts) {

    /// @param path leads to the very field, without the language prefix
    public record Problem(String path, String words) {}

    /// One step with what it holds.
    public record Part(String title, String path, List<Line> lines) {}

    /// @param labelLang the language of the label where it is not the reader's
    /// @param foreign whether the value is in the language of the input rather than of the page
    public record Line(String label, @Nullable String labelLang, String value, boolean foreign) {
        Line(String label, String value, boolean foreign) {
            this(label, null, value, foreign);
        }
    }

    public boolean ready() {
        return problems.isEmpty() && !form.late();
    }
}
