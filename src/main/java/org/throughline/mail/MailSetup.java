package org.throughline.mail;

import java.time.Clock;
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
        boolean serves = !settings.demo() && !Boolean.getBoolean("throughline.join");
        boolean sends = mail.sends() && serves;
        if (!sends && serves) log.warn("No mail server is set (throughline.mail.host): messages wait unsent");
        Post post = sends ? new Post(mail, settings.name(), settings.publicUrl()) : null;
        return new Relay(rows, post, mail.patience(), clock);
    }
}
