package org.throughline.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody with an account.
///
/// @param email where mail reaches the person; never shown to the public
/// @param name as the person wrote it
/// @param language one of the six, for mail to the person
/// @param verifiedAt when the person first showed that the address is theirs
/// @param disabledAt when an operator locked the account
public record Person(
        PersonId id,
        EmailAddress email,
        String name,
        String language,
        Instant createdAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant disabledAt) {

    public boolean disabled() {
        return disabledAt != null;
    }
}
