package org.throughline.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How an operator lets mail out. Without a host, messages wait in the table.
///
/// @param host the SMTP server that takes our mail
/// @param security encryption on the way to it; none only for a server on the same machine
/// @param from the sender's address; absent means `throughline@` and the host name of the public address
/// @param replyTo where answers go, for instance the secretariat
/// @param patience how long a message is tried before it is given up
/// @param bulkConnections how many connections carry mail to many at the same time, beside the one for letters
@ConfigurationProperties("throughline.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @DefaultValue("STARTTLS") Security security,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        @Nullable String replyTo,
        @DefaultValue("5d") Duration patience,
        @DefaultValue("2") int bulkConnections) {

    /// Encryption on the way to the server.
    enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    boolean sends() {
        return host != null && !host.isBlank();
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + security + "]";
    }
}
