package org.throughline.operations.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.throughline.operations.bench.Connection.Answer;

/// Sends requests over kept-alive connections and measures how long the answers take.
final class Load {

    private final int port;
    private final int connections;
    private final boolean bodies;
    private volatile boolean stopped;

    /// What a client sends next, and whether the answer was the wanted one.
    interface Client {
        byte[] next();

        boolean accept(Answer answer);
    }

    interface Clients {
        Client client(int number);
    }

    /// @param latencies of accepted answers; with a fixed rate counted from when a request was due, not from when
    /// it was sent
    record Result(Latencies latencies, long refused, long broken, double seconds) {

        double perSecond() {
            return latencies.count() / seconds;
        }

        /// Milliseconds of this time for each accepted answer.
        double each(Duration time) {
            return time.toNanos() / 1e6 / Math.max(1, latencies.count());
        }
    }

    Load(int port, int connections, boolean bodies) {
        this.port = port;
        this.connections = connections;
        this.bodies = bodies;
    }

    /// Each connection sends its next request when the answer to the last one is there.
    Result asFastAsPossible(Clients clients, Duration time) throws InterruptedException {
        return run(clients, time, 0);
    }

    /// So many requests a second in all, whether or not the answers keep up; a late answer makes the following ones
    /// late.
    Result atRate(Clients clients, Duration time, int perSecond) throws InterruptedException {
        return run(clients, time, perSecond);
    }

    /// Lets every client end after the answer it waits for.
    void stop() {
        stopped = true;
    }

    private Result run(Clients clients, Duration time, int perSecond) throws InterruptedException {
        List<Latencies> all = new ArrayList<>();
        var refused = new AtomicLong();
        var broken = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        long interval = perSecond == 0 ? 0 : 1_000_000_000L * connections / perSecond;
        for (int i = 0; i < connections; i++) {
            var latencies = new Latencies();
            all.add(latencies);
            Client client = clients.client(i);
            long first = began + interval * i / connections;
            threads.add(Thread.ofPlatform()
                    .name("client-" + i)
                    .start(() -> work(client, latencies, refused, broken, first, end, interval)));
        }
        for (Thread thread : threads) thread.join();
        double seconds = (System.nanoTime() - began) / 1e9;
        var sum = new Latencies();
        all.forEach(sum::add);
        return new Result(sum, refused.get(), broken.get(), seconds);
    }

    private void work(
            Client client,
            Latencies latencies,
            AtomicLong refused,
            AtomicLong broken,
            long first,
            long end,
            long interval) {
        try (var connection = new Connection(port)) {
            long due = first;
            while (!stopped) {
                long now = System.nanoTime();
                if (interval > 0 && due > now) Thread.sleep(Duration.ofNanos(due - now));
                long start = interval > 0 ? due : now;
                if (Math.max(start, now) >= end) return;
                due += interval;
                try {
                    Answer answer = connection.send(client.next(), bodies);
                    if (client.accept(answer)) latencies.record(System.nanoTime() - start);
                    else refused.incrementAndGet();
                } catch (IOException e) {
                    broken.incrementAndGet();
                    Thread.sleep(20);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
