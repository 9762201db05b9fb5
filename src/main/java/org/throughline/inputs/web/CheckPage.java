package org.throughline.inputs.web;

import java.util.List;

/// "Check your answers": everything that was typed, and what keeps it from being sent.
public record CheckPage(AnswerForm form, List<Problem> problems, List<Part> parts) {

    /// @param path leads to the very field, without the language prefix
    public record Problem(String path, String words) {}

    /// One step with what it holds.
    public record Part(String title, String path, List<Line> lines) {}

    /// @param foreign whether the value is in the language of the input rather than of the page
    public record Line(String label, String value, boolean foreign) {}

    public boolean ready() {
        return problems.isEmpty() && !form.late();
    }
}
