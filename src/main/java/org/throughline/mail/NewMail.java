package org.throughline.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;

/// A message to be sent, plain text. Refuses line ends in what becomes a header.
///
/// @param purpose what it is about, for the operator and for tests, such as `receipt`; never shown to the recipient
/// @param dedupKey a second message with the same key is not sent, for three months; absent for one that may repeat
/// @param many absent for a letter to one person
public record NewMail(
        MailAddress to,
        String language,
        String subject,
        String text,
        String purpose,
        @Nullable String dedupKey,
        @Nullable Many many) {

    /// What is true of a message that is one of many: it waits behind letters to one person, and its reader can
    /// stop more of its kind from the mail program itself (RFC 8058).
    ///
    /// @param unsubscribe the whole address that stops it by a POST, without a session
    /// @param batch what it belongs to, for counting; with a batch it is sent once at most, even when that means
    /// that a crash leaves one in doubt. Without one it is sent once at least, as every letter
    public record Many(String unsubscribe, @Nullable String batch) {

        private static final Pattern ADDRESS = Pattern.compile("https?://[!-;=?-~&&[^,]]{1,900}");

        public Many {
            if (!ADDRESS.matcher(unsubscribe).matches()) throw new IllegalArgumentException("Not an address");
        }
    }

    public NewMail {
        if (!Languages.isKnown(language))
            throw new IllegalArgumentException("Not one of the six languages: " + language);
        if (hasLineEnd(subject) || hasLineEnd(purpose)) throw new IllegalArgumentException("A line end in a header");
        subject = withoutNul(subject);
        text = withoutNul(text);
    }

    public NewMail(MailAddress to, String language, String subject, String text, String purpose) {
        this(to, language, subject, text, purpose, null, null);
    }

    /// The same, sent once for this key however often it is asked for.
    public NewMail once(String key) {
        return new NewMail(to, language, subject, text, purpose, key, many);
    }

    /// The same as one of many.
    public NewMail amongMany(Many many) {
        return new NewMail(to, language, subject, text, purpose, dedupKey, many);
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
