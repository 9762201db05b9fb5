package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// "Check your answers": everything that was typed, and what keeps it from being sent.
///
/// @param left what the form does not ask any more, and is not sent
/// @param overtaken the state of the entry that somebody else sent meanwhile; absent when nobody did
/// @param theirs where that state and this draft differ
public record DraftCheckPage(
        DraftSteps form,
        List<Problem> problems,
        List<Part> parts,
        List<Line> left,
        @Nullable Integer overtaken,
        List<DraftClash> theirs) {

    /// @param path leads to the very field, without the language prefix
    public record Problem(String path, String words) {}

    /// One step with what it holds.
    public record Part(String title, @Nullable String titleLang, String path, List<Line> lines) {}

    /// @param labelLang the language of the label where it is not the reader's
    /// @param foreign whether the value is in the language of the entry rather than of the page
    public record Line(String label, @Nullable String labelLang, String value, boolean foreign) {}

    public boolean ready() {
        return problems.isEmpty() && overtaken == null;
    }
}
