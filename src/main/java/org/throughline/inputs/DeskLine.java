package org.throughline.inputs;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.inputs.Examination.Finding;

/// An input in the secretariat's list.
///
/// @param name of the organisation or person, whether or not it may be shown to the public
/// @param publishable whether its owner allows the text to be shown
public record DeskLine(
        InputId id,
        int number,
        int version,
        InputRecord.State state,
        String name,
        String stakeholderType,
        @Nullable String country,
        String language,
        Reception.Origin origin,
        Instant receivedAt,
        boolean publishable,
        Set<Finding> findings) {

    /// Whether it can be published without a closer look.
    public boolean isClean() {
        return state == InputRecord.State.RECEIVED && publishable && findings.isEmpty();
    }
}
