package org.throughline.mail;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.platform.Settings;

/// Whether and how mail leaves this installation.
@Configuration(proxyBeanMethods = false)
class MailSetup {

    private static final Logger log = LoggerFactory.getLogger(MailSetup.class);

    /// A demonstration shows its mail on a page: its people are examples, and nobody real should hear from them. A
    /// command leaves mail to the server, which knows whether this is a demonstration.
    @Bean
    static Relay relay(MailRows rows, MailSettings mail, Settings settings, Clock clock) {
        boolean serves = serves(settings);
        if (!mail.sends() && serves) log.warn("No mail server is set (throughline.mail.host): messages wait unsent");
        return new Relay(rows, post(mail, settings), mail.patience(), clock);
    }

    @Bean
    static ManyRelay manyRelay(ManyRows many, MailRows rows, MailSettings mail, Settings settings, Clock clock) {
        return new ManyRelay(many, rows, post(mail, settings), mail.patience(), mail.bulkConnections(), clock);
    }

    private static boolean serves(Settings settings) {
        return !settings.demo() && !Boolean.getBoolean("throughline.join");
    }

    private static @Nullable Post post(MailSettings mail, Settings settings) {
        return mail.sends() && serves(settings) ? new Post(mail, settings.name(), settings.publicUrl()) : null;
    }
}
