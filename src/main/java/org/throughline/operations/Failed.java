package org.throughline.operations;

/// A command could not do its work; the message says why and what the operator can do. Exit status 1.
class Failed extends RuntimeException {

    Failed(String message) {
        super(message);
    }

    Failed(String message, Throwable cause) {
        super(message, cause);
    }
}
