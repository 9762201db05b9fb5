package org.throughline.mandates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Source;

/// A task for programs. What is not known is left out, never made up.
public final class TaskJson {

    private TaskJson() {}

    /// @param site the address of this installation
    public static Map<String, Object> of(String site, Task task, LocalDate today) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", site + task.path());
        json.put("instrument", task.instrument());
        json.put("number", task.number());
        if (!task.paragraph().isEmpty()) json.put("paragraph", task.paragraph());
        json.put("words", task.words());
        if (!task.note().isEmpty()) json.put("note", task.note());
        task.verbWord().ifPresent(verb -> json.put("verb", verb));
        json.put("asked", asked(task));
        json.put("actionLines", task.actionLines());
        json.put("sdgs", task.sdgs());
        json.put("gdc", task.gdc());
        due(json, task.due(), today);
        if (!task.dueWords().isEmpty()) json.put("dueWords", task.dueWords());
        json.put("status", task.status(today).word());
        if (task.due().hasTimes()) json.put("rounds", rounds(task, today));
        json.put("contested", task.isContested(today));
        json.put("evidence", evidence(site, task));
        json.put("certainty", task.source().certainty().word());
        json.put("source", source(task.source()));
        json.put("updatedAt", task.updatedAt().toString());
        return json;
    }

    private static void due(Map<String, Object> json, Due due, LocalDate today) {
        if (due.isKnown()) json.put("due", due.first());
        if (!due.isAgain()) return;
        json.put("every", due.every());
        if (!due.until().isEmpty()) json.put("until", due.until());
        due.next(today).ifPresent(next -> json.put("nextDue", next));
    }

    private static List<Map<String, Object>> rounds(Task task, LocalDate today) {
        return task.rounds(today).stream()
                .map(one -> Map.<String, Object>of(
                        "due", one.due(), "status", one.status().word()))
                .toList();
    }

    private static List<Map<String, Object>> asked(Task task) {
        List<Map<String, Object>> asked = new ArrayList<>();
        for (Task.Asked one : task.asked()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("actor", one.body().code());
            each.put("name", one.body().name());
            each.put("role", one.invited() ? "invited" : "responsible");
            asked.add(each);
        }
        return asked;
    }

    private static List<Map<String, Object>> evidence(String site, Task task) {
        List<Map<String, Object>> evidence = new ArrayList<>();
        for (Evidence one : task.evidence()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("kind", one.kind().word());
            each.put("thing", one.thing().word());
            each.put("title", one.title());
            each.put("language", one.language());
            each.put("url", one.isHere() ? site + one.url() : one.url());
            each.put("date", one.happened());
            if (!one.round().isEmpty()) each.put("round", one.round());
            each.put("source", source(one.source()));
            evidence.add(each);
        }
        return evidence;
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", source.title());
        if (!source.url().isEmpty()) json.put("url", source.url());
        return json;
    }
}
