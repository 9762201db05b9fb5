package org.throughline.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.platform.Json;
import org.throughline.world.Line;
import org.throughline.world.ThroughlineTest;

/// What somebody who writes a program is led to: the type of a refusal is an address with an explanation, and the
/// description of the API is given away by the program itself.
@ThroughlineTest
class ApiPagesTests {

    @LocalServerPort
    int port;

    @Test
    void aRefusalLeadsToItsExplanation() throws Exception {
        var line = new Line(port);
        String type = Json.tree(line.see("/api/v1/calls/no-such-call").text())
                .get("type")
                .asString();
        assertThat(line.see(type).page().text()).contains("not-found", "What a refusal tells a program");
        assertThat(line.see("/ar" + type).page().text()).contains("not-found", "نوع الرفض");
        assertThat(line.see("/problems").status()).isEqualTo(200);
    }

    @Test
    void theDescriptionOfTheApiIsGivenAway() throws Exception {
        var answer = new Line(port).see("/api/v1/openapi.yaml");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).startsWith("application/yaml");
        assertThat(answer.text()).contains("/api/v1/calls/{slug}/inputs:");
    }
}
