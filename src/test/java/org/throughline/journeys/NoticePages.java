package org.throughline.journeys;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.notices.MailingId;
import org.throughline.notices.Mailings;
import org.throughline.notices.SealedLinks;
import org.throughline.notices.SealedLinks.Purpose;
import org.throughline.platform.LocalizedText;

/// Pages of following, of members and of letters to many, with something on each of them.
///
/// @param word the sealed word of a link in a letter
/// @param draft a letter that nobody has released
record NoticePages(String word, MailingId draft) {

    private static final Actor SECRETARIAT = Actor.system("test");

    static NoticePages in(ApplicationContext program) {
        program.getBean(DemoPeople.class).ensure();
        UUID person = program.getBean(People.class)
                .ensure(new EmailAddress("n" + UUID.randomUUID() + "@example.org"), "Reader", "en")
                .id()
                .value();
        var mailings = program.getBean(Mailings.class);
        MailingId draft = mailings.begin(SECRETARIAT);
        mailings.write(
                draft,
                0,
                LocalizedText.of("en", "A letter to look at"),
                LocalizedText.of("en", "Its text."),
                600,
                SECRETARIAT);
        return new NoticePages(program.getBean(SealedLinks.class).seal(Purpose.LETTERS, person), draft);
    }

    /// What anybody may see, or whoever has a letter.
    List<String> openPages() {
        return List.of("/follow", "/follow?country=KE&q=schools&actionLine=C2", "/members", "/by-mail/letters/" + word);
    }

    /// What the secretariat sees, and everybody signed in of their own.
    List<String> deskPages() {
        return List.of(
                "/account/profile",
                "/account/follows",
                "/mailings",
                "/mailings/" + draft,
                "/mailings/" + draft + "/check",
                "/update-calls");
    }
}
