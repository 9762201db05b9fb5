package org.throughline.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
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
import org.throughline.audit.AuditTrail;
import org.throughline.groups.Group;
import org.throughline.groups.Groups;
import org.throughline.groups.Meeting;
import org.throughline.groups.Meeting.Mode;
import org.throughline.groups.Meeting.Status;
import org.throughline.groups.MeetingDesk;
import org.throughline.groups.MeetingFacts;
import org.throughline.groups.Meetings;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where the secretariat adds meetings and changes them.
@Controller
class MeetingDeskPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Groups groups;
    private final Meetings meetings;
    private final MeetingDesk desk;
    private final AuditTrail audit;

    MeetingDeskPages(Groups groups, Meetings meetings, MeetingDesk desk, AuditTrail audit) {
        this.groups = groups;
        this.meetings = meetings;
        this.desk = desk;
        this.audit = audit;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/new")
    ModelAndView blank(Frame frame, @PathVariable String code) {
        Group group = groups.find(code).orElseThrow(Refusal::notFound);
        return show(frame, group, null, Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/new")
    ModelAndView add(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Group group = groups.find(code).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        String number = typed.of("number").strip();
        if (number.equals("new") || meetings.find(code, number).isPresent())
            errors.add("number", frame.t("groups.problem.number-taken", number));
        MeetingFacts facts = MeetingForm.read(frame, typed, null, errors);
        if (facts == null) return show(frame, group, null, typed, errors.done(), UNPROCESSABLE);
        desk.add(group, number, facts, actor);
        FrameResolver.notice(request, frame.t("groups.desk.added"));
        return Pages.goTo(frame, "/groups/" + code + "/meetings/" + number);
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}/edit")
    ModelAndView edit(Frame frame, @PathVariable String code, @PathVariable String number) {
        Group group = groups.find(code).orElseThrow(Refusal::notFound);
        Meeting one = meetings.find(code, number).orElseThrow(Refusal::notFound);
        return show(frame, group, one, MeetingForm.filled(one), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}/edit")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Group group = groups.find(code).orElseThrow(Refusal::notFound);
        Meeting one = meetings.find(code, number).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        MeetingFacts facts = MeetingForm.read(frame, typed, one, errors);
        if (facts == null) return show(frame, group, one, typed, errors.done(), UNPROCESSABLE);
        if (one.version() != version) return show(frame, group, one, typed, FormErrors.NONE, CONFLICT);
        desk.change(one.id(), facts, version, actor);
        FrameResolver.notice(request, frame.t("groups.desk.saved"));
        return Pages.goTo(frame, one.address());
    }

    private ModelAndView show(
            Frame frame, Group group, @Nullable Meeting one, Typed typed, FormErrors errors, int status) {
        String back = one == null ? "/groups/" + group.code() : one.address();
        String state = typed.of("status").isEmpty() ? Status.ANNOUNCED.word() : typed.of("status");
        var page = new MeetingEditPage(
                one == null ? back + "/meetings/new" : back + "/edit",
                back,
                one == null ? 0 : one.version(),
                status == CONFLICT,
                typed,
                errors,
                Arrays.stream(Mode.values())
                        .map(mode ->
                                new Option(mode.word(), GroupWords.mode(frame, mode), typed.has("mode", mode.word())))
                        .toList(),
                Languages.ALL.stream()
                        .map(language ->
                                new Option(language, Languages.endonym(language), typed.has("languages", language)))
                        .toList(),
                Arrays.stream(Status.values())
                        .map(each -> new Option(
                                each.word(),
                                GroupWords.status(frame, each),
                                each.word().equals(state)))
                        .toList(),
                FactFields.certainties(frame, typed),
                LanguagePart.all(frame, typed, errors, Languages.ALL, "name"),
                one == null ? List.of() : GroupActs.of(frame, audit, MeetingDesk.subject(one.group(), one.number())));
        return Pages.show(frame, "groups/web/meeting-edit", page, status);
    }
}
