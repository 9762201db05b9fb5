package org.throughline.stocktaking.web;

import org.throughline.stocktaking.KeeperRole;
import org.throughline.stocktaking.Keepers.Invitation;
import org.throughline.stocktaking.Keepers.State;

/// What the holder of a link is asked.
///
/// @param path of this page, with its language
public record InvitationPage(Invitation asked, String path) {

    public boolean open() {
        return asked.state() == State.OPEN;
    }

    public boolean handsOver() {
        return asked.role() == KeeperRole.OWNER;
    }
}
