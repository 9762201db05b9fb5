package org.throughline.mail;

import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;

/// A message to be sent, plain text. Refuses line ends in what becomes a header.
///
/// @param purpose what it is about, for the operator and for tests, such as `receipt`; never shown to the recipient
/// @param dedupKey a second message with the same key is not sent, for three months; absent for one that may repeat
public record NewMail(
        MailAddress to,
        String language,
        String subject,
        String text,
        String purpose,
        @Nullable String dedupKey) {

    public NewMail {
        if (!Languages.isKnown(language))
            throw new IllegalArgumentException("Not one of the six languages: " + language);
        if (hasLineEnd(subject) || hasLineEnd(purpose)) throw new IllegalArgumentException("A line end in a header");
        subject = withoutNul(subject);
        text = withoutNul(text);
    }

    public NewMail(MailAddress to, String language, String subject, String text, String purpose) {
        this(to, language, subject, text, purpose, null);
    }

    /// The same, sent once for this key however often it is asked for.
    public NewMail once(String key) {
        return new NewMail(to, language, subject, text, purpose, key);
    }

    private static boolean hasLineEnd(String text) {
        return text.chars()
                .anyMatch(c ->
                        c == '\r' || c == '\n' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029);
    }

    // The one character that PostgreSQL cannot keep.
    private static String withoutNul(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /// Without the text, which may carry a secret link, and without the person.
    @Override
    public String toString() {
        return "NewMail[" + purpose + ", " + language + "]";
    }
}
