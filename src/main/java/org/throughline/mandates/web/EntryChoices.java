package org.throughline.mandates.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.mandates.EntryDesk;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Part;
import org.throughline.mandates.Reference;
import org.throughline.platform.Certainty;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;

/// What can be chosen in the forms of the register.
@Component
class EntryChoices {

    private final EntryDesk desk;

    EntryChoices(EntryDesk desk) {
        this.desk = desk;
    }

    List<Option> of(Frame frame, Part part, String field, String instrument, String chosen) {
        return switch (field) {
            case "body" ->
                desk.bodies().stream()
                        .map(one -> option(one.id(), frame.text(one.words("name")), chosen))
                        .toList();
            case "certainty" ->
                List.of(
                        option(Certainty.CONFIRMED.word(), frame.t("mandates.desk.confirmed"), chosen),
                        option(Certainty.UNVERIFIED.word(), frame.t("mandates.unverified"), chosen));
            case "revision" ->
                desk.of(Part.REVISIONS, instrument).reversed().stream()
                        .map(one -> option(one.value("label"), label(frame, one.value("label")), chosen))
                        .toList();
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

    private static String label(Frame frame, String label) {
        return label.isEmpty() ? frame.t("mandates.desk.only-revision") : label;
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }
}
