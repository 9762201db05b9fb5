package org.throughline.mandates.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.citations.Citable;
import org.throughline.citations.Citation;
import org.throughline.citations.Citations;
import org.throughline.mandates.Entry;
import org.throughline.mandates.EntryDesk;
import org.throughline.mandates.Part;
import org.throughline.mandates.Part.Field;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.PartialDate;
import org.throughline.platform.PlannedDate;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// Reads a fact of the register from what was typed, and the other way round.
final class EntryForm {

    private static final int LONGEST_CITATION = 200;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]{2,20}");
    private static final Pattern ACTOR = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,60}");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]{3,2000}");
    // Pages that stand where instruments stand.
    private static final Set<String> TAKEN = Set.of("desk", "remarks", "reviews");

    private final EntryDesk desk;
    private final EntryChoices choices;
    private final Citations citations;

    EntryForm(EntryDesk desk, EntryChoices choices, Citations citations) {
        this.desk = desk;
        this.choices = choices;
        this.citations = citations;
    }

    static Typed filled(Entry entry) {
        var filler = new Typed.Filler();
        for (Field field : entry.part().fields())
            if (field.localized()) filler.put(field.name(), entry.words(field.name()));
            else if (field.codes()) filler.put(field.name(), entry.codes(field.name()));
            else filler.put(field.name(), entry.value(field.name()));
        return filler.done();
    }

    /// What was typed; null when something is wrong, which then stands in `errors`.
    ///
    /// @param before absent for a new fact
    @Nullable
    Map<String, String> read(
            Frame frame,
            Part part,
            String instrument,
            @Nullable Entry before,
            Typed sent,
            FormErrors.Collector errors) {
        Typed typed = part == Part.REFERENCES ? named(sent) : sent;
        typed.unstorable().forEach(name -> errors.add(name, frame.t("mandates.form.unstorable")));
        var values = new LinkedHashMap<String, String>();
        for (Field field : part.fields()) {
            if (field.localized()) values.put(field.name(), words(frame, field, typed, errors));
            else if (field.codes()) values.put(field.name(), codes(frame, part, field, typed, errors));
            else if (before != null && field.once()) values.put(field.name(), before.value(field.name()));
            else values.put(field.name(), value(frame, part, instrument, field, typed, errors));
        }
        if (part == Part.PARAGRAPHS
                && !typed.text("official").isEmpty()
                && typed.of("officialSource").isBlank()) errors.add("officialSource", frame.t("mandates.desk.missing"));
        String named = typed.of("toRevision").strip();
        if (part == Part.REFERENCES
                && !named.isEmpty()
                && desk.of(Part.REVISIONS, typed.of("to").strip()).stream()
                        .noneMatch(one -> one.value("label").equals(named)))
            errors.add("toRevision", frame.t("mandates.desk.to-revision.wrong"));
        if (part == Part.TASKS) TaskForm.check(frame, values, errors);
        return errors.isEmpty() ? values : null;
    }

    // What a reference names may be written as texts cite it: "Resolution 140 (Rev. Dubai, 2018)".
    private Typed named(Typed typed) {
        String to = typed.of("to").strip();
        if (to.isEmpty() || to.length() > LONGEST_CITATION || desk.isThere(to)) return typed;
        List<Citation> found = citations.find(to, "").stream()
                .map(Citations.Finding::citation)
                .filter(one -> one.citable() != null)
                .toList();
        if (found.size() != 1) return typed;
        Citation one = found.getFirst();
        Typed slug = typed.with("to", Objects.requireNonNull(one.citable()).slug());
        Citable.Revision revision = one.revision();
        return revision == null || !typed.of("toRevision").isBlank() ? slug : slug.with("toRevision", revision.label());
    }

    private static String words(Frame frame, Field field, Typed typed, FormErrors.Collector errors) {
        LocalizedText text = typed.text(field.name());
        if (field.required() && text.isEmpty())
            errors.add(field.name() + "-" + frame.language(), frame.t("mandates.desk.missing"));
        text.texts().forEach((language, one) -> {
            if (one.length() > field.longest())
                errors.add(field.name() + "-" + language, frame.t("mandates.desk.too-long", field.longest()));
        });
        return Json.write(text);
    }

    private String codes(Frame frame, Part part, Field field, Typed typed, FormErrors.Collector errors) {
        List<String> chosen = typed.all(field.name());
        List<String> known = choices.of(frame, part, field.name(), "", chosen).stream()
                .filter(Option::chosen)
                .map(Option::value)
                .toList();
        if (!known.containsAll(chosen)) errors.add(field.name(), frame.t("mandates.desk.unknown"));
        return String.join(" ", known);
    }

    private String value(
            Frame frame, Part part, String instrument, Field field, Typed typed, FormErrors.Collector errors) {
        String value = typed.of(field.name()).strip();
        if (field.required() && value.isEmpty() && !isUnlabelled(field, instrument))
            errors.add(field.name(), frame.t("mandates.desk.missing"));
        else if (value.length() > field.longest())
            errors.add(field.name(), frame.t("mandates.desk.too-long", field.longest()));
        else if (field.choice()
                && (field.required() || !value.isEmpty())
                && choices.of(frame, part, field.name(), instrument, List.of(value)).stream()
                        .noneMatch(one -> one.value().equals(value)))
            errors.add(field.name(), frame.t("mandates.desk.unknown"));
        else if (!value.isEmpty() && !isRight(part, field.name(), value))
            errors.add(
                    field.name(),
                    switch (field.name()) {
                        case "due", "until" -> frame.t("mandates.desk.due.wrong");
                        case "every" -> frame.t("mandates.desk.every.wrong");
                        case "adopted" -> frame.t("mandates.evidence.date.wrong");
                        case "sourceUrl" -> frame.t("mandates.desk.url.wrong");
                        case "to" -> frame.t("mandates.desk.to.wrong");
                        default -> frame.t("mandates.desk.slug.wrong");
                    });
        return value;
    }

    // The only revision of an instrument may go without a label, and is then chosen by an empty one.
    private boolean isUnlabelled(Field field, String instrument) {
        return field.name().equals("revision")
                && desk.of(Part.REVISIONS, instrument).stream()
                        .anyMatch(one -> one.value("label").isEmpty());
    }

    private boolean isRight(Part part, String field, String value) {
        return switch (field) {
            case "code" -> (part == Part.ACTORS ? ACTOR : CODE).matcher(value).matches();
            case "due", "until" -> PlannedDate.isOne(value);
            case "every" -> TaskForm.isNumber(value);
            case "slug" -> SLUG.matcher(value).matches() && !TAKEN.contains(value);
            case "adopted" -> PartialDate.isOne(value);
            case "sourceUrl" -> WEB.matcher(value).matches();
            case "to" -> desk.isThere(value);
            default -> true;
        };
    }
}
