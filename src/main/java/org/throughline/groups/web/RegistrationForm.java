package org.throughline.groups.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.directory.EmailAddress;
import org.throughline.groups.Meeting;
import org.throughline.groups.Meeting.Mode;
import org.throughline.groups.Registration;
import org.throughline.groups.Registration.Capacity;
import org.throughline.groups.Registration.NameConsent;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Vocabulary;

/// The form with which people register: read from what was typed, and filled from a registration.
final class RegistrationForm {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_NEEDS = 2_000;

    private RegistrationForm() {}

    static Typed filled(Registration one) {
        return new Typed.Filler()
                .put("name", one.name())
                .put("function", one.function())
                .put("organization", one.organization())
                .put("capacity", one.capacity().word())
                .put("country", one.country())
                .put("mode", one.mode().word())
                .put("visa", one.visa() ? "yes" : "")
                .put("needs", one.needs())
                .put("consent", one.consent() == NameConsent.SHOWN ? "shown" : "kept-back")
                .done();
    }

    /// What was typed; null when something is wrong, which then stands in `errors`.
    ///
    /// @param email whose registration is changed; absent for a new one, whose address is typed
    static @Nullable Registration read(
            Frame frame,
            Typed typed,
            Meeting meeting,
            @Nullable EmailAddress email,
            Vocabulary vocabulary,
            FormErrors.Collector errors) {
        typed.unstorable().forEach(name -> errors.add(name, frame.t("groups.desk.unstorable")));
        Capacity capacity = Capacity.of(typed.of("capacity")).orElse(null);
        if (capacity == null) choose(frame, errors, "capacity", "groups.register.capacity");
        if (typed.of("organization").isBlank())
            errors.add("organization", frame.t("groups.register.organization.missing"));
        bound(frame, typed, errors, "organization", "groups.register.organization", LONGEST_LINE);
        String country = typed.of("country");
        if (!country.isEmpty() && !vocabulary.has(Vocabulary.COUNTRIES, country))
            choose(frame, errors, "country", "groups.register.country");
        if (typed.of("name").isBlank()) errors.add("name", frame.t("groups.register.name.missing"));
        bound(frame, typed, errors, "name", "groups.register.name", LONGEST_LINE);
        bound(frame, typed, errors, "function", "groups.register.function", LONGEST_LINE);
        Optional<EmailAddress> address = email == null ? EmailAddress.parse(typed.of("email")) : Optional.of(email);
        if (address.isEmpty()) errors.add("email", frame.t("groups.register.email.wrong"));
        Mode mode = ways(meeting).stream()
                .filter(way -> way.word().equals(typed.of("mode")))
                .findFirst()
                .orElse(null);
        if (mode == null) choose(frame, errors, "mode", "groups.meeting.mode");
        bound(frame, typed, errors, "needs", "groups.register.needs", LONGEST_NEEDS);
        NameConsent consent = consent(typed.of("consent"));
        if (consent == null) errors.add("consent", frame.t("groups.register.consent.missing"));
        if (!errors.isEmpty() || capacity == null || mode == null || consent == null) return null;
        return new Registration(
                typed.of("name").strip(),
                typed.of("function").strip(),
                typed.of("organization").strip(),
                capacity,
                country,
                address.orElseThrow(),
                frame.language(),
                mode,
                mode == Mode.PHYSICAL && typed.of("visa").equals("yes"),
                typed.of("needs").strip(),
                consent);
    }

    // The list of mistakes names the field; beside the field its label does.
    private static void choose(Frame frame, FormErrors.Collector errors, String name, String label) {
        String words = frame.t("groups.desk.choose");
        errors.add(name, words, frame.t(label) + " – " + words);
    }

    private static void bound(
            Frame frame, Typed typed, FormErrors.Collector errors, String name, String label, int most) {
        if (typed.of(name).length() <= most) return;
        String words = frame.t("groups.desk.too-long", most);
        errors.add(name, words, frame.t(label) + " – " + words);
    }

    private static @Nullable NameConsent consent(String word) {
        return switch (word) {
            case "shown" -> NameConsent.SHOWN;
            case "kept-back" -> NameConsent.KEPT_BACK;
            default -> null;
        };
    }

    /// The ways of taking part that a meeting has; both where nothing is said.
    static List<Mode> ways(Meeting meeting) {
        return meeting.mode() == null || meeting.mode() == Mode.HYBRID
                ? List.of(Mode.PHYSICAL, Mode.REMOTE)
                : List.of(meeting.mode());
    }

    /// The choices of the form, by the name of the control.
    static Map<String, List<Option>> choices(Frame frame, Meeting meeting, Typed typed, Vocabulary vocabulary) {
        return Map.of(
                "capacity",
                Arrays.stream(Capacity.values())
                        .map(one -> new Option(
                                one.word(), GroupWords.capacity(frame, one), typed.has("capacity", one.word())))
                        .toList(),
                "country",
                vocabulary.termsByName(Vocabulary.COUNTRIES, frame.language()).stream()
                        .map(one ->
                                new Option(one.code(), one.name(frame.language()), typed.has("country", one.code())))
                        .toList(),
                "mode",
                ways(meeting).stream()
                        .map(one -> new Option(one.word(), GroupWords.mode(frame, one), typed.has("mode", one.word())))
                        .toList(),
                "visa",
                List.of(new Option("yes", frame.t("groups.register.visa"), typed.has("visa", "yes"))),
                "consent",
                List.of(
                        new Option("shown", frame.t("groups.register.consent.shown"), typed.has("consent", "shown")),
                        new Option(
                                "kept-back",
                                frame.t("groups.register.consent.kept-back"),
                                typed.has("consent", "kept-back"))));
    }
}
