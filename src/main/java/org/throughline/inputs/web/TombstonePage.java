package org.throughline.inputs.web;

import org.throughline.calls.Call;
import org.throughline.inputs.Tombstone;
import org.throughline.platform.web.Frame;

/// What stands at the address of an input that was public once.
public record TombstonePage(Call call, Tombstone tombstone) {

    public String words(Frame frame) {
        String date = frame.date(tombstone.goneAt());
        return switch (tombstone.state()) {
            case "withdrawn" -> frame.t("inputs.gone.withdrawn", date);
            case "duplicate" -> frame.t("inputs.gone.duplicate");
            default -> frame.t("inputs.gone.unpublished");
        };
    }
}
