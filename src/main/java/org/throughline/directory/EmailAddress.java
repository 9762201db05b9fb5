package org.throughline.directory;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import org.throughline.mail.MailAddress;

/// An address a mail can be sent to, in the one form in which accounts are compared: lower case, the domain in
/// ASCII. Refuses what [MailAddress] refuses.
public record EmailAddress(String value) {

    public EmailAddress {
        if (!value.equals(value.toLowerCase(Locale.ROOT))
                || MailAddress.parse(value).filter(a -> a.wire().equals(value)).isEmpty())
            throw new IllegalArgumentException("Not an address for mail in its normal form");
    }

    /// What somebody typed, as an address; empty when it cannot be one.
    public static Optional<EmailAddress> parse(String typed) {
        return MailAddress.parse(typed)
                .map(EmailAddress::normal)
                .flatMap(MailAddress::parse)
                .map(a -> new EmailAddress(a.value()));
    }

    private static String normal(MailAddress address) {
        String wire = address.wire();
        int at = wire.lastIndexOf('@');
        return wire.substring(0, at).toLowerCase(Locale.ROOT) + "@"
                + IDN.toASCII(wire.substring(at + 1)).toLowerCase(Locale.ROOT);
    }

    public MailAddress toMail() {
        return new MailAddress(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
