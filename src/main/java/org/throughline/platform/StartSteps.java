package org.throughline.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whoever waits at the terminal what a start is doing. A server asks to hear it (`logging.level.terminal`);
/// commands and tests do not.
public final class StartSteps {

    /// The setting that lets the steps be heard, with the value `info`.
    public static final String LEVEL = "logging.level.terminal";

    private static final Logger TERMINAL = LoggerFactory.getLogger("terminal");

    private StartSteps() {}

    /// Said before what takes long, such as "Setting up the database".
    public static void begin(String what) {
        TERMINAL.info("{} ...", what);
    }
}
