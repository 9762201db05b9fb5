package org.throughline.groups.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.groups.Seat.Role;
import org.throughline.groups.SeatDesk.Kept;
import org.throughline.groups.SeatFacts;
import org.throughline.platform.PartialDate;
import org.throughline.platform.Source;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Vocabulary;

/// The form of a seat, read from what was typed; [SeatFacts#form] fills it.
final class SeatForm {

    private SeatForm() {}

    static Map<String, String> labels(Frame frame) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("role", frame.t("groups.desk.seat.role"));
        labels.put("standing", frame.t("groups.desk.seat.standing"));
        labels.put("country", frame.t("groups.desk.seat.country"));
        labels.put("entity", frame.t("groups.desk.seat.entity"));
        labels.put("person", frame.t("groups.desk.seat.person"));
        labels.put("region", frame.t("groups.desk.seat.region"));
        labels.put("starts", frame.t("groups.desk.seat.starts"));
        labels.put("ends", frame.t("groups.desk.seat.ends"));
        labels.put("note", frame.t("groups.desk.note"));
        labels.put("source", frame.t("groups.desk.source"));
        labels.put("source-url", frame.t("groups.desk.address"));
        labels.put("certainty", frame.t("groups.desk.certainty"));
        return labels;
    }

    /// What was typed; null when something is wrong, which then stands in `errors`.
    ///
    /// @param others the other seats of the group, which it must not repeat
    static @Nullable SeatFacts read(
            Frame frame, Vocabulary vocabulary, Typed typed, List<Kept> others, FormErrors.Collector errors) {
        FactFields.storable(frame, typed, errors);
        Role role = Role.of(typed.of("role")).orElse(null);
        if (role == null) errors.add("role", frame.t("groups.desk.choose"));
        String country = chosen(frame, vocabulary, Vocabulary.COUNTRIES, typed, "country", errors);
        String region = chosen(frame, vocabulary, Vocabulary.REGIONS, typed, "region", errors);
        if (region.isEmpty()) region = vocabulary.regionOf(country).orElse("");
        String person = typed.of("person").strip();
        if (person.length() > FactFields.LONGEST_LINE)
            errors.add("person", frame.t("groups.desk.too-long", FactFields.LONGEST_LINE));
        if (country.isEmpty() && person.isEmpty() && typed.text("entity").isEmpty())
            errors.add("country", frame.t("groups.desk.seat.who.missing"));
        FactFields.tooLong(frame, typed, "entity", FactFields.LONGEST_LINE, errors);
        FactFields.tooLong(frame, typed, "note", FactFields.LONGEST_TEXT, errors);
        String starts = FactFields.date(frame, typed, "starts", errors);
        String ends = end(frame, typed, starts, errors);
        boolean declined = typed.of("standing").equals(SeatFacts.DECLINED);
        if (!declined && !typed.of("standing").equals(SeatFacts.HELD))
            errors.add("standing", frame.t("groups.desk.choose"));
        Source source = FactFields.source(frame, typed, errors);
        if (!errors.isEmpty() || role == null || source == null) return null;
        var facts = new SeatFacts(
                role,
                country,
                typed.text("entity"),
                person,
                region,
                starts,
                ends,
                declined,
                typed.text("note"),
                source);
        if (others.stream().noneMatch(other -> repeats(facts, other))) return facts;
        errors.add("role", frame.t("groups.problem.seat-there"));
        return null;
    }

    private static String chosen(
            Frame frame, Vocabulary vocabulary, String scheme, Typed typed, String field, FormErrors.Collector errors) {
        String code = typed.of(field).strip();
        if (code.isEmpty() || vocabulary.has(scheme, code)) return code;
        errors.add(field, frame.t("groups.desk.choose"));
        return "";
    }

    /// The last of a seat that began then; wrong where it lies before that as a whole.
    static String end(Frame frame, Typed typed, String starts, FormErrors.Collector errors) {
        String ends = FactFields.date(frame, typed, "ends", errors);
        var first = PartialDate.first(starts);
        var last = PartialDate.last(ends);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get()))
            errors.add("ends", frame.t("groups.desk.seat.ends.wrong"));
        return ends;
    }

    private static boolean repeats(SeatFacts facts, Kept other) {
        var one = other.seat();
        return other.retired().isEmpty()
                && one.role() == facts.role()
                && one.country().equals(facts.country())
                && one.entity().equals(facts.entity())
                && one.person().equals(facts.person())
                && one.starts().equals(facts.starts())
                && one.declined() == facts.declined();
    }
}
