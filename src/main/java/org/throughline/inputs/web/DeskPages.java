package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.inputs.DeskLine;
import org.throughline.inputs.Examination.Finding;
import org.throughline.inputs.InputRecord.State;
import org.throughline.inputs.Moderation;
import org.throughline.inputs.Publication;
import org.throughline.inputs.web.DeskPage.Tab;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.vocabulary.TermNames;

/// The secretariat's list of everything that came in for a call, and the publication of many at once.
@Controller
class DeskPages {

    private static final int PAGE = 100;
    private static final int BATCH = 200;

    private final Calls calls;
    private final Moderation moderation;
    private final Publication publication;
    private final TermNames terms;

    DeskPages(Calls calls, Moderation moderation, Publication publication, TermNames terms) {
        this.calls = calls;
        this.moderation = moderation;
        this.publication = publication;
        this.terms = terms;
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @GetMapping("/calls/{slug}/desk")
    ModelAndView list(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean findings,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "0") int after) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        List<DeskLine> all = moderation.lines(call.id());
        State only = Arrays.stream(State.values())
                .filter(one -> one.name().equalsIgnoreCase(state))
                .findFirst()
                .orElse(null);
        Finding wanted = Arrays.stream(Finding.values())
                .filter(one -> word(one).equals(finding))
                .findFirst()
                .orElse(null);
        List<DeskLine> ofState = all.stream()
                .filter(line -> only == null || line.state() == only)
                .toList();
        List<DeskLine> chosen = ofState.stream()
                .filter(line -> wanted == null || line.findings().contains(wanted))
                .filter(line -> !findings || !line.findings().isEmpty())
                .filter(line -> line.number() > after)
                .toList();
        List<DeskLine> shown = chosen.size() > PAGE ? chosen.subList(0, PAGE) : chosen;
        String base = frame.url("/calls/" + slug + "/desk");
        String inState = base + "?state=" + (only == null ? "" : word(only));
        String filters = (wanted == null ? "" : "&finding=" + word(wanted)) + (findings ? "&findings=true" : "");
        String next = chosen.size() > PAGE
                ? inState + filters + "&after=" + shown.getLast().number()
                : "";
        long clean = all.stream().filter(DeskLine::isClean).count();
        return Pages.show(
                frame,
                "inputs/web/desk",
                new DeskPage(
                        call,
                        tabs(frame, base, all, only),
                        findings(frame, inState, ofState, wanted),
                        shown,
                        clean,
                        findings,
                        next,
                        terms));
    }

    private static List<Tab> tabs(Frame frame, String base, List<DeskLine> all, @Nullable State only) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(null, frame.t("inputs.desk.state.all"), base, all.size(), only == null));
        for (State state : State.values()) {
            long count = all.stream().filter(line -> line.state() == state).count();
            String address = base + "?state=" + word(state);
            tabs.add(new Tab(state, DeskWords.of(frame, state), address, count, state == only));
        }
        return tabs;
    }

    private static List<Tab> findings(Frame frame, String base, List<DeskLine> lines, @Nullable Finding wanted) {
        return Arrays.stream(Finding.values())
                .map(finding -> new Tab(
                        null,
                        DeskWords.of(frame, finding),
                        base + "&finding=" + word(finding),
                        lines.stream()
                                .filter(line -> line.findings().contains(finding))
                                .count(),
                        finding == wanted))
                .filter(tab -> tab.count() > 0 || tab.chosen())
                .toList();
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @GetMapping("/calls/{slug}/desk/batch")
    ModelAndView batch(Frame frame, @PathVariable String slug) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        List<DeskLine> clean =
                moderation.lines(call.id()).stream().filter(DeskLine::isClean).toList();
        List<DeskLine> shown = clean.size() > BATCH ? clean.subList(0, BATCH) : clean;
        return Pages.show(frame, "inputs/web/batch", new BatchPage(call, shown, clean.size() - shown.size()));
    }

    /// Publishes those that were shown and are still as they were: allowed by their owners and without findings.
    @Requires(Permission.PUBLISH_INPUTS)
    @PostMapping("/calls/{slug}/desk/batch")
    ModelAndView publish(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") List<String> n,
            HttpServletRequest request) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        List<DeskLine> clean = moderation.lines(call.id()).stream()
                .filter(DeskLine::isClean)
                .filter(line -> n.contains(line.number() + ":" + line.version()))
                .limit(BATCH)
                .toList();
        long published = clean.stream().filter(line -> isPublished(line, actor)).count();
        FrameResolver.notice(request, frame.t("inputs.desk.batch.done", published));
        return Pages.goTo(frame, "/calls/" + slug + "/desk");
    }

    // What its owner changes at this very moment waits for another look; the others are published.
    private boolean isPublished(DeskLine line, Actor actor) {
        try {
            publication.publish(line.id(), line.version(), actor);
            return true;
        } catch (Refusal changedMeanwhile) {
            return false;
        }
    }
}
