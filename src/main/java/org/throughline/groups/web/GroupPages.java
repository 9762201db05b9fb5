package org.throughline.groups.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.citations.CitedDocuments;
import org.throughline.groups.Group;
import org.throughline.groups.Groups;
import org.throughline.groups.Leadership;
import org.throughline.groups.MandateNames;
import org.throughline.groups.Meeting;
import org.throughline.groups.Meetings;
import org.throughline.groups.Seat;
import org.throughline.groups.Seat.Role;
import org.throughline.groups.Seats;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.vocabulary.Vocabulary;

/// The groups, and one of them.
@Controller
class GroupPages {

    private final Groups groups;
    private final Seats seats;
    private final Meetings meetings;
    private final Vocabulary vocabulary;
    private final ObjectProvider<MandateNames> mandates;
    private final ObjectProvider<CitedDocuments> documents;
    private final PageStore pages;
    private final Clock clock;

    GroupPages(
            Groups groups,
            Seats seats,
            Meetings meetings,
            Vocabulary vocabulary,
            ObjectProvider<MandateNames> mandates,
            ObjectProvider<CitedDocuments> documents,
            PageStore pages,
            Clock clock) {
        this.groups = groups;
        this.seats = seats;
        this.meetings = meetings;
        this.vocabulary = vocabulary;
        this.mandates = mandates;
        this.documents = documents;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/groups")
    ModelAndView all(Frame frame) {
        pages.dependsOn(Groups.TAG);
        pages.freshFor(Duration.ofHours(1));
        var meetingsOf = meetings.all().stream().collect(Collectors.groupingBy(Meeting::group, Collectors.counting()));
        var seatsOf = seats.all();
        LocalDate today = today();
        return Pages.show(
                frame,
                "groups/web/groups",
                new GroupsPage(groups.all().stream()
                        .map(one -> new GroupsPage.Line(
                                one.code(),
                                one.name(),
                                one.about(),
                                chair(frame, seatsOf.getOrDefault(one.code(), List.of()), today),
                                meetingsOf.getOrDefault(one.code(), 0L).intValue()))
                        .toList()));
    }

    private String chair(Frame frame, List<Seat> some, LocalDate today) {
        return Leadership.on(some, today).stream()
                .filter(one -> one.seat().role().heads())
                .map(one -> GroupWords.who(frame, vocabulary, one.seat()))
                .collect(Collectors.joining(" · "));
    }

    @OpenToAll
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}")
    ModelAndView one(Frame frame, @PathVariable String code, @RequestParam(defaultValue = "") String day) {
        Group group = groups.find(code).orElseThrow(Refusal::notFound);
        pages.dependsOn(Groups.TAG, "mandates");
        pages.freshFor(Duration.ofHours(1));
        var views = new GroupViews(frame, vocabulary, group, seats.of(code), today());
        List<GroupPage.SeatLine> members = views.of(Role.MEMBER);
        List<GroupPage.SeatLine> observers = views.of(Role.OBSERVER);
        return Pages.show(
                frame,
                "groups/web/group",
                new GroupPage(
                        group,
                        group.mandates().stream()
                                .map(slug -> new GroupPage.Mandate(slug, mandate(frame, slug)))
                                .toList(),
                        document(group.termsSymbol()),
                        views.of(Role.SECRETARIAT),
                        views.onDay(day.strip()),
                        views.terms(),
                        views.declined(),
                        views.chart(),
                        members,
                        observers,
                        unsure(members) + unsure(observers),
                        views.meetings(meetings.of(code))));
    }

    private static int unsure(List<GroupPage.SeatLine> lines) {
        return (int) lines.stream().filter(one -> !one.sure().isEmpty()).count();
    }

    private GroupPage.@Nullable TermsDocument document(String symbol) {
        if (symbol.isEmpty()) return null;
        String path = documents.stream()
                .flatMap(kept -> Optional.ofNullable(kept.paths(List.of(symbol)).get(symbol)).stream())
                .findFirst()
                .orElse("");
        return new GroupPage.TermsDocument(symbol, path);
    }

    private String mandate(Frame frame, String slug) {
        return mandates.stream()
                .flatMap(names -> names.of(frame, slug).stream())
                .findFirst()
                .orElse(slug);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Moments.GENEVA));
    }
}
