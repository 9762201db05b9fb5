package org.throughline.notices.web;

import org.throughline.platform.web.Frame;

/// What was done with letters and calls, in the reader's words.
public final class NoticeActs {

    private NoticeActs() {}

    public static String words(Frame frame, String action) {
        return switch (action) {
            case "mailing-released" -> frame.t("notices.act.released");
            case "mailing-stopped" -> frame.t("notices.act.stopped");
            case "mailing-resumed" -> frame.t("notices.act.resumed");
            case "mailing-repeated" -> frame.t("notices.act.repeated");
            case "mailing-doubt-left" -> frame.t("notices.act.doubt-left");
            default -> frame.t("audit.act.other");
        };
    }
}
