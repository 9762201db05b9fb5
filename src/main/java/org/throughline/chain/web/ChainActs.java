package org.throughline.chain.web;

import org.throughline.platform.web.Frame;

/// What was done to an output and its links, in the reader's words.
public final class ChainActs {

    private ChainActs() {}

    public static String words(Frame frame, String action) {
        return switch (action) {
            case "output-added" -> frame.t("chain.act.output-added");
            case "output-edited" -> frame.t("chain.act.output-edited");
            case "output-withdrawn" -> frame.t("chain.act.output-withdrawn");
            case "link-added" -> frame.t("chain.act.link-added");
            case "link-edited" -> frame.t("chain.act.link-edited");
            case "link-withdrawn" -> frame.t("chain.act.link-withdrawn");
            default -> frame.t("audit.act.other");
        };
    }
}
