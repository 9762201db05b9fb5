package org.throughline.directory;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;

/// Who is signed in: what a session remembers of a person. What it says is brought up to date at every request, so
/// that a role takes effect at once and an ended session ends.
///
/// @param version the person's session number; a session with an older one is over
/// @param way how the person proved who they are
/// @param since when they did
public record SignedInPerson(UUID id, String name, Set<Permission> permissions, int version, Way way, Instant since)
        implements Viewer, Serializable {

    /// How somebody came in.
    public enum Way {
        PASSWORD,
        LINK,
        /// As one of the example people of a demonstration.
        PERSONA,
        TOKEN
    }

    public PersonId person() {
        return new PersonId(id);
    }
}
