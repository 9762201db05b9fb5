package org.throughline.platform.postgres;

/// The database could not be started or reached; the message says what the operator can do.
public class PostgresUnavailable extends RuntimeException {

    public PostgresUnavailable(String message) {
        super(message);
    }

    public PostgresUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
