package org.throughline.inputs;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.files.ExtractionStatus;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.platform.Json;
import org.throughline.search.Search;
import org.throughline.search.SearchMaintenance;
import org.throughline.search.SearchQuery;
import org.throughline.search.SearchResults.Hit;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// What can be found of an input is what its owner allows, from the moment it is allowed until the moment it no
/// longer is.
@ThroughlineTest
class InputSearchTests {

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    Search search;

    @Autowired
    SearchMaintenance maintenance;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Files files;

    final Actor secretariat = Actor.system("test");
    final UUID owner = UUID.randomUUID();
    final Actor contributor = new Actor(owner, "Amina", Set.of());
    CallId call;
    String slug;

    @BeforeEach
    void anOpenCall() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
    }

    private InputId submit(NewInput input) {
        return inputs.submit(call, input, Reception.form(owner, "en"), contributor)
                .id();
    }

    private List<Hit> find(String text) {
        return search.find(SearchQuery.of(text, "en").where("call", List.of(slug)))
                .hits();
    }

    private void caughtUp() {
        assertThat(maintenance.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void aPublicCallIsFound() {
        caughtUp();
        assertThat(find("call for tests")).extracting(Hit::url).containsExactly("/calls/" + slug);
    }

    @Test
    void anInputIsFoundWhenItIsPublishedAndNotBefore() {
        InputId input = submit(SmallCall.input("Lighthouses for archipelagos."));
        caughtUp();
        assertThat(find("archipelago")).isEmpty();
        publication.publish(input, secretariat);
        caughtUp();
        assertThat(find("archipelago")).singleElement().satisfies(hit -> {
            assertThat(hit.url()).isEqualTo("/calls/" + slug + "/inputs/1");
            assertThat(hit.title().plain()).isEqualTo("Example Society");
        });
    }

    @Test
    void aWithdrawnInputIsOutOfSightAtOnce() {
        InputId input = submit(SmallCall.input("Lighthouses for archipelagos."));
        publication.publish(input, secretariat);
        caughtUp();
        inputs.withdraw(input, contributor);
        assertThat(find("archipelago")).isEmpty();
    }

    @Test
    void aNameThatMayNotBeShownCannotBeFound() {
        InputId input = submit(SmallCall.input("Lighthouses for archipelagos."));
        publication.publish(input, secretariat);
        inputs.setConsent(input, new Consent(false, true, true, true, true), contributor);
        assertThat(find("archipelago"))
                .allSatisfy(hit -> assertThat(hit.title().plain()).isEmpty());
        caughtUp();
        assertThat(find("archipelago")).hasSize(1);
        assertThat(find("\"Example Society\"")).isEmpty();
    }

    @Test
    void anInputWithoutANameIsCalledByItsNumberAndItsCall() throws Exception {
        InputId input = submit(SmallCall.input("Lighthouses for archipelagos and " + slug + "."));
        publication.publish(input, secretariat);
        inputs.setConsent(input, new Consent(false, true, true, true, true), contributor);
        caughtUp();
        assertThat(titles("/search?q=" + slug + "&kind=input"))
                .containsExactly("Input 1 to “A call for tests " + slug + "”");
        assertThat(titles("/ar/search?q=" + slug + "&kind=input"))
                .singleElement(as(STRING))
                .contains("المساهمة 1", slug);
        var json = web.perform(get("/api/v1/search?q=" + slug + "&kind=input"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Json.tree(json).at("/items/0/title").asString()).startsWith("Input 1 to “A call");
    }

    private List<String> titles(String address) throws Exception {
        return Jsoup.parse(web.perform(get(URI.create(address)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .select(".result-title")
                .eachText();
    }

    @Test
    void aTextTakenBackWhileAnotherChangeIsOnItsWayCannotBeFound() throws Exception {
        InputId input = submit(SmallCall.input("Lighthouses for archipelagos."));
        publication.publish(input, secretariat);
        var transaction = new TransactionTemplate(transactions);
        CompletableFuture<Void> other = Objects.requireNonNull(transaction.execute(status -> {
            inputs.setConsent(input, Consent.NONE, contributor);
            // Begun before the consent is committed, written after it.
            var change = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(
                    second -> events.publishEvent(new InputPublicityChanged(input, call, slug, 1))));
            assertThatThrownBy(() -> change.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return change;
        }));
        other.get(30, TimeUnit.SECONDS);
        caughtUp();
        assertThat(find("archipelago")).isEmpty();
    }

    @Test
    void aFileIsFoundByItsWordsWhileItMayBeShown() throws Exception {
        FileId file = files.store(
                new ByteArrayInputStream(OnePage.saying("Lighthouses for archipelagos")), "Annex.pdf", 10 << 20);
        NewInput said = SmallCall.input("See the annex.");
        InputId input = submit(new NewInput(
                "en",
                said.respondent(),
                said.answers(),
                Consent.ALL,
                List.of(),
                List.of(new NewInput.Attached("q6", file.value(), "Annex"))));
        publication.publish(input, secretariat);
        for (int i = 0; i < 300; i++) {
            if (files.find(file).orElseThrow().extraction() == ExtractionStatus.EXTRACTED) break;
            Thread.sleep(200);
        }
        caughtUp();
        assertThat(find("archipelago")).extracting(Hit::url).containsExactly("/calls/" + slug + "/inputs/1");
        inputs.setConsent(input, new Consent(true, true, false, true, true), contributor);
        caughtUp();
        assertThat(find("archipelago")).isEmpty();
        assertThat(find("annex")).hasSize(1);
    }
}
