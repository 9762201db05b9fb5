package org.throughline.mandates.web;

import java.util.List;
import java.util.Map;
import org.throughline.mandates.Due;
import org.throughline.mandates.Entry;
import org.throughline.platform.PlannedDate;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;

/// What the fields of a task must be together, where each by itself is right.
final class TaskForm {

    private TaskForm() {}

    /// A task begins with what is known of the paragraph that it is written from.
    static Typed from(Entry paragraph) {
        return new Typed.Filler()
                .put("revision", paragraph.value("revision"))
                .put("paragraph", paragraph.value("label"))
                .put("words", paragraph.words("words"))
                .put("certainty", paragraph.value("certainty"))
                .put("source", paragraph.value("source"))
                .put("sourceUrl", paragraph.value("sourceUrl"))
                .done();
    }

    static void check(Frame frame, Map<String, String> values, FormErrors.Collector errors) {
        roles(frame, values, errors);
        String due = values.getOrDefault("due", "");
        String every = values.getOrDefault("every", "");
        String unit = values.getOrDefault("unit", "");
        String until = values.getOrDefault("until", "");
        if (every.isEmpty() && !unit.isEmpty()) errors.add("every", frame.t("mandates.desk.every.missing"));
        if (!every.isEmpty() && unit.isEmpty()) errors.add("unit", frame.t("mandates.desk.unit.missing"));
        boolean once = every.isEmpty() || unit.isEmpty();
        String rhythm = once ? "" : "P" + every + (unit.equals("years") ? "Y" : "M");
        if (!once && isDate(due) && isNumber(every) && !Due.isRhythm(due, rhythm))
            errors.add("every", frame.t("mandates.desk.every.inexact"));
        if (until.isEmpty() || !PlannedDate.isOne(until)) return;
        if (once) errors.add("until", frame.t("mandates.desk.until.once"));
        else if (isDate(due) && !Due.isEnd(due, rhythm, until))
            errors.add("until", frame.t("mandates.desk.until.early"));
    }

    private static void roles(Frame frame, Map<String, String> values, FormErrors.Collector errors) {
        List<String> responsible = codes(values, "responsible");
        if (codes(values, "invited").stream().anyMatch(responsible::contains))
            errors.add("invited", frame.t("mandates.desk.invited.twice"));
    }

    private static List<String> codes(Map<String, String> values, String field) {
        String value = values.getOrDefault(field, "");
        return value.isEmpty() ? List.of() : List.of(value.split(" "));
    }

    private static boolean isDate(String due) {
        return due.isEmpty() || PlannedDate.isOne(due);
    }

    /// How many months or years lie between two times: from 1 to 100.
    static boolean isNumber(String every) {
        return every.matches("[1-9][0-9]?|100");
    }
}
