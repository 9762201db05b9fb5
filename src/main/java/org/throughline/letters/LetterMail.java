package org.throughline.letters;

import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.throughline.letters.LetterContent.Contact;
import org.throughline.letters.LetterSendings.Occasion;
import org.throughline.mail.MailAddress;
import org.throughline.mail.MailText;
import org.throughline.mail.Mails;
import org.throughline.mail.NewMail;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;

/// The words of the mails in which letters, reminders and result notes go out: the letter in the language of its
/// reader, or in that of the original with a word about it.
@Component
class LetterMail {

    /// The address of what a link opens, without its secret.
    static final String BY_MAIL = "/by-mail/circular/";

    private final Mails mails;

    LetterMail(Mails mails) {
        this.mails = mails;
    }

    /// @param word the secret of the link
    NewMail write(CircularLetter letter, Occasion occasion, FocalPoint reader, String word) {
        LetterContent content = letter.content();
        MailText mail = mails.in(reader.language());
        String language = content.languageFor(reader.language());
        String subject = letter.reference() + ": " + content.subject().texts().getOrDefault(language, "");
        if (!language.equals(reader.language())) mail.paragraph("letters.mail.original", Languages.endonym(language));
        return switch (occasion) {
            case LETTER, AGAIN -> letter(mail.subjectAs(subject), letter, language, reader, word);
            case REMINDER ->
                deadline(
                                mail.subject("letters.mail.reminder.subject", subject)
                                        .paragraph("letters.mail.reminder", subject),
                                letter,
                                reader)
                        .paragraph("letters.mail.reply")
                        .link(BY_MAIL + word)
                        .to(new MailAddress(reader.email()), "circular-reminder");
            case EXTENSION ->
                deadline(
                                extended(
                                        mail.subject("letters.mail.extension.subject", subject)
                                                .paragraph("letters.mail.extension", subject),
                                        letter,
                                        reader),
                                letter,
                                reader)
                        .paragraph("letters.mail.reply")
                        .link(BY_MAIL + word)
                        .to(new MailAddress(reader.email()), "circular-extension");
            case NOTE ->
                mail.subject("letters.mail.note.subject", subject)
                        .paragraph("letters.mail.note", subject)
                        .link(BY_MAIL + word)
                        .to(new MailAddress(reader.email()), "circular-note");
        };
    }

    private NewMail letter(MailText mail, CircularLetter letter, String language, FocalPoint reader, String word) {
        LetterContent content = letter.content();
        mail.verbatim(letter.reference() + "\n" + content.placeAndDate(language, letter.dated()));
        mail.verbatim(said(content.body(), language));
        if (content.kind() == CircularKind.DECISION)
            mail.paragraph("letters.show.proposal").verbatim(said(content.proposal(), language));
        mail.verbatim(
                content.signatory().name() + "\n" + said(content.signatory().function(), language));
        contact(mail, content.contact());
        deadline(mail, letter, reader);
        mail.paragraph(content.kind() == CircularKind.INFORMATION ? "letters.mail.open" : "letters.mail.reply");
        return mail.link(BY_MAIL + word).to(new MailAddress(reader.email()), "circular-letter");
    }

    private static MailText extended(MailText mail, CircularLetter letter, FocalPoint reader) {
        return letter.extensions().isEmpty()
                ? mail
                : mail.verbatim(letter.extensions().getLast().reason().textFor(reader.language()));
    }

    private static MailText deadline(MailText mail, CircularLetter letter, FocalPoint reader) {
        if (letter.closesAt() == null) return mail;
        Moments moments = Moments.in(reader.language());
        return mail.paragraph(
                "letters.mail.deadline",
                moments.dateTime(letter.closesAt(), Moments.GENEVA),
                moments.dateTime(letter.closesAt(), ZoneOffset.UTC));
    }

    private static void contact(MailText mail, Contact contact) {
        if (!contact.name().isBlank() || !contact.email().isBlank())
            mail.paragraph("letters.mail.contact", contact.name(), contact.email(), contact.telephone());
    }

    private static String said(LocalizedText text, String language) {
        return text.in(language).orElseGet(() -> text.textFor(language));
    }

    /// The address at which a mail program reports, by its own button, that its reader wants no such letters.
    String stopAddress(FocalPoint reader, String word) {
        return mails.in(reader.language()).address(BY_MAIL + word + "/not-me");
    }
}
