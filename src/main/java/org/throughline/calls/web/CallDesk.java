package org.throughline.calls.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.calls.NewCall;
import org.throughline.calls.web.CallEditPage.Difference;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.reviews.Reviews;

/// Where the secretariat writes a call and changes its words.
@Controller
class CallDesk {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Calls calls;
    private final Reviews reviews;

    CallDesk(Calls calls, Reviews reviews) {
        this.calls = calls;
        this.reviews = reviews;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/new")
    ModelAndView blank(Frame frame) {
        return show(frame, null, Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/new")
    ModelAndView create(
            Frame frame, Actor actor, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        NewCall words = CallForm.read(frame, typed, null, errors);
        if (words == null) return show(frame, null, typed, errors.done(), UNPROCESSABLE);
        try {
            calls.create(words, actor);
        } catch (Refusal refusal) {
            return show(frame, null, typed, refused(frame, refusal, errors), UNPROCESSABLE);
        }
        FrameResolver.notice(request, frame.t("calls.desk.created"));
        return Pages.goTo(frame, "/calls/" + words.slug() + "/questionnaire");
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/edit")
    ModelAndView edit(Frame frame, @PathVariable String slug) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        return show(frame, call, CallForm.filled(call), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/edit")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        NewCall words = CallForm.read(frame, typed, call, errors);
        if (words == null) return show(frame, call, typed, errors.done(), UNPROCESSABLE);
        try {
            calls.edit(call.id(), words, version, actor);
        } catch (Refusal refusal) {
            if (refusal.slug().equals("stale"))
                return show(frame, calls.get(call.id()), typed, FormErrors.NONE, CONFLICT);
            return show(frame, call, typed, refused(frame, refusal, errors), UNPROCESSABLE);
        }
        FrameResolver.notice(request, frame.t("calls.desk.saved"));
        return Pages.goTo(frame, "/calls/" + words.slug());
    }

    private static FormErrors refused(Frame frame, Refusal refusal, FormErrors.Collector errors) {
        String field = refusal.slug().startsWith("call-slug") ? "slug" : "closes-date";
        return errors.add(
                        field, frame.t(refusal.messageKey(), refusal.arguments().toArray()))
                .done();
    }

    private ModelAndView show(Frame frame, @Nullable Call call, Typed typed, FormErrors errors, int status) {
        List<Option> options = reviews.all().stream()
                .map(review -> new Option(
                        review.id().toString(),
                        frame.text(review.title()),
                        typed.of("review").equals(review.id().toString())))
                .toList();
        var page = new CallEditPage(
                call == null ? "/calls/new" : "/calls/" + call.slug() + "/edit",
                call == null ? frame.t("calls.desk.new") : frame.t("calls.desk.edit", frame.text(call.title())),
                call == null,
                call != null && call.publishedAt() != null,
                call == null ? 0 : call.version(),
                typed,
                errors,
                options,
                CallForm.languages(frame, typed, errors, "title", "purpose"),
                status == CONFLICT && call != null ? differences(frame, call, typed) : List.of());
        return Pages.show(frame, "calls/web/edit", page, status);
    }

    private static List<Difference> differences(Frame frame, Call call, Typed typed) {
        Typed theirs = CallForm.filled(call);
        List<Difference> differences = new ArrayList<>();
        for (String language : Languages.ALL) {
            compare(differences, frame.t("calls.desk.title"), "title-" + language, language, theirs, typed);
            compare(differences, frame.t("calls.desk.purpose"), "purpose-" + language, language, theirs, typed);
            compare(differences, frame.t("calls.desk.body"), "body-" + language, language, theirs, typed);
        }
        compare(differences, frame.t("calls.desk.instrument"), "instrument", "", theirs, typed);
        compare(differences, frame.t("calls.desk.paragraph"), "paragraph", "", theirs, typed);
        compare(differences, frame.t("calls.desk.link"), "link", "", theirs, typed);
        if (call.publishedAt() != null) return differences;
        compare(differences, frame.t("calls.desk.slug"), "slug", "", theirs, typed);
        for (String part : List.of("opens-date", "opens-time"))
            compare(differences, frame.t("calls.show.opens"), part, "", theirs, typed);
        for (String part : List.of("closes-date", "closes-time"))
            compare(differences, frame.t("calls.show.closes"), part, "", theirs, typed);
        return differences;
    }

    private static void compare(
            List<Difference> differences, String label, String name, String language, Typed theirs, Typed typed) {
        if (!theirs.of(name).strip().equals(typed.of(name).strip()))
            differences.add(new Difference(label, language, theirs.of(name)));
    }
}
