package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.throughline.world.ThroughlineTest;

/// What a first visit costs somebody on a slow line: the page, its style sheets and its scripts as they are sent,
/// compressed; pictures aside.
@ThroughlineTest
class WeightJourney {

    private static final int MOST_OF_A_PAGE = 150_000;
    private static final int MOST_OF_A_FORM = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    private final HttpClient client = HttpClient.newHttpClient();

    private record Sent(int bytes, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "/ar"})
    void aFirstVisitIsLight(String prefix) throws Exception {
        TracedCall call = TracedCall.in(program);
        List<String> heavy = new ArrayList<>();
        for (String path : call.publicPages()) weigh(prefix, path, MOST_OF_A_PAGE, heavy);
        for (String path : call.formPages()) weigh(prefix, path, MOST_OF_A_FORM, heavy);
        assertThat(heavy).isEmpty();
    }

    private void weigh(String prefix, String path, int most, List<String> heavy) throws Exception {
        String address = path.equals("/") && !prefix.isEmpty() ? prefix : prefix + path;
        Sent page = fetch(address);
        int parts = 0;
        for (var part : Jsoup.parse(page.text()).select("link[rel=stylesheet], script[src]"))
            parts += fetch(part.hasAttr("src") ? part.attr("src") : part.attr("href")).bytes();
        int all = page.bytes() + parts;
        String line = "%,d bytes (page %,d) of %,d: %s".formatted(all, page.bytes(), most, address);
        System.out.println(line);
        if (all > most) heavy.add(line);
    }

    private Sent fetch(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Accept", "text/html,*/*")
                .header("Accept-Encoding", "gzip")
                .build();
        var response = client.send(request, BodyHandlers.ofByteArray());
        byte[] body = response.body();
        boolean packed = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        return new Sent(body.length, packed ? unpacked(body) : new String(body, StandardCharsets.UTF_8));
    }

    private static String unpacked(byte[] body) throws IOException {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
