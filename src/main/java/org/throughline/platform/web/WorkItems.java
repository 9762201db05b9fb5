package org.throughline.platform.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.access.Viewer;

/// What waits for a signed-in person in some part of the program. Modules implement it; the page "My work" shows
/// what all of them have, the earliest deadline first.
public interface WorkItems {

    /// What waits for this person, in a language; nothing for people who may not do the work.
    List<Item> of(Viewer viewer, String language);

    /// @param label what is to be done, as the words of a link
    /// @param path an address of this site without the language prefix
    /// @param note a sentence about it, may be empty
    /// @param due until when; absent where nothing presses
    record Item(
            String label,
            String path,
            String note,
            @Nullable Instant due) {}
}
