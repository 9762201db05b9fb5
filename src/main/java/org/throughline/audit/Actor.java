package org.throughline.audit;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;

/// Who acts: a signed-in person, or the program itself on somebody's order (an import, the demo world).
///
/// @param person the person's id, absent for the program itself
/// @param name how the audit trail names the actor
public record Actor(@Nullable UUID person, String name, Set<Permission> permissions) {

    public static Actor of(Viewer viewer) {
        return new Actor(viewer.id(), viewer.name(), viewer.permissions());
    }

    /// The program itself, named by what it is doing, with every permission.
    public static Actor system(String name) {
        return new Actor(null, name, Set.of(Permission.values()));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
