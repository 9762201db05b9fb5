package org.throughline.ledger;

/// What was given is not in the form it claims: no verdict on it is possible. The message says what is wrong, for a
/// person.
public final class Unreadable extends RuntimeException {

    public Unreadable(String message) {
        super(message);
    }

    Unreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
