package org.throughline.mail;

import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.Settings;

/// Writes plain-text messages from the words of the interface, in the recipient's language:
/// `mails.in("fr").subject("…").paragraph("…", title).link("/calls/wsis20").to(address, "extension")`.
@Component
public class Mails {

    private final Messages messages;
    private final Settings settings;

    Mails(Messages messages, Settings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /// Begins a message in one of the six languages.
    public MailText in(String language) {
        Messages.Texts texts = messages.in(language);
        String home = settings.publicUrl() + (texts.language().equals(Languages.DEFAULT) ? "" : "/" + texts.language());
        return new MailText(texts, home, settings.name());
    }
}
