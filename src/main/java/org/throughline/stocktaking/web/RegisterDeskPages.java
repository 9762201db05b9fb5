package org.throughline.stocktaking.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.throughline.stocktaking.EntryReading;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.Finding;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectDesk;
import org.throughline.stocktaking.ProjectDesk.After;
import org.throughline.stocktaking.ProjectDesk.Filter;
import org.throughline.stocktaking.ProjectDesk.Line;
import org.throughline.stocktaking.ProjectFindings;
import org.throughline.stocktaking.ProjectFindings.Found;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectRecord.State;
import org.throughline.stocktaking.ProjectRevision;
import org.throughline.stocktaking.ProjectRevisions;
import org.throughline.stocktaking.Projects;
import org.throughline.stocktaking.RegisterQuery;
import org.throughline.stocktaking.web.RegisterDeskPage.Tab;
import org.throughline.vocabulary.TermNames;

/// The secretariat's list of what came into the register.
@Controller
class RegisterDeskPages {

    private static final int PAGE = 30;
    private static final int UNREAD = 10_000;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,16})-(\\d{1,18})");

    private final ProjectDesk desk;
    private final ProjectCollections collections;
    private final Projects projects;
    private final ProjectRevisions revisions;
    private final EntryReading reading;
    private final ProjectFindings findings;
    private final TermNames terms;

    RegisterDeskPages(
            ProjectDesk desk,
            ProjectCollections collections,
            Projects projects,
            ProjectRevisions revisions,
            EntryReading reading,
            ProjectFindings findings,
            TermNames terms) {
        this.desk = desk;
        this.collections = collections;
        this.projects = projects;
        this.revisions = revisions;
        this.reading = reading;
        this.findings = findings;
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
                        lights(frame),
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
                        Stream.of(Finding.values())
                                .map(one -> new Option(
                                        one.word(), name(frame, one), one.word().equals(filter.finding())))
                                .toList(),
                        filter.finding().isEmpty() ? 0 : findings.unread(UNREAD),
                        desk.listed(filter),
                        shown.stream().map(line -> row(frame, line)).toList(),
                        next,
                        terms));
    }

    private RegisterDeskPage.Row row(Frame frame, Line line) {
        Found found = line.found() == null ? found(line.project()) : line.found();
        List<String> findings = new ArrayList<>();
        if (line.completeness() < Finding.HALF) findings.add(name(frame, Finding.INCOMPLETE));
        if (!found.otherLanguage().isEmpty()) findings.add(name(frame, Finding.OTHER_LANGUAGE));
        if (found.personal() > 0) findings.add(name(frame, Finding.PERSONAL_DATA));
        if (found.likely() > 0) findings.add(name(frame, Finding.LIKELY_TWICE));
        if (line.deadLink()) findings.add(name(frame, Finding.DEAD_LINK));
        return new RegisterDeskPage.Row(line, findings);
    }

    private static String name(Frame frame, Finding finding) {
        return switch (finding) {
            case INCOMPLETE -> frame.t("stocktaking.desk.incomplete");
            case LIKELY_TWICE -> frame.t("stocktaking.desk.likely");
            case DEAD_LINK -> frame.t("stocktaking.links.is-dead");
            case OTHER_LANGUAGE -> frame.t("stocktaking.desk.language.other");
            case PERSONAL_DATA -> frame.t("stocktaking.desk.personal");
        };
    }

    // What came a moment ago and was not read yet.
    private Found found(ProjectRecord project) {
        ProjectRevision revision =
                revisions.find(project.id(), project.revision()).orElseThrow();
        ProjectForm form =
                collections.form(collections.find(project.collection()).orElseThrow(), revision.formVersion());
        EntryReading.Read read = reading.read(project, revision, form);
        return new Found(
                read.otherLanguage() == null ? "" : read.otherLanguage(),
                read.likely().size(),
                read.personal().size());
    }

    private List<Tab> tabs(Frame frame, Filter filter) {
        List<Tab> tabs = new ArrayList<>();
        for (State state : ProjectDesk.states()) {
            Filter other = filter.with(state);
            tabs.add(new Tab(
                    RegisterWords.of(frame, state), address(frame, other), desk.count(other), state == filter.state()));
        }
        return tabs;
    }

    private List<Tab> lights(Frame frame) {
        return projects
                .find(RegisterQuery.all(frame.language()).page(0, 0), List.of(Facet.LIGHT))
                .facets()
                .getOrDefault(Facet.LIGHT, List.of())
                .stream()
                .map(count -> new Tab(
                        light(frame, count.value()),
                        frame.url("/stocktaking") + "?light=" + count.value() + "&sort=confirmed",
                        count.count(),
                        false))
                .toList();
    }

    private static String light(Frame frame, String word) {
        for (Light light : Light.values()) if (light.word().equals(word)) return ProjectWords.name(frame, light);
        return word;
    }

    static String address(Frame frame, Filter filter) {
        return frame.url("/stocktaking/desk") + "?state=" + filter.state().word()
                + part("kind", filter.kind())
                + part("collection", filter.collection())
                + part("language", filter.language())
                + part("tag", filter.tag())
                + part("finding", filter.finding());
    }

    static Filter filter(Typed typed) {
        return new Filter(
                state(typed.of("state")),
                known(typed.of("kind")),
                known(typed.of("collection")),
                known(typed.of("language")),
                known(typed.of("tag")),
                Finding.of(typed.of("finding")).map(Finding::word).orElse(""));
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
