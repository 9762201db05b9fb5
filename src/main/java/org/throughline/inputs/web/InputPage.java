package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.InputLine;
import org.throughline.inputs.InputUses.InputUse;
import org.throughline.inputs.PublishedInput;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Surroundings;

/// A published input with its answers, marked where sentences rest on them, and where it went.
///
/// @param family all published inputs of its campaign; empty when it is in none
/// @param around what became of the summary that rests on it, or else of all that came in
public record InputPage(
        Call call,
        PublishedInput input,
        String type,
        String country,
        String region,
        String language,
        List<AnswerPart> answers,
        List<InputLine> family,
        List<InputUse> uses,
        boolean summarised,
        List<Surroundings.Block> around) {

    /// @param section the heading above the answer; empty when it is the same as for the answer before
    public record AnswerPart(LocalizedText section, LocalizedText question, String code, ShownAnswer answer) {}

    /// The title of the page: who speaks, or the number where the name may not be shown.
    public boolean named() {
        return !input.name().isEmpty();
    }
}
