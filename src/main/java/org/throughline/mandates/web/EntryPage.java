package org.throughline.mandates.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.mandates.Entry;
import org.throughline.mandates.Part;
import org.throughline.mandates.Part.Field;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of one fact of the register.
///
/// @param entry absent for a new one
/// @param instrument that it belongs to, or is; empty for a body
/// @param name of that instrument, as readers know it
/// @param stale whether somebody else changed it meanwhile
/// @param options of each field that is chosen from a few
/// @param parts of the instrument, where the fact is one
public record EntryPage(
        Part part,
        @Nullable Entry entry,
        String instrument,
        String name,
        boolean stale,
        Typed typed,
        FormErrors errors,
        Map<String, List<Option>> options,
        List<LanguagePart> languages,
        List<Shelf> parts,
        List<EntryAct> acts) {

    /// The facts of one kind that belong to an instrument.
    public record Shelf(String word, String title, String add, List<Line> lines) {}

    public record Line(String id, String words) {}

    /// @param changes field by field: what it was and what it is
    public record EntryAct(String what, String when, String by, List<String> changes) {}

    public String path() {
        String desk = "/mandates/desk/" + part.word();
        if (entry != null) return desk + "/" + entry.id();
        return part.ofInstrument() ? desk + "/new?of=" + instrument : desk + "/new";
    }

    public String back() {
        return part.ofInstrument() ? "/mandates/desk/instruments/" + instrument : "/mandates/desk";
    }

    public String title(Frame frame) {
        return EntryWords.title(frame, part, entry == null);
    }

    public String label(Frame frame, Field field) {
        return EntryWords.label(frame, part, field.name());
    }

    public @Nullable String hint(Frame frame, Field field) {
        return EntryWords.hint(frame, part, field.name());
    }

    /// What a choice says that need not be made.
    public @Nullable String none(Frame frame, Field field) {
        return field.required() ? null : EntryWords.none(frame, field.name());
    }

    /// Whether the words stand before the rest: where they are what the fact is about.
    public boolean wordsFirst() {
        return part == Part.TASKS;
    }

    public List<Field> plain() {
        return part.fields().stream()
                .filter(one -> !one.localized() && (entry == null || !one.once()))
                .toList();
    }

    public List<Field> localized() {
        return part.fields().stream().filter(Field::localized).toList();
    }

    public boolean retires() {
        return entry != null && part.retires() && entry.retired().isEmpty();
    }
}
