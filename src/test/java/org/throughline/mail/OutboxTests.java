package org.throughline.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Languages;
import org.throughline.world.ThroughlineTest;

/// Leaving a message, and writing one.
@ThroughlineTest
class OutboxTests {

    @Autowired
    Outbox outbox;

    @Autowired
    Mails mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final MailAddress somebody = new MailAddress(UUID.randomUUID() + "@example.org");

    @Test
    void aMessageGoesWithTheTransactionThatTellsOfIt() {
        var template = new TransactionTemplate(transactions);
        template.executeWithoutResult(status -> {
            outbox.send(mail("Rolled back"));
            status.setRollbackOnly();
        });
        template.executeWithoutResult(status -> outbox.send(mail("Committed")));
        assertThat(subjects()).containsExactly("Committed");
    }

    @Test
    void aKeySendsOnce() {
        String key = "test-" + UUID.randomUUID();
        MailId first = outbox.send(mail("First").once(key));
        MailId second = outbox.send(mail("Second").once(key));
        assertThat(second).isEqualTo(first);
        assertThat(subjects()).containsExactly("First");
    }

    @Test
    void lineEndsNeverReachAHeader() {
        for (String end : new String[] {"\r", "\n", "\r\n", "\u2028", "\u0085"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> mail("Hello" + end + "Bcc: all@example.org"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new MailAddress("a@example.org\r\nBcc: b@example.org"));
    }

    @Test
    void messagesDoNotPrintTheirTextOrRecipient() {
        assertThat(new NewMail(somebody, "en", "Your link", "/sign-in/secret", "sign-in").toString())
                .isEqualTo("NewMail[sign-in, en]");
    }

    @Test
    void aMessageIsWrittenInTheRecipientsLanguage() {
        NewMail mail = mails.in("fr")
                .subject("mail.demo.title")
                .paragraph("mail.demo.none")
                .verbatim("R&D\n<b>{0}</b>")
                .link("/calls/wsis20")
                .to(somebody, "test");
        assertThat(mail.language()).isEqualTo("fr");
        assertThat(mail.subject()).isEqualTo("Courrier de cette démonstration");
        assertThat(mail.text())
                .startsWith("Il n’y a aucun message.\n\nR&D\n<b>{0}</b>\n\nhttp://")
                .contains("/fr/calls/wsis20\n\n-- \n");
        for (String language : Languages.ALL) {
            assertThat(mails.in(language)
                            .subject("mail.text.footer", "a\r\nBcc: b", "\u0000\u2028")
                            .to(somebody, "x")
                            .subject())
                    .contains("a Bcc: b");
        }
    }

    private NewMail mail(String subject) {
        return new NewMail(somebody, "en", subject, "Text", "test");
    }

    private java.util.List<String> subjects() {
        return jdbc.sql("SELECT subject FROM mail.message WHERE to_address = :to ORDER BY id")
                .param("to", somebody.value())
                .query(String.class)
                .list();
    }
}
