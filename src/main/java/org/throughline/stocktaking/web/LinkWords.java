package org.throughline.stocktaking.web;

import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.links.ProjectLinks.Link;

/// What came of looking at a link, in the reader's language.
public final class LinkWords {

    private LinkWords() {}

    public static String of(Frame frame, Link link) {
        return switch (link.outcome()) {
            case "works" -> frame.t("stocktaking.links.works");
            case "unclear" -> frame.t("stocktaking.links.unclear", Integer.toString(link.status()));
            case "missing" -> frame.t("stocktaking.links.missing", Integer.toString(link.status()));
            case "broken" -> frame.t("stocktaking.links.broken", Integer.toString(link.status()));
            case "no-host" -> frame.t("stocktaking.links.no-host");
            case "no-connection" -> frame.t("stocktaking.links.no-connection");
            case "too-slow" -> frame.t("stocktaking.links.too-slow");
            case "certificate" -> frame.t("stocktaking.links.certificate");
            case "loop" -> frame.t("stocktaking.links.loop");
            case "forbidden" -> frame.t("stocktaking.links.forbidden");
            default -> frame.t("stocktaking.links.unseen");
        };
    }
}
