package org.throughline.citations;

import java.util.Collection;
import java.util.Map;
import org.throughline.platform.web.Frame;

/// How instruments are called in full, for readers to whom a number says nothing. Implemented by who keeps them;
/// without it they go by the words that cite them.
public interface CitableNames {

    /// By their names in addresses; what is not on record is left out.
    Map<String, String> of(Frame frame, Collection<String> slugs);
}
