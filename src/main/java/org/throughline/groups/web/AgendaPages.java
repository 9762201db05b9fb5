package org.throughline.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.groups.AgendaItem;
import org.throughline.groups.Agendas;
import org.throughline.groups.Meeting;
import org.throughline.groups.Meetings;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where the secretariat writes an agenda: items are added, changed, moved by one place and struck, each with a
/// button.
@Controller
class AgendaPages {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.]{0,9}");

    private final Meetings meetings;
    private final Agendas agendas;

    AgendaPages(Meetings meetings, Agendas agendas) {
        this.meetings = meetings;
        this.agendas = agendas;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}/agenda")
    ModelAndView look(
            Frame frame, @PathVariable String code, @PathVariable String number, @RequestParam Optional<UUID> item) {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        if (item.isEmpty()) return show(frame, meeting, "", Typed.NOTHING, FormErrors.NONE, 200);
        AgendaItem one = meeting.item(item.get()).orElseThrow(Refusal::notFound);
        Typed typed = new Typed.Filler()
                .put("item-number", one.number())
                .put("title", one.title())
                .done();
        return show(frame, meeting, one.id().toString(), typed, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}/agenda")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(required = false) Optional<UUID> item,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        FormErrors errors = check(frame, meeting, item, typed);
        String shown = item.map(UUID::toString).orElse("");
        if (!errors.isEmpty()) return show(frame, meeting, shown, typed, errors, 422);
        if (meeting.version() != version) return show(frame, meeting, shown, typed, errors, 409);
        String itemNumber = typed.of("item-number").strip();
        if (item.isEmpty()) agendas.add(meeting, itemNumber, typed.text("title"), version, actor);
        else agendas.change(meeting, item.get(), itemNumber, typed.text("title"), version, actor);
        FrameResolver.notice(request, frame.t("groups.desk.saved"));
        return Pages.goTo(frame, meeting.address() + "/agenda");
    }

    private static FormErrors check(Frame frame, Meeting meeting, Optional<UUID> item, Typed typed) {
        var errors = FormErrors.collector();
        FactFields.storable(frame, typed, errors);
        String number = typed.of("item-number").strip();
        if (!NUMBER.matcher(number).matches()) errors.add("item-number", frame.t("groups.desk.item.number.wrong"));
        else if (meeting.items().stream()
                .anyMatch(one -> one.number().equals(number) && !one.id().equals(item.orElse(null))))
            errors.add("item-number", frame.t("groups.problem.item-taken", number));
        if (typed.text("title").isEmpty()) errors.add("title-en", frame.t("groups.desk.item.title.missing"));
        FactFields.tooLong(frame, typed, "title", FactFields.LONGEST_LINE, errors);
        return errors.done();
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}/agenda/{item}")
    ModelAndView act(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @PathVariable String number,
            @PathVariable UUID item,
            @RequestParam int version,
            @RequestParam String act,
            HttpServletRequest request) {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        switch (act) {
            case "up" -> agendas.move(meeting, item, true, version, actor);
            case "down" -> agendas.move(meeting, item, false, version, actor);
            case "strike" -> agendas.strike(meeting, item, version, actor);
            default -> throw Refusal.badRequest();
        }
        FrameResolver.notice(request, frame.t("groups.desk.saved"));
        return Pages.goTo(frame, meeting.address() + "/agenda");
    }

    private static ModelAndView show(
            Frame frame, Meeting meeting, String item, Typed typed, FormErrors errors, int status) {
        return Pages.show(
                frame,
                "groups/web/agenda",
                new AgendaPage(
                        meeting,
                        item,
                        status == 409,
                        typed,
                        errors,
                        LanguagePart.all(frame, typed, errors, Languages.ALL, "title")),
                status);
    }
}
