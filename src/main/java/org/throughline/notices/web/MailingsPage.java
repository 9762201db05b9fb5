package org.throughline.notices.web;

import java.util.List;
import org.throughline.notices.Mailing;
import org.throughline.notices.Mailings;
import org.throughline.platform.web.Frame;

/// The letters to all members, newest first.
public record MailingsPage(List<Mailing> mailings, Mailings.Audience audience) {

    public static String title(Frame frame, Mailing mailing) {
        return mailing.subject().isEmpty() ? frame.t("notices.mailing.untitled") : frame.text(mailing.subject());
    }

    public static String state(Frame frame, Mailing mailing) {
        return switch (mailing.state()) {
            case DRAFT -> frame.t("notices.mailing.state.draft");
            case LISTING -> frame.t("notices.mailing.state.listing");
            case SENDING -> frame.t("notices.mailing.state.sending");
            case STOPPED -> frame.t("notices.mailing.state.stopped");
            case DONE -> frame.t("notices.mailing.state.done");
        };
    }
}
