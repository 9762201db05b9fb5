package org.throughline.inputs;

import java.util.List;
import java.util.Map;
import org.throughline.calls.CallId;

/// Where an input went. The synthesis implements it; an input's page asks it.
public interface InputUses {

    /// The published sentences that rest on an input, with the span each uses.
    List<InputUse> of(CallId call, int number);

    /// How many published sentences rest on each input that has any, by its number.
    Map<Integer, Integer> counts(CallId call);

    /// @param path the sentence's address on this site, without the language prefix
    /// @param start and `end` in UTF-16 code units of the text of the answer to `question`
    record InputUse(
            int line,
            String section,
            String sentence,
            String language,
            String path,
            String question,
            int start,
            int end) {

        public String anchor() {
            return InputUses.anchor(question, start, end);
        }
    }

    /// The name of a passage on the page of its input, for links to the very words.
    static String anchor(String question, int start, int end) {
        return "passage-" + question + "-" + start + "-" + end;
    }

    /// Whether the call has a published summary at all.
    boolean hasSummary(CallId call);
}
