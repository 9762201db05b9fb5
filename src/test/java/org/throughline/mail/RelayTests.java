package org.throughline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.world.ThroughlineTest;

/// Sending over real SMTP. The relays here have a clock of long ago, so that they see the messages of these tests
/// only.
@ThroughlineTest
class RelayTests {

    private static final Instant LONG_AGO = Instant.parse("2001-06-01T12:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    MailRows rows;

    @Autowired
    JdbcClient jdbc;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final MailAddress somebody = new MailAddress("m" + UUID.randomUUID() + "@example.org");
    private final List<Relay> relays = new ArrayList<>();

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stopAll() {
        relays.forEach(Relay::stop);
        server.stop();
        jdbc.sql("DELETE FROM mail.message WHERE not_before < '2002-01-01'").update();
    }

    @Test
    void naughtyTextsArriveUnchanged() throws Exception {
        String[] naughty = {
            "Plain",
            "",
            " spaces ",
            "Ωμέγα 表ポあA鷗Œé",
            "مرحبا بالعالم",
            "👩‍🔬 \u202Eabc\u202C",
            "=?utf-8?q?not_encoded?=",
            "=?UTF-8?B?",
            "<script>alert('x')</script>",
            "'; DROP TABLE mail.message; --",
            "{0} ${1} %s %n \\u0041 =20 =",
            "\u0001\u0007\u001B[31m\t\u007F",
            "Bcc: all@example.org",
            "字".repeat(300),
            "x".repeat(1200),
            "a".repeat(70) + "é" + "b".repeat(70),
            ".",
            "From me",
            "\uFEFFbom"
        };
        for (String text : naughty) send(text, text + "\n\n.\nFrom here\n" + text + "|");
        relay();
        waitFor(() -> server.getReceivedMessages().length >= naughty.length);
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(naughty.length);
        for (int i = 0; i < naughty.length; i++) {
            String subject = received[i].getSubject();
            assertThat(subject == null ? "" : subject).isEqualTo(naughty[i]);
            assertThat(((String) received[i].getContent()).replace("\r\n", "\n"))
                    .isEqualTo(naughty[i] + "\n\n.\nFrom here\n" + naughty[i] + "|");
            assertThat(received[i].getAllRecipients()).containsExactly(new InternetAddress(somebody.value()));
        }
    }

    @Test
    void theEnvelopeSaysWhoSendsAndThatAMachineDoes() throws Exception {
        MailId id = send("Reçu", "Bonjour");
        relay();
        waitFor(() -> server.getReceivedMessages().length > 0);
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getHeader("From")).hasSize(1);
        assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("throughline@review.example");
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Révision, \"WSIS+20\" <x@y>");
        assertThat(message.getReplyTo()).containsExactly(new InternetAddress("secretariat@review.example"));
        assertThat(message.getHeader("Message-ID")).containsExactly("<" + id + "@review.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("en");
        assertThat(message.getHeader("Date")).hasSize(1);
    }

    @Test
    void whatWasSentIsMarkedAndItsTextForgotten() {
        MailId id = send("Link", "https://review.example/sign-in/secret");
        relay();
        waitFor(() -> "sent".equals(stateOf(id)));
        assertThat(jdbc.sql("SELECT coalesce(text_body, 'gone') FROM mail.message WHERE id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("gone");
    }

    @Test
    void aServerThatIsAwayIsTriedAgainLater() {
        int port = server.getSmtp().getPort();
        server.stop();
        MailId id = send("Patience", "Text");
        relay(LONG_AGO, port);
        waitFor(() -> attemptsOf(id) == 1 && !nextAttemptOf(id).isAfter(LONG_AGO.plusSeconds(60)));
        assertThat(nextAttemptOf(id)).isEqualTo(LONG_AGO.plusSeconds(30));
        assertThat(stateOf(id)).isEqualTo("waiting");
        server.start();
        relay(LONG_AGO.plusSeconds(31), server.getSmtp().getPort());
        waitFor(() -> "sent".equals(stateOf(id)));
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(attemptsOf(id)).isEqualTo(2);
    }

    @Test
    void patienceEnds() {
        int port = server.getSmtp().getPort();
        server.stop();
        MailId id = send("Too late", "Text");
        jdbc.sql("UPDATE mail.message SET created_at = '2001-05-01', attempts = 30 WHERE id = :id")
                .param("id", id.value())
                .update();
        relay(LONG_AGO, port);
        waitFor(() -> "failed".equals(stateOf(id)));
    }

    @Test
    void aRecipientThatDoesNotExistIsNotTriedAgain() throws Exception {
        try (var refusing = new RefusingServer()) {
            MailId id = send("Nobody", "Text");
            relay(LONG_AGO, refusing.port());
            waitFor(() -> "failed".equals(stateOf(id)));
            assertThat(attemptsOf(id)).isEqualTo(1);
        }
    }

    @Test
    void pausesGrowUpToSixHours() {
        assertThat(Relay.pauseAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Relay.pauseAfter(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Relay.pauseAfter(5)).isEqualTo(Duration.ofMinutes(8));
        assertThat(Relay.pauseAfter(11)).isEqualTo(Duration.ofHours(6));
        assertThat(Relay.pauseAfter(2_000_000_000)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void severalRelaysSendEachMessageOnce() throws Exception {
        int messages = 60;
        for (int i = 0; i < messages; i++) send("Number " + i, "Text");
        for (int i = 0; i < 3; i++) relay();
        waitFor(() -> server.getReceivedMessages().length >= messages);
        relays.forEach(Relay::stop);
        assertThat(Arrays.stream(server.getReceivedMessages()).map(RelayTests::subject))
                .doesNotHaveDuplicates()
                .hasSize(messages);
    }

    @Test
    void aMessageOfAKilledRelayIsTakenUpAfterItsLease() {
        MailId id = send("Orphan", "Text");
        assertThat(rows.claim(LONG_AGO, Duration.ofMinutes(5)))
                .map(MailRows.Claimed::id)
                .contains(id);
        assertThat(rows.claim(LONG_AGO.plusSeconds(299), Duration.ofMinutes(5))).isEmpty();
        assertThat(rows.claim(LONG_AGO.plusSeconds(301), Duration.ofMinutes(5)))
                .map(MailRows.Claimed::attempt)
                .contains(2);
    }

    @Test
    void oldMessagesAreForgotten() {
        MailId id = send("Old", "Text");
        relay();
        waitFor(() -> "sent".equals(stateOf(id)));
        rows.forgetBefore(LONG_AGO.minusSeconds(1));
        assertThat(attemptsOf(id)).isEqualTo(1);
        rows.forgetBefore(LONG_AGO.plusSeconds(1));
        assertThat(jdbc.sql("SELECT count(*) FROM mail.message WHERE id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MailId send(String subject, String text) {
        MailId id = outbox.send(mail(subject, text));
        jdbc.sql(
                        "UPDATE mail.message SET created_at = :then, not_before = :then, next_attempt_at = :then WHERE id = :id")
                .param("then", LONG_AGO.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
        return id;
    }

    private NewMail mail(String subject, String text) {
        return new NewMail(somebody, "en", subject, text, "test");
    }

    private void relay() {
        relay(LONG_AGO, server.getSmtp().getPort());
    }

    private void relay(Instant now, int port) {
        var settings = new MailSettings(
                "127.0.0.1",
                port,
                MailSettings.Security.NONE,
                null,
                null,
                null,
                "secretariat@review.example",
                Duration.ofDays(5),
                2);
        var post = new Post(settings, "Révision, \"WSIS+20\" <x@y>", "https://review.example");
        var relay = new Relay(rows, post, settings.patience(), Clock.fixed(now, ZoneOffset.UTC));
        relays.add(relay);
        relay.start();
    }

    private String stateOf(MailId id) {
        return jdbc.sql("""
                SELECT CASE WHEN sent_at IS NOT NULL THEN 'sent'
                            WHEN failed_at IS NOT NULL THEN 'failed' ELSE 'waiting' END
                FROM mail.message WHERE id = :id""").param("id", id.value()).query(String.class).single();
    }

    private int attemptsOf(MailId id) {
        return jdbc.sql("SELECT attempts FROM mail.message WHERE id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private Instant nextAttemptOf(MailId id) {
        return jdbc.sql("SELECT next_attempt_at FROM mail.message WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitFor(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("Waited 30 seconds in vain");
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
