package org.throughline.mandates.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.mandates.Evidence;
import org.throughline.mandates.Task;
import org.throughline.mandates.TaskEvidence;
import org.throughline.mandates.Tasks;
import org.throughline.platform.Languages;
import org.throughline.platform.Moments;
import org.throughline.platform.PartialDate;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where the secretariat keeps the evidence of a task.
@Controller
class EvidencePages {

    private static final int LONGEST = 300;

    private final Tasks tasks;
    private final TaskEvidence evidence;

    EvidencePages(Tasks tasks, TaskEvidence evidence) {
        this.tasks = tasks;
        this.evidence = evidence;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mandates/{slug}/tasks/{number:\\d{1,6}}/evidence")
    ModelAndView keep(Frame frame, @PathVariable String slug, @PathVariable int number) {
        return show(frame, task(slug, number), Typed.NOTHING, FormErrors.NONE, HttpStatus.OK.value());
    }

    private ModelAndView show(Frame frame, Task task, Typed typed, FormErrors errors, int status) {
        return Pages.show(
                frame,
                "mandates/web/evidence",
                new EvidencePage(
                        task,
                        task.evidence().stream()
                                .map(one -> TaskViews.shown(frame, one))
                                .toList(),
                        rounds(frame, task, typed),
                        typed,
                        errors),
                status);
    }

    private List<Option> rounds(Frame frame, Task task, Typed typed) {
        return task.rounds(tasks.today()).reversed().stream()
                .map(one -> new Option(
                        one.due(),
                        Moments.in(frame.language()).partial(one.due()),
                        one.due().equals(typed.of("round"))))
                .toList();
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mandates/{slug}/tasks/{number:\\d{1,6}}/evidence")
    ModelAndView add(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> parameters) {
        Task task = task(slug, number);
        Typed typed = Typed.of(parameters);
        FormErrors errors = check(frame, task, typed);
        if (!errors.isEmpty()) return show(frame, task, typed, errors, 422);
        evidence.add(
                task,
                new TaskEvidence.New(
                        kind(typed).orElseThrow(),
                        thing(typed).orElseThrow(),
                        typed.of("title").strip(),
                        typed.of("language"),
                        evidence.address(typed.of("url")).orElseThrow(),
                        typed.of("happened").strip(),
                        typed.of("round"),
                        typed.of("source").strip(),
                        evidence.address(typed.of("sourceUrl")).orElse("")),
                actor);
        FrameResolver.notice(request, frame.t("mandates.evidence.added"));
        return Pages.goTo(frame, task.path());
    }

    private FormErrors check(Frame frame, Task task, Typed typed) {
        var errors = FormErrors.collector();
        if (kind(typed).isEmpty()) errors.add("kind", frame.t("mandates.evidence.kind.missing"));
        if (thing(typed).isEmpty()) errors.add("thing", frame.t("mandates.evidence.thing.missing"));
        if (wrong(typed.of("title"))) errors.add("title", frame.t("mandates.evidence.title.missing", LONGEST));
        if (!Languages.ALL.contains(typed.of("language")))
            errors.add("language", frame.t("mandates.evidence.language.missing"));
        if (evidence.address(typed.of("url")).isEmpty()) errors.add("url", frame.t("mandates.evidence.url.wrong"));
        if (!PartialDate.isOne(typed.of("happened").strip()))
            errors.add("happened", frame.t("mandates.evidence.date.wrong"));
        if (!typed.of("round").isEmpty() && rounds(frame, task, typed).stream().noneMatch(Option::chosen))
            errors.add("round", frame.t("mandates.desk.unknown"));
        if (wrong(typed.of("source"))) errors.add("source", frame.t("mandates.evidence.source.missing", LONGEST));
        if (!typed.of("sourceUrl").isBlank()
                && evidence.address(typed.of("sourceUrl")).isEmpty())
            errors.add("sourceUrl", frame.t("mandates.evidence.url.wrong"));
        typed.unstorable().forEach(field -> errors.add(field, frame.t("mandates.form.unstorable")));
        return errors.done();
    }

    private static boolean wrong(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }

    private static Optional<Evidence.Kind> kind(Typed typed) {
        return Arrays.stream(Evidence.Kind.values())
                .filter(kind -> kind.word().equals(typed.of("kind")))
                .findFirst();
    }

    private static Optional<Evidence.Thing> thing(Typed typed) {
        return Arrays.stream(Evidence.Thing.values())
                .filter(thing -> thing.word().equals(typed.of("thing")))
                .findFirst();
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mandates/{slug}/tasks/{number:\\d{1,6}}/evidence/{id}/removal")
    ModelAndView remove(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable int number,
            @PathVariable UUID id) {
        Task task = task(slug, number);
        evidence.remove(task, id, actor);
        FrameResolver.notice(request, frame.t("mandates.evidence.removed"));
        return Pages.goTo(frame, task.path() + "/evidence");
    }

    private Task task(String slug, int number) {
        return tasks.get(slug, number);
    }
}
