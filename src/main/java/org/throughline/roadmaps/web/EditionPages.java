package org.throughline.roadmaps.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.RoadmapEditions;
import org.throughline.roadmaps.RoadmapEditions.Difference;
import org.throughline.roadmaps.RoadmapEditions.Edition;
import org.throughline.roadmaps.RoadmapEditions.Frozen;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.roadmaps.Track;

/// The named versions of a road map: their list, each of them, and what differs between two.
@Controller
class EditionPages {

    private static final int LONGEST = 300;
    private static final String NOW = "now";

    private final Roadmaps roadmaps;
    private final RoadmapEditions editions;
    private final PageStore pages;

    EditionPages(Roadmaps roadmaps, RoadmapEditions editions, PageStore pages) {
        this.roadmaps = roadmaps;
        this.editions = editions;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/roadmaps/{track:[a-z0-9-]+}/versions")
    ModelAndView all(Frame frame, @PathVariable String track) {
        return list(frame, find(track), Typed.NOTHING, FormErrors.NONE, 200);
    }

    private Track find(String track) {
        pages.dependsOn(Roadmaps.TAG);
        return roadmaps.track(track).orElseThrow(Refusal::notFound);
    }

    private ModelAndView list(Frame frame, Track track, Typed typed, FormErrors errors, int status) {
        return Pages.show(
                frame,
                "roadmaps/web/editions",
                new EditionPage.All(
                        track,
                        editions.of(track.code()).stream()
                                .map(one -> line(frame, one))
                                .toList(),
                        typed,
                        errors),
                status);
    }

    private static EditionPage.Line line(Frame frame, Edition one) {
        return new EditionPage.Line(
                one.number(), one.name(), one.approval(), frame.dateTime(one.takenAt()), one.milestones());
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/roadmaps/{track:[a-z0-9-]+}/versions")
    ModelAndView take(
            Frame frame,
            Actor actor,
            @PathVariable String track,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Track found = find(track);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        typed.unstorable().forEach(name -> errors.add(name, frame.t("roadmaps.desk.unstorable")));
        if (typed.of("name").isBlank()) errors.add("name", frame.t("roadmaps.edition.name.missing"));
        for (String name : List.of("name", "approval"))
            if (typed.of(name).length() > LONGEST) errors.add(name, frame.t("roadmaps.desk.too-long", LONGEST));
        if (!errors.isEmpty()) return list(frame, found, typed, errors.done(), 422);
        int number = editions.take(
                track, typed.of("name").strip(), typed.of("approval").strip(), actor);
        FrameResolver.notice(request, frame.t("roadmaps.edition.taken"));
        return Pages.goTo(frame, "/roadmaps/" + track + "/versions/" + number);
    }

    @OpenToAll
    @GetMapping("/roadmaps/{track:[a-z0-9-]+}/versions/{number:\\d{1,6}}")
    ModelAndView one(
            Frame frame,
            @PathVariable String track,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String with) {
        Track found = find(track);
        Edition edition = editions.find(track, number).orElseThrow(Refusal::notFound);
        List<Frozen> content = editions.content(track, number);
        List<Option> others = new ArrayList<>();
        others.add(new Option(NOW, frame.t("roadmaps.edition.now"), NOW.equals(with)));
        for (Edition one : editions.of(track))
            if (one.number() != number) {
                String value = String.valueOf(one.number());
                others.add(new Option(value, one.name(), value.equals(with)));
            }
        List<EditionPage.Change> differences = others.stream().anyMatch(Option::chosen)
                ? differences(frame, track, content, number, Objects.requireNonNull(with))
                : null;
        return Pages.show(
                frame,
                "roadmaps/web/edition",
                new EditionPage(
                        found,
                        line(frame, edition),
                        content.stream()
                                .map(one -> new EditionPage.Milestone(
                                        one.number(),
                                        one.facts().title(),
                                        RoadmapWords.when(frame, one.facts().when()),
                                        RoadmapWords.status(frame, one.facts().status())))
                                .toList(),
                        others,
                        differences));
    }

    /// From the older to the newer of both.
    private List<EditionPage.Change> differences(
            Frame frame, String track, List<Frozen> content, int number, String with) {
        boolean backwards = !with.equals(NOW) && Integer.parseInt(with) < number;
        List<Frozen> other = with.equals(NOW)
                ? roadmaps.milestones().stream()
                        .filter(one -> one.facts().track().equals(track))
                        .map(one -> new Frozen(one.number(), one.facts()))
                        .toList()
                : editions.content(track, Integer.parseInt(with));
        List<Difference> differences =
                backwards ? RoadmapEditions.between(other, content) : RoadmapEditions.between(content, other);
        return differences.stream().map(one -> change(frame, one)).toList();
    }

    private static EditionPage.Change change(Frame frame, Difference one) {
        Milestone.Facts after = one.after();
        Milestone.Facts before = one.before();
        if (after == null)
            return new EditionPage.Change(
                    one.milestone(), Objects.requireNonNull(before).title(), List.of(frame.t("roadmaps.edition.gone")));
        return new EditionPage.Change(one.milestone(), after.title(), RoadmapWords.changes(frame, before, after));
    }
}
