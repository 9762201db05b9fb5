package org.throughline.roadmaps.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.PlannedDate;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import org.throughline.roadmaps.ActionPlan.Activity;
import org.throughline.roadmaps.ActionPlan.Facts;
import org.throughline.roadmaps.ActionPlan.Indicator;
import org.throughline.roadmaps.ActivityStatus;
import org.throughline.roadmaps.When;

/// The form of an action line's road map. Indicators and activities are numbered rows; rows left empty are
/// dropped.
final class PlanForm {

    static final int MOST_ROWS = 60;
    static final int BLANK_ROWS = 2;
    static final List<String> INDICATOR =
            List.of("name", "unit", "baseline", "baselineYear", "target", "targetYear", "source");
    static final List<String> ACTIVITY = List.of(
            "title", "responsible", "supporting", "starts", "due", "resources", "status", "updated", "evidence");
    private static final Pattern TARGET = Pattern.compile("(1[0-7]|[1-9])\\.(\\d{1,2}|[a-d])");
    private static final Pattern YEAR = Pattern.compile("((19|20)\\d{2})?");
    private static final int LONGEST = 500;
    private static final int LONGEST_TEXT = 5_000;

    private PlanForm() {}

    static Typed filled(Facts facts) {
        var filler = new Typed.Filler()
                .put("language", facts.language())
                .put("objective", facts.objective())
                .put("facilitators", facts.facilitators())
                .put("paragraphs", String.join("\n", facts.paragraphs()))
                .put("sdgTargets", String.join(", ", facts.sdgTargets()));
        for (int i = 0; i < facts.indicators().size(); i++) {
            Indicator one = facts.indicators().get(i);
            put(
                    filler,
                    "indicator-" + i,
                    INDICATOR,
                    List.of(
                            one.name(),
                            one.unit(),
                            one.baseline(),
                            one.baselineYear(),
                            one.target(),
                            one.targetYear(),
                            one.source()));
        }
        for (int i = 0; i < facts.activities().size(); i++) {
            Activity one = facts.activities().get(i);
            put(
                    filler,
                    "activity-" + i,
                    ACTIVITY,
                    List.of(
                            one.title(),
                            one.responsible(),
                            one.supporting(),
                            one.starts(),
                            one.due(),
                            one.resources(),
                            one.status().word(),
                            one.updated(),
                            one.evidence()));
        }
        Map<String, List<String>> values = new LinkedHashMap<>(filler.done().values());
        values.put("gdc", facts.gdc());
        return new Typed(values);
    }

    private static void put(Typed.Filler filler, String row, List<String> fields, List<String> values) {
        for (int i = 0; i < fields.size(); i++) filler.put(row + "-" + fields.get(i), values.get(i));
    }

    /// How many rows of a kind to show: those with something in them, and some more.
    static int rows(Typed typed, String kind, List<String> fields) {
        int last = -1;
        for (int i = 0; i < MOST_ROWS; i++) if (isFilled(typed, kind + "-" + i, fields)) last = i;
        return Math.min(MOST_ROWS, last + 1 + BLANK_ROWS);
    }

    private static boolean isFilled(Typed typed, String row, List<String> fields) {
        return fields.stream()
                .filter(field -> !field.equals("status"))
                .anyMatch(field -> !typed.of(row + "-" + field).isBlank());
    }

    /// What was typed; null when something is wrong, which then stands in `errors`.
    static @Nullable Facts read(Frame frame, Typed typed, List<String> gdc, FormErrors.Collector errors) {
        typed.unstorable().forEach(name -> errors.add(name, frame.t("roadmaps.desk.unstorable")));
        String language = typed.of("language");
        if (!Languages.isKnown(language)) errors.add("language", frame.t("roadmaps.plan.language.missing"));
        String objective = typed.of("objective").strip();
        if (objective.isEmpty()) errors.add("objective", frame.t("roadmaps.plan.objective.missing"));
        for (String name : List.of("objective", "facilitators", "paragraphs"))
            if (typed.of(name).length() > LONGEST_TEXT)
                errors.add(name, frame.t("roadmaps.desk.too-long", LONGEST_TEXT));
        List<String> targets = new ArrayList<>();
        for (String target : typed.of("sdgTargets").split("[\\s,;،；]+")) {
            if (target.isBlank()) continue;
            if (TARGET.matcher(target).matches()) targets.add(target);
            else errors.add("sdgTargets", frame.t("roadmaps.plan.targets.wrong", target));
        }
        List<Indicator> indicators =
                rows(typed, "indicator", INDICATOR, i -> indicator(frame, typed, "indicator-" + i + "-", errors));
        List<Activity> activities =
                rows(typed, "activity", ACTIVITY, i -> activity(frame, typed, "activity-" + i + "-", errors));
        if (!errors.isEmpty()) return null;
        return new Facts(
                language,
                objective,
                typed.of("facilitators").strip(),
                typed.of("paragraphs")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                typed.all("gdc").stream().filter(gdc::contains).distinct().toList(),
                targets,
                indicators,
                activities);
    }

    private static <T> List<T> rows(Typed typed, String kind, List<String> fields, IntFunction<T> row) {
        List<T> rows = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS; i++) if (isFilled(typed, kind + "-" + i, fields)) rows.add(row.apply(i));
        return rows;
    }

    private static Indicator indicator(Frame frame, Typed typed, String row, FormErrors.Collector errors) {
        lengths(frame, typed, row, INDICATOR, errors);
        if (typed.of(row + "name").isBlank()) errors.add(row + "name", frame.t("roadmaps.plan.indicator.missing"));
        for (String year : List.of("baselineYear", "targetYear"))
            if (!YEAR.matcher(typed.of(row + year).strip()).matches())
                errors.add(row + year, frame.t("roadmaps.plan.year.wrong"));
        return new Indicator(
                value(typed, row, "name"),
                value(typed, row, "unit"),
                value(typed, row, "baseline"),
                value(typed, row, "baselineYear"),
                value(typed, row, "target"),
                value(typed, row, "targetYear"),
                value(typed, row, "source"));
    }

    private static Activity activity(Frame frame, Typed typed, String row, FormErrors.Collector errors) {
        lengths(frame, typed, row, ACTIVITY, errors);
        if (typed.of(row + "title").isBlank()) errors.add(row + "title", frame.t("roadmaps.plan.activity.missing"));
        if (typed.of(row + "responsible").isBlank())
            errors.add(row + "responsible", frame.t("roadmaps.plan.responsible.missing"));
        for (String date : List.of("starts", "due", "updated")) {
            String typedDate = value(typed, row, date);
            if (!typedDate.isEmpty() && !PlannedDate.isOne(typedDate))
                errors.add(row + date, frame.t("roadmaps.desk.date.wrong"));
        }
        String starts = value(typed, row, "starts");
        String due = value(typed, row, "due");
        if (PlannedDate.isOne(starts)
                && PlannedDate.isOne(due)
                && new When(due, "", "").lastDay().isBefore(new When(starts, "", "").firstDay()))
            errors.add(row + "due", frame.t("roadmaps.desk.ends.wrong"));
        return new Activity(
                value(typed, row, "title"),
                value(typed, row, "responsible"),
                value(typed, row, "supporting"),
                starts,
                due,
                value(typed, row, "resources"),
                ActivityStatus.of(typed.of(row + "status")).orElse(ActivityStatus.PLANNED),
                value(typed, row, "updated"),
                value(typed, row, "evidence"));
    }

    private static void lengths(
            Frame frame, Typed typed, String row, List<String> fields, FormErrors.Collector errors) {
        for (String field : fields)
            if (typed.of(row + field).length() > LONGEST)
                errors.add(row + field, frame.t("roadmaps.desk.too-long", LONGEST));
    }

    private static String value(Typed typed, String row, String field) {
        return typed.of(row + field).strip();
    }
}
