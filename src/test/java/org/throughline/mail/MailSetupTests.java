package org.throughline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.throughline.platform.Settings;

/// That no mail leaves is the server's to say, not that of a command, nor of a demonstration.
class MailSetupTests {

    @Test
    void onlyAServerWithoutMailSaysSo() {
        assertThat(said(false, null)).hasSize(1).first().asString().contains("No mail server is set");
        assertThat(said(true, null)).isEmpty();
        assertThat(said(false, "true")).isEmpty();
    }

    private static List<ILoggingEvent> said(boolean demo, @Nullable String join) {
        var logger = (Logger) LoggerFactory.getLogger(MailSetup.class);
        var events = new ListAppender<ILoggingEvent>();
        events.start();
        logger.addAppender(events);
        String before = System.getProperty("throughline.join");
        try {
            set(join);
            MailSetup.relay(null, settings(), new Settings(Path.of("x"), demo, "", "", null), Clock.systemUTC());
            return events.list;
        } finally {
            set(before);
            logger.detachAppender(events);
        }
    }

    private static MailSettings settings() {
        return new MailSettings(
                null, 587, MailSettings.Security.STARTTLS, null, null, null, null, Duration.ofDays(5), 2);
    }

    private static void set(@Nullable String join) {
        if (join == null) System.clearProperty("throughline.join");
        else System.setProperty("throughline.join", join);
    }
}
