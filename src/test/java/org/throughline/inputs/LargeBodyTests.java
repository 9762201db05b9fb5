package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.filter.FormContentFilter;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.world.Line;
import org.throughline.world.Line.Answer;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// Files and bodies that are too large, over the real port: a clear answer, and nothing lost.
@ThroughlineTest
class LargeBodyTests {

    private static final int MEGABYTE = 1 << 20;

    @Autowired
    ApplicationContext application;

    @LocalServerPort
    int port;

    @Autowired
    Calls calls;

    @Autowired
    DemoPeople people;

    String slug;
    Line line;

    @BeforeEach
    void aContributorOnALine() throws Exception {
        slug = SmallCall.freshSlug();
        SmallCall.open(calls, slug);
        line = Line.signedIn(port, people, "contributor");
    }

    private String begin(String prefix) throws Exception {
        String base = line.begin(prefix, slug);
        String section = base + "/sections/I";
        String token = line.token(section);
        assertThat(line.form(section, section, "_csrf", token, "a-q1", "Typed before.", "action", "later")
                        .status())
                .isEqualTo(303);
        return base;
    }

    private Answer attach(String base, BodyPublisher content) throws Exception {
        return line.upload(
                base + "/files",
                "Annex.pdf",
                content,
                "_csrf",
                line.token(base + "/files"),
                "question",
                "q6",
                "action",
                "attach");
    }

    private static BodyPublisher known(int megabytes) {
        byte[] chunk = new byte[MEGABYTE];
        Arrays.fill(chunk, (byte) 'x');
        return BodyPublishers.concat(java.util.Collections.nCopies(megabytes, BodyPublishers.ofByteArray(chunk))
                .toArray(BodyPublisher[]::new));
    }

    // Its length is known to nobody before it ends, as when a program sends what it is still making.
    private static BodyPublisher streamed(int megabytes) {
        return BodyPublishers.ofInputStream(() -> new InputStream() {
            private long left = (long) megabytes * MEGABYTE;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) return -1;
                int some = (int) Math.min(left, length);
                Arrays.fill(into, offset, offset + some, (byte) 'x');
                left -= some;
                return some;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ar"})
    void aFileOverTenMegabytesIsRefusedBesideItsField(String prefix) throws Exception {
        String base = begin(prefix);
        Answer answer = attach(base, known(11));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.page().select(".error-summary a[href=#a-q6]")).hasSize(1);
        assertThat(answer.page().select(".field-error").text()).contains("10");
        assertThat(line.see(base + "/sections/I").page().select("#a-q1").text()).isEqualTo("Typed before.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/fr"})
    void aBodyOverTheLimitIsAnsweredWithAPageAndTheWayBack(String prefix) throws Exception {
        String base = begin(prefix);
        for (BodyPublisher body : new BodyPublisher[] {known(200), streamed(200)}) {
            Answer answer = attach(base, body);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.page().select("html").attr("lang")).isEqualTo(prefix.isEmpty() ? "en" : "fr");
            assertThat(answer.page().select("main a[href='" + base + "/files']"))
                    .hasSize(1);
            assertThat(answer.text()).contains("10").doesNotContain("Exception");
        }
        assertThat(line.see(base + "/sections/I").page().select("#a-q1").text()).isEqualTo("Typed before.");
    }

    @Test
    void filesOfNobodysSessionAreRefusedUnread() throws Exception {
        Answer answer = new Line(port).upload("/data/verify", "receipt.json", known(1), "_csrf", "x");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.page().select("main")).hasSize(1);
    }

    @Test
    void nothingReadsAFormBeforeItIsMeasured() {
        assertThat(application.getBeanProvider(FormContentFilter.class).stream())
                .isEmpty();
    }

    @Test
    void aProgramGetsAProblem() throws Exception {
        String token = people.ensure().stream()
                .filter(person -> person.persona().equals("contributor"))
                .findFirst()
                .orElseThrow()
                .token();
        for (BodyPublisher body : new BodyPublisher[] {known(200), streamed(200)}) {
            Answer answer = line.json("/api/v1/calls/" + slug + "/inputs", token, body);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.type()).startsWith("application/problem+json");
            assertThat(Json.tree(answer.text()).path("type").asString(""))
                    .startsWith("/problems/")
                    .endsWith("too-large");
        }
    }
}
