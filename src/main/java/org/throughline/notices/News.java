package org.throughline.notices;

import org.jspecify.annotations.Nullable;

/// Something that happened to an entry of the register, as everybody may know it.
///
/// @param into the entry that it is part of now, where it was merged with a public one
record News(What what, long number, @Nullable Long into) {

    enum What {
        PUBLISHED,
        CHANGED,
        OVER,
        WITHDRAWN,
        MERGED
    }
}
