package org.throughline.mandates.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.mandates.Evidence;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Task;
import org.throughline.mandates.TaskFilter;
import org.throughline.mandates.TaskStatus;
import org.throughline.mandates.Tasks;
import org.throughline.mandates.web.TrackerPage.Group;
import org.throughline.mandates.web.TrackerPage.Line;
import org.throughline.mandates.web.TrackerPage.View;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// Puts the tasks of an instrument into the order and the groups in which a reader wants them.
@Component
class TrackerViews {

    private final Tasks tasks;
    private final Vocabulary vocabulary;
    private final TermNames terms;

    TrackerViews(Tasks tasks, Vocabulary vocabulary, TermNames terms) {
        this.tasks = tasks;
        this.vocabulary = vocabulary;
        this.terms = terms;
    }

    TrackerPage page(
            Frame frame, Instrument instrument, List<Task> all, TaskFilter filter, String view, LocalDate today) {
        List<Task> found =
                all.stream().filter(task -> filter.accepts(task, today)).toList();
        return new TrackerPage(
                instrument.slug(),
                InstrumentWords.name(frame, instrument),
                instrument.topic(),
                views(frame, instrument, filter, view),
                counts(frame, instrument, all, filter, view, today),
                found.size(),
                all.size(),
                actors(frame, all, filter),
                Arrays.stream(Task.Verb.values())
                        .filter(verb -> all.stream().anyMatch(task -> task.verb() == verb))
                        .map(verb -> new Option(
                                verb.word(),
                                TaskWords.verb(frame.texts(), verb),
                                verb.word().equals(filter.verb())))
                        .toList(),
                Arrays.stream(TaskStatus.values())
                        .map(status -> new Option(
                                status.word(),
                                TaskWords.status(frame.texts(), status),
                                status.word().equals(filter.status())))
                        .toList(),
                lines(frame, all, filter),
                view,
                filter.isAll() ? "" : "?" + filter.query(),
                !filter.isAll(),
                new View(
                        filter.evidence().equals(TaskFilter.NONE)
                                ? ""
                                : address(frame, instrument, filter.withEvidence(TaskFilter.NONE), view),
                        frame.t("mandates.tracker.without-evidence")),
                silent(frame, instrument, all),
                groups(frame, found, filter, view, today));
    }

    // Whoever has a report or a result under any task, alone or with others, is not silent.
    private List<View> silent(Frame frame, Instrument instrument, List<Task> all) {
        return tasks.bodies().stream()
                .filter(body -> {
                    List<Task> own = all.stream()
                            .filter(task -> task.asked().stream()
                                    .anyMatch(one -> one.body().equals(body)))
                            .toList();
                    return !own.isEmpty()
                            && own.stream()
                                    .flatMap(task -> task.evidence().stream())
                                    .allMatch(one -> one.kind() == Evidence.Kind.PLAN);
                })
                .map(body -> new View(
                        frame.url("/mandates/" + instrument.slug() + "/tasks") + "?actor=" + body.code(),
                        frame.text(body.name())))
                .toList();
    }

    private static List<View> views(Frame frame, Instrument instrument, TaskFilter filter, String view) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(TaskAddress.BY_PARAGRAPH, frame.t("mandates.tracker.by.paragraph"));
        names.put(TaskAddress.BY_ACTOR, frame.t("mandates.tracker.by.actor"));
        names.put(TaskAddress.BY_LINE, frame.t("mandates.tracker.by.line"));
        return names.entrySet().stream()
                .map(one -> new View(
                        one.getKey().equals(view) ? "" : address(frame, instrument, filter, one.getKey()),
                        one.getValue()))
                .toList();
    }

    private static String address(Frame frame, Instrument instrument, TaskFilter filter, String view) {
        String by = view.equals(TaskAddress.BY_PARAGRAPH) ? "" : "by=" + view;
        String query = by + (by.isEmpty() || filter.isAll() ? "" : "&") + filter.query();
        return frame.url("/mandates/" + instrument.slug() + "/tasks") + (query.isEmpty() ? "" : "?" + query);
    }

    private static List<View> counts(
            Frame frame, Instrument instrument, List<Task> all, TaskFilter filter, String view, LocalDate today) {
        TaskFilter any = filter.withStatus("");
        Map<TaskStatus, Long> by = all.stream()
                .filter(task -> any.accepts(task, today))
                .collect(Collectors.groupingBy(task -> task.status(today), Collectors.counting()));
        return Arrays.stream(TaskStatus.values())
                .filter(by::containsKey)
                .map(status -> new View(
                        status.word().equals(filter.status())
                                ? ""
                                : address(frame, instrument, filter.withStatus(status.word()), view),
                        frame.t(
                                "mandates.tracker.status-count",
                                TaskWords.status(frame.texts(), status),
                                by.get(status))))
                .toList();
    }

    private List<Option> actors(Frame frame, List<Task> all, TaskFilter filter) {
        List<String> asked = all.stream()
                .flatMap(task -> task.asked().stream())
                .map(one -> one.body().code())
                .distinct()
                .toList();
        return tasks.bodies().stream()
                .filter(body -> asked.contains(body.code()))
                .map(body -> new Option(
                        body.code(), frame.text(body.name()), body.code().equals(filter.actor())))
                .toList();
    }

    private List<Option> lines(Frame frame, List<Task> all, TaskFilter filter) {
        return linesOf(all).stream()
                .map(code -> new Option(code, line(frame, code), code.equals(filter.line())))
                .toList();
    }

    private List<String> linesOf(List<Task> all) {
        return vocabulary.inOrder(
                Vocabulary.ACTION_LINES,
                all.stream()
                        .flatMap(task -> task.actionLines().stream())
                        .distinct()
                        .toList());
    }

    private String line(Frame frame, String code) {
        return terms.coded(frame, Vocabulary.ACTION_LINES, code);
    }

    private List<Group> groups(Frame frame, List<Task> found, TaskFilter filter, String view, LocalDate today) {
        return switch (view) {
            case TaskAddress.BY_ACTOR -> byActor(frame, found, filter, today);
            case TaskAddress.BY_LINE -> byLine(frame, found, filter, today);
            default ->
                found.isEmpty()
                        ? List.of()
                        : List.of(new Group(
                                "all",
                                "",
                                found.stream()
                                        .map(task -> line(frame, task, today))
                                        .toList()));
        };
    }

    // Where a list is narrowed to one actor, the others who are asked as well make no groups.
    private List<Group> byActor(Frame frame, List<Task> found, TaskFilter filter, LocalDate today) {
        List<Group> groups = new ArrayList<>();
        tasks.bodies().stream()
                .filter(body -> filter.actor().isEmpty() || filter.actor().equals(body.code()))
                .map(body -> group(
                        frame,
                        "by-" + body.code(),
                        frame.text(body.name()),
                        today,
                        found.stream()
                                .filter(task -> task.asked().stream()
                                        .anyMatch(one -> one.body().equals(body)))
                                .toList()))
                .filter(Objects::nonNull)
                .forEach(groups::add);
        addTo(
                groups,
                group(
                        frame,
                        "by-nobody",
                        frame.t("mandates.tracker.no-actor"),
                        today,
                        found.stream().filter(task -> task.asked().isEmpty()).toList()));
        return groups;
    }

    private List<Group> byLine(Frame frame, List<Task> found, TaskFilter filter, LocalDate today) {
        List<Group> groups = new ArrayList<>();
        for (String code : linesOf(found))
            if (filter.line().isEmpty() || filter.line().equals(code))
                addTo(
                        groups,
                        group(
                                frame,
                                "line-" + code,
                                line(frame, code),
                                today,
                                found.stream()
                                        .filter(task -> task.actionLines().contains(code))
                                        .toList()));
        addTo(
                groups,
                group(
                        frame,
                        "line-none",
                        frame.t("mandates.tracker.no-line"),
                        today,
                        found.stream()
                                .filter(task -> task.actionLines().isEmpty())
                                .toList()));
        return groups;
    }

    private static void addTo(List<Group> groups, @Nullable Group group) {
        if (group != null) groups.add(group);
    }

    private static @Nullable Group group(Frame frame, String anchor, String name, LocalDate today, List<Task> some) {
        if (some.isEmpty()) return null;
        return new Group(
                anchor,
                name,
                some.stream().map(task -> line(frame, task, today)).toList());
    }

    static Line line(Frame frame, Task task, LocalDate today) {
        return new Line(
                task.path(),
                task.number(),
                TaskWords.paragraph(frame.texts(), task),
                task.words(),
                task.asked().stream()
                        .map(one -> frame.text(one.body().name()))
                        .collect(Collectors.joining(frame.t("mandates.task.separator"))),
                TaskWords.due(frame.texts(), task, today),
                TaskWords.tag(task.status(today)),
                TaskWords.status(frame.texts(), task.status(today)),
                task.evidence().size(),
                task.isContested(today),
                InstrumentWords.unverified(task.source()));
    }
}
