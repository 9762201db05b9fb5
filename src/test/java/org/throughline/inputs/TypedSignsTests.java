package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.world.Line;
import org.throughline.world.Line.Answer;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// Signs that come over the line into the form: those that cannot be kept are refused beside their field, never
/// mended in silence, and nothing else that was typed is lost.
@ThroughlineTest
class TypedSignsTests {

    @LocalServerPort
    int port;

    @Autowired
    Calls calls;

    @Autowired
    DemoPeople people;

    String slug;
    Line line;
    String base;

    @BeforeEach
    void aContributorInADraft() throws Exception {
        slug = SmallCall.freshSlug();
        SmallCall.open(calls, slug);
        line = Line.signedIn(port, people, "contributor");
        base = line.begin("", slug);
    }

    private Answer save(String page, String... fields) throws Exception {
        String[] all = java.util.Arrays.copyOf(
                new String[] {"_csrf", line.token(base + page), "seen", "9", "action", "continue"}, 6 + fields.length);
        System.arraycopy(fields, 0, all, 6, fields.length);
        return line.form(base + page, base + page, all);
    }

    private static void refuses(Answer answer, String field, String kept) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".error-summary a").eachAttr("href")).contains("#" + field);
        assertThat(answer.page().select("#" + field + "-error").text()).contains("cannot be stored");
        assertThat(answer.text()).doesNotContain("\0").doesNotContain("\uFFFD").contains(kept);
    }

    @Test
    void aSignThatCannotBeKeptIsRefusedBesideItsField() throws Exception {
        refuses(
                save("/sections/I", "a-q1", "before\0after", "a-q2", "C2", "a-q2", "", "a-q2", ""),
                "a-q1",
                "beforeafter");
        assertThat(line.see(base + "/sections/I").page().selectFirst("#a-q1").wholeText())
                .isBlank();
        refuses(
                save("/sections/II", "a-q4-3-key", "C1", "a-q4-3-challenge", "steep\0", "a-q5", "7"),
                "a-q4-0-challenge",
                "steep");
        refuses(save("/who", "organisation", "Example\0 Union", "name", "Amina"), "organisation", "Example Union");
        refuses(save("/endorsers", "endorsers-2-organisation", "A\0B"), "endorsers-0-organisation", "AB");
        assertThat(save("/sections/I", "a-q1", "beforeafter").status()).isEqualTo(303);
    }

    @Test
    void twoRowsAboutOneSubjectAreRefusedBesideTheSecond() throws Exception {
        Answer answer = save(
                "/sections/II",
                "a-q4-0-key",
                "C1",
                "a-q4-0-milestone",
                "One",
                "a-q4-1-key",
                "C1",
                "a-q4-1-milestone",
                "Two");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#a-q4-1-key-error").text()).contains("row 1");
        assertThat(answer.page().select("#a-q4-0-key-error")).isEmpty();
    }

    @Test
    void digitsOfAnotherScriptAreANumber() throws Exception {
        for (String number : List.of("١٢", "۱۲", "１２"))
            assertThat(save("/sections/II", "a-q5", number).status()).isEqualTo(303);
        assertThat(save("/sections/II", "a-q5", "٤٢")
                        .page()
                        .select("#a-q5-error")
                        .text())
                .contains("25");
    }
}
