package org.throughline.stocktaking.web;

import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.KeeperRole;
import org.throughline.stocktaking.ProjectRecord;

/// How an entry stands and who keeps it, in words for its keepers.
final class EntryWords {

    private EntryWords() {}

    static String role(Frame frame, KeeperRole role) {
        return switch (role) {
            case OWNER -> frame.t("stocktaking.mine.role.owner");
            case NOMINATOR -> frame.t("stocktaking.mine.role.nominator");
            case KEEPER -> frame.t("stocktaking.mine.role.keeper");
        };
    }

    /// What somebody else is to an entry.
    static String keeper(Frame frame, KeeperRole role) {
        return switch (role) {
            case OWNER -> frame.t("stocktaking.mine.keeper.owner");
            case NOMINATOR -> frame.t("stocktaking.mine.keeper.nominator");
            case KEEPER -> frame.t("stocktaking.mine.keeper.keeper");
        };
    }

    static String state(Frame frame, ProjectRecord entry) {
        return switch (entry.state()) {
            case WITHDRAWN -> frame.t("stocktaking.mine.state.withdrawn");
            case MERGED -> frame.t("stocktaking.mine.state.merged");
            case ASKED_BACK -> frame.t("stocktaking.mine.state.asked-back");
            case DECLINED -> frame.t("stocktaking.mine.state.declined");
            case UNPUBLISHED -> frame.t("stocktaking.mine.state.unpublished");
            case WAITING ->
                entry.publishedAt() == null
                        ? frame.t("stocktaking.mine.state.received")
                        : frame.t("stocktaking.mine.state.changed");
            case PUBLISHED ->
                entry.closedAt() != null
                        ? frame.t("stocktaking.mine.state.closed")
                        : frame.t("stocktaking.mine.state.published");
        };
    }
}
