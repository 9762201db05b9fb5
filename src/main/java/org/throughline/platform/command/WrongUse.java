package org.throughline.platform.command;

/// The words on the command line make no sense; the message says which and what was expected. Exit status 2.
public class WrongUse extends RuntimeException {

    public WrongUse(String message) {
        super(message);
    }
}
