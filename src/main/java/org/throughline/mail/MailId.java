package org.throughline.mail;

import java.util.UUID;

/// Names one outgoing message.
public record MailId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
