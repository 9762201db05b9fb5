package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.world.ThroughlineTest;

/// Requests that no handler ever sees, because the container cannot read them.
@ThroughlineTest
class UnreadableRequestsTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/%ff%fe", "/calls/..%5c..%5cetc", "/a%00b"})
    void areRefusedInTheWordsOfOtherRefusals(String path) throws Exception {
        String answer = answer(path, "fr");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("<html lang=\"fr\" dir=\"ltr\">", "La demande n’a pas été comprise")
                .doesNotContain("<style", "Apache", "Tomcat");
    }

    @Test
    void aProgramIsAnsweredInItsForm() throws Exception {
        assertThat(answer("/api/v1/%ff%fe", "en"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400", "could not be understood");
    }

    // A client library would refuse to send these addresses.
    private String answer(String path, String language) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: " + language
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
