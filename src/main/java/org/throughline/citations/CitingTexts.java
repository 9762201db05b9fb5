package org.throughline.citations;

import java.util.function.Consumer;

/// Who owns things that cite. Implemented by each owner, so that all of them can be read anew when there are more
/// instruments on record than before, or when citations are found by better rules.
public interface CitingTexts {

    Citing.Kind kind();

    /// Hands over each public thing of this kind, one after the other, with its words.
    void each(Consumer<CitingText> taker);
}
