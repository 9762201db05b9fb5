package org.throughline.directory;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.mail.DemoMail;

/// What was mailed to one address in this test.
record LettersTo(DemoMail mail, EmailAddress address) {

    List<DemoMail.Message> all() {
        return mail.newest(address.value());
    }

    /// The path of the link in the newest message.
    String link() {
        Matcher link = Pattern.compile("https?://[^/\\s]+(/\\S+)")
                .matcher(all().getFirst().text());
        if (!link.find()) throw new AssertionError("No link in the message");
        return link.group(1);
    }
}
