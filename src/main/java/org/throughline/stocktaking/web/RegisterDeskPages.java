package org.throughline.stocktaking.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Languages;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectDesk;
import org.throughline.stocktaking.ProjectDesk.After;
import org.throughline.stocktaking.ProjectDesk.Filter;
import org.throughline.stocktaking.ProjectDesk.Line;
import org.throughline.stocktaking.ProjectRecord.State;
import org.throughline.stocktaking.web.RegisterDeskPage.Tab;
import org.throughline.vocabulary.TermNames;

/// The secretariat's list of what came into the register.
@Controller
class RegisterDeskPages {

    private static final int PAGE = 50;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,16})-(\\d{1,18})");

    private final ProjectDesk desk;
    private final ProjectCollections collections;
    private final TermNames terms;

    RegisterDeskPages(ProjectDesk desk, ProjectCollections collections, TermNames terms) {
        this.desk = desk;
        this.collections = collections;
        this.terms = terms;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/desk")
    ModelAndView list(Frame frame, @RequestParam MultiValueMap<String, String> asked) {
        Typed typed = Typed.of(asked);
        Filter filter = filter(typed);
        List<Line> lines = desk.lines(filter, place(typed.of("after")), PAGE + 1);
        List<Line> shown = lines.size() > PAGE ? lines.subList(0, PAGE) : lines;
        String next = lines.size() > PAGE ? address(frame, filter) + "&after=" + place(shown.getLast()) : "";
        return Pages.show(
                frame,
                "stocktaking/web/desk",
                new RegisterDeskPage(
                        tabs(frame, filter),
                        filter,
                        List.of(
                                new Option(
                                        "new",
                                        frame.t("stocktaking.desk.kind.new"),
                                        filter.kind().equals("new")),
                                new Option(
                                        "changed",
                                        frame.t("stocktaking.desk.kind.changed"),
                                        filter.kind().equals("changed"))),
                        collections.all().stream()
                                .map(one -> new Option(
                                        one.slug(),
                                        frame.text(one.name()),
                                        one.slug().equals(filter.collection())))
                                .toList(),
                        Languages.ALL.stream()
                                .map(code -> new Option(
                                        code, terms.language(code, frame.language()), code.equals(filter.language())))
                                .toList(),
                        desk.tags().stream()
                                .map(tag -> new Option(tag, tag, tag.equals(filter.tag())))
                                .toList(),
                        desk.count(filter),
                        shown,
                        next,
                        terms));
    }

    private List<Tab> tabs(Frame frame, Filter filter) {
        List<Tab> tabs = new ArrayList<>();
        for (State state : ProjectDesk.states()) {
            Filter other = new Filter(state, filter.kind(), filter.collection(), filter.language(), filter.tag());
            tabs.add(new Tab(
                    RegisterWords.of(frame, state), address(frame, other), desk.count(other), state == filter.state()));
        }
        return tabs;
    }

    static String address(Frame frame, Filter filter) {
        return frame.url("/stocktaking/desk") + "?state=" + filter.state().word()
                + part("kind", filter.kind())
                + part("collection", filter.collection())
                + part("language", filter.language())
                + part("tag", filter.tag());
    }

    static Filter filter(Typed typed) {
        return new Filter(
                state(typed.of("state")),
                known(typed.of("kind")),
                known(typed.of("collection")),
                known(typed.of("language")),
                known(typed.of("tag")));
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    // What cannot be stored is nothing that anybody filters by.
    private static String known(String typed) {
        return Storable.is(typed) ? typed : "";
    }

    private static State state(String word) {
        return ProjectDesk.states().stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(State.WAITING);
    }

    private static String place(Line line) {
        return line.project().sentAt().toEpochMilli() + "-" + line.project().number();
    }

    // Anything that is no place begins at the beginning.
    private static @Nullable After place(String typed) {
        Matcher place = PLACE.matcher(typed);
        if (!place.matches()) return null;
        try {
            return new After(Instant.ofEpochMilli(Long.parseLong(place.group(1))), Long.parseLong(place.group(2)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
