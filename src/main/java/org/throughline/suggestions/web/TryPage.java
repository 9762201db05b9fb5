package org.throughline.suggestions.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;

/// The page on which a text is tried out.
///
/// @param results for each vocabulary that was asked for; empty before anything was asked
public record TryPage(
        String text, List<Option> vocabularies, List<Option> languages, List<Result> results, FormErrors errors) {

    /// @param title the vocabulary's
    public record Result(String title, SuggestedCodes suggested) {}
}
