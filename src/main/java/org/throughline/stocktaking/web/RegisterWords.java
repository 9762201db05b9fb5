package org.throughline.stocktaking.web;

import org.throughline.platform.PersonalData;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.ProjectRecord.State;

/// The secretariat's words for states and acts, in the reader's language.
public final class RegisterWords {

    private RegisterWords() {}

    public static String of(Frame frame, State state) {
        return switch (state) {
            case WAITING -> frame.t("stocktaking.desk.state.waiting");
            case ASKED_BACK -> frame.t("stocktaking.desk.state.asked-back");
            case DECLINED -> frame.t("stocktaking.desk.state.declined");
            case UNPUBLISHED -> frame.t("stocktaking.desk.state.unpublished");
            case PUBLISHED -> frame.t("stocktaking.desk.state.published");
            case WITHDRAWN -> frame.t("stocktaking.desk.state.withdrawn");
            case MERGED -> frame.t("stocktaking.desk.state.merged");
        };
    }

    public static String of(Frame frame, PersonalData.Kind kind) {
        return switch (kind) {
            case EMAIL -> frame.t("stocktaking.desk.personal.email");
            case PHONE -> frame.t("stocktaking.desk.personal.phone");
            case ACCOUNT -> frame.t("stocktaking.desk.personal.account");
            case IDENTITY -> frame.t("stocktaking.desk.personal.identity");
            case ADDRESS -> frame.t("stocktaking.desk.personal.address");
        };
    }

    public static String act(Frame frame, String action) {
        return switch (action) {
            case "project-received" -> frame.t("stocktaking.desk.act.received");
            case "project-changed" -> frame.t("stocktaking.desk.act.changed");
            case "project-published" -> frame.t("stocktaking.desk.act.published");
            case "project-asked-back" -> frame.t("stocktaking.desk.act.asked-back");
            case "project-declined" -> frame.t("stocktaking.desk.act.declined");
            case "project-unpublished" -> frame.t("stocktaking.desk.act.unpublished");
            case "project-confirmed" -> frame.t("stocktaking.desk.act.confirmed");
            case "project-closed" -> frame.t("stocktaking.desk.act.closed");
            case "project-withdrawn" -> frame.t("stocktaking.desk.act.withdrawn");
            case "project-consent-changed" -> frame.t("stocktaking.desk.act.consent");
            case "project-merged" -> frame.t("stocktaking.desk.act.merged");
            case "project-amended" -> frame.t("stocktaking.desk.act.amended");
            case "project-code-added" -> frame.t("stocktaking.desk.act.code-added");
            case "project-unmerged" -> frame.t("stocktaking.desk.act.unmerged");
            case "project-decision-undone" -> frame.t("stocktaking.desk.act.undone");
            case "keeper-invited" -> frame.t("stocktaking.act.invited");
            case "keeper-uninvited" -> frame.t("stocktaking.act.uninvited");
            case "keeper-accepted" -> frame.t("stocktaking.act.keeper-accepted");
            case "keeper-declined" -> frame.t("stocktaking.act.keeper-declined");
            case "keeper-removed" -> frame.t("stocktaking.act.keeper-removed");
            case "claim-granted" -> frame.t("stocktaking.act.claim-granted");
            case "claim-refused" -> frame.t("stocktaking.act.claim-refused");
            case "collection-created" -> frame.t("stocktaking.act.collection-created");
            case "collection-form-changed" -> frame.t("stocktaking.act.collection-form");
            case "collection-form-discarded" -> frame.t("stocktaking.act.collection-form-discarded");
            case "collection-opened" -> frame.t("stocktaking.act.collection-opened");
            case "collection-closed" -> frame.t("stocktaking.act.collection-closed");
            case "collection-renamed" -> frame.t("stocktaking.act.collection-renamed");
            case "entry-claimed" -> frame.t("stocktaking.act.claimed");
            case "projects-imported" -> frame.t("stocktaking.act.imported");
            case "projects-tagged" -> frame.t("stocktaking.act.tagged");
            case "projects-untagged" -> frame.t("stocktaking.act.untagged");
            default -> frame.t("audit.act.other");
        };
    }
}
