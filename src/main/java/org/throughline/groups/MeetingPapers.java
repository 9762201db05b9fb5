package org.throughline.groups;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// Who has papers of meetings; the meeting's page asks every one there is.
public interface MeetingPapers {

    /// Those that everybody may read, in the order in which they are to stand.
    List<Paper> of(UUID meeting);

    /// Where a paper for a meeting is written, without the language; empty where none is taken for it here.
    String writing(Meeting meeting);

    /// @param item the item of the agenda that it belongs to; absent for one that belongs to none
    /// @param symbol such as `CWG-WSIS&SDG-40/12`
    /// @param source who hands it in; empty where that is not known
    /// @param url an address here, without the language, or elsewhere
    /// @param supersededBy the symbol of the revision that took its place; empty where none did
    record Paper(
            @Nullable UUID item,
            String symbol,
            LocalizedText title,
            LocalizedText source,
            String url,
            String supersededBy) {}
}
