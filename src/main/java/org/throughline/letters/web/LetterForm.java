package org.throughline.letters.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.CallId;
import org.throughline.letters.CircularKind;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.CircularLetters;
import org.throughline.letters.LetterContent;
import org.throughline.letters.LetterContent.Contact;
import org.throughline.letters.LetterContent.Signatory;
import org.throughline.platform.GenevaTime;
import org.throughline.platform.Languages;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form in which the secretariat writes a letter: read from what was typed, and filled from a letter. What is
/// still missing may be missing until the dispatch; what is there has to be right.
final class LetterForm {

    private static final String END_OF_DAY = "23:59";

    private static final Pattern DAYS = Pattern.compile("[1-9]\\d{0,2}");
    private static final int MOST_REMINDERS = 5;

    private LetterForm() {}

    static Typed filled(CircularLetter letter) {
        LetterContent content = letter.content();
        var filler = new Typed.Filler()
                .put("place", content.place())
                .put("subject", content.subject())
                .put("body", content.body())
                .put("proposal", content.proposal())
                .put("function", content.signatory().function())
                .put("signatory", content.signatory().name())
                .put("original", content.original())
                .put("contact-name", content.contact().name())
                .put("contact-telephone", content.contact().telephone())
                .put("contact-fax", content.contact().fax())
                .put("contact-email", content.contact().email())
                .put(
                        "reminders",
                        content.reminders().stream().map(Object::toString).collect(Collectors.joining(", ")));
        if (content.call() != null) filler.put("call", content.call().value().toString());
        if (content.rule() != null) filler.put("rule", content.rule());
        if (content.repliesPublic()) filler.put("replies", "yes");
        if (content.open()) filler.put("open", "yes");
        if (content.kind() == CircularKind.DECISION && letter.closesAt() != null)
            filler.put("closes-date", GenevaTime.date(letter.closesAt()))
                    .put("closes-time", GenevaTime.time(letter.closesAt()));
        var values = new java.util.LinkedHashMap<>(filler.done().values());
        values.put("classes", content.classes());
        return new Typed(values);
    }

    /// What was typed; null when something is wrong, which then stands in `errors`.
    static @Nullable LetterContent read(
            Frame frame,
            Typed typed,
            CircularLetter before,
            Set<String> classes,
            Set<String> rules,
            Set<String> calls,
            FormErrors.Collector errors) {
        CircularKind kind = before.content().kind();
        typed.unstorable().forEach(name -> errors.add(name, frame.t("letters.form.unstorable")));
        for (String name : List.of("place", "subject", "function"))
            tooLong(frame, typed, name, CircularLetters.LONGEST_LINE, errors);
        for (String name : List.of("body", "proposal"))
            tooLong(frame, typed, name, CircularLetters.LONGEST_BODY, errors);
        for (String name : List.of("signatory", "contact-name", "contact-telephone", "contact-fax", "contact-email"))
            if (typed.of(name).length() > CircularLetters.LONGEST_LINE)
                errors.add(name, frame.t("letters.form.too-long", CircularLetters.LONGEST_LINE));
        if (!Languages.isKnown(typed.of("original"))) errors.add("original", frame.t("letters.form.language.missing"));
        if (!classes.containsAll(typed.all("classes"))) errors.add("classes", frame.t("letters.form.unknown"));
        String rule = kind == CircularKind.DECISION && !typed.of("rule").isEmpty() ? typed.of("rule") : null;
        if (rule != null && !rules.contains(rule)) errors.add("rule", frame.t("letters.form.unknown"));
        String call = kind == CircularKind.QUESTIONNAIRE && !typed.of("call").isEmpty() ? typed.of("call") : null;
        if (call != null && !calls.contains(call)) errors.add("call", frame.t("letters.form.unknown"));
        Instant closesAt = null;
        if (kind == CircularKind.DECISION
                && !(typed.of("closes-date").isBlank()
                        && typed.of("closes-time").isBlank())) {
            closesAt = deadline(typed, before.closesAt());
            if (closesAt == null) errors.add("closes-date", frame.t("letters.form.moment.wrong"));
        }
        List<Integer> reminders = reminders(frame, typed.of("reminders"), errors);
        if (!errors.isEmpty()) return null;
        return new LetterContent(
                kind,
                typed.text("place"),
                typed.text("subject"),
                typed.text("body"),
                typed.of("original"),
                typed.all("classes").stream().distinct().toList(),
                new Contact(
                        typed.of("contact-name").strip(),
                        typed.of("contact-telephone").strip(),
                        typed.of("contact-fax").strip(),
                        typed.of("contact-email").strip()),
                new Signatory(typed.of("signatory").strip(), typed.text("function")),
                call == null ? null : new CallId(UUID.fromString(call)),
                typed.text("proposal"),
                rule,
                typed.has("replies", "yes"),
                closesAt,
                reminders,
                typed.has("open", "yes"));
    }

    private static List<Integer> reminders(Frame frame, String typed, FormErrors.Collector errors) {
        List<String> days = Stream.of(typed.split("[,،、;\\s]+"))
                .filter(one -> !one.isEmpty())
                .toList();
        if (days.size() > MOST_REMINDERS
                || !days.stream().allMatch(one -> DAYS.matcher(one).matches())) {
            errors.add("reminders", frame.t("letters.form.reminders.wrong"));
            return List.of();
        }
        return days.stream()
                .map(Integer::valueOf)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// The deadline that was typed, to the end of its day where no time was; null when it is none.
    static @Nullable Instant deadline(Typed typed, @Nullable Instant before) {
        String time = typed.of("closes-time").isBlank() ? END_OF_DAY : typed.of("closes-time");
        return GenevaTime.read(typed.of("closes-date"), time, before).instant();
    }

    static void tooLong(Frame frame, Typed typed, String name, int most, FormErrors.Collector errors) {
        typed.text(name).texts().forEach((language, words) -> {
            if (words.length() > most) errors.add(name + "-" + language, frame.t("letters.form.too-long", most));
        });
    }

    static List<Option> languages(String chosen) {
        return Languages.ALL.stream()
                .map(one -> new Option(one, Languages.endonym(one), one.equals(chosen)))
                .toList();
    }
}
