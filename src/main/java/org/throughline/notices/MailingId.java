package org.throughline.notices;

import java.util.UUID;

/// Names one letter to many.
public record MailingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
