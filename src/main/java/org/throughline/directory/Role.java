package org.throughline.directory;

import java.util.EnumSet;
import java.util.Set;
import org.throughline.platform.access.Permission;

/// What somebody does in a review, as the operator grants it, and what that lets them do.
public enum Role {
    /// Everybody with an account; never granted, never taken away.
    CONTRIBUTOR(Permission.CONTRIBUTE),
    ANALYST(Permission.ANALYSE),
    PUBLISHER(Permission.PUBLISH_INPUTS, Permission.MODERATE_REGISTER),
    SECRETARIAT(Permission.MANAGE_CALLS, Permission.PUBLISH_INPUTS, Permission.MODERATE_REGISTER, Permission.ANALYSE),
    CHAIR(Permission.SIGN_OFF, Permission.ANALYSE),
    JUROR,
    VOTER,
    OPERATOR(Permission.OPERATE);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    /// What a person with these roles may do, everybody's own right to contribute included.
    public static Set<Permission> permissionsOf(Set<Role> roles) {
        Set<Permission> all = EnumSet.copyOf(CONTRIBUTOR.permissions);
        roles.forEach(role -> all.addAll(role.permissions));
        return Set.copyOf(all);
    }
}
