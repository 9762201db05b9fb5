package org.throughline.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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
import org.throughline.groups.Decision;
import org.throughline.groups.Decision.Kind;
import org.throughline.groups.Decision.State;
import org.throughline.groups.DecisionDesk;
import org.throughline.groups.Meeting;
import org.throughline.groups.MeetingDecisions;
import org.throughline.groups.Meetings;
import org.throughline.platform.Languages;
import org.throughline.platform.PartialDate;
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

/// Where the secretariat records decisions, recommendations and what became of them.
@Controller
class DecisionDeskPages {

    private static final String MEETING = "/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}";
    private static final String DECISION = MEETING + "/decisions/{decision:\\d{1,6}}";

    private final Meetings meetings;
    private final MeetingDecisions decisions;
    private final DecisionDesk desk;
    private final AuditTrail audit;

    DecisionDeskPages(Meetings meetings, MeetingDecisions decisions, DecisionDesk desk, AuditTrail audit) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.desk = desk;
        this.audit = audit;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping(MEETING + "/decisions/new")
    ModelAndView blank(Frame frame, @PathVariable String code, @PathVariable String number) {
        return form(frame, meeting(code, number), null, Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping(MEETING + "/decisions/new")
    ModelAndView add(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Meeting meeting = meeting(code, number);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        DecisionDesk.Facts facts = read(frame, meeting, typed, errors);
        if (facts == null) return form(frame, meeting, null, typed, errors.done(), 422);
        int added = desk.add(meeting, facts, actor);
        FrameResolver.notice(request, frame.t("groups.desk.saved"));
        return Pages.goTo(frame, meeting.address() + "/decisions/" + added);
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping(DECISION + "/edit")
    ModelAndView edit(Frame frame, @PathVariable String code, @PathVariable String number, @PathVariable int decision) {
        Meeting meeting = meeting(code, number);
        Decision one = decisions.find(meeting.id(), decision).orElseThrow(Refusal::notFound);
        Typed typed = new Typed.Filler()
                .put("kind", one.kind().word())
                .put("item", one.item() == null ? "" : one.item().toString())
                .put("text", one.text())
                .put("actors", one.actors())
                .done();
        return form(frame, meeting, one, typed, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping(DECISION + "/edit")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @PathVariable String number,
            @PathVariable int decision,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Meeting meeting = meeting(code, number);
        Decision one = decisions.find(meeting.id(), decision).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        DecisionDesk.Facts facts = read(frame, meeting, typed, errors);
        if (facts == null) return form(frame, meeting, one, typed, errors.done(), 422);
        if (one.version() != version) return form(frame, meeting, one, typed, FormErrors.NONE, 409);
        desk.change(one, facts, version, actor);
        FrameResolver.notice(request, frame.t("groups.desk.saved"));
        return Pages.goTo(frame, one.address());
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping(DECISION + "/steps")
    ModelAndView step(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @PathVariable String number,
            @PathVariable int decision,
            @RequestParam int version,
            @RequestParam(defaultValue = "add") String act,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Meeting meeting = meeting(code, number);
        Decision one = decisions.find(meeting.id(), decision).orElseThrow(Refusal::notFound);
        if (act.equals("strike")) {
            desk.strikeLast(one, version, actor);
        } else {
            Typed typed = Typed.of(sent);
            FormErrors errors = check(frame, one, typed);
            if (!errors.isEmpty()) return DecisionPages.show(frame, audit, meeting, one, typed, errors, 422);
            desk.step(
                    one,
                    State.of(typed.of("state")).orElseThrow(Refusal::badRequest),
                    typed.of("happened").strip(),
                    typed.of("source").strip(),
                    typed.of("source-url").strip(),
                    version,
                    actor);
        }
        FrameResolver.notice(request, frame.t("groups.desk.saved"));
        return Pages.goTo(frame, one.address());
    }

    private static FormErrors check(Frame frame, Decision one, Typed typed) {
        var errors = FormErrors.collector();
        FactFields.storable(frame, typed, errors);
        State state = State.of(typed.of("state")).orElse(null);
        String happened = typed.of("happened").strip();
        if (state == null) errors.add("state", frame.t("groups.desk.choose"));
        if (!PartialDate.isOne(happened)) errors.add("happened", frame.t("groups.desk.date.wrong"));
        else if (state != null && !one.canTake(state, happened))
            errors.add("happened", frame.t("groups.problem.step-order"));
        FactFields.source(frame, typed, errors);
        return errors.done();
    }

    private Meeting meeting(String code, String number) {
        return meetings.find(code, number).orElseThrow(Refusal::notFound);
    }

    private static DecisionDesk.@Nullable Facts read(
            Frame frame, Meeting meeting, Typed typed, FormErrors.Collector errors) {
        FactFields.storable(frame, typed, errors);
        Kind kind = Kind.of(typed.of("kind")).orElse(null);
        if (kind == null) errors.add("kind", frame.t("groups.desk.choose"));
        UUID item = meeting.items().stream()
                .map(one -> one.id())
                .filter(id -> id.toString().equals(typed.of("item")))
                .findFirst()
                .orElse(null);
        if (typed.text("text").isEmpty()) errors.add("text-en", frame.t("groups.decision.text.missing"));
        for (String name : List.of("text", "actors"))
            FactFields.tooLong(frame, typed, name, FactFields.LONGEST_TEXT, errors);
        if (!errors.isEmpty() || kind == null) return null;
        return new DecisionDesk.Facts(item, kind, typed.text("text"), typed.text("actors"));
    }

    private static ModelAndView form(
            Frame frame, Meeting meeting, @Nullable Decision one, Typed typed, FormErrors errors, int status) {
        var page = new DecisionEditPage(
                meeting,
                one == null ? meeting.address() + "/decisions/new" : one.address() + "/edit",
                one == null ? meeting.address() : one.address(),
                one == null ? 0 : one.version(),
                status == 409,
                typed,
                errors,
                Arrays.stream(Kind.values())
                        .map(kind ->
                                new Option(kind.word(), GroupWords.kind(frame, kind), typed.has("kind", kind.word())))
                        .toList(),
                meeting.items().stream()
                        .map(item -> new Option(
                                item.id().toString(),
                                item.number() + " " + frame.text(item.title()),
                                typed.has("item", item.id().toString())))
                        .toList(),
                LanguagePart.all(frame, typed, errors, Languages.ALL, "text"));
        return Pages.show(frame, "groups/web/decision-edit", page, status);
    }
}
