package org.throughline.directory.web;

import org.throughline.directory.Role;
import org.throughline.platform.web.Frame;

/// What roles are called, and what they allow, in the reader's language.
final class RoleWords {

    private RoleWords() {}

    static String name(Frame frame, Role role) {
        return frame.t(switch (role) {
            case CONTRIBUTOR -> "directory.role.contributor";
            case ANALYST -> "directory.role.analyst";
            case PUBLISHER -> "directory.role.publisher";
            case SECRETARIAT -> "directory.role.secretariat";
            case CHAIR -> "directory.role.chair";
            case JUROR -> "directory.role.juror";
            case VOTER -> "directory.role.voter";
            case OPERATOR -> "directory.role.operator";
        });
    }
}
