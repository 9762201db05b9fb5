package org.throughline.directory;

import org.springframework.stereotype.Service;
import org.throughline.directory.Attempts.Kind;

/// Bounds how much mail strangers can have sent by asking for it, wherever they ask: to one address, and from one
/// machine.
@Service
public class MailRequests {

    private final Attempts attempts;

    MailRequests(Attempts attempts) {
        this.attempts = attempts;
    }

    /// Counts one wish for a mail; refuses it when there were too many.
    ///
    /// @param client the network address the request came from
    public void count(EmailAddress email, String client) {
        attempts.count(Kind.MAIL_BY_CLIENT, client);
        attempts.count(Kind.MAIL_TO_ADDRESS, email.value());
    }
}
