package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.OwnInput;
import org.throughline.platform.LocalizedText;

/// An input as its owner sees it.
///
/// @param isPublic what the public sees of it now, as sentences
/// @param owner whether the reader is the owner rather than the secretariat
public record OwnInputPage(
        Call call,
        OwnInput own,
        String state,
        List<String> isPublic,
        List<UseChoice> uses,
        List<AnswerLine> answers,
        List<EndorserLine> endorsers,
        List<HistoryLine> history,
        boolean owner) {

    /// One use with what is in force.
    public record UseChoice(String word, String question, String meaning, boolean allowed) {}

    public record AnswerLine(LocalizedText question, ShownAnswer answer) {}

    public record EndorserLine(String organisation, String name, String standing) {}

    public record HistoryLine(String at, String words) {}

    public String base() {
        return "/inputs/" + own.input().id().value();
    }
}
