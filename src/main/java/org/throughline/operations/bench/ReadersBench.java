package org.throughline.operations.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.operations.bench.Connection.Answer;
import org.throughline.operations.bench.Load.Result;

/// People reading: the list of all inputs, its further pages and the pages of single inputs, anonymously and signed
/// in.
final class ReadersBench {

    private static final int CONNECTIONS = 16;
    private static final int GOAL = 5_000;
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern LIST_LINK =
            Pattern.compile("href=\"(/calls/" + BenchWorld.SLUG + "/inputs\\?[^\"#]*)\"");

    private final World world;
    private final Figures figures;
    private final Duration time;
    // In its first minute a good part of the processors goes into compiling the program.
    private final Duration warmUp;

    ReadersBench(World world, Figures figures, boolean quick) {
        this.world = world;
        this.figures = figures;
        this.time = Duration.ofSeconds(quick ? 4 : 15);
        this.warmUp = Duration.ofSeconds(quick ? 4 : 45);
    }

    void anonymous() throws IOException, InterruptedException {
        try (ServerProcess server = world.serve()) {
            String headers = "Accept-Encoding: gzip\r\n";
            List<String> paths = paths(server, headers);
            Result cold = once(server, paths, headers);
            figures.add(
                    "readers",
                    "pages a second, each made for the first time",
                    cold.perSecond(),
                    "1/s",
                    "-",
                    Floors.rowQuery(world.data(), CONNECTIONS));
            Result hot = new Load(server.port(), CONNECTIONS, false).asFastAsPossible(reader(paths, headers), time);
            hold(hot);
            figures.add(
                    "readers",
                    "pages a second, 16 connections",
                    hot.perSecond(),
                    "1/s",
                    "5000",
                    Floors.staticFile(world.data(), sizeOf(server, paths, headers), CONNECTIONS));
            figures.add(
                    "readers",
                    "99 of 100 pages within, at that rate",
                    hot.latencies().millis(0.99),
                    "ms",
                    "20",
                    "-");
            Result even = new Load(server.port(), CONNECTIONS, false).atRate(reader(paths, headers), time, GOAL);
            hold(even);
            figures.add("readers", "pages a second when 5000 are asked for", even.perSecond(), "1/s", "5000", "-");
            figures.add(
                    "readers",
                    "99 of 100 within, counted from when they were due",
                    even.latencies().millis(0.99),
                    "ms",
                    "20",
                    "-");
            figures.add("readers", "half of them within", even.latencies().millis(0.5), "ms", "-", "-");
        }
    }

    void signedIn() throws IOException, InterruptedException {
        try (ServerProcess server = world.serve()) {
            String headers =
                    "Accept-Encoding: gzip\r\nCookie: " + signIn(server, world.account("contributor")) + "\r\n";
            List<String> paths = paths(server, headers);
            new Load(server.port(), CONNECTIONS, false).asFastAsPossible(reader(paths, headers), warmUp);
            Duration before = server.processorTime();
            Result result = new Load(server.port(), CONNECTIONS, false).asFastAsPossible(reader(paths, headers), time);
            Duration used = server.processorTime().minus(before);
            hold(result);
            figures.add(
                    "signed-in",
                    "pages a second, 16 connections",
                    result.perSecond(),
                    "1/s",
                    "500",
                    Floors.rowQuery(world.data(), CONNECTIONS));
            figures.add(
                    "signed-in", "99 of 100 pages within", result.latencies().millis(0.99), "ms", "-", "-");
            figures.add(
                    "signed-in", "processor time of server and database for each", result.each(used), "ms", "-", "-");
        }
    }

    private void hold(Result result) {
        if (result.refused() + result.broken() > 0)
            figures.remark("readers: " + result.refused() + " pages were not answered with 200 and " + result.broken()
                    + " connections broke");
    }

    private List<String> paths(ServerProcess server, String headers) throws IOException {
        List<String> paths = new ArrayList<>();
        String list = "/calls/" + BenchWorld.SLUG + "/inputs";
        paths.add(list);
        try (var connection = new Connection(server.port())) {
            Matcher links = LIST_LINK.matcher(connection
                    .send(Connection.get(list, headers.replace("Accept-Encoding: gzip\r\n", "")), true)
                    .text());
            while (links.find() && paths.size() < 40) paths.add(links.group(1).replace("&amp;", "&"));
        }
        int lists = paths.size();
        for (int i = 1; i <= world.inputs(); i++) paths.add(list + "/" + i);
        // One page in five is a list.
        for (int i = 0; i < world.inputs() / 4; i++) paths.add(paths.get(i % lists));
        return paths;
    }

    private static Load.Clients reader(List<String> paths, String headers) {
        List<byte[]> requests =
                paths.stream().map(path -> Connection.get(path, headers)).toList();
        return number -> new Load.Client() {
            private final SplittableRandom random = new SplittableRandom(number);

            @Override
            public byte[] next() {
                return requests.get(random.nextInt(requests.size()));
            }

            @Override
            public boolean accept(Answer answer) {
                return answer.status() == 200;
            }
        };
    }

    private Result once(ServerProcess server, List<String> paths, String headers) throws InterruptedException {
        List<String> distinct = paths.stream().distinct().toList();
        var next = new java.util.concurrent.atomic.AtomicInteger();
        long began = System.nanoTime();
        var latencies = new Latencies();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++)
            threads.add(Thread.ofPlatform().start(() -> {
                try (var connection = new Connection(server.port())) {
                    for (int n = next.getAndIncrement(); n < distinct.size(); n = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        connection.send(Connection.get(distinct.get(n), headers), false);
                        synchronized (latencies) {
                            latencies.record(System.nanoTime() - start);
                        }
                    }
                } catch (IOException e) {
                    figures.remark("readers: a connection broke: " + e.getMessage());
                }
            }));
        for (Thread thread : threads) thread.join();
        return new Result(latencies, 0, 0, (System.nanoTime() - began) / 1e9);
    }

    private static int sizeOf(ServerProcess server, List<String> paths, String headers) throws IOException {
        try (var connection = new Connection(server.port())) {
            return (int) connection
                    .send(Connection.get(paths.get(paths.size() / 2), headers), false)
                    .length();
        }
    }

    /// The cookie of somebody who signed in.
    static String signIn(ServerProcess server, World.Account account) throws IOException {
        try (var connection = new Connection(server.port())) {
            Answer form = connection.send(Connection.get("/sign-in", ""), true);
            Matcher token = FORM_TOKEN.matcher(form.text());
            if (!token.find()) throw new IOException("The sign-in page has no form token");
            String cookie = cookie(form);
            String body = "_csrf=" + encode(token.group(1)) + "&next=&email=" + encode(account.email()) + "&password="
                    + encode(account.password());
            Answer answer = connection.send(
                    Connection.post(
                            "/sign-in",
                            "application/x-www-form-urlencoded",
                            "Cookie: " + cookie + "\r\n",
                            body.getBytes(StandardCharsets.UTF_8)),
                    false);
            if (answer.status() != 303) throw new IOException("Signing in was answered with " + answer.status());
            return answer.header("Set-Cookie") == null ? cookie : cookie(answer);
        }
    }

    private static String cookie(Answer answer) throws IOException {
        String header = answer.header("Set-Cookie");
        if (header == null) throw new IOException("No session cookie came back");
        return header.split(";")[0];
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
