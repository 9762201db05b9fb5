package org.throughline.operations.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.throughline.ledger.Unreadable;
import org.throughline.ledger.Verifier;
import org.throughline.operations.backup.DataDatabase;
import org.throughline.operations.bench.Connection.Answer;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;

/// Kills the program and its database while 64 people send, starts again, and looks for every input that was
/// acknowledged: it must be there, with the hash and at the place in the log that its receipt names.
final class KillBench {

    // Only when inputs flow is a kill one in the middle; a program that has just started is slow at first.
    private static final int FLOWING = 100;

    private final World world;
    private final Figures figures;
    private final int rounds;
    private final Duration longest;
    private final AtomicLong unverifiable = new AtomicLong();
    private final RandomGenerator random = RandomGenerator.getDefault();

    KillBench(World world, Figures figures, boolean quick) {
        this.world = world;
        this.figures = figures;
        this.rounds = quick ? 2 : 10;
        this.longest = Duration.ofSeconds(quick ? 3 : 6);
    }

    /// What a receipt said: its entry in the ledger, its place there, and the hash of the input.
    private record Acknowledged(UUID id, long leaf, String hash) {}

    void run() throws IOException, InterruptedException, SQLException {
        List<byte[]> bodies = SubmitBench.bodies();
        List<Acknowledged> all = new ArrayList<>();
        long missing = 0;
        double slowest = 0;
        for (int round = 1; round <= rounds; round++) {
            Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
            ServerProcess server = world.serve();
            if (round > 1) slowest = Math.max(slowest, server.startTime().toMillis() / 1e3);
            String token = world.account("contributor").token();
            var load = new Load(server.port(), SubmitBench.CONNECTIONS, true);
            Thread senders = Thread.ofPlatform().start(() -> send(load, bodies, token, acknowledged));
            for (int i = 0; i < 600 && acknowledged.size() < FLOWING; i++) Thread.sleep(50);
            Duration until = Duration.ofMillis(random.nextLong(longest.toMillis()));
            Thread.sleep(until);
            server.kill();
            load.stop();
            senders.join();
            all.addAll(acknowledged);
            world.out().println("  round " + round + ": killed after " + acknowledged.size() + " receipts");
        }
        try (ServerProcess server = world.serve()) {
            slowest = Math.max(slowest, server.startTime().toMillis() / 1e3);
            missing = missing(all);
        }
        figures.add("kill", "kills of program and database in the middle", rounds, "", "10", "-");
        figures.add("kill", "inputs acknowledged before the kills", all.size(), "", "-", "-");
        figures.add("kill", "of them missing, or not as their receipt says", missing, "", "0", "-");
        figures.add("kill", "receipts that do not verify offline", unverifiable.get(), "", "0", "-");
        figures.add("kill", "longest start after a kill", slowest, "s", "-", "-");
    }

    private void send(Load load, List<byte[]> bodies, String token, Queue<Acknowledged> acknowledged) {
        try {
            load.asFastAsPossible(
                    number -> new Load.Client() {
                        private int sent = number * 5;

                        @Override
                        public byte[] next() {
                            return SubmitBench.request(bodies.get(sent++ % bodies.size()), token);
                        }

                        @Override
                        public boolean accept(Answer answer) {
                            if (answer.status() != 201) return false;
                            acknowledged.add(read(answer));
                            if (!verifies(answer)) unverifiable.incrementAndGet();
                            return true;
                        }
                    },
                    Duration.ofMinutes(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean verifies(Answer answer) {
        try {
            return new Verifier(Set.of())
                    .verify(answer.text().getBytes(StandardCharsets.UTF_8))
                    .holds();
        } catch (Unreadable e) {
            return false;
        }
    }

    private static Acknowledged read(Answer answer) {
        JsonNode receipt = Json.tree(answer.text());
        return new Acknowledged(
                UUID.fromString(receipt.get("id").asString()),
                receipt.get("leafIndex").asLong(),
                receipt.get("hash").asString());
    }

    private long missing(List<Acknowledged> all) throws IOException, SQLException {
        Map<UUID, Acknowledged> stored = new HashMap<>();
        try (var database = DataDatabase.open(world.data());
                Connection connection = database.connect();
                var select = connection.prepareStatement("""
                        SELECT r.ledger_entry, e.leaf_index, r.hash FROM inputs.revision r
                        JOIN ledger.entry e ON e.id = r.ledger_entry AND e.hash = r.hash
                        JOIN ledger.node n ON n.level = 0 AND n.index = e.leaf_index""")) {
            var row = select.executeQuery();
            while (row.next()) {
                UUID id = row.getObject(1, UUID.class);
                stored.put(
                        id,
                        new Acknowledged(
                                id,
                                row.getLong(2),
                                Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes(3))));
            }
        }
        return all.stream()
                .filter(receipt -> !receipt.equals(stored.get(receipt.id())))
                .count();
    }
}
