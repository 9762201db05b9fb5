package org.throughline.groups.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.groups.Meeting;
import org.throughline.groups.Meeting.Mode;
import org.throughline.groups.Meeting.Status;
import org.throughline.groups.MeetingFacts;
import org.throughline.platform.GenevaTime;
import org.throughline.platform.Languages;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Source;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;

/// The form of a meeting: read from what was typed, and filled from a meeting.
final class MeetingForm {

    static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");

    private MeetingForm() {}

    static Typed filled(Meeting one) {
        Instant until = one.registrationUntil();
        var values = new LinkedHashMap<>(new Typed.Filler()
                .put("number", one.number())
                .put("name", one.name())
                .put("place", one.place())
                .put("invitation", one.invitation())
                .put("note", one.note())
                .put("starts", one.starts())
                .put("ends", one.ends())
                .put("mode", one.mode() == null ? "" : one.mode().word())
                .put("status", one.status().word())
                .put("until-date", until == null ? "" : GenevaTime.date(until))
                .put("until-time", until == null ? "" : GenevaTime.time(until))
                .put("source", one.source().title())
                .put("source-url", one.source().url())
                .put("certainty", one.source().certainty().word())
                .done()
                .values());
        values.put("languages", one.languages());
        return new Typed(values);
    }

    /// What was typed; null when something is wrong, which then stands in `errors`.
    ///
    /// @param before what the meeting was; absent for a new one
    static @Nullable MeetingFacts read(
            Frame frame, Typed typed, @Nullable Meeting before, FormErrors.Collector errors) {
        FactFields.storable(frame, typed, errors);
        if (before == null && !NUMBER.matcher(typed.of("number").strip()).matches())
            errors.add("number", frame.t("groups.desk.number.wrong"));
        if (typed.text("name").isEmpty()) errors.add("name-en", frame.t("groups.desk.name.missing"));
        for (String name : List.of("name", "place"))
            FactFields.tooLong(frame, typed, name, FactFields.LONGEST_LINE, errors);
        for (String name : List.of("invitation", "note"))
            FactFields.tooLong(frame, typed, name, FactFields.LONGEST_TEXT, errors);
        String starts = typed.of("starts").strip();
        String ends = typed.of("ends").strip();
        dates(frame, starts, ends, errors);
        Mode mode = Mode.of(typed.of("mode")).orElse(null);
        if (mode == null && !typed.of("mode").isEmpty()) errors.add("mode", frame.t("groups.desk.choose"));
        Status status = Status.of(typed.of("status")).orElse(null);
        if (status == null) errors.add("status", frame.t("groups.desk.choose"));
        Instant until = until(frame, typed, before, errors);
        if (status == Status.REGISTRATION
                && until == null
                && typed.of("until-date").isBlank()) errors.add("until-date", frame.t("groups.desk.until.missing"));
        Source source = FactFields.source(frame, typed, errors);
        if (!errors.isEmpty() || status == null || source == null) return null;
        return new MeetingFacts(
                typed.text("name"),
                starts,
                ends,
                typed.text("place"),
                mode,
                Languages.ALL.stream()
                        .filter(language -> typed.has("languages", language))
                        .toList(),
                status,
                typed.text("invitation"),
                typed.text("note"),
                until,
                source);
    }

    private static void dates(Frame frame, String starts, String ends, FormErrors.Collector errors) {
        if (!starts.isEmpty() && !PartialDate.isOne(starts)) errors.add("starts", frame.t("groups.desk.date.wrong"));
        else if (!ends.isEmpty()
                && (starts.isEmpty()
                        || !PartialDate.isOne(ends)
                        || PartialDate.last(ends)
                                .orElseThrow()
                                .isBefore(PartialDate.first(starts).orElseThrow())))
            errors.add("ends", frame.t("groups.desk.ends.wrong"));
    }

    private static @Nullable Instant until(
            Frame frame, Typed typed, @Nullable Meeting before, FormErrors.Collector errors) {
        String date = typed.of("until-date");
        if (date.isBlank()) return null;
        String time = typed.of("until-time").isBlank() ? "23:59" : typed.of("until-time");
        GenevaTime read = GenevaTime.read(date, time, before == null ? null : before.registrationUntil());
        if (read.instant() == null) errors.add("until-date", frame.t("groups.desk.until.wrong"));
        return read.instant();
    }
}
