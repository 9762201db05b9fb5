package org.throughline.directory.web;

import org.throughline.audit.AuditTrail;
import org.throughline.directory.Role;
import org.throughline.platform.Json;
import org.throughline.platform.web.Frame;

/// What roles, and acts on accounts, are called in the reader's language.
public final class RoleWords {

    private RoleWords() {}

    static String name(Frame frame, Role role) {
        return frame.t(
                switch (role) {
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

    /// What somebody with this role does here, in a sentence.
    static String does(Frame frame, Role role) {
        return frame.t(
                switch (role) {
                    case CONTRIBUTOR -> "directory.role.contributor.does";
                    case ANALYST -> "directory.role.analyst.does";
                    case PUBLISHER -> "directory.role.publisher.does";
                    case SECRETARIAT -> "directory.role.secretariat.does";
                    case CHAIR -> "directory.role.chair.does";
                    case JUROR -> "directory.role.juror.does";
                    case VOTER -> "directory.role.voter.does";
                    case OPERATOR -> "directory.role.operator.does";
                });
    }

    public static String act(Frame frame, AuditTrail.Act act) {
        return switch (act.action()) {
            case "signed-in" -> frame.t("directory.act.signed-in");
            case "signed-out" -> frame.t("directory.act.signed-out");
            case "role-granted" -> frame.t("directory.act.role-granted", roleOf(frame, act));
            case "role-revoked" -> frame.t("directory.act.role-revoked", roleOf(frame, act));
            case "token-created" -> frame.t("directory.act.token-created");
            case "token-revoked" -> frame.t("directory.act.token-revoked");
            case "account-changed" -> frame.t("directory.act.account-changed");
            case "password-changed" -> frame.t("directory.act.password-changed");
            case "sessions-ended" -> frame.t("directory.act.sessions-ended");
            case "account-locked" -> frame.t("directory.act.account-locked");
            case "account-unlocked" -> frame.t("directory.act.account-unlocked");
            case "account-deleted" -> frame.t("directory.act.account-deleted");
            default -> frame.t("audit.act.other");
        };
    }

    private static String roleOf(Frame frame, AuditTrail.Act act) {
        return name(frame, Role.valueOf(Json.tree(act.details()).path("role").asString()));
    }
}
