package org.throughline.mandates.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Mandates;
import org.throughline.mandates.Task;
import org.throughline.mandates.TaskFilter;
import org.throughline.mandates.TaskJson;
import org.throughline.mandates.Tasks;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.markup.Xml;
import org.throughline.platform.web.Frame;

/// The list of tasks in other forms: exactly what the page finds, in its order.
@Controller
class TaskFiles {

    private final Mandates mandates;
    private final Tasks tasks;
    private final Settings settings;

    TaskFiles(Mandates mandates, Tasks tasks, Settings settings) {
        this.mandates = mandates;
        this.tasks = tasks;
        this.settings = settings;
    }

    private record Found(Instrument instrument, TaskFilter filter, List<Task> tasks, LocalDate today) {}

    private Found found(String slug, MultiValueMap<String, String> asked) {
        Instrument instrument = mandates.find(slug).orElseThrow(Refusal::notFound);
        List<Task> all = tasks.of(slug);
        if (all.isEmpty()) throw Refusal.notFound();
        TaskFilter filter = TaskAddress.filter(asked);
        LocalDate today = tasks.today();
        return new Found(
                instrument,
                filter,
                all.stream().filter(task -> filter.accepts(task, today)).toList(),
                today);
    }

    @OpenToAll
    @GetMapping("/mandates/{slug}/tasks.csv")
    ResponseEntity<byte[]> csv(
            Frame frame, @PathVariable String slug, @RequestParam MultiValueMap<String, String> asked) {
        Found found = found(slug, asked);
        var out = new StringBuilder("\uFEFF");
        Csv.row(
                out,
                List.of(
                        "number",
                        "url",
                        "paragraph",
                        "task",
                        "verb",
                        "responsible",
                        "invited",
                        "actionLines",
                        "sdgs",
                        "gdc",
                        "due",
                        "every",
                        "until",
                        "nextDue",
                        "dueWords",
                        "status",
                        "contested",
                        "evidence",
                        "note",
                        "certainty",
                        "source",
                        "sourceUrl"));
        for (Task task : found.tasks())
            Csv.row(
                    out,
                    List.of(
                            task.number(),
                            url(frame, task),
                            task.paragraph(),
                            frame.text(task.words()),
                            task.verbWord().orElse(""),
                            TaskViews.asked(frame, task, false),
                            TaskViews.asked(frame, task, true),
                            String.join(";", task.actionLines()),
                            String.join(";", task.sdgs()),
                            String.join(";", task.gdc()),
                            task.due().first(),
                            task.due().every(),
                            task.due().until(),
                            task.due().next(found.today()).orElse(""),
                            frame.text(task.dueWords()),
                            task.status(found.today()).word(),
                            task.isContested(found.today()),
                            task.evidence().stream()
                                    .map(one -> one.isHere() ? settings.publicUrl() + one.url() : one.url())
                                    .collect(Collectors.joining(" ")),
                            frame.text(task.note()),
                            InstrumentWords.unverified(task.source()) ? "unverified" : "confirmed",
                            task.source().title(),
                            task.source().url()));
        return answer("text/csv;charset=utf-8", slug, ".csv", out.toString());
    }

    @OpenToAll
    @GetMapping("/mandates/{slug}/tasks.json")
    ResponseEntity<byte[]> json(@PathVariable String slug, @RequestParam MultiValueMap<String, String> asked) {
        Found found = found(slug, asked);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("instrument", slug);
        json.put("total", found.tasks().size());
        json.put(
                "tasks",
                found.tasks().stream()
                        .map(task -> TaskJson.of(settings.publicUrl(), task, found.today()))
                        .toList());
        return answer("application/json", slug, ".json", Json.write(json));
    }

    @OpenToAll
    @GetMapping("/mandates/{slug}/tasks.atom")
    ResponseEntity<byte[]> atom(
            Frame frame, @PathVariable String slug, @RequestParam MultiValueMap<String, String> asked) {
        Found found = found(slug, asked);
        String self = settings.publicUrl()
                + frame.url("/mandates/" + slug + "/tasks.atom")
                + (found.filter().isAll() ? "" : "?" + found.filter().query());
        var xml = new Xml();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", frame.language());
        xml.element("id", self);
        xml.element("title", frame.t("mandates.tracker.title", InstrumentWords.name(frame, found.instrument())));
        xml.empty("link", "rel", "self", "href", self);
        xml.open("author").element("name", settings.name()).close("author");
        xml.element(
                "updated",
                found.tasks().stream()
                        .map(Task::updatedAt)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH)
                        .toString());
        for (Task task : found.tasks()) {
            xml.open("entry");
            xml.element("id", settings.publicUrl() + task.path());
            xml.element("title", frame.text(task.words()));
            xml.element("updated", task.updatedAt().toString());
            xml.empty("link", "href", url(frame, task));
            xml.element("summary", summary(frame, task, found.today()));
            xml.close("entry");
        }
        xml.close("feed");
        return answer("application/atom+xml;charset=utf-8", slug, "", xml.toString());
    }

    /// The days on which tasks are due; of a year, a quarter or a month the last day, and the description says how
    /// exactly the date is known. What comes again is one entry with its rule. What has no date is not in a
    /// calendar.
    @OpenToAll
    @GetMapping("/mandates/{slug}/tasks.ics")
    ResponseEntity<byte[]> calendar(
            Frame frame, @PathVariable String slug, @RequestParam MultiValueMap<String, String> asked) {
        Found found = found(slug, asked);
        var calendar =
                new TaskCalendar(frame.t("mandates.tracker.title", InstrumentWords.name(frame, found.instrument())));
        String host = URI.create(settings.publicUrl()).getHost();
        for (Task task : found.tasks())
            if (task.due().isKnown())
                calendar.due(
                        "task-" + slug + "-" + task.number() + "@" + host,
                        task.updatedAt(),
                        task.due(),
                        frame.text(task.words()),
                        summary(frame, task, found.today()),
                        url(frame, task));
        return answer("text/calendar;charset=utf-8", slug, ".ics", calendar.done());
    }

    private static String summary(Frame frame, Task task, LocalDate today) {
        String due = TaskWords.due(frame.texts(), task, today);
        return TaskWords.paragraph(frame.texts(), task) + ". "
                + TaskWords.status(frame.texts(), task.status(today)) + "."
                + (due.isEmpty() ? "" : " " + frame.t("mandates.task.due.at", due));
    }

    private String url(Frame frame, Task task) {
        return settings.publicUrl() + frame.url(task.path());
    }

    private static ResponseEntity<byte[]> answer(String type, String slug, String ending, String body) {
        var answer = ResponseEntity.ok().contentType(MediaType.parseMediaType(type));
        if (!ending.isEmpty())
            answer.header("Content-Disposition", "attachment; filename=\"tasks-" + slug + ending + "\"");
        return answer.body(body.getBytes(StandardCharsets.UTF_8));
    }
}
