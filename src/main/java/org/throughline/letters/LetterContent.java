package org.throughline.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.CallId;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;

/// What the secretariat writes of a letter, up to the moment it is dispatched.
///
/// @param original the language of the original, which those get who read a language there are no words in
/// @param classes to whom it is addressed, by the codes of their classes
/// @param call whose questionnaire is to be answered; absent for other kinds
/// @param proposal what is to be decided on; empty for other kinds
/// @param rule the code of the rule by which a decision is taken
/// @param repliesPublic whether everybody may read who replied what, once the deadline has passed
/// @param closesAt up to when replies count; a call has its own deadline
/// @param reminders how many days before the deadline those are written to again who have not answered
/// @param open whether everybody may read the letter
public record LetterContent(
        CircularKind kind,
        LocalizedText place,
        LocalizedText subject,
        LocalizedText body,
        String original,
        List<String> classes,
        Contact contact,
        Signatory signatory,
        @Nullable CallId call,
        LocalizedText proposal,
        @Nullable String rule,
        boolean repliesPublic,
        @Nullable Instant closesAt,
        List<Integer> reminders,
        boolean open) {

    /// Whom to ask about a letter, as printed on it.
    public record Contact(String name, String telephone, String fax, String email) {
        public static final Contact NONE = new Contact("", "", "", "");
    }

    /// Who signs: the name as it is, the function in the reader's language.
    public record Signatory(String name, LocalizedText function) {
        public static final Signatory NOBODY = new Signatory("", LocalizedText.EMPTY);
    }

    /// The language in which somebody gets this letter who reads `wanted`.
    public String languageFor(String wanted) {
        return body.in(wanted).isPresent() && subject.in(wanted).isPresent() ? wanted : original;
    }

    /// The line above a letter, "Geneva, 4 May 2026"; what is not known yet is left out.
    public String placeAndDate(String language, @Nullable LocalDate dated) {
        String comma = switch (language) {
            case "ar" -> "\u060C ";
            case "zh" -> "\uFF0C";
            default -> ", ";
        };
        String date = dated == null ? "" : Moments.in(language).date(dated);
        return Stream.of(place.textFor(language), date)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(comma));
    }

    static LetterContent empty(CircularKind kind, String language) {
        return new LetterContent(
                kind,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                language,
                List.of(),
                Contact.NONE,
                Signatory.NOBODY,
                null,
                LocalizedText.EMPTY,
                null,
                false,
                null,
                kind == CircularKind.INFORMATION ? List.of() : List.of(14, 3),
                true);
    }
}
