package org.throughline.stocktaking.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.stocktaking.links.LinkAnswer.Outcome;

class LinkProbeTests {

    /// This machine only, so that the test needs no network; every port.
    private static final AddressGuard HERE = new AddressGuard() {
        @Override
        public boolean allows(InetAddress address) {
            return address.isLoopbackAddress();
        }

        @Override
        public boolean allowsPort(int port) {
            return true;
        }
    };

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final LinkProbe probe = new LinkProbe(HERE, Duration.ofSeconds(2), LinkProbe.agent("https://site.example"));
    private HttpServer server;

    @BeforeEach
    void aServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void over() {
        server.stop(0);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answers(String path, int status, String... headers) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("User-Agent"));
            for (int i = 0; i < headers.length; i += 2)
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    @Test
    void whatAnswersWorksAndKnowsWhoAsked() {
        answers("/there", 200);
        assertThat(probe.ask(at("/there"))).isEqualTo(new LinkAnswer(Outcome.WORKS, 200, null));
        assertThat(asked).containsExactly("HEAD Throughline link check (+https://site.example/about)");
    }

    @Test
    void whoRefusesTheHeadIsAskedForThePage() {
        server.createContext("/head", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 405 : 200, -1);
            exchange.close();
        });
        assertThat(probe.ask(at("/head")).outcome()).isEqualTo(Outcome.WORKS);
    }

    @Test
    void whatIsNotThereIsSaid() {
        answers("/gone", 404);
        answers("/ill", 500);
        answers("/shy", 403);
        assertThat(probe.ask(at("/gone"))).isEqualTo(new LinkAnswer(Outcome.MISSING, 404, null));
        assertThat(probe.ask(at("/ill")).outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(probe.ask(at("/shy")).outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(probe.ask("http://no-such-host.invalid/").outcome()).isEqualTo(Outcome.NO_HOST);
    }

    @Test
    void aPlaceThatMovedForGoodIsRemembered() {
        answers("/old", 301, "Location", "/new place");
        answers("/new%20place", 200);
        answers("/today", 302, "Location", "/old");
        answers("/new", 200);
        assertThat(probe.ask(at("/old")).movedTo()).isEqualTo(at("/new%20place"));
        assertThat(probe.ask(at("/today")).movedTo()).isNull();
    }

    @Test
    void whoLeadsOnAndOnIsLeft() {
        answers("/round", 302, "Location", "/round");
        assertThat(probe.ask(at("/round")).outcome()).isEqualTo(Outcome.LOOP);
    }

    @Test
    void everyStepOfARedirectionIsGuarded() {
        answers("/out", 302, "Location", "http://169.254.169.254/latest/meta-data");
        answers("/file", 302, "Location", "file:///etc/passwd");
        answers("/mail", 302, "Location", "http://user:secret@127.0.0.1/");
        assertThat(probe.ask(at("/out")).outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(probe.ask(at("/file")).outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(probe.ask(at("/mail")).outcome()).isEqualTo(Outcome.FORBIDDEN);
        var strict = new LinkProbe(AddressGuard.PUBLIC, Duration.ofSeconds(2), "test");
        answers("/there", 200);
        assertThat(strict.ask(at("/there")).outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(strict.ask("http://localhost/").outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(strict.ask("http://[::1]/").outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(strict.ask("http://2130706433/").outcome()).isNotEqualTo(Outcome.WORKS);
    }

    @Test
    void whoAnswersForEverIsNotReadForEver() throws Exception {
        try (ServerSocket endless = talking("HTTP/1.1 200 OK\r\n", "X-Filler: " + "x".repeat(900) + "\r\n")) {
            assertThat(probe.ask("http://127.0.0.1:" + endless.getLocalPort() + "/")
                            .outcome())
                    .isEqualTo(Outcome.NO_CONNECTION);
        }
        try (ServerSocket line = talking("HTTP/1.1 200 OK\r\nX: ", "x".repeat(900))) {
            assertThat(probe.ask("http://127.0.0.1:" + line.getLocalPort() + "/")
                            .outcome())
                    .isEqualTo(Outcome.NO_CONNECTION);
        }
        try (ServerSocket nonsense = talking("220 mail.example ESMTP\r\n", "")) {
            assertThat(probe.ask("http://127.0.0.1:" + nonsense.getLocalPort() + "/")
                            .outcome())
                    .isEqualTo(Outcome.NO_CONNECTION);
        }
    }

    @Test
    void whoIsSilentOrDripsIsNotWaitedForLong() throws Exception {
        try (ServerSocket silent = talking("", "")) {
            assertThat(probe.ask("http://127.0.0.1:" + silent.getLocalPort() + "/")
                            .outcome())
                    .isEqualTo(Outcome.TOO_SLOW);
        }
    }

    // Says something, and then the same over and over until nobody listens.
    private static ServerSocket talking(String first, String again) throws Exception {
        var server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed())
                try (var socket = server.accept()) {
                    var out = socket.getOutputStream();
                    out.write(first.getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    if (again.isEmpty()) {
                        Thread.sleep(5_000);
                        continue;
                    }
                    while (true) out.write(again.getBytes(StandardCharsets.US_ASCII));
                } catch (Exception listenerLeft) {
                    if (listenerLeft instanceof InterruptedException) return;
                }
        });
        return server;
    }
}
