package org.throughline.mandates.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.mandates.Entry;
import org.throughline.mandates.EntryDesk;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Part;
import org.throughline.mandates.Reference;
import org.throughline.mandates.Task;
import org.throughline.platform.Certainty;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// What can be chosen in the forms of the register.
@Component
class EntryChoices {

    private final EntryDesk desk;
    private final Vocabulary vocabulary;
    private final TermNames terms;

    EntryChoices(EntryDesk desk, Vocabulary vocabulary, TermNames terms) {
        this.desk = desk;
        this.vocabulary = vocabulary;
        this.terms = terms;
    }

    /// @param chosen several for a field that holds several
    List<Option> of(Frame frame, Part part, String field, String instrument, List<String> chosen) {
        return switch (field) {
            case "body" -> named(frame, desk.bodies(), chosen);
            case "responsible", "invited" -> named(frame, desk.actors(), chosen);
            case "certainty" ->
                List.of(
                        option(Certainty.CONFIRMED.word(), frame.t("mandates.desk.confirmed"), chosen),
                        option(Certainty.UNVERIFIED.word(), frame.t("mandates.unverified"), chosen));
            case "revision" ->
                desk.of(Part.REVISIONS, instrument).reversed().stream()
                        .map(one -> option(one.value("label"), label(frame, one.value("label")), chosen))
                        .toList();
            case "verb" ->
                Arrays.stream(Task.Verb.values())
                        .map(one -> option(one.word(), TaskWords.verb(frame.texts(), one), chosen))
                        .toList();
            case "unit" ->
                List.of(
                        option("years", frame.t("mandates.desk.unit.years"), chosen),
                        option("months", frame.t("mandates.desk.unit.months"), chosen));
            case "actionLines" -> coded(frame, Vocabulary.ACTION_LINES, chosen);
            case "sdgs" -> coded(frame, Vocabulary.SDGS, chosen);
            case "gdc" -> coded(frame, Vocabulary.GDC, chosen);
            default ->
                part == Part.REFERENCES
                        ? Arrays.stream(Reference.Kind.values())
                                .map(one -> option(one.word(), InstrumentWords.says(frame, one), chosen))
                                .toList()
                        : Arrays.stream(Instrument.Kind.values())
                                .map(one -> option(one.word(), InstrumentWords.kind(frame, one), chosen))
                                .toList();
        };
    }

    private static List<Option> named(Frame frame, List<Entry> some, List<String> chosen) {
        return some.stream()
                .map(one -> option(one.id(), frame.text(one.words("name")), chosen))
                .toList();
    }

    private List<Option> coded(Frame frame, String scheme, List<String> chosen) {
        return vocabulary.choices(scheme).stream()
                .map(term -> option(term.code(), terms.coded(frame, scheme, term.code()), chosen))
                .toList();
    }

    private static String label(Frame frame, String label) {
        return label.isEmpty() ? frame.t("mandates.desk.only-revision") : label;
    }

    private static Option option(String value, String label, List<String> chosen) {
        return new Option(value, label, chosen.contains(value));
    }
}
