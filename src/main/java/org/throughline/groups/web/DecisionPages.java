package org.throughline.groups.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.AuditTrail;
import org.throughline.groups.Decision;
import org.throughline.groups.Decision.State;
import org.throughline.groups.Groups;
import org.throughline.groups.Meeting;
import org.throughline.groups.MeetingDecisions;
import org.throughline.groups.Meetings;
import org.throughline.platform.Csv;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// What meetings decided, and what became of what they recommended.
@Controller
class DecisionPages {

    private final Groups groups;
    private final Meetings meetings;
    private final MeetingDecisions decisions;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Settings settings;

    DecisionPages(
            Groups groups,
            Meetings meetings,
            MeetingDecisions decisions,
            AuditTrail audit,
            PageStore pages,
            Settings settings) {
        this.groups = groups;
        this.meetings = meetings;
        this.decisions = decisions;
        this.audit = audit;
        this.pages = pages;
        this.settings = settings;
    }

    @OpenToAll
    @GetMapping("/groups/recommendations")
    ModelAndView recommendations(
            Frame frame, @RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "") String state) {
        pages.dependsOn(Groups.TAG);
        List<Decision> all = decisions.recommendations();
        List<Decision> found = filtered(all, group, state);
        State asked = State.of(state).orElse(null);
        return Pages.show(
                frame,
                "groups/web/recommendations",
                new RecommendationsPage(
                        groups.all().stream()
                                .map(one -> new Option(
                                        one.code(),
                                        frame.text(one.name()),
                                        one.code().equals(group)))
                                .toList(),
                        Arrays.stream(State.values())
                                .map(one -> new Option(one.word(), GroupWords.state(frame, one), one == asked))
                                .toList(),
                        found.stream()
                                .map(one -> new RecommendationsPage.Line(
                                        one, GroupWords.state(frame, one.state()), since(frame, one)))
                                .toList(),
                        all.size(),
                        query(group, asked)));
    }

    private String query(String group, @Nullable State asked) {
        String known = groups.find(group).isPresent() ? group : "";
        if (known.isEmpty() && asked == null) return "";
        return "?group=" + known + "&state=" + (asked == null ? "" : asked.word());
    }

    private static List<Decision> filtered(List<Decision> all, String group, String state) {
        return all.stream()
                .filter(one -> group.isEmpty() || one.group().equals(group))
                .filter(one -> state.isEmpty() || one.state().word().equals(state))
                .toList();
    }

    private static String since(Frame frame, Decision one) {
        return one.steps().isEmpty()
                ? ""
                : Moments.in(frame.language()).partial(one.steps().getLast().happened());
    }

    @OpenToAll
    @GetMapping("/groups/recommendations.csv")
    ResponseEntity<byte[]> csv(
            Frame frame, @RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "") String state) {
        var out = new StringBuilder("\uFEFF");
        Csv.row(
                out,
                List.of(
                        "group",
                        "meeting",
                        "number",
                        "url",
                        "text",
                        "actors",
                        "state",
                        "happened",
                        "source",
                        "sourceUrl"));
        for (Decision one : filtered(decisions.recommendations(), group, state)) {
            boolean bare = one.steps().isEmpty();
            Csv.row(
                    out,
                    List.of(
                            one.group(),
                            one.meetingNumber(),
                            one.number(),
                            settings.publicUrl() + frame.url(one.address()),
                            frame.text(one.text()),
                            frame.text(one.actors()),
                            one.state().word(),
                            bare ? "" : one.steps().getLast().happened(),
                            bare ? "" : one.steps().getLast().source(),
                            bare ? "" : one.steps().getLast().url()));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"recommendations.csv\"")
                .body(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    @OpenToAll
    @GetMapping(
            "/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}/decisions/{decision:\\d{1,6}}")
    ModelAndView one(Frame frame, @PathVariable String code, @PathVariable String number, @PathVariable int decision) {
        Meeting meeting = meetings.find(code, number).orElseThrow(Refusal::notFound);
        Decision one = decisions.find(meeting.id(), decision).orElseThrow(Refusal::notFound);
        pages.dependsOn(Groups.TAG);
        return show(frame, audit, meeting, one, Typed.NOTHING, FormErrors.NONE, 200);
    }

    static ModelAndView show(
            Frame frame, AuditTrail audit, Meeting meeting, Decision one, Typed typed, FormErrors errors, int status) {
        boolean keeps = frame.may(Permission.MANAGE_CALLS);
        Moments moments = Moments.in(frame.language());
        var page = new DecisionPage(
                one,
                meeting,
                named(frame, meeting, one),
                GroupWords.kind(frame, one.kind()),
                GroupWords.state(frame, one.state()),
                GroupWords.period(frame, meeting.starts(), meeting.ends()),
                one.steps().stream()
                        .map(step -> new DecisionPage.Step(
                                GroupWords.state(frame, step.state()),
                                moments.partial(step.happened()),
                                step.source(),
                                step.url()))
                        .toList(),
                !keeps || one.kind() != Decision.Kind.RECOMMENDATION
                        ? List.of()
                        : one.state().next().stream()
                                .map(state -> new Option(
                                        state.word(), GroupWords.state(frame, state), typed.has("state", state.word())))
                                .toList(),
                typed,
                errors,
                keeps ? GroupActs.of(frame, audit, one.address().substring(1)) : List.of());
        return Pages.show(frame, "groups/web/decision", page, status);
    }

    private static String named(Frame frame, Meeting meeting, Decision one) {
        return one.item() == null
                ? ""
                : meeting.item(one.item())
                        .map(item -> item.number() + " " + frame.text(item.title()))
                        .orElse("");
    }

    static String item(Meeting meeting, Decision one) {
        return one.item() == null
                ? ""
                : meeting.item(one.item()).map(item -> item.number()).orElse("");
    }
}
