package org.throughline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTests {

    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();

    @Test
    void whoeverComesAloneWaitsForNobody() {
        var gathering = new Gathering<>(10, this::squares);
        assertThat(gathering.join(3)).isEqualTo(9);
        assertThat(groups).containsExactly(List.of(3));
    }

    @Test
    void whatGathersWhileOneGroupIsWorkedOnIsDoneInOneGo() throws Exception {
        assertThat(all(10, 30))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 30).map(n -> n * n).boxed().toList());
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(30);
        assertThat(groups).allMatch(group -> group.size() <= 10).anyMatch(group -> group.size() == 10);
    }

    @Test
    void nobodySuffersForTheMistakeOfAnother() throws Exception {
        var first = new CountDownLatch(1);
        var gathering = new Gathering<Integer, Integer>(10, some -> {
            if (some.contains(0)) await(first);
            if (some.contains(13)) throw new IllegalArgumentException("thirteen");
            return squares(some);
        });
        try (var threads = Executors.newCachedThreadPool()) {
            Future<Integer> holder = threads.submit(() -> gathering.join(0));
            Thread.sleep(100);
            Future<Integer> good = threads.submit(() -> gathering.join(4));
            Future<Integer> bad = threads.submit(() -> gathering.join(13));
            Thread.sleep(100);
            first.countDown();
            assertThat(holder.get()).isZero();
            assertThat(good.get()).isEqualTo(16);
            assertThatThrownBy(bad::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(gathering.join(5)).isEqualTo(25);
    }

    private List<Integer> all(int most, int pieces) throws Exception {
        var first = new CountDownLatch(1);
        var gathering = new Gathering<Integer, Integer>(most, some -> {
            await(first);
            return squares(some);
        });
        List<Future<Integer>> results = new ArrayList<>();
        try (var threads = Executors.newCachedThreadPool()) {
            for (int i = 0; i < pieces; i++) {
                int piece = i;
                results.add(threads.submit(() -> gathering.join(piece)));
            }
            Thread.sleep(200);
            first.countDown();
            List<Integer> done = new ArrayList<>();
            for (Future<Integer> result : results) done.add(result.get());
            return done;
        }
    }

    private List<Integer> squares(List<Integer> some) {
        groups.add(some);
        return some.stream().map(n -> n * n).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
