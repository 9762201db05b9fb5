package org.throughline.ledger;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What an input's owner allowed after it was sent, as it goes into a [CallArchive].
///
/// @param recorded each change that is on record, with what opens its entry
/// @param unrecorded changes since the newest receipt from before such changes were put on record, oldest first,
/// each `{"at":…,"use":"name","allowed":false}`
public record ArchivedConsent(List<Recorded> recorded, JsonNode unrecorded) {

    /// A change that is on record.
    public record Recorded(EntryId entry, Receipt.Opened opened) {}

    public ArchivedConsent {
        recorded = List.copyOf(recorded);
    }
}
