package org.throughline.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Hands messages to the operator's SMTP server.
final class Post {

    private static final String CONNECTION_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
    private final Letter.Sender sender;

    /// @param name how the sender is named
    /// @param publicUrl the address of this installation, whose host stands in message ids
    Post(MailSettings settings, String name, String publicUrl) {
        String host = Objects.requireNonNullElse(URI.create(publicUrl).getHost(), "localhost");
        var from = new MailAddress(Objects.requireNonNullElse(settings.from(), "throughline@" + host));
        var replyTo = settings.replyTo() == null ? from : new MailAddress(settings.replyTo());
        sender = new Letter.Sender(from, name, replyTo, host);
        smtp.setHost(settings.host());
        smtp.setPort(settings.port());
        smtp.setUsername(settings.username());
        smtp.setPassword(settings.password());
        smtp.setJavaMailProperties(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECTION_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }

    /// Returns when the server has taken the message.
    void deliver(MailRows.Claimed mail) throws MessagingException {
        smtp.send(Letter.of(mail, sender, smtp.getSession()));
    }

    /// A connection that stays open for several messages.
    Line open() throws MessagingException {
        Transport transport = smtp.getSession().getTransport("smtp");
        transport.connect(smtp.getHost(), smtp.getPort(), smtp.getUsername(), smtp.getPassword());
        return new Line(transport);
    }

    /// An open connection; not for two threads.
    final class Line implements AutoCloseable {

        private final Transport transport;

        private Line(Transport transport) {
            this.transport = transport;
        }

        /// Returns when the server has taken the message.
        void deliver(MailRows.Claimed mail) throws MessagingException {
            Letter letter = Letter.of(mail, sender, smtp.getSession());
            transport.sendMessage(letter, letter.getAllRecipients());
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // The server hung up first.
            }
        }
    }

    /// Whether the server may have taken the message although it did not say so: the whole of it was sent and no
    /// answer came back. What is not known for sure counts as doubtful.
    static boolean isDoubtful(MessagingException failure) {
        if (failure instanceof SMTPSendFailedException answered)
            return answered.getReturnCode() <= 0
                    && ".".equals(String.valueOf(answered.getCommand()).strip());
        if (failure instanceof SendFailedException) return false;
        // So the library names a text that was cut off on its way; a server keeps nothing of that.
        return !"IOException while sending message".equals(failure.getMessage());
    }

    /// Whether the server said that this recipient does not exist, so that trying again would only annoy it.
    /// Everything else (no connection, wrong password, full mailbox) may pass.
    static boolean isFinal(Throwable failure) {
        var queue = new ArrayDeque<Throwable>();
        queue.add(failure);
        for (int seen = 0; !queue.isEmpty() && seen < 50; seen++) {
            Throwable next = queue.remove();
            if (next instanceof SendFailedException sending && hasAny(sending.getInvalidAddresses())) return true;
            if (next instanceof MailSendException sending) queue.addAll(Arrays.asList(sending.getMessageExceptions()));
            if (next instanceof MessagingException chained) addIfThere(queue, chained.getNextException());
            addIfThere(queue, next.getCause());
        }
        return false;
    }

    // The library sorts addresses: invalid for good (550 and its like) apart from those that may be tried again.
    private static boolean hasAny(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0;
    }

    private static void addIfThere(ArrayDeque<Throwable> queue, @Nullable Throwable failure) {
        if (failure != null) queue.add(failure);
    }
}
