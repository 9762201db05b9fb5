package org.throughline.directory.web;

import java.util.List;
import java.util.Optional;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.PasswordRules;
import org.throughline.directory.PersonName;
import org.throughline.platform.Languages;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;

/// What several forms here ask for, checked in one way and refused in the same words.
final class Forms {

    /// The form was understood and cannot be taken; the page shows why.
    static final int UNPROCESSABLE = 422;

    private Forms() {}

    static Optional<EmailAddress> email(Frame frame, String id, String typed, FormErrors.Collector errors) {
        Optional<EmailAddress> email = EmailAddress.parse(typed);
        if (email.isEmpty()) errors.add(id, frame.t("directory.form.email.wrong"));
        return email;
    }

    static Optional<PersonName> name(Frame frame, String id, String typed, FormErrors.Collector errors) {
        Optional<PersonName> name = PersonName.parse(typed);
        if (name.isEmpty()) errors.add(id, frame.t("directory.form.name.wrong"));
        return name;
    }

    static void newPassword(Frame frame, String id, String typed, EmailAddress email, FormErrors.Collector errors) {
        PasswordRules.problemOf(typed, email).ifPresent(problem -> errors.add(id, words(frame, problem)));
    }

    private static String words(Frame frame, PasswordRules.Problem problem) {
        return switch (problem) {
            case TOO_SHORT -> frame.t("directory.form.password.short", PasswordRules.SHORTEST);
            case TOO_LONG -> frame.t("directory.form.password.long");
            case TOO_COMMON -> frame.t("directory.form.password.common");
            case LIKE_THE_ADDRESS -> frame.t("directory.form.password.address");
        };
    }

    /// The six languages, each under its own name.
    static List<Option> languages(String chosen) {
        return Languages.ALL.stream()
                .map(language -> new Option(language, Languages.endonym(language), language.equals(chosen)))
                .toList();
    }
}
