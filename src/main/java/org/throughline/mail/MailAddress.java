package org.throughline.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A mailbox such as `amina@example.org`: one local part and one domain, nothing else. Refuses names, comments,
/// lists, spaces and control characters, with which a second recipient or a header could be smuggled in. Domains
/// may be international; local parts are ASCII, as most servers still ask (RFC 5321).
public record MailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    public MailAddress {
        if (!isValid(value)) throw new IllegalArgumentException("Not a mail address");
    }

    /// What somebody typed, without the spaces around it; nothing when it is no address.
    public static Optional<MailAddress> parse(String typed) {
        String value = typed.strip();
        return isValid(value) ? Optional.of(new MailAddress(value)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        int at = value.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL || value.length() > LONGEST) return false;
        return LOCAL.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(ascii(value.substring(at + 1))).matches();
    }

    /// The address as it goes over the wire, with the domain in its ASCII form.
    public String wire() {
        int at = value.lastIndexOf('@');
        return value.substring(0, at + 1) + ascii(value.substring(at + 1));
    }

    /// The one form in which addresses are compared.
    String key() {
        return wire().toLowerCase(Locale.ROOT);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
