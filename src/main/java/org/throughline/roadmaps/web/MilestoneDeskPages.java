package org.throughline.roadmaps.web;

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
import org.throughline.platform.Certainty;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.roadmaps.Kind;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.Milestone.Facts;
import org.throughline.roadmaps.MilestoneDesk;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.roadmaps.Status;
import org.throughline.roadmaps.Track;

/// Where the secretariat adds milestones and changes them.
@Controller
class MilestoneDeskPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int ACTS = 20;

    private final Roadmaps roadmaps;
    private final MilestoneDesk desk;
    private final AuditTrail audit;

    MilestoneDeskPages(Roadmaps roadmaps, MilestoneDesk desk, AuditTrail audit) {
        this.roadmaps = roadmaps;
        this.desk = desk;
        this.audit = audit;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/roadmaps/milestones/new")
    ModelAndView blank(Frame frame) {
        return show(frame, null, Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/roadmaps/milestones/new")
    ModelAndView add(
            Frame frame, Actor actor, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        Facts facts = MilestoneForm.read(frame, typed, codes(), errors);
        if (facts == null) return show(frame, null, typed, errors.done(), UNPROCESSABLE);
        long number = desk.add(facts, actor);
        FrameResolver.notice(request, frame.t("roadmaps.desk.added"));
        return Pages.goTo(frame, "/roadmaps/milestones/" + number);
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/roadmaps/milestones/{number:\\d{1,9}}/edit")
    ModelAndView edit(Frame frame, @PathVariable long number) {
        Milestone one = roadmaps.milestone(number).orElseThrow(Refusal::notFound);
        return show(frame, one, MilestoneForm.filled(one.facts()), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/roadmaps/milestones/{number:\\d{1,9}}/edit")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable long number,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Milestone one = roadmaps.milestone(number).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        Facts facts = MilestoneForm.read(frame, typed, codes(), errors);
        if (facts == null) return show(frame, one, typed, errors.done(), UNPROCESSABLE);
        if (one.version() != version) return show(frame, one, typed, FormErrors.NONE, CONFLICT);
        desk.change(number, facts, version, actor);
        FrameResolver.notice(request, frame.t("roadmaps.desk.saved"));
        return Pages.goTo(frame, "/roadmaps/milestones/" + number);
    }

    private List<String> codes() {
        return roadmaps.tracks().stream().map(Track::code).toList();
    }

    private ModelAndView show(Frame frame, @Nullable Milestone one, Typed typed, FormErrors errors, int status) {
        String certainty = typed.of("certainty").isEmpty() ? Certainty.CONFIRMED.word() : typed.of("certainty");
        var page = new MilestoneEditPage(
                one == null ? "/roadmaps/milestones/new" : "/roadmaps/milestones/" + one.number() + "/edit",
                one == null ? "/roadmaps" : "/roadmaps/milestones/" + one.number(),
                one == null ? 0 : one.version(),
                status == CONFLICT,
                status == CONFLICT && one != null
                        ? Differences.between(typed, MilestoneForm.filled(one.facts()), MilestoneForm.labels(frame))
                        : List.of(),
                typed,
                errors,
                roadmaps.tracks().stream()
                        .map(track -> new Option(
                                track.code(),
                                frame.text(track.name()),
                                typed.of("track").equals(track.code())))
                        .toList(),
                Arrays.stream(Kind.values())
                        .map(kind -> new Option(
                                kind.word(),
                                RoadmapWords.kind(frame, kind),
                                typed.of("kind").equals(kind.word())))
                        .toList(),
                Arrays.stream(Status.values())
                        .map(state -> new Option(
                                state.word(),
                                RoadmapWords.status(frame, state),
                                typed.of("status").equals(state.word())))
                        .toList(),
                Arrays.stream(Certainty.values())
                        .map(sure -> new Option(
                                sure.word(), RoadmapWords.certainty(frame, sure), certainty.equals(sure.word())))
                        .toList(),
                LanguagePart.all(frame, typed, errors, Languages.ALL, "title"),
                one == null
                        ? List.of()
                        : audit.of(MilestoneDesk.subject(one.number()), ACTS).stream()
                                .map(act -> new MilestoneEditPage.ActLine(
                                        RoadmapActs.words(frame, act.action()), frame.dateTime(act.at()), act.name()))
                                .toList());
        return Pages.show(frame, "roadmaps/web/edit", page, status);
    }
}
