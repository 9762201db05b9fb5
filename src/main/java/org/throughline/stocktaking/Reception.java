package org.throughline.stocktaking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a project came in.
///
/// @param origin the way: the form, the API, a file of projects, or paper typed in by the secretariat
/// @param person who brought it in; absent for what the program did by itself
/// @param role what that person is to the project; absent for imports and paper, which have no keeper yet
/// @param sourceKey names the row of the source, so that repeating an import does not double it
/// @param idempotencyKey given by an API client, so that repeating a request does not double it
/// @param receivedAt when it was received, where that was not now
/// @param confirmedAt when its owner last said that it is true, where that was not when it was received
public record Reception(
        Origin origin,
        @Nullable UUID person,
        @Nullable KeeperRole role,
        @Nullable String sourceKey,
        @Nullable String idempotencyKey,
        @Nullable Instant receivedAt,
        @Nullable Instant confirmedAt) {

    public static Reception form(UUID person, KeeperRole role) {
        return new Reception(Origin.FORM, person, role, null, null, null, null);
    }

    public static Reception imported(@Nullable UUID person, String sourceKey, @Nullable Instant at) {
        return new Reception(Origin.IMPORT, person, null, sourceKey, null, at, at);
    }

    /// The ways in which a project comes in.
    public enum Origin {
        FORM,
        API,
        IMPORT,
        PAPER;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
