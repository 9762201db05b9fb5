package org.throughline.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.groups.Groups;
import org.throughline.groups.Meeting;
import org.throughline.groups.Meeting.Mode;
import org.throughline.groups.Meetings;
import org.throughline.groups.Participant;
import org.throughline.groups.ParticipantList;
import org.throughline.groups.ParticipantList.Count;
import org.throughline.groups.Participants;
import org.throughline.groups.Registration;
import org.throughline.groups.Registration.Capacity;
import org.throughline.groups.Registration.NameConsent;
import org.throughline.platform.Csv;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.vocabulary.Vocabulary;

/// The list of participants that everybody sees, and the one of the secretariat.
@Controller
class ParticipantPages {

    private static final String MEETING = "/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}";
    private static final int LONGEST_REASON = 2_000;

    private final Meetings meetings;
    private final ParticipantList list;
    private final Participants participants;
    private final Vocabulary vocabulary;
    private final PageStore pages;

    ParticipantPages(
            Meetings meetings,
            ParticipantList list,
            Participants participants,
            Vocabulary vocabulary,
            PageStore pages) {
        this.meetings = meetings;
        this.list = list;
        this.participants = participants;
        this.vocabulary = vocabulary;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping(MEETING + "/participants")
    ModelAndView all(Frame frame, @PathVariable String code, @PathVariable String number) {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        pages.dependsOn(Groups.TAG);
        List<Count> counts = list.counts(meeting.id());
        List<ParticipantsPage.Line> lines = new ArrayList<>();
        for (Capacity capacity : Capacity.values()) {
            int physical = persons(counts, capacity, Mode.PHYSICAL);
            int remote = persons(counts, capacity, Mode.REMOTE);
            if (physical + remote > 0)
                lines.add(new ParticipantsPage.Line(GroupWords.capacity(frame, capacity), physical, remote));
        }
        return Pages.show(
                frame,
                "groups/web/participants",
                new ParticipantsPage(
                        meeting,
                        counts.stream()
                                .filter(Count::accepted)
                                .mapToInt(Count::persons)
                                .sum(),
                        counts.stream()
                                .filter(one -> !one.accepted())
                                .mapToInt(Count::persons)
                                .sum(),
                        counts.stream()
                                .filter(Count::accepted)
                                .mapToInt(Count::named)
                                .sum(),
                        lines,
                        list.named(meeting.id()).stream()
                                .map(one -> new ParticipantsPage.Person(
                                        one,
                                        GroupWords.capacity(frame, one.capacity()),
                                        country(frame, one.country()),
                                        GroupWords.mode(frame, one.mode())))
                                .toList()));
    }

    private static int persons(List<Count> counts, Capacity capacity, Mode mode) {
        return counts.stream()
                .filter(one -> one.accepted() && one.capacity() == capacity && one.mode() == mode)
                .mapToInt(Count::persons)
                .sum();
    }

    private String country(Frame frame, String code) {
        return code.isEmpty() ? "" : vocabulary.name(Vocabulary.COUNTRIES, code, frame.language());
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping(MEETING + "/registrations")
    ModelAndView desk(Frame frame, @PathVariable String code, @PathVariable String number) {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        return Pages.show(
                frame,
                "groups/web/registrations",
                new RegistrationsPage(
                        meeting,
                        participants.of(meeting).stream()
                                .map(one -> new RegistrationsPage.Line(
                                        one,
                                        GroupWords.capacity(
                                                frame, one.registration().capacity()),
                                        country(frame, one.registration().country()),
                                        GroupWords.mode(
                                                frame, one.registration().mode()),
                                        GroupWords.participation(frame, one.status()),
                                        frame.dateTime(one.registeredAt()),
                                        one.status() == Participant.Status.WAITING))
                                .toList()));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping(MEETING + "/registrations/{id}")
    ModelAndView decide(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        boolean accept = act.equals("accept");
        if (!accept && (reason.isBlank() || reason.length() > LONGEST_REASON)) {
            FrameResolver.notice(request, frame.t("groups.registrations.reason.missing"));
            return Pages.goTo(frame, meeting.address() + "/registrations");
        }
        participants.decide(meeting, id, accept ? "" : reason.strip(), version, actor);
        FrameResolver.notice(request, frame.t("groups.registrations.decided"));
        return Pages.goTo(frame, meeting.address() + "/registrations");
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping(MEETING + "/registrations.csv")
    ResponseEntity<byte[]> csv(@PathVariable String code, @PathVariable String number) {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        var out = new StringBuilder("\uFEFF");
        Csv.row(
                out,
                List.of(
                        "name",
                        "function",
                        "organization",
                        "capacity",
                        "country",
                        "email",
                        "mode",
                        "visa",
                        "needs",
                        "nameShown",
                        "status",
                        "registeredAt"));
        for (Participant one : participants.of(meeting)) {
            Registration said = one.registration();
            Csv.row(
                    out,
                    List.of(
                            said.name(),
                            said.function(),
                            said.organization(),
                            said.capacity().word(),
                            said.country(),
                            said.email().value(),
                            said.mode().word(),
                            said.visa(),
                            said.needs(),
                            said.consent() == NameConsent.SHOWN,
                            one.status().word(),
                            one.registeredAt()));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + code + "-" + number + "-registrations.csv\"")
                .body(out.toString().getBytes(StandardCharsets.UTF_8));
    }
}
