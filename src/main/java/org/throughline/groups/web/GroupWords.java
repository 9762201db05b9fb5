package org.throughline.groups.web;

import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.throughline.groups.Decision;
import org.throughline.groups.Meeting.Mode;
import org.throughline.groups.Meeting.Status;
import org.throughline.groups.Participant;
import org.throughline.groups.Registration.Capacity;
import org.throughline.groups.Seat;
import org.throughline.groups.Seat.Role;
import org.throughline.platform.Certainty;
import org.throughline.platform.Moments;
import org.throughline.platform.PartialDate;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Vocabulary;

/// How groups and meetings speak.
public final class GroupWords {

    private GroupWords() {}

    static String role(Frame frame, Role role) {
        return switch (role) {
            case CHAIR -> frame.t("groups.chair");
            case CO_CHAIR -> frame.t("groups.role.co-chair");
            case VICE_CHAIR -> frame.t("groups.role.vice-chair");
            case SECRETARIAT -> frame.t("groups.role.secretariat");
            case MEMBER -> frame.t("groups.role.member");
            case OBSERVER -> frame.t("groups.role.observer");
        };
    }

    static String mode(Frame frame, Mode mode) {
        return switch (mode) {
            case PHYSICAL -> frame.t("groups.mode.physical");
            case REMOTE -> frame.t("groups.mode.remote");
            case HYBRID -> frame.t("groups.mode.hybrid");
        };
    }

    static String status(Frame frame, Status status) {
        return switch (status) {
            case ANNOUNCED -> frame.t("groups.status.announced");
            case REGISTRATION -> frame.t("groups.status.registration");
            case HELD -> frame.t("groups.status.held");
            case CANCELLED -> frame.t("groups.status.cancelled");
        };
    }

    static String capacity(Frame frame, Capacity capacity) {
        return switch (capacity) {
            case MEMBER_STATE -> frame.t("groups.capacity.member-state");
            case SECTOR_MEMBER -> frame.t("groups.capacity.sector-member");
            case ASSOCIATE -> frame.t("groups.capacity.associate");
            case ACADEMIA -> frame.t("groups.capacity.academia");
            case OBSERVER -> frame.t("groups.role.observer");
        };
    }

    static String participation(Frame frame, Participant.Status status) {
        return switch (status) {
            case WAITING -> frame.t("groups.participation.waiting");
            case ACCEPTED -> frame.t("groups.participation.accepted");
            case DECLINED -> frame.t("groups.participation.declined");
            case WITHDRAWN -> frame.t("groups.participation.withdrawn");
        };
    }

    static String kind(Frame frame, Decision.Kind kind) {
        return switch (kind) {
            case DECISION -> frame.t("groups.decision.decision");
            case RECOMMENDATION -> frame.t("groups.decision.recommendation");
        };
    }

    static String state(Frame frame, Decision.State state) {
        return switch (state) {
            case PROPOSED -> frame.t("groups.state.proposed");
            case FORWARDED -> frame.t("groups.state.forwarded");
            case ADOPTED -> frame.t("groups.state.adopted");
            case ADOPTED_CHANGED -> frame.t("groups.state.adopted-changed");
            case NOT_ADOPTED -> frame.t("groups.state.not-adopted");
            case CARRIED_OUT -> frame.t("groups.state.carried-out");
        };
    }

    public static String certainty(Frame frame, Certainty certainty) {
        return switch (certainty) {
            case CONFIRMED -> frame.t("groups.confirmed");
            case INFERRED -> frame.t("groups.inferred");
            case UNVERIFIED -> frame.t("groups.unverified");
        };
    }

    /// The state or entity, in the reader's language.
    static String who(Frame frame, Vocabulary vocabulary, Seat seat) {
        if (!seat.country().isEmpty()) return vocabulary.name(Vocabulary.COUNTRIES, seat.country(), frame.language());
        return seat.entity().isEmpty() ? seat.person() : frame.text(seat.entity());
    }

    static String term(Frame frame, Seat seat) {
        if (seat.starts().isEmpty() && seat.ends().isEmpty()) return frame.t("groups.lead.unknown");
        if (seat.starts().isEmpty())
            return frame.t("groups.lead.until", Moments.in(frame.language()).partial(seat.ends()));
        if (seat.ends().isEmpty())
            return frame.t("groups.lead.from", Moments.in(frame.language()).partial(seat.starts()));
        return period(frame, seat.starts(), seat.ends());
    }

    /// The role, the time and what is to be known of both: "Chair · from 2023; end not on record · inferred".
    static String about(Frame frame, Seat seat) {
        List<String> parts = new ArrayList<>(List.of(role(frame, seat.role()), term(frame, seat)));
        if (seat.declined()) parts.add(frame.t("groups.chart.cancelled"));
        if (seat.source().certainty() != Certainty.CONFIRMED)
            parts.add(certainty(frame, seat.source().certainty()));
        return String.join(" · ", parts);
    }

    /// "2–3 October 2024", "February 2025", "2023 – 2026".
    public static String period(Frame frame, String starts, String ends) {
        Moments moments = Moments.in(frame.language());
        if (starts.isEmpty()) return frame.t("groups.meeting.date-unknown");
        if (ends.isEmpty() || ends.equals(starts)) return moments.partial(starts);
        if (starts.length() != 10 || ends.length() != 10)
            return frame.t("groups.period", moments.partial(starts), moments.partial(ends));
        var format = DateIntervalFormat.getInstance("yMMMMd", locale(frame));
        format.setTimeZone(TimeZone.GMT_ZONE);
        // As everywhere here: the Russian word for year is not cut short.
        return format.format(new DateInterval(milliseconds(starts), milliseconds(ends)))
                .replaceAll("(?<!г)г\\.", "года");
    }

    private static long milliseconds(String date) {
        LocalDate day = PartialDate.first(date).orElseThrow();
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
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
