package org.throughline.inputs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an input came in.
///
/// @param origin the way: the form, the API, a file of inputs, or paper typed in by the secretariat
/// @param owner the person who may replace and withdraw it; absent for imports without a known person
/// @param importKey names the row of the source, so that repeating an import does not double it
/// @param idempotencyKey given by an API client, so that repeating a request does not double it
/// @param receivedAt when it was received, where that was not now (imports and paper)
/// @param language the language of mails about it
public record Reception(
        Origin origin,
        @Nullable UUID owner,
        @Nullable String importKey,
        @Nullable String idempotencyKey,
        @Nullable Instant receivedAt,
        String language) {

    public static Reception form(UUID owner, String language) {
        return new Reception(Origin.FORM, owner, null, null, null, language);
    }

    public static Reception api(UUID owner, @Nullable String idempotencyKey) {
        return new Reception(Origin.API, owner, null, idempotencyKey, null, "en");
    }

    /// The ways in which an input comes in.
    public enum Origin {
        FORM,
        API,
        IMPORT,
        PAPER;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// Imports and paper are the secretariat's: they came in time elsewhere, so the window does not hold them.
        boolean byTheSecretariat() {
            return this == IMPORT || this == PAPER;
        }
    }
}
