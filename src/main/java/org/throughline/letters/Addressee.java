package org.throughline.letters;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A state or an entity that circular letters go to. For the secretariat's eyes, because of the focal point.
///
/// @param name empty for a state, which the vocabulary names
/// @param focalPoint who speaks for it now; absent where nobody does
public record Addressee(
        UUID id,
        String addresseeClass,
        @Nullable String country,
        String name,
        boolean ended,
        int version,
        @Nullable FocalPoint focalPoint) {}
