package org.throughline.operations.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.throughline.operations.bench.Connection.Answer;
import org.throughline.operations.bench.Load.Result;
import org.throughline.platform.Json;

/// People sending: acknowledged inputs of 1,500 words over the API, each durable and in the ledger when it is
/// answered.
final class SubmitBench {

    static final int CONNECTIONS = 64;
    private static final int GOAL = 400;
    private static final int WORDS = 1_500;
    private static final int DIFFERENT = 400;
    // In the first minutes of a rush a good third of one processor goes into compiling the program.
    private static final Duration WARM_UP = Duration.ofSeconds(120);

    private final World world;
    private final Figures figures;
    private final Duration time;
    private final boolean quick;

    SubmitBench(World world, Figures figures, boolean quick) {
        this.world = world;
        this.figures = figures;
        this.quick = quick;
        this.time = Duration.ofSeconds(quick ? 5 : 30);
    }

    void run() throws IOException, InterruptedException {
        try (ServerProcess server = world.serve()) {
            List<byte[]> bodies = bodies();
            String token = world.account("contributor").token();
            new Load(server.port(), CONNECTIONS, false).asFastAsPossible(sender(bodies, token), quick ? time : WARM_UP);
            Duration before = server.processorTime();
            Result most = new Load(server.port(), CONNECTIONS, false).asFastAsPossible(sender(bodies, token), time);
            Duration used = server.processorTime().minus(before);
            hold(most);
            int bytes = (int)
                    bodies.stream().mapToInt(body -> body.length).average().orElse(0);
            figures.add(
                    "submit",
                    "acknowledged a second, 64 connections",
                    most.perSecond(),
                    "1/s",
                    "400",
                    Floors.durableInsert(world.data(), CONNECTIONS, bytes));
            figures.add(
                    "submit", "99 of 100 within, at that rate", most.latencies().millis(0.99), "ms", "150", "-");
            figures.add("submit", "processor time of server and database for each", most.each(used), "ms", "-", "-");
            Result even = new Load(server.port(), CONNECTIONS, false).atRate(sender(bodies, token), time, GOAL);
            hold(even);
            figures.add("submit", "acknowledged a second when 400 are sent", even.perSecond(), "1/s", "400", "-");
            figures.add(
                    "submit",
                    "99 of 100 within, counted from when they were due",
                    even.latencies().millis(0.99),
                    "ms",
                    "150",
                    "-");
            figures.add("submit", "half of them within", even.latencies().millis(0.5), "ms", "-", "-");
        }
    }

    private void hold(Result result) {
        if (result.refused() + result.broken() > 0)
            figures.remark("submit: " + result.refused() + " inputs were not answered with 201 and " + result.broken()
                    + " connections broke");
    }

    static List<byte[]> bodies() {
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < DIFFERENT; i++) bodies.add(Json.bytes(BenchWorld.input(1_000_000 + i, WORDS)));
        return bodies;
    }

    static byte[] request(byte[] body, String token) {
        String headers = "Authorization: Bearer " + token + "\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nAccept: application/json\r\n";
        return Connection.post("/api/v1/calls/" + BenchWorld.SLUG + "/inputs", "application/json", headers, body);
    }

    private static Load.Clients sender(List<byte[]> bodies, String token) {
        return number -> new Load.Client() {
            private int sent = number * 7;

            @Override
            public byte[] next() {
                return request(bodies.get(sent++ % bodies.size()), token);
            }

            @Override
            public boolean accept(Answer answer) {
                return answer.status() == 201;
            }
        };
    }
}
