package org.throughline.platform.command;

/// A number with its word, as commands say it: `1 row`, `2 rows`.
public final class Counted {

    private Counted() {}

    /// @param what the word for one, whose plural ends in s
    public static String of(long number, String what) {
        return number + " " + (number == 1 ? what : what + "s");
    }
}
