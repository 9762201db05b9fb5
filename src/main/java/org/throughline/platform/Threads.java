package org.throughline.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How the threads that work in the background come to their end.
public final class Threads {

    private Threads() {}

    /// Interrupts a thread and waits for its end, no longer than this.
    public static void stop(@Nullable Thread thread, Duration patience) {
        if (thread == null) return;
        thread.interrupt();
        await(thread, patience);
    }

    /// Waits for a thread that ends by itself; false when it still runs.
    public static boolean await(@Nullable Thread thread, Duration patience) {
        try {
            return thread == null || thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
