package org.throughline.platform.command;

import java.io.PrintStream;

/// A command that needs the program's services but no web server, such as `import inputs`. The program is started
/// on the data folder beside a server that may run there already.
public interface Command {

    /// What stands on the command line: `import inputs`.
    String name();

    /// Does the work and says on `out` what it did. Returns 0 when all of it was done and 1 when something was
    /// refused; throws [WrongUse] for arguments that make no sense.
    int run(Arguments arguments, PrintStream out);
}
