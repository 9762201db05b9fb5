package org.throughline.citations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.PartialDate;

/// What has become of a cited instrument on a day.
///
/// A revision is superseded from the day on which the next one was adopted. Where that is known to the year or the
/// month only, it counts from the last day of it, so that nothing is called superseded before it was; a date that is
/// itself known to the year or month only is taken for its first day, for the same reason. What is said to be cited
/// before it can have been adopted is unknown: one of the two dates is wrong.
///
/// @param supersededBy the revision in force on that day, for what is superseded
public record Standing(Status status, Citable.@Nullable Revision supersededBy) {

    private static final Standing UNKNOWN = new Standing(Status.UNKNOWN, null);
    private static final Standing CURRENT = new Standing(Status.CURRENT, null);

    public enum Status {
        CURRENT,
        SUPERSEDED,
        UNKNOWN
    }

    /// @param date a year, a month or a day
    public static Standing on(String date, Citation citation) {
        Citable citable = citation.citable();
        if (citable == null || citation.ofUnknownRevision()) return UNKNOWN;
        LocalDate first = PartialDate.first(date).orElseThrow();
        LocalDate last = PartialDate.last(date).orElseThrow();
        Citable.Revision cited = citation.revision();
        List<Citable.Revision> all = citable.revisions();
        if (isYetToCome(cited == null ? all.getFirst() : cited, last)) return UNKNOWN;
        if (cited == null) return CURRENT;
        Citable.Revision inForce = cited;
        for (Citable.Revision later : all)
            if (later.position() > cited.position() && isAdopted(later, first)) inForce = later;
        return inForce.equals(cited) ? CURRENT : new Standing(Status.SUPERSEDED, inForce);
    }

    /// What took the place of a revision by a day; empty for what was in force, or is not on record.
    ///
    /// @param date a year, a month or a day
    static Optional<Citable.Revision> on(String date, Citable citable, String revision) {
        LocalDate day = PartialDate.first(date).orElseThrow();
        List<Citable.Revision> all = citable.revisions();
        Citable.Revision cited = all.stream()
                .filter(one -> one.label().equals(revision))
                .findFirst()
                .orElse(null);
        if (cited == null) return Optional.empty();
        return all.stream()
                .filter(one -> one.position() > cited.position() && isAdopted(one, day))
                .reduce((one, later) -> later);
    }

    private static boolean isYetToCome(Citable.Revision one, LocalDate day) {
        return PartialDate.first(one.adopted()).map(day::isBefore).orElse(false);
    }

    private static boolean isAdopted(Citable.Revision one, LocalDate day) {
        return PartialDate.last(one.adopted())
                .map(adopted -> !day.isBefore(adopted))
                .orElse(false);
    }
}
