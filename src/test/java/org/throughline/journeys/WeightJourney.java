package org.throughline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.throughline.world.Line;
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

    private record Sent(int bytes, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "/ar"})
    void aFirstVisitIsLight(String prefix) throws Exception {
        TracedCall call = TracedCall.in(program);
        List<String> heavy = new ArrayList<>();
        var line = new Line(port);
        for (String path : call.publicPages()) weigh(line, prefix, path, MOST_OF_A_PAGE, heavy);
        for (String path : RegisterPages.in(program).publicPages()) weigh(line, prefix, path, MOST_OF_A_PAGE, heavy);
        for (String path : call.formPages()) weigh(line, prefix, path, MOST_OF_A_FORM, heavy);
        NoticePages notices = NoticePages.in(program);
        TracedRegister register = TracedRegister.in(program);
        for (String path : notices.openPages()) weigh(line, prefix, path, MOST_OF_A_FORM, heavy);
        for (String path : register.publicPages()) weigh(line, prefix, path, MOST_OF_A_PAGE, heavy);
        TracedWork work = TracedWork.in(program);
        for (String path : work.openPages()) weigh(line, prefix, path, MOST_OF_A_PAGE, heavy);
        line.signIn("contributor");
        for (String path : work.ownPages()) weigh(line, prefix, path, MOST_OF_A_FORM, heavy);
        for (String path : call.answerPages()) weigh(line, prefix, path, MOST_OF_A_FORM, heavy);
        for (String path : call.ownPages()) weigh(line, prefix, path, MOST_OF_A_FORM, heavy);
        for (String path : TracedDraft.in(program).pages()) weigh(line, prefix, path, MOST_OF_A_FORM, heavy);
        line.signIn("secretariat");
        for (String path : call.secretariatPages()) weigh(line, prefix, path, MOST_OF_A_PAGE, heavy);
        for (String path : TracedRegister.in(program).deskPages()) weigh(line, prefix, path, MOST_OF_A_PAGE, heavy);
        for (String path : notices.deskPages()) weigh(line, prefix, path, MOST_OF_A_FORM, heavy);
        for (String path : register.deskPages()) weigh(line, prefix, path, MOST_OF_A_PAGE, heavy);
        for (String path : work.deskPages()) weigh(line, prefix, path, MOST_OF_A_FORM, heavy);
        line.signIn("chair");
        for (String path : call.analystPages()) weigh(line, prefix, path, MOST_OF_A_FORM, heavy);
        assertThat(heavy).isEmpty();
    }

    private static void weigh(Line line, String prefix, String path, int most, List<String> heavy) throws Exception {
        String address = path.equals("/") && !prefix.isEmpty() ? prefix : prefix + path;
        Sent page = fetch(line, address);
        int parts = 0;
        for (var part : Jsoup.parse(page.text()).select("link[rel=stylesheet], link[rel=modulepreload], script[src]"))
            parts += fetch(line, part.hasAttr("src") ? part.attr("src") : part.attr("href"))
                    .bytes();
        int all = page.bytes() + parts;
        String weight = "%,d bytes (page %,d) of %,d: %s".formatted(all, page.bytes(), most, address);
        System.out.println(weight);
        if (all > most) heavy.add(weight);
    }

    private static Sent fetch(Line line, String address) throws Exception {
        var response = line.fetch(address);
        byte[] body = response.body();
        boolean packed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        return new Sent(body.length, packed ? unpacked(body) : new String(body, StandardCharsets.UTF_8));
    }

    private static String unpacked(byte[] body) throws IOException {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
