package org.throughline.groups.web;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.throughline.audit.ActorWords;
import org.throughline.audit.AuditTrail;
import org.throughline.audit.FieldChanges;
import org.throughline.platform.web.Frame;

/// What was done to a meeting, in the reader's words.
public final class GroupActs {

    private static final int SHOWN = 30;

    private GroupActs() {}

    /// One act, when and by whom.
    ///
    /// @param changes what was different afterwards, field by field, where the act says so
    public record Line(String what, String when, String by, List<String> changes) {}

    static List<Line> of(Frame frame, AuditTrail audit, String subject) {
        return of(frame, audit, subject, Map.of(), (field, value) -> value);
    }

    /// @param labels of the fields, by their names
    /// @param values how a value of a field is called
    static List<Line> of(
            Frame frame, AuditTrail audit, String subject, Map<String, String> labels, BinaryOperator<String> values) {
        return audit.of(subject, SHOWN).stream()
                .map(act -> new Line(
                        words(frame, act.action()),
                        frame.dateTime(act.at()),
                        ActorWords.of(frame, act),
                        FieldChanges.lines(frame, act.details(), labels, values)))
                .toList();
    }

    public static String words(Frame frame, String action) {
        return switch (action) {
            case "group-added" -> frame.t("groups.act.group-added");
            case "group-edited" -> frame.t("groups.act.group-edited");
            case "seat-added" -> frame.t("groups.act.seat-added");
            case "seat-edited" -> frame.t("groups.act.seat-edited");
            case "seat-retired" -> frame.t("groups.act.seat-retired");
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
