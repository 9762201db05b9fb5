package org.throughline.roadmaps.web;

import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Certainty;
import org.throughline.platform.Moments;
import org.throughline.platform.PlannedDate;
import org.throughline.platform.PlannedDate.Precision;
import org.throughline.platform.web.Frame;
import org.throughline.roadmaps.Kind;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.Status;
import org.throughline.roadmaps.When;

/// How road maps speak.
public final class RoadmapWords {

    private RoadmapWords() {}

    static String kind(Frame frame, Kind kind) {
        return switch (kind) {
            case MEETING -> frame.t("roadmaps.kind.meeting");
            case DOCUMENT -> frame.t("roadmaps.kind.document");
            case CONSULTATION -> frame.t("roadmaps.kind.consultation");
            case REPORT -> frame.t("roadmaps.kind.report");
            case DECISION -> frame.t("roadmaps.kind.decision");
            case PUBLICATION -> frame.t("roadmaps.kind.publication");
            case EVENT -> frame.t("roadmaps.kind.event");
        };
    }

    static String status(Frame frame, Status status) {
        return switch (status) {
            case PLANNED -> frame.t("roadmaps.status.planned");
            case DONE -> frame.t("roadmaps.status.done");
            case MOVED -> frame.t("roadmaps.status.moved");
            case CANCELLED -> frame.t("roadmaps.status.cancelled");
        };
    }

    static String certainty(Frame frame, Certainty certainty) {
        return switch (certainty) {
            case CONFIRMED -> frame.t("roadmaps.confirmed");
            case INFERRED -> frame.t("roadmaps.inferred");
            case UNVERIFIED -> frame.t("roadmaps.unverified");
        };
    }

    /// What is different in a version, seen from the one before; of the first, that it was added.
    static List<String> changes(Frame frame, Milestone.@Nullable Facts before, Milestone.Facts now) {
        if (before == null) return List.of(frame.t("roadmaps.change.added"));
        List<String> changes = new ArrayList<>();
        if (!before.when().equals(now.when()))
            changes.add(frame.t("roadmaps.change.moved", when(frame, before.when()), when(frame, now.when())));
        if (before.status() != now.status())
            changes.add(frame.t("roadmaps.change.status", status(frame, now.status()), status(frame, before.status())));
        if (!before.at(now.when(), now.status()).equals(now)) changes.add(frame.t("roadmaps.change.words"));
        return changes;
    }

    /// "7–11 July 2025", "third quarter 2026", "25 March 2025 or 27 March 2025".
    static String when(Frame frame, When when) {
        String period = period(frame, when.starts(), when.ends());
        return when.otherwise().isEmpty()
                ? period
                : frame.t("roadmaps.when.or", period, period(frame, when.otherwise(), ""));
    }

    private static String period(Frame frame, String starts, String ends) {
        if (ends.isEmpty() || ends.equals(starts)) return date(frame, starts);
        Precision precision = PlannedDate.precision(starts);
        if (precision != PlannedDate.precision(ends) || precision == Precision.QUARTER)
            return frame.t("roadmaps.when.from-to", date(frame, starts), date(frame, ends));
        String skeleton = switch (precision) {
            case YEAR -> "y";
            case MONTH -> "yMMMM";
            default -> "yMMMMd";
        };
        var format = DateIntervalFormat.getInstance(skeleton, locale(frame));
        format.setTimeZone(TimeZone.GMT_ZONE);
        return inFull(format.format(new DateInterval(milliseconds(starts), milliseconds(ends))));
    }

    private static String date(Frame frame, String date) {
        return Moments.in(frame.language()).partial(date);
    }

    private static long milliseconds(String date) {
        LocalDate first = PlannedDate.first(date).orElseThrow();
        return first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    // As everywhere here: the Russian word for year is not cut short.
    private static String inFull(String words) {
        return words.replaceAll("(?<!г)г\\.", "года");
    }

    private static ULocale locale(Frame frame) {
        return new ULocale(
                switch (frame.language()) {
                    case "ar" -> "ar-u-nu-latn-ca-gregory";
                    case "en" -> "en-001";
                    default -> frame.language();
                });
    }
}
