package org.throughline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.DataFolder;
import org.throughline.world.ThroughlineTest;

/// What happens to the index happens to search only, and mends itself.
@ThroughlineTest
class SearchRecoveryTests {

    @Autowired
    SearchIndex index;

    @Autowired
    Search search;

    @Autowired
    SearchMaintenance maintenance;

    @Autowired
    Engines engines;

    @Autowired
    DataFolder data;

    @Autowired
    MockMvc web;

    @Autowired
    PlatformTransactionManager transactions;

    final String kind = "k" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    @AfterEach
    void theIndexIsThere() {
        engines.start();
        maintenance.start();
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
    }

    private void stop() {
        maintenance.stop();
        engines.stop();
    }

    private void put(String key) {
        SearchEntry entry = SearchEntry.of(kind, key, "/things/" + key, "en", "Osprey", "x");
        new TransactionTemplate(transactions).executeWithoutResult(status -> index.put(entry));
    }

    private SearchResults find() {
        return search.find(SearchQuery.of("osprey", "en").ofKinds(List.of(kind)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(data.folder("search").resolve(Entry.INDEX))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whileTheIndexIsAwaySearchSaysSoAndWhatIsPutMeanwhileIsFoundLater() throws Exception {
        stop();
        assertThat(find().state()).isEqualTo(SearchResults.State.UNAVAILABLE);
        web.perform(MockMvcRequestBuilders.get("/search?q=osprey"))
                .andExpect(MockMvcResultMatchers.status().isServiceUnavailable());
        web.perform(MockMvcRequestBuilders.get("/api/v1/search?q=osprey"))
                .andExpect(MockMvcResultMatchers.status().isServiceUnavailable());
        web.perform(MockMvcRequestBuilders.get("/search"))
                .andExpect(MockMvcResultMatchers.status().isOk());
        put("1");
        theIndexIsThere();
        assertThat(find().hits()).hasSize(1);
    }

    @Test
    void aMissingIndexIsMadeAgainAtTheStart() throws IOException {
        put("1");
        stop();
        try (Stream<Path> all = Files.walk(data.folder("search"))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
        theIndexIsThere();
        assertThat(find().hits()).hasSize(1);
    }

    @Test
    void anIndexThatAnOlderReleaseMadeIsMadeAgainAtTheStart() throws IOException {
        put("1");
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        Path format = data.folder("search").resolve("format");
        String now = Files.readString(format);
        stop();
        Files.writeString(format, "1");
        theIndexIsThere();
        assertThat(Files.readString(format)).isEqualTo(now).isNotEqualTo("1");
        assertThat(find().hits()).hasSize(1);
    }

    @Test
    void anIndexOfWhichFilesAreSpoiltIsMadeAgainAtTheStart() throws IOException {
        put("1");
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        stop();
        for (Path file : files()) Files.write(file, new byte[] {1, 2, 3});
        theIndexIsThere();
        assertThat(find().hits()).hasSize(1);
    }

    @Test
    void theLockThatAKilledProgramLeavesDoesNotMatter() throws IOException {
        put("1");
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        stop();
        Path lock = data.folder("search").resolve(Entry.INDEX).resolve("write.lock");
        if (!Files.exists(lock)) Files.createFile(lock);
        theIndexIsThere();
        put("2");
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        assertThat(find().total()).isEqualTo(2);
    }

    @Test
    void anOperatorCanHaveTheIndexMadeAgainAndSeesHowFarItIs() throws Exception {
        put("1");
        put("2");
        SearchMaintenance.Progress end = maintenance.rebuild().get(60, TimeUnit.SECONDS);
        assertThat(end.state()).isEqualTo(SearchResults.State.READY);
        assertThat(end.done()).isEqualTo(end.total()).isGreaterThanOrEqualTo(2);
        assertThat(end.begunAt()).isNotNull();
        assertThat(find().total()).isEqualTo(2);
    }
}
