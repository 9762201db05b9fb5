package org.throughline.tables;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Shows on a terminal how far an import is, once a second. The time that is left comes from the rows that were dealt
/// with since the first ones, which took the time of everything that has to be got ready, and is said only when that
/// was for a second at least.
public final class ProgressLine implements Progress {

    private static final long SECOND = 1_000_000_000L;

    private final PrintStream err;
    private final LongSupplier nanos;
    private long measuredFrom;
    private long doneThen;
    private long shown;
    private boolean begun;
    private boolean any;

    public ProgressLine(PrintStream err) {
        this(err, System::nanoTime);
    }

    ProgressLine(PrintStream err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.shown = nanos.getAsLong();
    }

    @Override
    public void at(long done, long total, long refused) {
        long now = nanos.getAsLong();
        if (done == 0) return;
        if (!begun) {
            begun = true;
            measuredFrom = now;
            doneThen = done;
        }
        if (now - shown < SECOND) return;
        shown = now;
        any = true;
        err.print("\r" + done + " of " + total + " rows, " + refused + " refused" + left(now, done, total) + "   ");
        err.flush();
    }

    private String left(long now, long done, long total) {
        if (now - measuredFrom < SECOND || done == doneThen) return "";
        double each = (now - measuredFrom) / (double) (done - doneThen);
        Duration left = Duration.ofNanos((long) (each * Math.max(0, total - done)));
        long minutes = left.toMinutes();
        return ", " + (minutes > 0 ? minutes + " min " : "") + left.toSecondsPart() + " s left";
    }

    public void end() {
        if (any) err.println();
    }
}
