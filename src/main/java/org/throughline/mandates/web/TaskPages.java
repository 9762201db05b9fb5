package org.throughline.mandates.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.citations.CitationTags;
import org.throughline.citations.Cited;
import org.throughline.citations.Citing;
import org.throughline.citations.MarkLine;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Mandates;
import org.throughline.mandates.Task;
import org.throughline.mandates.TaskRemarks;
import org.throughline.mandates.TaskTags;
import org.throughline.mandates.Tasks;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;

/// What an instrument asks for and what has come of it.
@Controller
class TaskPages {

    private final Mandates mandates;
    private final Tasks tasks;
    private final TaskRemarks remarks;
    private final Cited cited;
    private final TrackerViews tracker;
    private final TaskViews views;
    private final PageStore pages;
    private final Clock clock;

    TaskPages(
            Mandates mandates,
            Tasks tasks,
            TaskRemarks remarks,
            Cited cited,
            TrackerViews tracker,
            TaskViews views,
            PageStore pages,
            Clock clock) {
        this.mandates = mandates;
        this.tasks = tasks;
        this.remarks = remarks;
        this.cited = cited;
        this.tracker = tracker;
        this.views = views;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/mandates/{slug}/tasks")
    ModelAndView tracker(Frame frame, @PathVariable String slug, @RequestParam MultiValueMap<String, String> asked) {
        Instrument instrument = mandates.find(slug).orElseThrow(Refusal::notFound);
        List<Task> all = tasks.of(slug);
        if (all.isEmpty()) throw Refusal.notFound();
        pages.sameForAll("mandates", TaskTags.TASKS);
        pages.freshFor(untilTomorrow());
        return Pages.show(
                frame,
                "mandates/web/tracker",
                tracker.page(
                        frame, instrument, all, TaskAddress.filter(asked), TaskAddress.view(asked), tasks.today()));
    }

    @OpenToAll
    @GetMapping("/mandates/{slug}/tasks/{number:\\d{1,6}}")
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable int number) {
        Instrument instrument = mandates.find(slug).orElseThrow(Refusal::notFound);
        List<Task> all = tasks.of(slug);
        Task task =
                all.stream().filter(one -> one.number() == number).findFirst().orElseGet(() -> tasks.get(slug, number));
        pages.dependsOn("mandates", TaskTags.TASKS, CitationTags.of(Citing.Kind.TASK, slug + "/" + number));
        pages.freshFor(untilTomorrow());
        return Pages.show(
                frame,
                "mandates/web/task",
                views.page(
                        frame,
                        instrument,
                        task,
                        all,
                        remarks.shown(task),
                        waiting(frame, task),
                        MarkLine.of(frame, cited.marks(Citing.Kind.TASK, slug + "/" + number)),
                        tasks.today()));
    }

    private TaskRemarks.Waiting waiting(Frame frame, Task task) {
        Viewer viewer = frame.viewer();
        return viewer == null ? TaskRemarks.Waiting.NOTHING : remarks.waiting(task, viewer.id());
    }

    // What is due becomes overdue at midnight in Geneva.
    private Duration untilTomorrow() {
        LocalDate tomorrow = tasks.today().plusDays(1);
        return Duration.between(
                clock.instant(), tomorrow.atStartOfDay(Moments.GENEVA).toInstant());
    }
}
