package org.throughline.groups.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.groups.AgendaItem;
import org.throughline.groups.Decision;
import org.throughline.groups.Group;
import org.throughline.groups.Groups;
import org.throughline.groups.Meeting;
import org.throughline.groups.MeetingDecisions;
import org.throughline.groups.MeetingPapers;
import org.throughline.groups.MeetingPapers.Paper;
import org.throughline.groups.Meetings;
import org.throughline.groups.ParticipantList;
import org.throughline.groups.Participants;
import org.throughline.platform.Certainty;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;

/// One meeting: when and where, its agenda with the papers of each item.
@Controller
class MeetingPages {

    private final Groups groups;
    private final Meetings meetings;
    private final Participants participants;
    private final ParticipantList list;
    private final MeetingDecisions decisions;
    private final ObjectProvider<MeetingPapers> papers;
    private final PageStore pages;

    MeetingPages(
            Groups groups,
            Meetings meetings,
            Participants participants,
            ParticipantList list,
            MeetingDecisions decisions,
            ObjectProvider<MeetingPapers> papers,
            PageStore pages) {
        this.groups = groups;
        this.meetings = meetings;
        this.participants = participants;
        this.list = list;
        this.decisions = decisions;
        this.papers = papers;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings/{number:[A-Za-z0-9][A-Za-z0-9-]*}")
    ModelAndView one(Frame frame, @PathVariable String code, @PathVariable String number) {
        Group group = groups.find(code).orElseThrow(Refusal::notFound);
        Meeting one = meetings.find(code, number).orElseThrow(Refusal::notFound);
        pages.dependsOn(Groups.TAG, "documents");
        pages.freshFor(participants.isOpen(one) ? Duration.ofMinutes(1) : Duration.ofHours(1));
        List<Paper> all =
                papers.stream().flatMap(some -> some.of(one.id()).stream()).toList();
        Certainty certainty = one.source().certainty();
        return Pages.show(
                frame,
                "groups/web/meeting",
                new MeetingPage(
                        one,
                        group.name(),
                        GroupWords.period(frame, one.starts(), one.ends()),
                        one.mode() == null ? "" : GroupWords.mode(frame, one.mode()),
                        one.languages().stream().map(Languages::endonym).toList(),
                        GroupWords.status(frame, one.status()),
                        certainty == Certainty.CONFIRMED ? "" : GroupWords.certainty(frame, certainty),
                        one.items().stream().map(item -> item(item, all)).toList(),
                        all.stream()
                                .filter(paper ->
                                        one.items().stream().noneMatch(item -> Objects.equals(item.id(), paper.item())))
                                .toList(),
                        writing(one),
                        participants.isOpen(one),
                        list.counts(one.id()).stream()
                                .filter(ParticipantList.Count::accepted)
                                .mapToInt(ParticipantList.Count::persons)
                                .sum(),
                        decisions.of(one.id()).stream()
                                .map(each -> new MeetingPage.Outcome(
                                        each,
                                        DecisionPages.item(one, each),
                                        GroupWords.kind(frame, each.kind()),
                                        each.kind() == Decision.Kind.RECOMMENDATION
                                                ? GroupWords.state(frame, each.state())
                                                : ""))
                                .toList()));
    }

    private String writing(Meeting one) {
        if (one.status() == Meeting.Status.HELD || one.status() == Meeting.Status.CANCELLED) return "";
        return papers.stream()
                .map(some -> some.writing(one))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static MeetingPage.Item item(AgendaItem item, List<Paper> all) {
        return new MeetingPage.Item(
                "item-" + item.number().replace('.', '-'),
                item.number(),
                item.title(),
                all.stream().filter(paper -> item.id().equals(paper.item())).toList());
    }
}
