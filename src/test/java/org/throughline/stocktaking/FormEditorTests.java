package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import org.throughline.world.Visitor.Answer;

/// The form of a register is written field by field in a draft, checked where it is typed, and saved as a version; the
/// register is closed until it is opened.
@ThroughlineTest
class FormEditorTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    @Autowired
    ProjectCollections collections;

    @Autowired
    FormDrafts drafts;

    @Autowired
    Register register;

    @Autowired
    Projects projects;

    @Autowired
    AuditTrail audit;

    private final String slug = "e-" + UUID.randomUUID().toString().substring(0, 13);
    private final String form = "/collections/" + slug + "/form";
    private Visitor secretariat;

    @BeforeEach
    void begin() throws Exception {
        secretariat = Visitor.as(web, people, "secretariat");
        Answer begun = secretariat.send(
                "/collections/new", "slug", slug, "name-en", "Rivers", "name-ar", "الأنهار", "from", "short");
        assertThat(begun.status()).as(begun.words()).isEqualTo(303);
    }

    private ProjectCollection collection() {
        return collections.find(slug).orElseThrow();
    }

    private Field drafted(String code) {
        return drafts.of(collection()).form().field(code).orElseThrow();
    }

    private Answer add(String kind, String... fields) throws Exception {
        return secretariat.fill(form + "/field?section=project&kind=" + kind, form + "/field", fields);
    }

    private static void done(Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.words()).isEqualTo(303);
    }

    @Test
    void aFormIsWrittenFieldByFieldAndSavedAsTheNextVersion() throws Exception {
        done(add(
                "long-text",
                "label-en",
                "Source of the river",
                "label-ar",
                "منبع النهر",
                "maxWords",
                "80",
                "private",
                "true"));
        done(add(
                "single-choice",
                "label-en",
                "Habitat",
                "choices-en",
                "Delta\nHot spring",
                "choices-ar",
                "دلتا\nhot-spring = نبع حار",
                "choices-fr",
                "Delta"));
        assertThat(drafted("sourceOfTheRiver")).satisfies(source -> {
            assertThat(source.kind()).isEqualTo(Kind.LONG_TEXT);
            assertThat(source.maxWords()).isEqualTo(80);
            assertThat(source.hidden()).isTrue();
            assertThat(source.label().in("ar")).contains("منبع النهر");
        });
        // Nobody else sees it before it is saved.
        assertThat(collections.form(collection()).field("sourceOfTheRiver")).isEmpty();
        assertThat(secretariat.see(form).words()).contains("Not saved yet", "Source of the river");
        assertThat(secretariat.see("/collections/" + slug + "/preview").words())
                .contains("Habitat", "Hot spring", "Source of the river");
        done(secretariat.fill(form, form + "/version"));
        assertThat(collection().formVersion()).isEqualTo(2);
        assertThat(collections.form(collection()).fields().map(Field::code))
                .containsExactly("title", "sourceOfTheRiver", "habitat");
        assertThat(drafts.of(collection()).begun()).isFalse();
        assertThat(secretariat.see(form).words()).contains("Version 2").doesNotContain("Not saved yet");
    }

    @Test
    void choicesAreWrittenOneALineAndTheirCodesMadeOfTheEnglishWords() throws Exception {
        done(add(
                "multiple-choice",
                "label-en",
                "Uses",
                "choices-en",
                "Fishing\n\nriver-transport = Transport\nFishing",
                "choices-ar",
                "صيد\nriver-transport = نقل"));
        assertThat(drafted("uses").choices())
                .extracting(ProjectForm.Choice::code)
                .containsExactly("fishing", "river-transport", "fishing-2");
        assertThat(drafted("uses").choices().get(1).label().in("ar")).contains("نقل");
        // What is shown again says the codes, so that changing words keeps them.
        String address = form + "/field?code=uses";
        assertThat(secretariat.see(address).page().getElementById("choices-en").val())
                .isEqualTo("fishing = Fishing\nriver-transport = Transport\nfishing-2 = Fishing");
        assertThat(secretariat
                        .fill(address, form + "/field", "choices-en", "fishing = Angling")
                        .words())
                .contains("take this line out");
        done(secretariat.fill(
                address, form + "/field", "choices-en", "fishing = Angling", "choices-ar", "fishing = صيد"));
        assertThat(drafted("uses").choices())
                .singleElement()
                .satisfies(one -> assertThat(one.label().texts())
                        .containsEntry("en", "Angling")
                        .containsEntry("ar", "صيد"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short-text | label-ar | الاسم | label-en",
                "short-text | code | 9lives | code",
                "short-text | code | title | code",
                "short-text | code | countries | code",
                "short-text | code | consent | code",
                "long-text | maxWords | many | maxWords",
                "long-text | minWords | -1 | minWords",
                "single-choice | hint-en | Choose | choices-en",
                "single-choice | choices-fr | Delta | choices-fr",
                "multiple-choice | vocabulary | nothing-of-the-kind | vocabulary",
                "multiple-choice | choices-en | 'one = A\none = B' | choices-en"
            })
    void whatIsWrongIsSaidWhereItIsTyped(String kind, String control, String text, String wrong) throws Exception {
        Answer answer =
                control.equals("label-ar") ? add(kind, control, text) : add(kind, "label-en", "Name", control, text);
        assertThat(answer.status()).isEqualTo(422);
        Element field = answer.page().getElementById(wrong);
        assertThat(field).isNotNull();
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(answer.page().select(".error-summary a[href='#" + wrong + "']"))
                .isNotEmpty();
        if (!control.equals("vocabulary"))
            assertThat(answer.page().getElementById(control).val()).isEqualTo(text);
        assertThat(drafts.of(collection()).begun()).isFalse();
    }

    @Test
    void rowsAreMadeOfPartsAndPartsAreMoved() throws Exception {
        done(add("rows", "label-en", "Boats", "max", "5"));
        // Rows without parts are no field yet, and the whole form says so where they stand.
        Answer early = secretariat.fill(form, form + "/version");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.page().select(".error-summary a").attr("href")).isEqualTo("#field-boats");
        for (String part : List.of("Name", "Length"))
            done(secretariat.fill(
                    form + "/field?of=boats&kind=" + (part.equals("Name") ? "short-text" : "number"),
                    form + "/field",
                    "label-en",
                    part));
        done(secretariat.send(form + "/order", "do", "part-up:boats.length"));
        assertThat(drafted("boats").parts()).extracting(Field::code).containsExactly("length", "name");
        done(secretariat.fill(form + "/field?code=boats", form + "/field", "label-fr", "Bateaux"));
        assertThat(drafted("boats").parts()).hasSize(2);
        done(secretariat.send(form + "/field/removal", "of", "boats", "code", "length"));
        assertThat(drafted("boats").parts()).extracting(Field::code).containsExactly("name");
        done(secretariat.fill(form, form + "/version"));
    }

    @Test
    void fieldsAndSectionsAreAddedMovedAndTakenOut() throws Exception {
        done(secretariat.fill(form + "/section", form + "/section", "title-en", "Water and land"));
        done(secretariat.send(form + "/standard", "section", "waterAndLand", "code", "countries"));
        assertThat(drafted("countries").label().missing()).isEmpty();
        done(secretariat.send(form + "/order", "do", "field-up:countries"));
        ProjectForm moved = drafts.of(collection()).form();
        assertThat(moved.section("project").orElseThrow().fields())
                .extracting(Field::code)
                .containsExactly("title", "countries");
        // An empty section is named.
        Answer empty = secretariat.fill(form, form + "/version");
        assertThat(empty.page().select(".error-summary a").attr("href")).isEqualTo("#section-waterAndLand");
        assertThat(empty.page().select(".error-summary").text()).contains("Water and land", "without fields");
        done(secretariat.send(form + "/section/removal", "code", "waterAndLand"));
        done(secretariat.send(form + "/field/removal", "code", "title"));
        Answer untitled = secretariat.fill(form, form + "/version");
        assertThat(untitled.status()).isEqualTo(422);
        assertThat(untitled.page().select(".error-summary").text()).contains("needs a title");
        done(secretariat.send(
                form + "/discarding", "seen", drafts.of(collection()).mark()));
        assertThat(drafts.of(collection()).begun()).isFalse();
        assertThat(collections.form(collection()).field("title")).isPresent();
        assertThat(audit.of("collections/" + slug, 5))
                .extracting(AuditTrail.Act::action)
                .startsWith("collection-form-discarded");
    }

    @Test
    void whoComesSecondIsToldAndLosesNothing() throws Exception {
        done(add("short-text", "label-en", "Source"));
        Visitor colleague = Visitor.as(web, people, "secretariat");
        String address = form + "/field?code=source";
        String seen =
                colleague.see(address).page().selectFirst("input[name=seen]").val();
        done(secretariat.fill(address, form + "/field", "label-en", "Spring of the river"));
        Answer late = colleague.send(
                form + "/field",
                "before",
                "source",
                "of",
                "",
                "seen",
                seen,
                "kind",
                "short-text",
                "section",
                "project",
                "code",
                "source",
                "label-en",
                "Origin");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().getElementById("label-en").val()).isEqualTo("Origin");
        assertThat(drafted("source").label().in("en")).contains("Spring of the river");
        Answer nowhere = colleague.send(
                form + "/field", "before", "", "of", "gone", "seen", "", "kind", "number", "label-en", "Length");
        assertThat(nowhere.status()).isEqualTo(409);
        assertThat(nowhere.page().getElementById("label-en").val()).isEqualTo("Length");
        // The same for the whole.
        String old = colleague
                .see(form)
                .page()
                .selectFirst("form[action$=/version] input[name=seen]")
                .val();
        done(secretariat.send(form + "/order", "do", "field-up:source"));
        Answer refused = colleague.send(form + "/version", "seen", old);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("since you opened this page");
        assertThat(colleague.send(form + "/discarding", "seen", old).status()).isEqualTo(409);
        assertThat(collection().formVersion()).isEqualTo(1);
        done(colleague.fill(form, form + "/version"));
        // And for what was saved from another window meanwhile.
        assertThat(colleague.send(form + "/version", "seen", old).status()).isEqualTo(409);
    }

    @Test
    void onlyTheSecretariatSeesARegisterBeforeItIsOpened() throws Exception {
        ProjectCollection closed = collection();
        NewProject boat = NewProject.of("en", Map.of("title", Json.tree("\"Boat " + slug + "\"")), Consent.ALL);
        long number = SmallRegister.publish(register, closed, boat).number();
        Visitor reader = Visitor.as(web, people, "contributor");
        RegisterQuery all = RegisterQuery.all("en").where(Facet.COLLECTION, slug);
        assertThat(projects.numbers(all)).isEmpty();
        for (String path : List.of("", "/new", ".csv", "/form.json", "/form", "/preview", "/edit"))
            assertThat(reader.see("/collections/" + slug + path).status())
                    .as(path)
                    .isIn(403, 404);
        assertThat(reader.see("/stocktaking/" + number).status()).isEqualTo(404);
        assertThat(reader.see("/collections").words()).doesNotContain("Not open yet");
        assertThat(reader.send("/collections/" + slug + "/new").status()).isEqualTo(404);
        assertThat(reader.send("/collections/" + slug + "/opening").status()).isEqualTo(403);
        assertThat(secretariat.see("/collections").words()).contains("Not open yet");
        assertThat(secretariat.see("/collections/" + slug).location()).endsWith("/collections/" + slug + "/edit");
        done(secretariat.fill("/collections/" + slug + "/edit", "/collections/" + slug + "/opening"));
        assertThat(projects.numbers(all)).containsExactly(number);
        assertThat(reader.see("/collections/" + slug).words()).contains("Boat " + slug);
        assertThat(reader.see("/collections/" + slug).page().select("a[href$=/form]"))
                .isEmpty();
        assertThat(secretariat
                        .see("/collections/" + slug)
                        .page()
                        .select("nav.ways a")
                        .eachAttr("href"))
                .contains(
                        form,
                        "/collections/" + slug + "/preview",
                        "/stocktaking/imports?collection=" + slug,
                        "/stocktaking/desk?collection=" + slug);
        // What has entries stays.
        assertThat(secretariat.send("/collections/" + slug + "/closing").status())
                .isEqualTo(409);
        assertThat(audit.of("collections/" + slug, 5))
                .extracting(AuditTrail.Act::action)
                .startsWith("collection-opened");
    }

    @Test
    void whatWasOpenedTooEarlyIsClosedAgainWhileNothingIsInIt() throws Exception {
        collections.open(collection(), SECRETARIAT);
        done(secretariat.fill("/collections/" + slug + "/edit", "/collections/" + slug + "/closing"));
        assertThat(collection().isOpen()).isFalse();
        assertThat(Visitor.as(web, people, "contributor")
                        .see("/collections/" + slug)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFormAsDataIsCheckedBeforeItIsTakenOverAndKeptAsADraft() throws Exception {
        for (String json : List.of("", "{", "[]", "{\"sections\": []}", "\0")) {
            Answer refused = secretariat.send(form + "/definition", "definition", json);
            assertThat(refused.status()).as(json).isEqualTo(422);
            assertThat(refused.page().select(".error-summary a").attr("href")).isEqualTo("#definition");
        }
        String mine =
                secretariat.see(form + "/definition").html().replace("\"title\" : {", "\"intro\" : {}, \"title\" : {");
        String longer = mine.replaceFirst("\"maxLength\" : 200", "\"maxLength\" : 120");
        done(secretariat.send(form + "/definition", "definition", longer));
        assertThat(drafted("title").maxLength()).isEqualTo(120);
    }

    @Test
    void theChoicesOfOneFieldCanBeTakenOverByAnother() throws Exception {
        done(add("single-choice", "label-en", "Habitat", "choices-en", "Delta\nSpring"));
        String address = form + "/field?section=project&kind=rows";
        assertThat(secretariat.see(address).page().select("#vocabulary option").eachAttr("value"))
                .contains("field:habitat", "countries");
        done(secretariat.fill(address, form + "/field", "label-en", "Visits", "vocabulary", "field:habitat"));
        assertThat(drafted("visits").choices()).isEqualTo(drafted("habitat").choices());
        Answer gone = add("single-choice", "label-en", "Other", "vocabulary", "field:title");
        assertThat(gone.page().getElementById("vocabulary").attr("aria-invalid"))
                .isEqualTo("true");
        // Whoever opens the register now would open it with the form as it was.
        assertThat(secretariat.see("/collections/" + slug + "/edit").words())
                .contains("changes that are not saved yet");
    }
}
