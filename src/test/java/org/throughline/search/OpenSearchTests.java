package org.throughline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.throughline.Throughline;

/// The same contract on a real OpenSearch, with a program of its own beside the one that all other tests share.
class OpenSearchTests extends SearchContract {

    private static OpenSearchNode node;
    private static ConfigurableApplicationContext program;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        node = OpenSearchNode.start().orElse(null);
        assumeTrue(node != null, "OpenSearch is not there: ./throughline test fetches it");
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "opensearch");
        program = new SpringApplicationBuilder(Throughline.class)
                .properties(
                        "server.port=0",
                        "throughline.data=" + data.toAbsolutePath(),
                        "throughline.database.durable=false",
                        "throughline.search.polling-interval=100",
                        "throughline.search.backend.type=elasticsearch",
                        "throughline.search.backend.hosts=" + node.address(),
                        "throughline.search.backend.version_check.enabled=true")
                .run();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (program != null) program.close();
        if (node != null) node.close();
    }

    @BeforeEach
    @Override
    void theIndexIsThere() {
        index = program.getBean(SearchIndex.class);
        search = program.getBean(Search.class);
        maintenance = program.getBean(SearchMaintenance.class);
        transactions = program.getBean(PlatformTransactionManager.class);
        super.theIndexIsThere();
    }

    @Test
    void aServerThatGoesAwayTakesNothingWithItAndIsCaughtUpWith() throws IOException, InterruptedException {
        put("1", "en", "Lanterns", "Before the server went away.");
        caughtUp();
        node.close();
        assertThat(search.find(query("lanterns")).state()).isEqualTo(SearchResults.State.UNAVAILABLE);
        put("2", "en", "Lanterns", "While the server was away.");
        node.begin();
        assertThat(maintenance.awaitCaughtUp(Duration.ofMinutes(2))).isTrue();
        assertThat(found("lanterns")).containsExactly("1", "2");
    }
}
