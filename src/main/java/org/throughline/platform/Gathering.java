package org.throughline.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Work that many threads bring at the same moment, done in one go by one of them: while one group is worked on, the
/// next gathers. Whoever comes alone waits for nobody.
///
/// When a group fails, each piece is tried by itself, so that nobody suffers for another one's mistake.
public final class Gathering<T, R> {

    private final int most;
    private final Function<List<T>, List<R>> together;
    private final Queue<Place<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    /// @param most the size of the largest group
    /// @param together does the work of a group: a result for each piece, in their order, or an exception and then
    /// nothing
    public Gathering(int most, Function<List<T>, List<R>> together) {
        this.most = most;
        this.together = together;
    }

    /// The result of this piece of work, or the exception it failed with.
    public R join(T work) {
        var place = new Place<T, R>(work);
        waiting.add(place);
        turn.lock();
        try {
            while (!place.isDone()) workOff();
        } finally {
            turn.unlock();
        }
        return place.outcome();
    }

    private void workOff() {
        List<Place<T, R>> group = new ArrayList<>();
        for (Place<T, R> next = waiting.poll(); next != null; next = group.size() < most ? waiting.poll() : null)
            group.add(next);
        try {
            work(group);
        } catch (RuntimeException e) {
            if (group.size() == 1) group.getFirst().failure = e;
            else group.forEach(this::workAlone);
        } catch (Error e) {
            group.forEach(place -> place.failure = new IllegalStateException(e));
            throw e;
        }
    }

    private void workAlone(Place<T, R> place) {
        try {
            work(List.of(place));
        } catch (RuntimeException e) {
            place.failure = e;
        }
    }

    private void work(List<Place<T, R>> group) {
        List<R> results = together.apply(group.stream().map(place -> place.work).toList());
        for (int i = 0; i < group.size(); i++) group.get(i).result = results.get(i);
    }

    /// Read and written by whoever has the turn; read by its owner afterwards.
    private static final class Place<T, R> {

        private final T work;
        private @Nullable R result;
        private @Nullable RuntimeException failure;

        Place(T work) {
            this.work = work;
        }

        boolean isDone() {
            return result != null || failure != null;
        }

        R outcome() {
            if (failure != null) throw failure;
            if (result == null) throw new IllegalStateException("Nobody did this work");
            return result;
        }
    }
}
