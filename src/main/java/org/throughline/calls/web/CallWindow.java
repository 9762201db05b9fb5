package org.throughline.calls.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.audit.ActorWords;
import org.throughline.audit.AuditTrail;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.calls.web.WindowPage.ActLine;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where the secretariat publishes a call, moves its deadline and ends it.
@Controller
class CallWindow {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_REASON = 2000;
    private static final int ACTS = 100;

    private final Calls calls;
    private final AuditTrail audit;
    private final Clock clock;

    CallWindow(Calls calls, AuditTrail audit, Clock clock) {
        this.calls = calls;
        this.audit = audit;
        this.clock = clock;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/window")
    ModelAndView window(Frame frame, @PathVariable String slug) {
        return show(frame, find(slug), Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/window/publication")
    ModelAndView publish(Frame frame, Actor actor, @PathVariable String slug, HttpServletRequest request) {
        Call call = find(slug);
        if (!missing(frame, call).isEmpty()) return show(frame, call, Typed.NOTHING, FormErrors.NONE, UNPROCESSABLE);
        calls.publish(call.id(), actor);
        FrameResolver.notice(request, frame.t("calls.window.published"));
        return Pages.goTo(frame, "/calls/" + slug);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/window/extension")
    ModelAndView extend(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Call call = find(slug);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        typed.unstorable().forEach(name -> errors.add(name, frame.t("calls.desk.unstorable")));
        Instant end = CallForm.moment(frame, typed, "end", null, errors);
        LocalizedText reason = typed.text("reason");
        if (end != null && !end.isAfter(call.closesAt()))
            errors.add("end-date", frame.t("calls.problem.extension-not-later"));
        if (end != null && end.isAfter(call.closesAt()) && !end.isAfter(clock.instant()))
            errors.add("end-date", frame.t("calls.window.end.past"));
        if (reason.isEmpty()) errors.add("reason-" + frame.language(), frame.t("calls.problem.reason-missing"));
        CallForm.tooLong(frame, "reason", reason, LONGEST_REASON, errors);
        if (!errors.isEmpty() || end == null) return show(frame, call, typed, errors.done(), UNPROCESSABLE);
        calls.extend(call.id(), end, reason, actor);
        FrameResolver.notice(request, frame.t("calls.window.extended", frame.dateTime(end)));
        return Pages.goTo(frame, "/calls/" + slug + "/window");
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/window/end")
    ModelAndView close(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam(defaultValue = "false") boolean confirm,
            HttpServletRequest request) {
        Call call = find(slug);
        if (!confirm) {
            var errors = FormErrors.collector()
                    .add("confirm", frame.t("calls.window.close.unconfirmed"))
                    .done();
            return show(frame, call, Typed.NOTHING, errors, UNPROCESSABLE);
        }
        calls.close(call.id(), actor);
        FrameResolver.notice(request, frame.t("calls.window.closed"));
        return Pages.goTo(frame, "/calls/" + slug + "/window");
    }

    private Call find(String slug) {
        return calls.find(slug).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(Frame frame, Call call, Typed typed, FormErrors errors, int status) {
        List<ActLine> acts = audit.of("calls/" + call.slug(), ACTS).stream()
                .map(act -> new ActLine(
                        CallActs.words(frame, act.action()), frame.dateTime(act.at()), ActorWords.of(frame, act)))
                .toList();
        var page = new WindowPage(
                call,
                CallLine.of(call, clock.instant()),
                missing(frame, call),
                advice(frame, call),
                typed,
                errors,
                CallForm.languages(frame, typed, errors, "reason"),
                acts);
        return Pages.show(frame, "calls/web/window", page, status);
    }

    private List<String> missing(Frame frame, Call call) {
        List<String> missing = new ArrayList<>();
        if (call.title().isEmpty()) missing.add(frame.t("calls.window.missing.title"));
        if (call.purpose().isEmpty()) missing.add(frame.t("calls.window.missing.purpose"));
        if (calls.newestQuestionnaire(call.id()).questions().findAny().isEmpty())
            missing.add(frame.t("calls.window.missing.questions"));
        return missing;
    }

    private List<String> advice(Frame frame, Call call) {
        List<String> advice = new ArrayList<>();
        addLanguages(frame, advice, frame.t("calls.desk.title"), call.title());
        addLanguages(frame, advice, frame.t("calls.desk.purpose"), call.purpose());
        if (!call.body().isEmpty()) addLanguages(frame, advice, frame.t("calls.desk.body"), call.body());
        long untranslated = calls.newestQuestionnaire(call.id())
                .questions()
                .filter(question -> !question.label().missing().isEmpty())
                .count();
        if (untranslated > 0) advice.add(frame.t("calls.window.advice.questions", untranslated));
        if (call.mandate().isEmpty()) advice.add(frame.t("calls.window.advice.mandate"));
        if (!call.closesAt().isAfter(clock.instant())) advice.add(frame.t("calls.window.advice.past"));
        return advice;
    }

    private static void addLanguages(Frame frame, List<String> advice, String label, LocalizedText text) {
        if (!text.missing().isEmpty())
            advice.add(frame.t(
                    "calls.window.advice.languages", label, Languages.endonyms(frame.language(), text.missing())));
    }
}
