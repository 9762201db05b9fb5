package org.throughline.groups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.groups.Seat.Held;
import org.throughline.platform.PartialDate;

/// What follows from the seats of a group: who led it on a day, and when nobody is on record at its head.
public final class Leadership {

    private Leadership() {}

    /// @param held surely or perhaps
    public record Holder(Seat seat, Held held) {}

    /// Those who led the group on a day, or perhaps did, chairs first. A seat whose end is not on record ends, for
    /// this, when the next one of its kind begins.
    public static List<Holder> on(List<Seat> seats, LocalDate day) {
        return seats.stream()
                .filter(seat -> seat.role().leads())
                .map(seat -> new Holder(seat, isFollowed(seat, seats, day) ? Held.NO : seat.on(day)))
                .filter(one -> one.held() != Held.NO)
                .sorted(Comparator.comparing(one -> one.seat().role()))
                .toList();
    }

    private static boolean isFollowed(Seat seat, List<Seat> seats, LocalDate day) {
        if (!seat.ends().isEmpty() || seat.starts().isEmpty()) return false;
        return seats.stream()
                .filter(other -> !other.declined() && other.role().leads())
                .filter(other -> other.role().heads() == seat.role().heads())
                .filter(other -> other.starts().compareTo(seat.starts()) > 0)
                .flatMap(other -> PartialDate.first(other.starts()).stream())
                .anyMatch(began -> !began.isAfter(day));
    }

    /// Who is on record at the head of a group next before and next after a day on which nobody is.
    public static List<Seat> around(List<Seat> seats, LocalDate day) {
        List<Seat> heads = seats.stream()
                .filter(seat -> seat.role().heads()
                        && !seat.declined()
                        && !seat.starts().isEmpty())
                .sorted(Comparator.comparing(Seat::starts))
                .toList();
        List<Seat> around = new ArrayList<>();
        heads.stream()
                .filter(seat -> last(seat.starts()).isBefore(day))
                .reduce((first, second) -> second)
                .ifPresent(around::add);
        heads.stream()
                .filter(seat -> PartialDate.first(seat.starts()).orElseThrow().isAfter(day))
                .findFirst()
                .ifPresent(around::add);
        return around;
    }

    /// A time for which nobody is on record at the head of a group.
    ///
    /// @param after the last date for which somebody is, or that of the group's beginning
    /// @param before when the next one began
    public record Gap(String after, String before) {}

    /// @param founded when the group began; empty where it is not known
    public static List<Gap> gaps(List<Seat> seats, String founded) {
        List<Gap> gaps = new ArrayList<>();
        String until = founded;
        List<Seat> heads = seats.stream()
                .filter(seat -> seat.role().heads() && !seat.declined())
                .filter(seat -> !seat.starts().isEmpty())
                .sorted(Comparator.comparing(Seat::starts))
                .toList();
        for (Seat seat : heads) {
            LocalDate begins = PartialDate.first(seat.starts()).orElseThrow();
            if (PartialDate.last(until)
                    .filter(day -> day.plusDays(1).isBefore(begins))
                    .isPresent()) gaps.add(new Gap(until, seat.starts()));
            String end = seat.ends().isEmpty() ? seat.starts() : seat.ends();
            if (until.isEmpty() || last(end).isAfter(last(until))) until = end;
        }
        return gaps;
    }

    private static LocalDate last(String date) {
        return PartialDate.last(date).orElseThrow();
    }
}
