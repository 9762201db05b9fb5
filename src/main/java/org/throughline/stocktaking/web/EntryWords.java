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

    static String state(Frame frame, ProjectRecord entry) {
        if (entry.withdrawnAt() != null) return frame.t("stocktaking.mine.state.withdrawn");
        if (entry.mergedInto() != null) return frame.t("stocktaking.mine.state.merged");
        if (entry.askedBackAt() != null) return frame.t("stocktaking.mine.state.asked-back");
        if (entry.declinedAt() != null) return frame.t("stocktaking.mine.state.declined");
        if (entry.publishedAt() == null) return frame.t("stocktaking.mine.state.received");
        if (entry.waits()) return frame.t("stocktaking.mine.state.changed");
        return entry.closedAt() != null
                ? frame.t("stocktaking.mine.state.closed")
                : frame.t("stocktaking.mine.state.published");
    }
}
