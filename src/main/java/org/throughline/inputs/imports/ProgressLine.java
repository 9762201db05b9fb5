package org.throughline.inputs.imports;

import java.io.PrintStream;
import java.time.Duration;

/// Shows on a terminal how far an import is, once a second.
final class ProgressLine implements Progress {

    private final PrintStream err;
    private final long began = System.nanoTime();
    private long shown = began;
    private boolean any;

    ProgressLine(PrintStream err) {
        this.err = err;
    }

    @Override
    public void at(long done, long total, long refused) {
        long now = System.nanoTime();
        if (now - shown < 1_000_000_000L || done == 0) return;
        shown = now;
        any = true;
        Duration left = Duration.ofNanos((long) ((now - began) / (double) done * (total - done)));
        err.print("\r" + done + " of " + total + " rows, " + refused + " refused, " + left.toMinutes() + " min "
                + left.toSecondsPart() + " s left   ");
        err.flush();
    }

    void end() {
        if (any) err.println();
    }
}
