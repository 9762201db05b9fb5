package org.throughline.mandates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.throughline.platform.PlannedDate;

/// One time at which a task is due that comes again, with the evidence of that time.
///
/// @param due as exactly as the first time is known
/// @param evidence of what kinds there is evidence for this time
/// @param status by the rule for a task that is due once, seen on its day
public record Round(String due, List<Evidence.Kind> evidence, TaskStatus status) {

    public Round {
        evidence = List.copyOf(evidence);
    }

    /// Whether somebody has reported, or what was asked for exists.
    boolean isAnswered() {
        return status == TaskStatus.REPORTED || status == TaskStatus.DONE;
    }

    /// Every time at which a task was due, and the next one. A piece of evidence counts for one of them: the one
    /// that it says it is for, or else the first whose last day is not before the day on which it happened.
    static List<Round> of(Due due, List<Evidence> evidence, LocalDate today) {
        List<String> times = due.times(today);
        List<List<Evidence.Kind>> kinds = new ArrayList<>();
        times.forEach(time -> kinds.add(new ArrayList<>()));
        if (!times.isEmpty())
            evidence.forEach(one -> kinds.get(place(one, times)).add(one.kind()));
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < times.size(); i++)
            rounds.add(new Round(times.get(i), kinds.get(i), TaskStatus.of(kinds.get(i), times.get(i), today)));
        return rounds;
    }

    // Of evidence of which the month or the year is known the first day counts: it is not said to be late in doubt.
    private static int place(Evidence one, List<String> times) {
        LocalDate day = PlannedDate.first(one.round().isEmpty() ? one.happened() : one.round())
                .orElse(LocalDate.MIN);
        for (int i = 0; i < times.size(); i++) if (!Due.isPast(times.get(i), day)) return i;
        return times.size() - 1;
    }
}
