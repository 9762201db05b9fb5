package org.throughline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.world.SmallCall;
import org.throughline.world.Visitor;

/// Somebody of the secretariat at the pages of a call that is being written.
abstract class CallWriting {

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    DemoPeople people;

    String slug;
    Visitor secretariat;

    @BeforeEach
    void theSecretariat() throws Exception {
        slug = SmallCall.freshSlug();
        secretariat = Visitor.as(web, people, "secretariat");
    }

    Visitor.Answer write(String title) throws Exception {
        return secretariat.send(
                "/calls/new",
                "title-en",
                title,
                "purpose-en",
                "To learn",
                "title-ar",
                "نداء",
                "slug",
                slug,
                "review",
                "",
                "instrument",
                "Resolution 70/125",
                "paragraph",
                "71",
                "link",
                "https://undocs.org/A/RES/70/125",
                "opens-date",
                "2026-01-10",
                "opens-time",
                "09:00",
                "closes-date",
                "2027-07-01",
                "closes-time",
                "23:59");
    }

    Call call() {
        return calls.find(slug).orElseThrow();
    }

    Questionnaire questionnaire() {
        return calls.newestQuestionnaire(call().id());
    }

    void addQuestion(String code, String kind, String... fields) throws Exception {
        var all = new ArrayList<>(List.of("before", "", "seen", "", "kind", kind, "section", "I", "code", code));
        all.addAll(List.of(fields));
        var answer = secretariat.send("/calls/" + slug + "/questionnaire/question", all.toArray(String[]::new));
        assertThat(answer.status()).describedAs(answer.html()).isEqualTo(303);
    }

    void addSection(String code) throws Exception {
        var answer = secretariat.send(
                "/calls/" + slug + "/questionnaire/section",
                "before",
                "",
                "seen",
                "",
                "code",
                code,
                "title-en",
                "Section " + code);
        assertThat(answer.status()).describedAs(answer.html()).isEqualTo(303);
    }
}
