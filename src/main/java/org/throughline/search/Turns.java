package org.throughline.search;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.throughline.platform.Refusal;

/// Lets as many searches be worked on at once as there are processors, and one more, in the order in which they came.
/// All at once, each would take as long as all together, and a rare word as long as sixteen of them; in turn, who came
/// first is answered first. Who would have to wait too long is asked to come again.
final class Turns {

    private static final int SECONDS = 10;

    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors() + 1, true);

    <T> T take(Supplier<T> work) {
        try {
            if (!free.tryAcquire(SECONDS, TimeUnit.SECONDS)) throw Refusal.busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
