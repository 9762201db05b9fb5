package org.throughline.mail;

import java.util.StringJoiner;
import org.throughline.platform.Messages;

/// A message in the making: a subject and paragraphs, ending with who sent it and why one cannot answer the
/// machine.
public final class MailText {

    private final Messages.Texts texts;
    private final String home;
    private final String site;
    private final StringJoiner paragraphs = new StringJoiner("\n\n");
    private String subject = "";

    MailText(Messages.Texts texts, String home, String site) {
        this.texts = texts;
        this.home = home;
        this.site = site;
    }

    /// Line ends and other control characters in the arguments become spaces: a subject is one line.
    public MailText subject(String key, Object... arguments) {
        return subjectAs(texts.of(key, arguments));
    }

    /// A subject that somebody wrote, made one line.
    public MailText subjectAs(String words) {
        subject = words.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\s]+", " ").strip();
        return this;
    }

    public MailText paragraph(String key, Object... arguments) {
        paragraphs.add(texts.of(key, arguments));
        return this;
    }

    /// What somebody wrote, as it is.
    public MailText verbatim(String text) {
        paragraphs.add(text);
        return this;
    }

    /// The whole address of a page of this site in the recipient's language, on a line of its own.
    ///
    /// @param path begins with a slash and has no language prefix
    public MailText link(String path) {
        paragraphs.add(address(path));
        return this;
    }

    /// The whole address of a page of this site in the recipient's language.
    public String address(String path) {
        return home + path;
    }

    /// Ends the message.
    ///
    /// @param purpose see [NewMail]
    public NewMail to(MailAddress address, String purpose) {
        String text = paragraphs + "\n\n-- \n" + texts.of("mail.text.footer", site, home) + "\n";
        return new NewMail(address, texts.language(), subject, text, purpose);
    }
}
