package org.throughline.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
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
import org.throughline.mail.NewMail.Many;
import org.throughline.world.ThroughlineTest;

/// Mail to many over real SMTP: once at most, behind letters, with the header that stops it. The relays here have a
/// clock of long ago, so that they see the messages of these tests only.
@ThroughlineTest
class ManyRelayTests {

    private static final Instant LONG_AGO = Instant.parse("2001-06-01T12:00:00Z");
    private static final String STOP = "https://review.example/fr/by-mail/letters/abc-_123";

    @Autowired
    Outbox outbox;

    @Autowired
    MailRows rows;

    @Autowired
    ManyRows many;

    @Autowired
    JdbcClient jdbc;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final String batch = "test/" + UUID.randomUUID();
    private final List<ManyRelay> relays = new ArrayList<>();

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stopAll() {
        relays.forEach(ManyRelay::stop);
        server.stop();
        jdbc.sql("DELETE FROM mail.message WHERE not_before < '2002-01-01'").update();
        jdbc.sql("DELETE FROM mail.dead_address WHERE since < '2002-01-01'").update();
    }

    @Test
    void aReaderCanStopItFromTheMailProgram() throws Exception {
        leave(1);
        relay(LONG_AGO, server.getSmtp().getPort());
        waitFor(() -> server.getReceivedMessages().length == 1);
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<" + STOP + ">");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("Precedence")).containsExactly("bulk");
        assertThat((String) message.getContent()).startsWith("Text 0");
    }

    @Test
    void anAddressThatStopsMailCannotBeAnythingElse() {
        for (String wrong : new String[] {"", "mailto:a@b", "https://x/ y", "https://x/\r\nBcc: a@b", "https://x/>,<y"})
            assertThatIllegalArgumentException().isThrownBy(() -> new Many(wrong, null));
    }

    @Test
    void severalRelaysSendEachMessageOnce() {
        int messages = 300;
        leave(messages);
        for (int i = 0; i < 3; i++) relay(LONG_AGO, server.getSmtp().getPort());
        waitFor(() -> server.getReceivedMessages().length >= messages
                && many.tally(batch).waiting() == 0);
        relays.forEach(ManyRelay::stop);
        assertThat(Arrays.stream(server.getReceivedMessages()).map(ManyRelayTests::recipient))
                .doesNotHaveDuplicates()
                .hasSize(messages);
        assertThat(many.tally(batch)).isEqualTo(new Outbox.Tally(0, 0, 0));
    }

    @Test
    void aStopInTheMiddleLosesNothingAndRepeatsNothing() {
        int messages = 150;
        leave(messages);
        for (int round = 0; server.getReceivedMessages().length < messages && round < 200; round++) {
            ManyRelay relay =
                    relay(LONG_AGO.plusSeconds(round), server.getSmtp().getPort());
            int before = server.getReceivedMessages().length;
            waitFor(() -> server.getReceivedMessages().length > before);
            relay.stop();
        }
        assertThat(Arrays.stream(server.getReceivedMessages()).map(ManyRelayTests::recipient))
                .doesNotHaveDuplicates()
                .hasSize(messages);
    }

    @Test
    void whatWasBegunWhenANodeDiedIsLeftInDoubtAndNotSentAgain() {
        leave(3);
        List<MailRows.Claimed> taken = many.begin(LONG_AGO, Duration.ofMinutes(5), 2);
        assertThat(taken).hasSize(2);
        many.sent(taken.getLast().id(), LONG_AGO);
        relay(LONG_AGO.plusSeconds(299), server.getSmtp().getPort());
        waitFor(() ->
                server.getReceivedMessages().length == 1 && many.tally(batch).waiting() == 1);
        relay(LONG_AGO.plusSeconds(301), server.getSmtp().getPort());
        waitFor(() -> many.tally(batch).waiting() == 0);
        assertThat(many.tally(batch)).isEqualTo(new Outbox.Tally(0, 0, 1));
        assertThat(Arrays.stream(server.getReceivedMessages()).map(ManyRelayTests::recipient))
                .hasSize(1)
                .doesNotContain(taken.getFirst().to().value());
        assertThat(outbox.forgetInDoubt(batch)).singleElement().asString().startsWith(batch);
        assertThat(outbox.forgetInDoubt(batch)).isEmpty();
    }

    @Test
    void lettersDoNotWaitBehindMany() {
        leave(5);
        MailId letter = outbox.send(new NewMail(address(99), "en", "A letter", "Text", "test"));
        longAgo(letter);
        assertThat(rows.claim(LONG_AGO, Duration.ofMinutes(5)))
                .map(MailRows.Claimed::id)
                .contains(letter);
        assertThat(rows.claim(LONG_AGO, Duration.ofMinutes(5))).isEmpty();
    }

    @Test
    void anAddressThatDoesNotExistIsRememberedUntilALetterArrives() throws Exception {
        leave(1);
        try (var refusing = new RefusingServer()) {
            relay(LONG_AGO, refusing.port());
            waitFor(() -> many.tally(batch).failed() == 1);
        }
        assertThat(outbox.deadAmong(List.of(address(0), address(1)))).containsExactly(address(0));
        rows.alive(address(0));
        assertThat(outbox.deadAmong(List.of(address(0), address(1)))).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedAgainLater() {
        int port = server.getSmtp().getPort();
        server.stop();
        leave(2);
        relay(LONG_AGO, port);
        waitFor(() -> waitingAfter(LONG_AGO.plusSeconds(20)) == 2);
        server.start();
        relay(LONG_AGO.plusSeconds(31), server.getSmtp().getPort());
        waitFor(() -> server.getReceivedMessages().length == 2);
    }

    @Test
    void aKeyIsTakenOnce() {
        leave(2);
        leave(3);
        assertThat(many.tally(batch).waiting()).isEqualTo(3);
    }

    @Test
    void whatWaitsIsCountedNoFurtherThanAsked() {
        leave(3);
        assertThat(many.waiting(2)).isEqualTo(2);
        assertThat(many.waiting(1_000_000)).isGreaterThanOrEqualTo(3);
    }

    private int waitingAfter(Instant moment) {
        return jdbc.sql(
                        "SELECT count(*) FROM mail.message WHERE batch = ? AND next_attempt_at > ? AND begun_at IS NULL")
                .params(batch, java.sql.Timestamp.from(moment))
                .query(Integer.class)
                .single();
    }

    private MailAddress address(int n) {
        return new MailAddress("m" + n + "-" + batch.substring(5) + "@example.org");
    }

    private void leave(int number) {
        var mails = new ArrayList<NewMail>();
        for (int i = 0; i < number; i++)
            mails.add(new NewMail(address(i), "en", "Subject", "Text " + i, "test")
                    .amongMany(new Many(STOP, batch))
                    .once(batch + "/" + i));
        outbox.sendAll(mails);
        jdbc.sql(
                        "UPDATE mail.message SET created_at = :then, not_before = :then, next_attempt_at = :then WHERE batch = :batch")
                .param("then", LONG_AGO.atOffset(ZoneOffset.UTC))
                .param("batch", batch)
                .update();
    }

    private void longAgo(MailId id) {
        jdbc.sql(
                        "UPDATE mail.message SET created_at = :then, not_before = :then, next_attempt_at = :then WHERE id = :id")
                .param("then", LONG_AGO.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private ManyRelay relay(Instant now, int port) {
        var settings = new MailSettings(
                "127.0.0.1", port, MailSettings.Security.NONE, null, null, null, null, Duration.ofDays(5), 2);
        var post = new Post(settings, "Throughline", "https://review.example");
        var relay = new ManyRelay(many, rows, post, settings.patience(), 2, Clock.fixed(now, ZoneOffset.UTC));
        relays.add(relay);
        relay.start();
        return relay;
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
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
