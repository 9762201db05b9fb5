package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.DemoPeople;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
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
}
