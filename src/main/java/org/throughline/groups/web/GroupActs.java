package org.throughline.groups.web;

import java.util.List;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.web.Frame;

/// What was done to a meeting, in the reader's words.
public final class GroupActs {

    private static final int SHOWN = 30;

    private GroupActs() {}

    /// One act, when and by whom.
    public record Line(String what, String when, String by) {}

    static List<Line> of(Frame frame, AuditTrail audit, String subject) {
        return audit.of(subject, SHOWN).stream()
                .map(act -> new Line(words(frame, act.action()), frame.dateTime(act.at()), act.name()))
                .toList();
    }

    public static String words(Frame frame, String action) {
        return switch (action) {
            case "meeting-added" -> frame.t("groups.act.meeting-added");
            case "meeting-edited" -> frame.t("groups.act.meeting-edited");
            case "agenda-item-added" -> frame.t("groups.act.item-added");
            case "agenda-item-edited" -> frame.t("groups.act.item-edited");
            case "agenda-item-moved" -> frame.t("groups.act.item-moved");
            case "agenda-item-removed" -> frame.t("groups.act.item-removed");
            case "participant-accepted" -> frame.t("groups.act.participant-accepted");
            case "participant-declined" -> frame.t("groups.act.participant-declined");
            case "decision-added" -> frame.t("groups.act.decision-added");
            case "decision-edited" -> frame.t("groups.act.decision-edited");
            case "decision-step-added" -> frame.t("groups.act.step-added");
            case "decision-step-removed" -> frame.t("groups.act.step-removed");
            default -> frame.t("audit.act.other");
        };
    }
}
