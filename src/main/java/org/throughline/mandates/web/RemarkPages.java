package org.throughline.mandates.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Mandates;
import org.throughline.mandates.Remark;
import org.throughline.mandates.Task;
import org.throughline.mandates.TaskRemarks;
import org.throughline.mandates.TaskRemarks.OnDesk;
import org.throughline.mandates.TaskRemarks.Sent;
import org.throughline.mandates.Tasks;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where people contest the status of a task or comment on it, and where the secretariat decides whether all may
/// read that.
@Controller
class RemarkPages {

    private final Mandates mandates;
    private final Tasks tasks;
    private final TaskRemarks remarks;

    RemarkPages(Mandates mandates, Tasks tasks, TaskRemarks remarks) {
        this.mandates = mandates;
        this.tasks = tasks;
        this.remarks = remarks;
    }

    @SignedIn
    @GetMapping("/mandates/{slug}/tasks/{number:\\d{1,6}}/remarks/new")
    ModelAndView write(Frame frame, @PathVariable String slug, @PathVariable int number) {
        return show(frame, task(slug, number), Typed.NOTHING, FormErrors.NONE, HttpStatus.OK.value());
    }

    private ModelAndView show(Frame frame, Task task, Typed typed, FormErrors errors, int status) {
        return Pages.show(
                frame,
                "mandates/web/remark",
                new RemarkPage(task, TaskWords.status(frame.texts(), task.status(tasks.today())), typed, errors),
                status);
    }

    @SignedIn
    @PostMapping("/mandates/{slug}/tasks/{number:\\d{1,6}}/remarks")
    ModelAndView send(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> parameters) {
        Task task = task(slug, number);
        Typed typed = Typed.of(parameters);
        FormErrors errors = check(frame, typed);
        if (!errors.isEmpty()) return show(frame, task, typed, errors, 422);
        Remark.Kind kind = typed.has("kind", Remark.Kind.CONTEST.word()) ? Remark.Kind.CONTEST : Remark.Kind.COMMENT;
        remarks.receive(
                task,
                task.status(tasks.today()),
                new Sent(kind, typed.of("text").strip(), typed.of("language"), typed.has("shown", "yes")),
                actor);
        FrameResolver.notice(request, frame.t("mandates.remark.received"));
        return Pages.goTo(frame, task.path());
    }

    private static FormErrors check(Frame frame, Typed typed) {
        var errors = FormErrors.collector();
        String kind = typed.of("kind");
        if (!kind.equals(Remark.Kind.CONTEST.word()) && !kind.equals(Remark.Kind.COMMENT.word()))
            errors.add("kind", frame.t("mandates.remark.kind.missing"));
        if (typed.of("text").isBlank() || typed.of("text").length() > TaskRemarks.LONGEST)
            errors.add("text", frame.t("mandates.remark.text.missing", TaskRemarks.LONGEST));
        if (!Languages.ALL.contains(typed.of("language")))
            errors.add("language", frame.t("mandates.evidence.language.missing"));
        typed.unstorable().forEach(field -> errors.add(field, frame.t("mandates.form.unstorable")));
        return errors.done();
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mandates/remarks")
    ModelAndView desk(Frame frame) {
        return desk(frame, FormErrors.NONE, HttpStatus.OK.value());
    }

    private ModelAndView desk(Frame frame, FormErrors errors, int status) {
        List<OnDesk> all = remarks.desk();
        Map<String, String> names = mandates
                .findAll(all.stream().map(OnDesk::instrument).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Instrument::slug, one -> InstrumentWords.name(frame, one)));
        return Pages.show(
                frame,
                "mandates/web/remarks",
                new RemarksPage(
                        all.stream()
                                .map(one -> new RemarksPage.Line(
                                        "/mandates/" + one.instrument() + "/tasks/" + one.task(),
                                        one.words(),
                                        frame.t(
                                                "mandates.remarks.about",
                                                one.task(),
                                                names.getOrDefault(one.instrument(), one.instrument()),
                                                one.remark().number()),
                                        one.remark()))
                                .toList(),
                        errors),
                status);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mandates/remarks/{id}")
    ModelAndView decide(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "-1") int seen) {
        if (!Storable.is(reason) || reason.length() > TaskRemarks.LONGEST) throw Refusal.badRequest();
        if (decision.equals("decline") && reason.isBlank()) {
            var errors = FormErrors.collector()
                    .add(RemarksPage.Line.field(id.toString()), frame.t("mandates.problem.reason-missing"));
            return desk(frame, errors.done(), 422);
        }
        switch (decision) {
            case "show" -> remarks.show(id, seen, actor);
            case "decline" -> remarks.decline(id, reason, seen, actor);
            default -> throw Refusal.badRequest();
        }
        return Pages.goTo(frame, "/mandates/remarks");
    }

    private Task task(String slug, int number) {
        return tasks.get(slug, number);
    }
}
