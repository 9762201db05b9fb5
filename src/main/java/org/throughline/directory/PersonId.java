package org.throughline.directory;

import java.util.UUID;

/// Says which person, across all modules; stays when the person deletes the account.
public record PersonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
