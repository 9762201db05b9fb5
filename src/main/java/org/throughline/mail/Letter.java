package org.throughline.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;

/// A message as it goes over the wire. Its id depends on the row only, so that a recipient's server can recognise a
/// second copy of what was sent twice.
final class Letter extends MimeMessage {

    /// Who sends: the address, its name, where answers go, and the host name for message ids.
    record Sender(MailAddress address, String name, MailAddress replyTo, String host) {}

    private final String messageId;

    private Letter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static Letter of(MailRows.Claimed mail, Sender sender, Session session) throws MessagingException {
        var letter = new Letter(session, "<" + mail.id() + "@" + sender.host() + ">");
        letter.setHeader("From", named(sender.address(), sender.name()));
        letter.setHeader("Reply-To", sender.replyTo().wire());
        letter.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.to().wire(), true));
        letter.setHeader("Subject", EncodedWords.encode(mail.subject()));
        letter.setSentDate(Date.from(mail.createdAt()));
        letter.setHeader("Content-Language", mail.language());
        letter.setHeader("Auto-Submitted", "auto-generated");
        if (mail.unsubscribe() != null) {
            // RFC 2369 and RFC 8058: the reader's mail program may show a button that sends the second line there.
            letter.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            letter.setHeader("Precedence", "bulk");
        }
        // Long lines and links stay whole: the transfer encoding folds them on the wire and the reader's program
        // unfolds.
        letter.setText(wireLines(mail.text()), "UTF-8");
        letter.setHeader("Content-Transfer-Encoding", mostlyAscii(mail.text()) ? "quoted-printable" : "base64");
        letter.saveChanges();
        return letter;
    }

    private static String named(MailAddress address, String name) {
        boolean plain = name.matches("[A-Za-z0-9 ]{1,60}");
        return (plain ? name : EncodedWords.words(name)) + " <" + address.wire() + ">";
    }

    private static String wireLines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }

    private static boolean mostlyAscii(String text) {
        return text.chars().filter(c -> c > 0x7E).count() * 6 < text.length();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
