package org.throughline.directory;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address a mail can be sent to, in the one form in which it is compared: lower case, the domain in ASCII.
/// Refuses what a mail header or a list of recipients could be broken with.
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\\\p{C}\\p{Z}]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*");

    public EmailAddress {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches())
            throw new IllegalArgumentException("Not an address for mail");
    }

    /// What somebody typed, as an address; empty when it cannot be one.
    public static Optional<EmailAddress> parse(String typed) {
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST) return Optional.empty();
        try {
            String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(new EmailAddress(text.substring(0, at) + "@" + domain));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
