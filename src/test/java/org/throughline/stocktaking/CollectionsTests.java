package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.vocabulary.Vocabulary;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// Registers of other processes: their own form, checked, and entries that keep the one they were written with.
@ThroughlineTest
class CollectionsTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    private static final String SMALL = """
            {"sections": [{"code": "one", "title": {"en": "One"}, "fields": [
              {"code": "title", "kind": "short-text", "label": {"en": "Name"}, "required": true},
              {"code": "colour", "kind": "single-choice", "label": {"en": "Colour"},
               "choices": [{"code": "red", "label": {"en": "Red", "fr": "Rouge"}}]}]}]}""";

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    @Autowired
    ProjectCollections collections;

    @Autowired
    Register register;

    @Autowired
    PublishedProjects published;

    @Autowired
    OwnProjects own;

    @Autowired
    Projects projects;

    @Autowired
    Vocabulary vocabulary;

    private List<String> wrong(String json) {
        return FormDefinition.read(json, vocabulary).wrong().stream()
                .map(one -> one.field() + " " + one.messageKey().replaceAll(".*\\.", ""))
                .toList();
    }

    @Test
    void theShippedFormStandsItsOwnCheckInSixLanguages() {
        assertThat(wrong(Json.write(StandardForm.read()))).isEmpty();
        StandardForm.read().fields().forEach(field -> {
            assertThat(field.label().missing()).as(field.code()).isEmpty();
            field.choices()
                    .forEach(choice -> assertThat(choice.label().missing())
                            .as(choice.code())
                            .isEmpty());
            field.parts()
                    .forEach(part ->
                            assertThat(part.label().missing()).as(part.code()).isEmpty());
        });
        assertThat(wrong(SMALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short-text| long-line| sections[0].fields[0].kind kind",
                "\"required\"| \"requierd\"| sections[0].fields[0].requierd unknown",
                "\"red\"| \"red red\"| sections[0].fields[1].choices[0].code code",
                "\"colour\"| \"title\"| sections[0].fields[1].code twice",
                "{\"en\": \"Name\"}| \"Name\"| sections[0].fields[0].label words",
                "{\"en\": \"Colour\"}| {\"xx\": \"Colour\"}| sections[0].fields[1].label.xx words",
                "\"required\": true| \"required\": \"yes\"| sections[0].fields[0].required true-false",
                "\"required\": true| \"required\": false| title title",
                "\"colour\"| \"countries\"| countries standard",
                "\"sections\"| \"parts\"| parts unknown",
                "\"required\": true| \"required\": true, \"naming\": true| title naming",
                "\"choices\"| \"kind\": \"rows\", \"parts\": [{\"code\": \"who\", \"kind\": \"email\", \"label\": {\"en\": \"Who\"}, \"private\": true}], \"choices\"| sections[0].fields[1].parts[0].private unknown"
            })
    void aMistakeInAFormIsNamedWithItsPlace(String from, String to, String expected) {
        assertThat(wrong(SMALL.replace(from, to))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"sections\": [1]}", "{\"sections\": [{\"fields\": 5}]}"})
    void whatIsNoFormIsRefusedInWords(String json) {
        assertThat(wrong(json)).isNotEmpty();
    }

    @Test
    void aHostedRegisterHasItsListItsFormAndItsFilesAndOldEntriesKeepTheirForm() throws Exception {
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String slug = "c-" + UUID.randomUUID().toString().substring(0, 13);
        begin(secretariat, slug, "River register", "سجل الأنهار");
        give(secretariat, slug, SMALL);
        assertThat(secretariat.send("/collections/" + slug + "/opening").status())
                .isEqualTo(303);
        ProjectCollection collection = collections.find(slug).orElseThrow();
        NewProject boat = NewProject.of(
                "en",
                java.util.Map.of("title", Json.tree("\"Library boat\""), "colour", Json.tree("\"red\"")),
                Consent.ALL);
        long number = SmallRegister.publish(register, collection, boat).number();
        assertThat(secretariat.see("/collections").words()).contains("River register");
        assertThat(secretariat.see("/ar/collections/" + slug).words()).contains("سجل الأنهار", "Library boat");
        assertThat(secretariat.see("/collections/" + slug + ".csv").html()).contains("Library boat", "colour");
        assertThat(secretariat.see("/collections/" + slug + "/form.json").html())
                .contains("Rouge");
        String other = SMALL.replace("\"colour\"", "\"paint\"");
        ProjectCollection now = collections.find(slug).orElseThrow();
        give(secretariat, slug, other);
        assertThat(collections.form(collections.find(slug).orElseThrow()).field("paint"))
                .isPresent();
        assertThat(secretariat.see("/stocktaking/" + number).words()).contains("Colour", "Red");
        // Saved from a window that is out of date.
        assertThat(secretariat
                        .send(
                                "/collections/" + slug + "/edit",
                                "name-en",
                                "Other",
                                "seen",
                                Integer.toString(now.version()))
                        .status())
                .isEqualTo(409);
        assertThat(secretariat
                        .send("/collections/new", "slug", slug, "name-en", "Again", "from", "short")
                        .status())
                .isEqualTo(409);
    }

    private static void begin(Visitor secretariat, String slug, String english, String arabic) throws Exception {
        var made = secretariat.send(
                "/collections/new", "slug", slug, "name-en", english, "name-ar", arabic, "from", "short");
        assertThat(made.status()).as(made.words()).isEqualTo(303);
    }

    // As those do who have a form as JSON.
    private static void give(Visitor secretariat, String slug, String json) throws Exception {
        String form = "/collections/" + slug + "/form";
        var kept = secretariat.send(form + "/definition", "definition", json);
        assertThat(kept.status()).as(kept.words()).isEqualTo(303);
        var saved = secretariat.fill(form, form + "/version");
        assertThat(saved.status()).as(saved.words()).isEqualTo(303);
    }

    @Test
    void aHostedRegisterIsLookedUpByTheFieldsOfItsOwnForm() throws Exception {
        ProjectForm form = FormDefinition.read(
                        SMALL.replace("\"label\": {\"en\": \"Red\", \"fr\": \"Rouge\"}}", """
                                "label": {"en": "Red", "fr": "Rouge"}}, {"code": "blue", "label": {"en": "Blue", "fr": "Bleu"}}"""), vocabulary)
                .form();
        ProjectCollection fresh = SmallRegister.fresh(collections);
        collections.changeForm(fresh, form, SECRETARIAT);
        ProjectCollection collection = collections.find(fresh.slug()).orElseThrow();
        long red = boat(collection, "Red library boat", "red");
        long blue = boat(collection, "Blue library boat", "blue");
        RegisterQuery all = RegisterQuery.all("en").where(Facet.COLLECTION, collection.slug());
        assertThat(projects.counted(all).get("colour"))
                .containsExactlyInAnyOrder(
                        new RegisterResult.FacetCount("red", 1), new RegisterResult.FacetCount("blue", 1));
        assertThat(projects.numbers(all.whereOwn("colour", List.of("red")))).containsExactly(red);
        assertThat(projects.numbers(all.whereOwn("colour", List.of("red", "blue"))))
                .hasSize(2);
        assertThat(projects.numbers(all.whereOwn("colour", List.of("green")))).isEmpty();
        assertThat(projects.numbers(all.whereOwn("nothing", List.of("red")))).isEmpty();
        assertThat(projects.counted(all.whereOwn("colour", List.of("red"))).get("colour"))
                .hasSize(2);
        Visitor reader = Visitor.as(web, people, "contributor");
        String list = "/collections/" + collection.slug();
        var page = reader.see("/fr" + list + "?own.colour=red");
        assertThat(page.words()).contains("Red library boat").doesNotContain("Blue library boat");
        assertThat(page.page().select("section[id=facet-own.colour] a").eachText())
                .contains("Rouge", "Bleu");
        assertThat(page.page().select(".chips a, .chips .tag").text()).contains("Rouge");
        assertThat(reader.see(list + ".csv?own.colour=blue").html())
                .contains("Blue library boat")
                .doesNotContain("Red library boat");
        assertThat(reader.see("/api/v1/projects?collection=" + collection.slug() + "&own.colour=blue")
                        .html())
                .contains("\"number\":" + blue)
                .doesNotContain("\"number\":" + red);
        assertThat(reader.see("/api/v1/projects/facets?collection=" + collection.slug())
                        .html())
                .contains("\"own.colour\":{\"blue\":1,\"red\":1}");
        assertThat(reader.see("/fr/follow?collection=" + collection.slug() + "&own.colour=red")
                        .words())
                .contains("Rouge");
        for (String odd : List.of("own.=x", "own.colour=", "own.%F0%9F%98%80=x", "own.colour=%00", "own.a.b=c"))
            assertThat(reader.see(list + "?" + odd).status()).as(odd).isEqualTo(200);
        register.withdraw(register.find(red).orElseThrow().id(), SECRETARIAT);
        assertThat(projects.numbers(all.whereOwn("colour", List.of("red")))).isEmpty();
    }

    private long boat(ProjectCollection collection, String title, String colour) {
        NewProject boat = NewProject.of(
                "en",
                java.util.Map.of("title", Json.tree("\"" + title + "\""), "colour", Json.tree("\"" + colour + "\"")),
                Consent.ALL);
        return SmallRegister.publish(register, collection, boat).number();
    }

    @Test
    void aChangedShippedFormReachesTheRegisterAndAFormOfTheSecretariatStays() {
        ProjectCollection collection = SmallRegister.fresh(collections);
        collections.shipFirst(collection);
        ProjectForm shipped = FormDefinition.read(SMALL, vocabulary).form();
        collections.ship(collection, shipped, SECRETARIAT);
        ProjectCollection second = collections.find(collection.slug()).orElseThrow();
        assertThat(second.formVersion()).isEqualTo(2);
        collections.ship(second, shipped, SECRETARIAT);
        assertThat(collections.find(collection.slug()).orElseThrow().formVersion())
                .isEqualTo(2);
        collections.changeForm(second, StandardForm.read(), SECRETARIAT);
        ProjectCollection third = collections.find(collection.slug()).orElseThrow();
        collections.ship(third, shipped, SECRETARIAT);
        assertThat(collections.form(collections.find(collection.slug()).orElseThrow()))
                .isEqualTo(StandardForm.read());
    }

    private static final String NAMING = SMALL.replace(
            "\"required\": true},",
            "\"required\": true},"
                    + "{\"code\": \"steward\", \"kind\": \"short-text\", \"label\": {\"en\": \"Steward\"}, \"naming\": true},"
                    + "{\"code\": \"partners\", \"kind\": \"lines\", \"label\": {\"en\": \"Partners\"}},");

    @Autowired
    PublishedVersions versions;

    @Test
    void aFormSaysWhichOfItsOwnFieldsNameSomebody() {
        assertThat(wrong(NAMING)).isEmpty();
        ProjectCollection collection = collections.create(
                "n-" + UUID.randomUUID().toString().substring(0, 13),
                LocalizedText.of("en", "Rivers"),
                LocalizedText.of("en", "To test"),
                FormDefinition.read(NAMING, vocabulary).form(),
                SECRETARIAT);
        collection = collections.open(collection, SECRETARIAT);
        NewProject boat = NewProject.of(
                "en",
                Map.of(
                        "title", Json.tree("\"Library boat\""),
                        "colour", Json.tree("\"red\""),
                        "partners", Json.tree("[\"Partner of the boat\"]"),
                        "steward", Json.tree("\"Steward of the boat\"")),
                Consent.ALL);
        var taken = SmallRegister.publish(register, collection, boat);
        assertThat(published.find(taken.number()).orElseThrow().answers().toString())
                .contains("Steward of the boat", "Partner of the boat");
        register.consent(taken.id(), new Consent(false, true, true, true, true), SECRETARIAT);
        assertThat(published.find(taken.number()).orElseThrow().answers().toString())
                .contains("red")
                .doesNotContain("Steward of the boat")
                .doesNotContain("Partner of the boat");
        assertThat(versions.all(taken.number()).getFirst().answers().toString())
                .contains("red")
                .doesNotContain("Steward of the boat")
                .doesNotContain("Partner of the boat");
        // What may not be named is not taken over into another entry either.
        MergeContent merged = MergeContent.of(
                collections.form(collection),
                NewProject.of("en", Map.of("title", Json.tree("\"Boat\"")), Consent.ALL),
                NewProject.of("en", boat.answers(), new Consent(false, true, true, true, true)));
        assertThat(merged.differences()).extracting(one -> one.field().code()).containsExactly("title", "colour");
    }

    @Test
    void hostileNamesAreAnsweredInWords() throws Exception {
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        for (String text : List.of("../x", "new", "A", "<script>"))
            assertThat(secretariat
                            .send("/collections/new", "slug", text, "name-en", text, "from", "short")
                            .status())
                    .as(text)
                    .isEqualTo(422);
        Visitor contributor = Visitor.as(web, people, "contributor");
        assertThat(contributor
                        .send("/collections/new", "slug", "mine", "name-en", "Mine", "from", "short")
                        .status())
                .isEqualTo(403);
    }
}
