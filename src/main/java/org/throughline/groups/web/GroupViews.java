package org.throughline.groups.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.groups.Group;
import org.throughline.groups.Leadership;
import org.throughline.groups.Meeting;
import org.throughline.groups.Seat;
import org.throughline.groups.Seat.Held;
import org.throughline.groups.Seat.Role;
import org.throughline.groups.web.GroupPage.Holder;
import org.throughline.groups.web.GroupPage.MeetingLine;
import org.throughline.groups.web.GroupPage.OnDay;
import org.throughline.groups.web.GroupPage.SeatLine;
import org.throughline.groups.web.GroupPage.Term;
import org.throughline.platform.Certainty;
import org.throughline.platform.Moments;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Source;
import org.throughline.platform.chart.Gantt;
import org.throughline.platform.chart.Gantt.Item;
import org.throughline.platform.chart.Gantt.Lane;
import org.throughline.platform.chart.Gantt.Look;
import org.throughline.platform.chart.Svg;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Vocabulary;

/// The seats and meetings of one group as its page shows them.
///
/// @param today in Geneva
record GroupViews(Frame frame, Vocabulary vocabulary, Group group, List<Seat> seats, LocalDate today) {

    List<SeatLine> of(Role role) {
        return seats.stream()
                .filter(seat -> seat.role() == role && !seat.declined())
                .map(this::line)
                .sorted(Comparator.comparing(SeatLine::who))
                .toList();
    }

    List<SeatLine> declined() {
        return seats.stream().filter(Seat::declined).map(this::line).toList();
    }

    SeatLine line(Seat seat) {
        String who = GroupWords.who(frame, vocabulary, seat);
        return new SeatLine(
                GroupWords.role(frame, seat.role()),
                who,
                seat.person().equals(who) ? "" : seat.person(),
                seat.region().isEmpty() ? "" : vocabulary.name(Vocabulary.REGIONS, seat.region(), frame.language()),
                GroupWords.term(frame, seat),
                sure(seat.source()),
                seat.note(),
                seat.source());
    }

    private String sure(Source source) {
        return source.certainty() == Certainty.CONFIRMED ? "" : GroupWords.certainty(frame, source.certainty());
    }

    /// Newest first, with the times between for which nobody is on record.
    List<Term> terms() {
        Map<String, List<Seat>> periods = new LinkedHashMap<>();
        for (Seat seat : leading())
            periods.computeIfAbsent(seat.starts() + "/" + seat.ends(), key -> new ArrayList<>())
                    .add(seat);
        record Dated(String starts, Term term) {}
        List<Dated> dated = new ArrayList<>();
        periods.values().forEach(some -> dated.add(new Dated(some.getFirst().starts(), term(some))));
        Moments moments = Moments.in(frame.language());
        for (Leadership.Gap gap : Leadership.gaps(seats, group.founded()))
            dated.add(new Dated(
                    // Behind the one that it follows, before the next.
                    gap.after() + "~",
                    new Term(
                            "",
                            frame.t("groups.lead.between", moments.partial(gap.after()), moments.partial(gap.before())),
                            List.of(),
                            List.of(),
                            List.of())));
        return dated.stream()
                .sorted(Comparator.comparing(Dated::starts).reversed())
                .map(Dated::term)
                .toList();
    }

    private List<Seat> leading() {
        return seats.stream()
                .filter(seat -> seat.role().leads() && !seat.declined())
                .toList();
    }

    private Term term(List<Seat> some) {
        Seat first = some.getFirst();
        return new Term(
                anchor(first),
                GroupWords.term(frame, first),
                some.stream()
                        .filter(seat -> seat.role().heads())
                        .map(this::line)
                        .toList(),
                some.stream()
                        .filter(seat -> !seat.role().heads())
                        .map(this::line)
                        .toList(),
                some.stream().map(Seat::source).distinct().toList());
    }

    private static String anchor(Seat seat) {
        return "t" + seat.starts() + "_" + seat.ends();
    }

    OnDay onDay(String typed) {
        LocalDate day = typed.isEmpty()
                ? today
                : PartialDate.first(typed).filter(date -> typed.length() == 10).orElse(null);
        if (day == null) return new OnDay(typed, "", List.of(), List.of(), List.of());
        List<Leadership.Holder> holders = Leadership.on(seats, day);
        return new OnDay(
                typed.isEmpty() ? day.toString() : typed,
                Moments.in(frame.language()).date(day),
                holders.stream()
                        .map(one -> new Holder(line(one.seat()), one.held() == Held.PERHAPS))
                        .toList(),
                holders.stream().anyMatch(one -> one.seat().role().heads())
                        ? List.of()
                        : Leadership.around(seats, day).stream().map(this::line).toList(),
                without(holders));
    }

    private List<String> without(List<Leadership.Holder> holders) {
        Set<String> there = new HashSet<>();
        for (Leadership.Holder one : holders)
            if (one.seat().role() == Role.VICE_CHAIR && !one.seat().region().isEmpty())
                there.add(one.seat().region());
        if (there.isEmpty()) return List.of();
        return vocabulary.terms(Vocabulary.REGIONS).stream()
                .filter(region -> !region.code().equals(Vocabulary.GLOBAL) && !there.contains(region.code()))
                .map(region -> region.name(frame.language()))
                .toList();
    }

    @Nullable
    Svg chart() {
        List<Seat> shown = seats.stream()
                .filter(seat -> seat.role().leads() && !seat.starts().isEmpty() && !seat.declined())
                .toList();
        if (shown.isEmpty()) return null;
        return Gantt.draw(
                frame.language(),
                frame.t("groups.chart.title"),
                frame.t("groups.chart.description", shown.size()),
                List.of(
                        new Lane(frame.t("groups.chair"), items(shown, true)),
                        new Lane(frame.t("groups.vice-chairs"), items(shown, false))),
                new Gantt.Words(
                        frame.t("groups.chart.day"),
                        frame.t("groups.chart.period"),
                        frame.t("groups.chart.now"),
                        frame.t("groups.chart.cancelled"),
                        frame.t("groups.chart.vague"),
                        frame.t("groups.chart.unsure"),
                        frame.t("groups.chart.today")),
                today);
    }

    /// Seats of one period and sureness are one mark: six vice-chairs would be six times the same bar.
    private List<Item> items(List<Seat> shown, boolean heads) {
        Map<String, List<Seat>> together = new LinkedHashMap<>();
        for (Seat seat : shown)
            if (seat.role().heads() == heads)
                together.computeIfAbsent(anchor(seat), key -> new ArrayList<>()).add(seat);
        return together.values().stream().map(this::item).toList();
    }

    private Item item(List<Seat> some) {
        Seat seat = some.getFirst();
        LocalDate from = PartialDate.first(seat.starts()).orElseThrow();
        LocalDate to = PartialDate.last(seat.ends().isEmpty() ? seat.starts() : seat.ends())
                .orElseThrow();
        String who = some.stream()
                .map(one -> GroupWords.who(frame, vocabulary, one))
                .reduce((a, b) -> a + " · " + b)
                .orElseThrow();
        return new Item(
                who,
                frame.t("groups.chart.name", GroupWords.role(frame, seat.role()), who, GroupWords.term(frame, seat)),
                from,
                // A day alone would be a diamond, and look like an end.
                to.equals(from) ? from.withDayOfYear(from.lengthOfYear()) : to,
                to.isBefore(today) ? Look.DONE : Look.TO_COME,
                seat.starts().length() < 10 || seat.ends().length() < 10,
                seat.source().certainty() != Certainty.CONFIRMED,
                frame.url("/groups/" + group.code()) + "#" + anchor(seat));
    }

    List<MeetingLine> meetings(List<Meeting> meetings) {
        return meetings.stream()
                .map(one -> new MeetingLine(
                        one.address(),
                        one.name(),
                        GroupWords.period(frame, one.starts(), one.ends()),
                        one.place(),
                        GroupWords.status(frame, one.status()),
                        sure(one.source())))
                .toList();
    }
}
