package org.throughline.roadmaps.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.mandates.Mandates;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
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
import org.throughline.roadmaps.Roadmaps;
import org.throughline.roadmaps.Track;
import org.throughline.roadmaps.TrackDesk;

/// Where the secretariat begins a road map and renames one.
@Controller
class TrackDeskPages {

    private static final int CONFLICT = 409;
    private static final int LONGEST = 300;
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,40}");
    // They mean something in addresses.
    private static final List<String> IN_USE = List.of("milestones", "changes", "new", "tracks", "action-lines", "all");

    private final Roadmaps roadmaps;
    private final TrackDesk desk;
    private final Mandates mandates;

    TrackDeskPages(Roadmaps roadmaps, TrackDesk desk, Mandates mandates) {
        this.roadmaps = roadmaps;
        this.desk = desk;
        this.mandates = mandates;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/roadmaps/tracks/new")
    ModelAndView blank(Frame frame) {
        return show(frame, null, Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/roadmaps/tracks/new")
    ModelAndView add(
            Frame frame, Actor actor, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        String code = typed.of("code").strip();
        if (!CODE.matcher(code).matches() || IN_USE.contains(code))
            errors.add("code", frame.t("roadmaps.track.code.wrong"));
        else if (roadmaps.track(code).isPresent()) errors.add("code", frame.t("roadmaps.track.code.taken"));
        check(frame, typed, errors);
        if (!errors.isEmpty()) return show(frame, null, typed, errors.done(), 422);
        desk.add(code, typed.text("name"), typed.text("owner"), typed.of("mandate"), actor);
        FrameResolver.notice(request, frame.t("roadmaps.track.saved"));
        return Pages.goTo(frame, "/roadmaps/" + code);
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/roadmaps/{track:[a-z0-9-]+}/edit")
    ModelAndView edit(Frame frame, @PathVariable String track) {
        Track one = roadmaps.track(track).orElseThrow(Refusal::notFound);
        return show(frame, one, filled(one), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/roadmaps/{track:[a-z0-9-]+}/edit")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable String track,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Track one = roadmaps.track(track).orElseThrow(Refusal::notFound);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        check(frame, typed, errors);
        if (!errors.isEmpty()) return show(frame, one, typed, errors.done(), 422);
        if (one.version() != version) return show(frame, one, typed, FormErrors.NONE, CONFLICT);
        desk.change(track, typed.text("name"), typed.text("owner"), typed.of("mandate"), version, actor);
        FrameResolver.notice(request, frame.t("roadmaps.track.saved"));
        return Pages.goTo(frame, "/roadmaps/" + track);
    }

    private void check(Frame frame, Typed typed, FormErrors.Collector errors) {
        typed.unstorable().forEach(name -> errors.add(name, frame.t("roadmaps.desk.unstorable")));
        if (typed.text("name").isEmpty())
            errors.add("name-" + frame.language(), frame.t("roadmaps.desk.title.missing"));
        for (String name : List.of("name", "owner"))
            typed.text(name).texts().forEach((language, words) -> {
                if (words.length() > LONGEST)
                    errors.add(name + "-" + language, frame.t("roadmaps.desk.too-long", LONGEST));
            });
        String mandate = typed.of("mandate");
        if (!mandate.isEmpty() && mandates.find(mandate).isEmpty())
            errors.add("mandate", frame.t("roadmaps.desk.track.missing"));
    }

    private static Typed filled(Track one) {
        return new Typed.Filler()
                .put("name", one.name())
                .put("owner", one.owner())
                .put("mandate", one.mandate())
                .done();
    }

    private ModelAndView show(Frame frame, @Nullable Track one, Typed typed, FormErrors errors, int status) {
        boolean stale = status == CONFLICT;
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("name", frame.t("roadmaps.desk.title"));
        labels.put("owner", frame.t("roadmaps.track.owner"));
        labels.put("mandate", frame.t("roadmaps.track.mandate"));
        var page = new EditionPage.TrackForm(
                one == null ? "/roadmaps/tracks/new" : "/roadmaps/" + one.code() + "/edit",
                one == null ? "/roadmaps" : "/roadmaps/" + one.code(),
                one == null ? 0 : one.version(),
                stale,
                stale && one != null ? Differences.between(typed, filled(one), labels) : List.of(),
                typed,
                errors,
                mandates.all().stream()
                        .map(instrument -> new Option(
                                instrument.slug(),
                                name(frame, instrument.body().name(), instrument.number(), instrument.topic()),
                                instrument.slug().equals(typed.of("mandate"))))
                        .toList(),
                LanguagePart.all(frame, typed, errors, Languages.ALL, "name"));
        return Pages.show(frame, "roadmaps/web/trackedit", page, status);
    }

    private static String name(Frame frame, LocalizedText body, String number, LocalizedText topic) {
        return number.isEmpty()
                ? frame.text(topic)
                : frame.t("roadmaps.track.mandate.name", frame.text(body), number, frame.text(topic));
    }
}
