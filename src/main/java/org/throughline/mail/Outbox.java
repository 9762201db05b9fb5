package org.throughline.mail;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where modules leave the messages they want sent. A message is written in the caller's transaction: it goes out
/// if, and only if, what it tells of was committed.
@Service
public class Outbox {

    private final MailRows rows;
    private final Relay relay;
    private final Clock clock;

    Outbox(MailRows rows, Relay relay, Clock clock) {
        this.rows = rows;
        this.relay = relay;
        this.clock = clock;
    }

    /// Takes a message. When one with the same key was taken before, that one's id is returned and nothing is
    /// added.
    @Transactional
    public MailId send(NewMail mail) {
        MailId id = rows.insert(mail, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake();
            }
        });
        return id;
    }
}
