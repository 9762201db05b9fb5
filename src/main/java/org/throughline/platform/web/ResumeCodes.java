package org.throughline.platform.web;

import java.util.Optional;
import org.throughline.platform.access.Viewer;

/// Drafts that their owner finds again by a short code. Modules implement it; the page for codes asks all of them.
public interface ResumeCodes {

    /// Where the draft of this code goes on, without the language prefix; nothing for a code that names no draft of
    /// this person.
    Optional<String> pathOf(String code, Viewer viewer);
}
