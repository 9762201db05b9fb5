package org.throughline.search;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets as many searches be worked on at once as there are processors, and one more, in the order in which they came.
/// All at once, each would take as long as all together, and a rare word as long as sixteen of them; in turn, who came
/// first is answered first. Who would have to wait too long does without.
final class Turns {

    private static final int SECONDS = 10;

    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors() + 1, true);

    /// @param otherwise what is answered when no turn comes in time
    <T> T take(Supplier<T> work, Supplier<T> otherwise) {
        try {
            if (!free.tryAcquire(SECONDS, TimeUnit.SECONDS)) return otherwise.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise.get();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
